import { Injectable } from '@nestjs/common';
import { planReviewOn } from '@panah/domain/cases/sla.rules';
import type { RiskLevel } from '@panah/domain/vocabulary/cases';
import { currentWork } from '../platform/database/current-work';

const IN_FORCE = {
  name: 'plan-review.in-force',
  text: `select p.id, to_char(p.approved_at at time zone o.time_zone, 'YYYY-MM-DD') as "approvedOn" from plan_version p join office o on o.id = p.office_id
          where p.case_id = $1 and p.state = 'APPROVED' for update of p`,
};
const SET = {
  name: 'plan-review.set',
  text: 'update plan_version set review_due = $2, version = version + 1 where id = $1 and review_due <> $2',
};
const SET_TASK = {
  name: 'plan-review.set-task',
  text: `update task set due_on = $2, version = version + 1 where kind = 'PLAN_REVIEW' and record_id = $1 and status in ('OPEN', 'IN_PROGRESS', 'BLOCKED') and due_on <> $2`,
};

/** When the plan in force is looked at again: sooner at a higher risk (R-CA-03, model 3.13). */
@Injectable()
export class PlanReviewRecords {
  /** The level of risk is another: the day of the review follows, and the task with it. The caller has checked the reach to the case. */
  async atLevel(caseId: string, level: RiskLevel): Promise<void> {
    const plan = await currentWork().row<{ id: string; approvedOn: string }>(IN_FORCE, [caseId]);
    if (!plan) return;
    const due = planReviewOn(plan.approvedOn, level);
    await currentWork().change(SET, [plan.id, due]);
    await currentWork().change(SET_TASK, [plan.id, due]);
  }
}
