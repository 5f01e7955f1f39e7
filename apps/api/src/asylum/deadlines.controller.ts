import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  DeadlineDayInput,
  DeadlineEndInput,
  DeadlineInput,
  DeadlineListQuery,
  DeadlineListView,
  DeadlineMetInput,
  DeadlineView,
  MissedReviewInput,
} from '@panah/contracts/legal-deadlines.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { DeadlinesService } from './deadlines.service';
import { LegalListsService } from './legal-lists.service';

/** Legal deadlines: entered, kept, extended, missed, left. */
@Controller()
export class DeadlinesController {
  constructor(
    private readonly deadlines: DeadlinesService,
    private readonly lists: LegalListsService,
  ) {}

  @Get('legal-deadlines')
  @Allow('deadline:read')
  list(@Query() query: DeadlineListQuery): Promise<DeadlineListView> {
    return this.lists.deadlines(query);
  }

  @Get('legal-deadlines/:id')
  @Allow('deadline:read')
  read(@Param('id', Id) id: string): Promise<DeadlineView> {
    return this.deadlines.read(id);
  }

  @Post('claims/:id/deadlines')
  @Allow('deadline:enter')
  @Idempotent('read')
  enter(@Param('id', Id) claimId: string, @Body() input: DeadlineInput): Promise<DeadlineView> {
    return this.deadlines.enter(claimId, input);
  }

  @Post('legal-deadlines/:id/day')
  @HttpCode(200)
  @Allow('deadline:enter')
  @Idempotent('read')
  setDay(@Param('id', Id) id: string, @Body() input: DeadlineDayInput): Promise<DeadlineView> {
    return this.deadlines.setDay(id, input);
  }

  @Post('legal-deadlines/:id/meeting')
  @HttpCode(200)
  @Allow('deadline:meet')
  @Idempotent('read')
  meet(@Param('id', Id) id: string, @Body() input: DeadlineMetInput): Promise<DeadlineView> {
    return this.deadlines.meet(id, input);
  }

  @Post('legal-deadlines/:id/extension')
  @HttpCode(200)
  @Allow('deadline:extend')
  @Idempotent('read')
  extend(@Param('id', Id) id: string, @Body() input: DeadlineDayInput): Promise<DeadlineView> {
    return this.deadlines.extend(id, input);
  }

  @Post('legal-deadlines/:id/miss')
  @HttpCode(200)
  @Allow('deadline:miss')
  @Idempotent('read')
  miss(@Param('id', Id) id: string, @Body() { words }: DeadlineEndInput): Promise<DeadlineView> {
    return this.deadlines.miss(id, words);
  }

  @Post('legal-deadlines/:id/non-use')
  @HttpCode(200)
  @Allow('deadline:not_use')
  @Idempotent('read')
  leave(@Param('id', Id) id: string, @Body() { words }: DeadlineEndInput): Promise<DeadlineView> {
    return this.deadlines.leave(id, words);
  }

  @Post('legal-deadlines/:id/review')
  @HttpCode(200)
  @Allow('deadline:review')
  @Idempotent('read')
  review(@Param('id', Id) id: string, @Body() input: MissedReviewInput): Promise<DeadlineView> {
    return this.deadlines.review(id, input);
  }
}
