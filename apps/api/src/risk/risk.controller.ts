import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { RiskAssessmentView, RiskConfirmInput, RiskInput, RiskReturnInput } from '@panah/contracts/risk.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { RiskService } from './risk.service';

/** Risk assessments of a case: drafts of their author, final for good. */
@Controller()
export class RiskController {
  constructor(private readonly risks: RiskService) {}

  @Post('cases/:id/risk-drafts')
  @Allow('risk:assess')
  @Idempotent('read')
  draft(@Param('id', Id) caseId: string, @Body() input: RiskInput): Promise<RiskAssessmentView> {
    return this.risks.draft(caseId, input);
  }

  /** Written and final in one act; or waiting for a second person, when the level asks for one. */
  @Post('cases/:id/risk-assessments')
  @Allow('risk:assess')
  @Idempotent('read')
  assess(@Param('id', Id) caseId: string, @Body() input: RiskInput): Promise<RiskAssessmentView> {
    return this.risks.assess(caseId, input);
  }

  @Get('risk-assessments/:id')
  @Allow('risk:read')
  read(@Param('id', Id) id: string): Promise<RiskAssessmentView> {
    return this.risks.read(id);
  }

  @Put('risk-assessments/:id')
  @Allow('risk:assess')
  keep(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: RiskInput): Promise<RiskAssessmentView> {
    return this.risks.keep(id, version, input);
  }

  @Post('risk-assessments/:id/finalisation')
  @HttpCode(200)
  @Allow('risk:assess')
  @Idempotent('read')
  finalise(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: RiskInput): Promise<RiskAssessmentView> {
    return this.risks.finalise(id, version, input);
  }

  @Post('risk-assessments/:id/discarding')
  @HttpCode(200)
  @Allow('risk:assess')
  @Idempotent('read')
  discard(@Param('id', Id) id: string): Promise<RiskAssessmentView> {
    return this.risks.discard(id);
  }

  @Post('risk-assessments/:id/confirmation')
  @HttpCode(200)
  @Allow('risk:confirm')
  @Idempotent('read')
  confirm(@Param('id', Id) id: string, @Body() { version }: RiskConfirmInput): Promise<RiskAssessmentView> {
    return this.risks.confirm(id, version);
  }

  @Post('risk-assessments/:id/return')
  @HttpCode(200)
  @Allow('risk:confirm')
  sendBack(@Param('id', Id) id: string, @Body() { explanation }: RiskReturnInput): Promise<RiskAssessmentView> {
    return this.risks.sendBack(id, explanation);
  }
}
