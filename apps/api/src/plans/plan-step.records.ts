import { Injectable } from '@nestjs/common';
import { planReviewOn } from '@panah/domain/cases/sla.rules';
import { addWorkingDays } from '@panah/domain/dates/working-days';
import { domainOfNeed, isOpenNeed } from '@panah/domain/needs/need.rules';
import type { PlannedGoal } from '@panah/domain/plans/plan-content';
import { planProcess, type PlanEvent } from '@panah/domain/plans/plan.process';
import { move } from '@panah/domain/process/process';
import type { RiskLevel } from '@panah/domain/vocabulary/cases';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { NeedRecords } from './need.records';
import type { OpenNeed } from './need.entity';
import { newId } from '../platform/new-id';
import { TaskRecords } from '../tasks/task.records';
import { EMPTY_PLAN, type OpenPlan, type PlanState } from './plan.entity';
import { PlanItemRecords } from './plan-item.records';
import { PlanRecords } from './plan.records';

/** What the steps of a case do to its plan, in the same transaction. The case is held; the guards have been asked. */
@Injectable()
export class PlanSteps {
  constructor(
    private readonly plans: PlanRecords,
    private readonly items: PlanItemRecords,
    private readonly needs: NeedRecords,
    private readonly tasks: TaskRecords,
    private readonly cases: CaseRecords,
  ) {}

  inHand(caseId: string): Promise<OpenPlan | null> {
    return this.plans.holdInHand(caseId);
  }

  openNeeds(caseId: string): Promise<number> {
    return this.needs.openCount(caseId);
  }

  /** Planning begins with a draft made from the needs, when nobody has begun one. */
  async begin(file: ReachedCase): Promise<void> {
    if (await this.plans.holdInHand(file.id)) return;
    const open = (await this.needs.ofCase(file)).filter(({ row }) => isOpenNeed(row.status));
    await this.plans.add(file, { ...EMPTY_PLAN, goals: open.map(goalFor) }, null);
  }

  /** A new version, from the one in force; that stays in force until the new one is approved. */
  async revise(file: ReachedCase): Promise<void> {
    const inForce = await this.plans.holdInForce(file.id);
    if (!inForce) return this.begin(file);
    if (await this.plans.holdInHand(file.id)) return;
    // each time it is agreed anew
    const content = { ...inForce.secrets, participation: null, participationReason: null, agreement: null, copyGiven: null };
    await this.plans.add(file, content, inForce.row.id);
  }

  async submit(plan: OpenPlan): Promise<void> {
    await this.plans.move(plan, { action: 'submit', to: next(plan, 'submit'), secrets: { ...plan.secrets, returnReason: null } });
    await this.tasks.settle('PLAN_RETURNED', plan.row.id);
  }

  /** Back to its author, with the reason, as a task for the next working day. */
  async sendBack(file: ReachedCase, plan: OpenPlan, reason: string): Promise<void> {
    const { id: recordId, submittedBy } = plan.row;
    const secrets = { ...plan.secrets, returnReason: reason };
    await this.plans.move(plan, { action: 'send_back', to: next(plan, 'send_back'), secrets, note: reason });
    const dueOn = addWorkingDays(await this.cases.todayOn(file.id), 1, await this.cases.calendarOf(file.officeId));
    await this.tasks.raise({ kind: 'PLAN_RETURNED', caseId: file.id, clientId: file.clientId, ownerId: submittedBy, dueOn, recordId });
  }

  /** In force from now on: the one before is put out of force, its needs are in the plan, its actions become tasks, its review is due (R-CA-03). */
  async approve(file: ReachedCase, plan: OpenPlan): Promise<void> {
    const before = await this.plans.holdInForce(file.id);
    if (before) {
      await this.plans.move(before, { action: 'supersede', to: next(before, 'supersede') });
      await this.tasks.settle('PLAN_REVIEW', before.row.id);
    }
    const reviewDue = planReviewOn(await this.cases.todayOn(file.id), file.riskLevel as RiskLevel | null);
    await this.plans.move(plan, { action: 'approve', to: next(plan, 'approve'), reviewDue });
    const gone = await this.items.lay(plan.row, plan.secrets);
    for (const id of gone) await this.tasks.settle('PLAN_ACTION', id);
    await this.needs.intoPlan(file.id, [...new Set(plan.secrets.goals.flatMap(({ needIds }) => needIds))]);
    const { id: caseId, clientId } = file;
    await this.tasks.raise({ kind: 'PLAN_REVIEW', caseId, clientId, dueOn: reviewDue, recordId: plan.row.id });
    await this.raiseActions(file, plan);
  }

  /** A closure that was asked for while a plan waited is refused: planning begins again, and nobody has submitted. */
  async recall(file: ReachedCase): Promise<void> {
    const plan = await this.plans.holdInHand(file.id);
    if (plan?.row.state === 'SUBMITTED') await this.plans.move(plan, { action: 'send_back', to: 'DRAFT' });
  }

  /** What is still open of the plan ends with the case. */
  async end({ id }: Pick<ReachedCase, 'id'>): Promise<void> {
    await this.items.endOf(id);
  }

  private async raiseActions({ id: caseId, clientId }: ReachedCase, { secrets }: OpenPlan): Promise<void> {
    for (const { id, ownerKind, ownerId, dueOn, text } of secrets.goals.flatMap(({ actions }) => actions))
      if (ownerKind === 'STAFF' && ownerId && dueOn) {
        const due = `${id}:${ownerId}:${dueOn}`;
        await this.tasks.raise({ kind: 'PLAN_ACTION', caseId, clientId, ownerId, dueOn, recordId: id, dedupeKey: due, title: text });
      }
  }
}

const next = ({ row }: OpenPlan, event: PlanEvent): PlanState => move(planProcess, row.state, event);

/** A goal still without the person's words, for a need that is open. */
const goalFor = ({ row, secrets }: OpenNeed): PlannedGoal => ({
  id: newId(),
  domain: domainOfNeed(secrets.code),
  statement: '',
  baseline: null,
  target: null,
  targetOn: null,
  needIds: [row.id],
  actions: [],
});
