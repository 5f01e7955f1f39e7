import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  AssessmentCompletionInput,
  GroundedStepInput,
  HoldInput,
  PlainStepInput,
  ReasonedStepInput,
  ReopeningInput,
} from '@panah/contracts/case-steps.contract';
import { CaseView } from '@panah/contracts/cases.contract';
import { ClosureRequestInput } from '@panah/contracts/closures.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { CaseStepsService } from './case-steps.service';
import { CasesService } from './cases.service';

/** The steps of a case, each a noun that is posted. */
@Controller('cases/:id')
export class CaseStepsController {
  constructor(
    private readonly steps: CaseStepsService,
    private readonly cases: CasesService,
  ) {}

  @Post('assessment-completion')
  @HttpCode(200)
  @Allow('case:complete_assessment')
  @Idempotent('again')
  completeAssessment(@Param('id', Id) id: string, @Body() input: AssessmentCompletionInput): Promise<CaseView> {
    return this.steps.step(id, 'complete_assessment', input);
  }

  @Post('plan-submission')
  @HttpCode(200)
  @Allow('case:submit_plan')
  @Idempotent('again')
  submitPlan(@Param('id', Id) id: string, @Body() input: PlainStepInput): Promise<CaseView> {
    return this.steps.step(id, 'submit_plan', input);
  }

  @Post('plan-approval')
  @HttpCode(200)
  @Allow('case:approve_plan')
  @Idempotent('again')
  approvePlan(@Param('id', Id) id: string, @Body() input: PlainStepInput): Promise<CaseView> {
    return this.steps.step(id, 'approve_plan', input);
  }

  @Post('plan-return')
  @HttpCode(200)
  @Allow('case:return_plan')
  @Idempotent('again')
  returnPlan(@Param('id', Id) id: string, @Body() input: ReasonedStepInput): Promise<CaseView> {
    return this.steps.step(id, 'return_plan', input);
  }

  @Post('plan-revision')
  @HttpCode(200)
  @Allow('case:revise_plan')
  @Idempotent('again')
  revisePlan(@Param('id', Id) id: string, @Body() input: GroundedStepInput): Promise<CaseView> {
    return this.steps.step(id, 'revise_plan', input);
  }

  @Post('hold')
  @HttpCode(200)
  @Allow('case:hold')
  @Idempotent('again')
  hold(@Param('id', Id) id: string, @Body() input: HoldInput): Promise<CaseView> {
    return this.steps.step(id, 'hold', input);
  }

  @Post('resumption')
  @HttpCode(200)
  @Allow('case:resume')
  @Idempotent('again')
  resume(@Param('id', Id) id: string, @Body() input: PlainStepInput): Promise<CaseView> {
    return this.steps.step(id, 'resume', input);
  }

  @Post('closure-request')
  @HttpCode(200)
  @Allow('case:request_closure')
  @Idempotent('again')
  requestClosure(@Param('id', Id) id: string, @Body() input: ClosureRequestInput): Promise<CaseView> {
    return this.steps.step(id, 'request_closure', { ...input, stock: input });
  }

  @Post('closure')
  @HttpCode(200)
  @Allow('case:approve_closure')
  @Idempotent('again')
  approveClosure(@Param('id', Id) id: string, @Body() input: PlainStepInput): Promise<CaseView> {
    return this.steps.step(id, 'approve_closure', input);
  }

  @Post('closure-rejection')
  @HttpCode(200)
  @Allow('case:reject_closure')
  @Idempotent('again')
  rejectClosure(@Param('id', Id) id: string, @Body() input: ReasonedStepInput): Promise<CaseView> {
    return this.steps.step(id, 'reject_closure', input);
  }

  @Post('early-closure-rejection')
  @HttpCode(200)
  @Allow('case:reject_closure_early')
  @Idempotent('again')
  rejectClosureEarly(@Param('id', Id) id: string, @Body() input: ReasonedStepInput): Promise<CaseView> {
    return this.steps.step(id, 'reject_closure_early', input);
  }

  @Post('reopening')
  @HttpCode(200)
  @Allow('case:reopen')
  @Idempotent('again')
  reopen(@Param('id', Id) id: string, @Body() input: ReopeningInput): Promise<CaseView> {
    return this.steps.reopen(id, input);
  }

  /** A repeated step is answered by the case as it is now. */
  again(id: string): Promise<CaseView> {
    return this.cases.read(id);
  }
}
