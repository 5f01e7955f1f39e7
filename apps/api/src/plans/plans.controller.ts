import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { PlanInput, PlanItemInput, PlanVersionView, PlanView } from '@panah/contracts/plans.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { PlanProgress } from './plan-progress.service';
import { PlansService } from './plans.service';

/** The plan of a case. It is submitted, approved, sent back and revised by the steps of the case. */
@Controller()
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly progress: PlanProgress,
  ) {}

  @Get('cases/:id/plan')
  @Allow('plan:read')
  read(@Param('id', Id) caseId: string): Promise<PlanView> {
    return this.plans.read(caseId);
  }

  @Post('cases/:id/plan-draft')
  @HttpCode(200)
  @Allow('plan:write')
  @Idempotent('read')
  begin(@Param('id', Id) caseId: string): Promise<PlanView> {
    return this.plans.begin(caseId);
  }

  @Put('cases/:id/plan-draft')
  @Allow('plan:write')
  keep(@Param('id', Id) caseId: string, @IfMatch() version: number, @Body() input: PlanInput): Promise<PlanView> {
    return this.plans.keep(caseId, version, input);
  }

  @Get('plan-versions/:id')
  @Allow('plan:read')
  version(@Param('id', Id) id: string): Promise<PlanVersionView> {
    return this.plans.version(id);
  }

  /** How a goal or an action goes. */
  @Put('plan-items/:id')
  @Allow('plan:follow')
  async follow(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: PlanItemInput): Promise<PlanView> {
    return this.plans.read(await this.progress.follow(id, version, input));
  }
}
