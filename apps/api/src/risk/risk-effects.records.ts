import { Injectable } from '@nestjs/common';
import { risesToDanger } from '@panah/domain/risk/risk.rules';
import { forcedReviewAt, reviewAt, safetyPlanDueAt } from '@panah/domain/risk/risk-rhythm';
import type { RiskLevel } from '@panah/domain/vocabulary/cases';
import type { ReachedCase } from '../cases/case.records';
import { DangerRecords } from '../duty/danger.records';
import { RiskHoldRecords } from '../duty/risk-hold.records';
import { PlanReviewRecords } from '../plans/plan-review.records';
import type { RiskRow } from './risk-assessment';
import { type RiskOwner, RiskRecords } from './risk.records';
import { RiskTasks } from './risk-tasks';
import { SafetyPlanRecords } from './safety-plan.records';
import { dayOf } from '../platform/access/today';

/** What a level of risk brings with it, in the same transaction (model 3.13). */
@Injectable()
export class RiskEffects {
  constructor(
    private readonly risks: RiskRecords,
    private readonly plans: SafetyPlanRecords,
    private readonly dangers: DangerRecords,
    private readonly holds: RiskHoldRecords,
    private readonly tasks: RiskTasks,
    private readonly reviews: PlanReviewRecords,
  ) {}

  /** The level stands on the case; the days that follow from it are set; whoever is on duty is called when it rose to HIGH or worse. */
  async ofFinal(file: ReachedCase, { id, assessedAt }: Pick<RiskRow, 'id' | 'assessedAt'>, level: RiskLevel): Promise<void> {
    const at = assessedAt.toISOString();
    const hasPlan = await this.hasPlan(file, at);
    await this.risks.setOnCase(file.id, level, assessedAt, reviewAt(level, at), hasPlan ? null : safetyPlanDueAt(level, at));
    await this.reviews.atLevel(file.id, level);
    await this.tasks.afterFinal(file, level, at, !hasPlan);
    await this.holds.reckon(file.clientId);
    if (risesToDanger(file.riskLevel as RiskLevel | null, level))
      await this.dangers.raise({ ...ownerOf(file), kind: level === 'IMMINENT' ? 'RISK_IMMINENT' : 'RISK_HIGH', sourceId: id });
  }

  /** R-RI-05: somebody is told at once. */
  async tellOfSelfHarm(file: ReachedCase, sourceId: string): Promise<void> {
    await this.dangers.raise({ ...ownerOf(file), kind: 'SELF_HARM', sourceId });
  }

  /** R-RI-04: something happened after which risk is looked at again within 24 hours. The caller has checked the reach to the case. */
  async forceReview(owner: RiskOwner, since: Date): Promise<void> {
    const at = await this.risks.bringReviewForward(owner.id, forcedReviewAt(since.toISOString()));
    if (at) await this.tasks.forceReview(owner, at.toISOString());
  }

  /** R-RI-03: none is due where a plan is in force already. */
  private async hasPlan(file: ReachedCase, at: string): Promise<boolean> {
    const plan = await this.plans.current(file.id, 'risk:read');
    return plan !== null && plan.row.reviewOn >= dayOf(new Date(at));
  }
}

const ownerOf = ({ id, clientId, officeId }: ReachedCase) => ({ caseId: id, clientId, officeId });
