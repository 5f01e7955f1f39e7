import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ClaimStepInput } from '@panah/contracts/claim-steps.contract';
import { ClaimView } from '@panah/contracts/asylum.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ClaimSteps } from './claim-steps.service';
import { ClaimsService } from './claims.service';

/** The steps of a claim from the first decision on. */
@Controller('claims/:id')
export class AppealStepsController {
  constructor(
    private readonly steps: ClaimSteps,
    private readonly claims: ClaimsService,
  ) {}

  @Post('finality')
  @HttpCode(200)
  @Allow('claim:final')
  @Idempotent('read')
  final(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'final', input);
  }

  @Post('upgrade-appeal')
  @HttpCode(200)
  @Allow('claim:appeal_upgrade')
  @Idempotent('read')
  appealUpgrade(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'appeal_upgrade', input);
  }

  @Post('appeal')
  @HttpCode(200)
  @Allow('claim:lodge_appeal')
  @Idempotent('read')
  lodgeAppeal(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'lodge_appeal', input);
  }

  @Post('lapse')
  @HttpCode(200)
  @Allow('claim:lapse')
  @Idempotent('read')
  lapse(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'lapse', input);
  }

  @Post('transfer')
  @HttpCode(200)
  @Allow('claim:transfer_executed')
  @Idempotent('read')
  transferExecuted(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'transfer_executed', input);
  }

  @Post('hearing')
  @HttpCode(200)
  @Allow('claim:hearing_held')
  @Idempotent('read')
  hearingHeld(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'hearing_held', input);
  }

  @Post('positive-ruling')
  @HttpCode(200)
  @Allow('claim:ruling_positive')
  @Idempotent('read')
  rulingPositive(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'ruling_positive', input);
  }

  @Post('remittal')
  @HttpCode(200)
  @Allow('claim:remitted')
  @Idempotent('read')
  remitted(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'remitted', input);
  }

  @Post('negative-ruling')
  @HttpCode(200)
  @Allow('claim:ruling_negative')
  @Idempotent('read')
  rulingNegative(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'ruling_negative', input);
  }

  @Post('further-appeal')
  @HttpCode(200)
  @Allow('claim:further_appeal')
  @Idempotent('read')
  furtherAppeal(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'further_appeal', input);
  }

  @Post('appeal-withdrawal')
  @HttpCode(200)
  @Allow('claim:withdraw_appeal')
  @Idempotent('read')
  withdrawAppeal(@Param('id', Id) id: string, @Body() input: ClaimStepInput): Promise<ClaimView> {
    return this.steps.step(id, 'withdraw_appeal', input);
  }

  read(id: string): Promise<ClaimView> {
    return this.claims.read(id);
  }
}
