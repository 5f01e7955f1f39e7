import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AllocationQuestionsView, AllocationQuestionView, TieAnswerInput } from '@panah/contracts/intake-allocation.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { AllocationQuestionsService } from './allocation-questions.service';

/** What one is asked before one is named for a person (R-AC-13). */
@Controller('allocation-questions')
export class AllocationQuestionsController {
  constructor(private readonly questions: AllocationQuestionsService) {}

  @Get()
  @Allow('team:answer')
  mine(): Promise<AllocationQuestionsView> {
    return this.questions.mine();
  }

  @Get(':id')
  @Allow('team:answer')
  read(@Param('id', Id) id: string): Promise<AllocationQuestionView> {
    return this.questions.read(id);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Allow('team:answer')
  @Idempotent('read')
  answer(@Param('id', Id) id: string, @Body() input: TieAnswerInput): Promise<AllocationQuestionView> {
    return this.questions.answer(id, input);
  }
}
