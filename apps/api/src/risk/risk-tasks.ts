import { Injectable } from '@nestjs/common';
import { reviewAt, safetyPlanDueAt } from '@panah/domain/risk/risk-rhythm';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { RiskLevel } from '@panah/domain/vocabulary/cases';
import { CaseRecords } from '../cases/case.records';
import { TaskRecords } from '../tasks/task.records';
import type { RiskOwner } from './risk.records';

/** What is to be done because of risk, as tasks: each stands once a case, and goes when its reason is gone. */
@Injectable()
export class RiskTasks {
  constructor(
    private readonly tasks: TaskRecords,
    private readonly cases: CaseRecords,
  ) {}

  /** R-RI-02, R-RI-03: after a final assessment. `needsPlan`: no safety plan is in force. */
  async afterFinal(owner: RiskOwner, level: RiskLevel, assessedAt: string, needsPlan: boolean): Promise<void> {
    await this.settleAll(owner.id);
    await this.raise(owner, 'RISK_REVIEW', reviewAt(level, assessedAt));
    const planDueAt = safetyPlanDueAt(level, assessedAt);
    if (needsPlan && planDueAt) await this.raise(owner, 'SAFETY_PLAN', planDueAt);
  }

  /** R-RI-04 */
  async forceReview(owner: RiskOwner, at: string): Promise<void> {
    await this.tasks.settle('RISK_REVIEW', owner.id);
    await this.raise(owner, 'RISK_REVIEW', at);
  }

  async planWritten(caseId: string): Promise<void> {
    await this.tasks.settle('SAFETY_PLAN', caseId);
  }

  private async settleAll(caseId: string): Promise<void> {
    for (const kind of ['RISK_REVIEW', 'SAFETY_PLAN'] as const) await this.tasks.settle(kind, caseId);
  }

  private async raise({ id, clientId, officeId }: RiskOwner, kind: 'RISK_REVIEW' | 'SAFETY_PLAN', at: string): Promise<void> {
    const { timeZone } = await this.cases.calendarOf(officeId);
    await this.tasks.raise({ kind, caseId: id, clientId, dueOn: dayAt(at, timeZone), recordId: id });
  }
}
