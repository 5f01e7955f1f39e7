import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { TaskChangeInput, TaskCompletionInput, TaskInput, TaskListQuery, TaskListView, TaskView } from '@panah/contracts/tasks.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { TasksService } from './tasks.service';

/** What is to be done on a case. */
@Controller()
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get('cases/:id/tasks')
  @Allow('task:read')
  list(@Param('id', Id) caseId: string, @Query() query: TaskListQuery): Promise<TaskListView> {
    return this.tasks.list(caseId, query);
  }

  @Post('cases/:id/tasks')
  @Allow('task:create')
  @Idempotent('read')
  set(@Param('id', Id) caseId: string, @Body() input: TaskInput): Promise<TaskView> {
    return this.tasks.set(caseId, input);
  }

  @Get('tasks/:id')
  @Allow('task:read')
  read(@Param('id', Id) id: string): Promise<TaskView> {
    return this.tasks.read(id);
  }

  @Put('tasks/:id')
  @Allow('task:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: TaskChangeInput): Promise<TaskView> {
    return this.tasks.edit(id, version, input);
  }

  @Post('tasks/:id/completion')
  @HttpCode(200)
  @Allow('task:finish')
  @Idempotent('read')
  finish(@Param('id', Id) id: string, @Body() input: TaskCompletionInput): Promise<TaskView> {
    return this.tasks.finish(id, input);
  }

  @Post('tasks/:id/cancellation')
  @HttpCode(200)
  @Allow('task:finish')
  @Idempotent('read')
  cancel(@Param('id', Id) id: string): Promise<TaskView> {
    return this.tasks.cancel(id);
  }
}
