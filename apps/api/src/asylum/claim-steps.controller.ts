import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ClaimStepInput } from '@panah/contracts/claim-steps.contract';
import { ClaimView } from '@panah/contracts/asylum.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ClaimSteps } from './claim-steps.service';
import { ClaimsService } from './claims.service';

/** The steps of a claim up to the first decision: a step is a noun that is posted. */
@Controller('claims/:id')
export class ClaimStepsController {
  constructor(
    private readonly steps: ClaimSteps,
    private readonly claims: ClaimsService,
  ) {}

  @Post('making')
  @HttpCode(200)
  @Allow('claim:make')
  @Idempotent('read')
  make(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'make', input);
  }

  @Post('registration')
  @HttpCode(200)
  @Allow('claim:register')
  @Idempotent('read')
  register(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'register', input);
  }

  @Post('lodging')
  @HttpCode(200)
  @Allow('claim:lodge')
  @Idempotent('read')
  lodge(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'lodge', input);
  }

  @Post('responsibility')
  @HttpCode(200)
  @Allow('claim:start_responsibility')
  @Idempotent('read')
  startResponsibility(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'start_responsibility', input);
  }

  @Post('responsibility-here')
  @HttpCode(200)
  @Allow('claim:responsible_here')
  @Idempotent('read')
  responsibleHere(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'responsible_here', input);
  }

  @Post('transfer-decision')
  @HttpCode(200)
  @Allow('claim:transfer_decision')
  @Idempotent('read')
  transferDecision(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'transfer_decision', input);
  }

  @Post('admissibility')
  @HttpCode(200)
  @Allow('claim:start_admissibility')
  @Idempotent('read')
  startAdmissibility(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'start_admissibility', input);
  }

  @Post('admissible-finding')
  @HttpCode(200)
  @Allow('claim:admissible')
  @Idempotent('read')
  admissible(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'admissible', input);
  }

  @Post('inadmissible-decision')
  @HttpCode(200)
  @Allow('claim:inadmissible')
  @Idempotent('read')
  inadmissible(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'inadmissible', input);
  }

  @Post('examination')
  @HttpCode(200)
  @Allow('claim:start_examination')
  @Idempotent('read')
  startExamination(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'start_examination', input);
  }

  @Post('interview')
  @HttpCode(200)
  @Allow('claim:set_interview')
  @Idempotent('read')
  setInterview(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'set_interview', input);
  }

  @Post('interview-change')
  @HttpCode(200)
  @Allow('claim:reschedule')
  @Idempotent('read')
  reschedule(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'reschedule', input);
  }

  @Post('interview-holding')
  @HttpCode(200)
  @Allow('claim:held')
  @Idempotent('read')
  held(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'held', input);
  }

  @Post('grant')
  @HttpCode(200)
  @Allow('claim:decide_positive')
  @Idempotent('read')
  decidePositive(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'decide_positive', input);
  }

  @Post('refusal')
  @HttpCode(200)
  @Allow('claim:decide_negative')
  @Idempotent('read')
  decideNegative(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'decide_negative', input);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Allow('claim:withdraw')
  @Idempotent('read')
  withdraw(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'withdraw', input);
  }

  @Post('suspension')
  @HttpCode(200)
  @Allow('claim:suspend')
  @Idempotent('read')
  suspend(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'suspend', input);
  }

  @Post('resumption')
  @HttpCode(200)
  @Allow('claim:resume')
  @Idempotent('read')
  resume(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'resume', input);
  }

  @Post('abandonment')
  @HttpCode(200)
  @Allow('claim:abandon')
  @Idempotent('read')
  abandon(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'abandon', input);
  }

  read(id: string): Promise<ClaimView> {
    return this.claims.read(id);
  }
}
