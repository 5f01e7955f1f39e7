import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { OutcomeReviewInput, OutcomeReviewsView, OutcomeReviewView, WellbeingInput } from '@panah/contracts/reintegration.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { OutcomesService } from './outcomes.service';

/** How a life goes, in twelve domains. */
@Controller()
export class OutcomesController {
  constructor(private readonly outcomes: OutcomesService) {}

  @Get('cases/:id/outcome-reviews')
  @Allow('outcome:read')
  list(@Param('id', Id) caseId: string): Promise<OutcomeReviewsView> {
    return this.outcomes.list(caseId);
  }

  @Post('cases/:id/outcome-reviews')
  @Allow('outcome:record')
  @Idempotent('read')
  review(@Param('id', Id) caseId: string, @Body() input: OutcomeReviewInput): Promise<OutcomeReviewView> {
    return this.outcomes.review(caseId, input);
  }

  @Get('outcome-reviews/:id')
  @Allow('outcome:read')
  read(@Param('id', Id) id: string): Promise<OutcomeReviewView> {
    return this.outcomes.read(id);
  }

  @Put('outcome-reviews/:id')
  @Allow('outcome:record')
  correct(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: OutcomeReviewInput): Promise<OutcomeReviewView> {
    return this.outcomes.correct(id, version, input);
  }

  @Put('outcome-reviews/:id/wellbeing')
  @Allow('outcome:record-wellbeing')
  correctWellbeing(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: WellbeingInput): Promise<OutcomeReviewView> {
    return this.outcomes.correctWellbeing(id, version, input);
  }
}
