import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { SafetyMeasuresView, SafetyPlanInput, SafetyPlanView, TickInput } from '@panah/contracts/safety-plan.contract';
import { SafetyView } from '@panah/contracts/risk.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { SafetyService } from './safety.service';

/** The safety of a client: level, days, plan. */
@Controller()
export class SafetyController {
  constructor(private readonly safety: SafetyService) {}

  @Get('cases/:id/safety')
  @Allow('risk:read')
  ofCase(@Param('id', Id) caseId: string): Promise<SafetyView> {
    return this.safety.ofCase(caseId);
  }

  @Get('cases/:id/safety-measures')
  @Allow('safety:read-measures')
  measures(@Param('id', Id) caseId: string): Promise<SafetyMeasuresView> {
    return this.safety.measures(caseId);
  }

  @Post('cases/:id/safety-plans')
  @Allow('safety:plan')
  @Idempotent('read')
  write(@Param('id', Id) caseId: string, @Body() input: SafetyPlanInput): Promise<SafetyPlanView> {
    return this.safety.writePlan(caseId, input);
  }

  @Get('safety-plans/:id')
  @Allow('risk:read')
  read(@Param('id', Id) id: string): Promise<SafetyPlanView> {
    return this.safety.readPlan(id);
  }

  @Put('safety-plans/:id')
  @Allow('safety:plan')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: SafetyPlanInput): Promise<SafetyPlanView> {
    return this.safety.editPlan(id, version, input);
  }

  @Post('safety-plans/:id/tick')
  @HttpCode(200)
  @Allow('safety:plan')
  @Idempotent('read')
  tick(@Param('id', Id) id: string, @IfMatch() version: number, @Body() { place }: TickInput): Promise<SafetyPlanView> {
    return this.safety.tick(id, version, place);
  }
}
