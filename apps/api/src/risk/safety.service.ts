import { Injectable } from '@nestjs/common';
import type { SafetyMeasuresView, SafetyPlanInput, SafetyPlanView } from '@panah/contracts/safety-plan.contract';
import type { SafetyView } from '@panah/contracts/risk.contract';
import type { Word } from '@panah/domain/access/access-table';
import { RuleBroken } from '@panah/domain/process/process';
import { assertSafetyPlan } from '@panah/domain/risk/safety-plan.rules';
import { CaseRecords } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import { DangerRecords } from '../duty/danger.records';
import { dangerView, peopleOf } from '../duty/duty.view';
import { invalid } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import type { OpenPlan } from './risk-assessment';
import { CaseSafetyRecords } from './case-safety.records';
import { outcomeOf, planFactsOf, planSecretsOf } from './risk-input';
import { RiskRecords } from './risk.records';
import { measuresView, planView, rhythmView, riskLine, riskView } from './risk.view';
import { RiskTasks } from './risk-tasks';
import { SafetyPlanRecords } from './safety-plan.records';

/** How safe somebody is, and what was agreed for it. */
@Injectable()
export class SafetyService {
  constructor(
    private readonly risks: RiskRecords,
    private readonly plans: SafetyPlanRecords,
    private readonly safety: CaseSafetyRecords,
    private readonly dangers: DangerRecords,
    private readonly cases: CaseRecords,
    private readonly staff: StaffRecords,
    private readonly tasks: RiskTasks,
  ) {}

  async ofCase(caseId: string): Promise<SafetyView> {
    const file = await this.cases.reachable(caseId, 'risk:read');
    const stands = await this.safety.ofCase(caseId);
    const [risks, plan, dangers] = [await this.risks.ofCase(caseId), await this.plans.current(caseId), await this.dangers.ofCase(caseId)];
    const people = risks.flatMap(({ row }) => [row.authorId, row.confirmedBy]);
    const names = await this.staff.names([...people, plan?.row.authorId ?? null, ...peopleOf(dangers)]);
    const now = new Date();
    const current = risks.find(({ row }) => row.state === 'FINAL');
    const open = risks.find(({ row }) => row.state === 'DRAFT') ?? risks.find(({ row }) => row.state === 'WAITING');
    return {
      id: caseId,
      level: stands.level,
      refusedForGood: stands.refusedForGood,
      assessedAt: stands.assessedAt?.toISOString() ?? null,
      reviewAt: stands.closed ? null : (stands.reviewAt?.toISOString() ?? null),
      reviewLate: !stands.closed && isPast(stands.reviewAt, now),
      planDueAt: stands.closed ? null : (stands.planDueAt?.toISOString() ?? null),
      planLate: !stands.closed && isPast(stands.planDueAt, now),
      contact: rhythmView(stands, now),
      current: current ? riskView(current, names, file) : null,
      open: open ? riskView(open, names, file, current ?? null) : null,
      history: risks.filter(({ row }) => row.state === 'FINAL').map((risk) => riskLine(risk, names)),
      plan: plan ? planView(plan, names, file) : null,
      earlierPlans: plan?.row.earlier ?? 0,
      dangers: dangers.map((danger) => dangerView(danger, names)),
      actions: OFFERED.filter((word) => mayOn(word, file)),
    };
  }

  /** For those who see no more of it than what they have to keep to. */
  async measures(caseId: string): Promise<SafetyMeasuresView> {
    await this.cases.reachable(caseId, 'safety:read-measures');
    return measuresView(caseId, await this.plans.current(caseId, 'safety:read-measures'));
  }

  async readPlan(id: string): Promise<SafetyPlanView> {
    const plan = await this.plans.get(id);
    const file = await this.cases.reachable(plan.row.caseId, 'risk:read');
    return planView(plan, await this.staff.names([plan.row.authorId]), file);
  }

  async writePlan(caseId: string, input: SafetyPlanInput): Promise<SafetyPlanView> {
    const file = await this.cases.hold(caseId, 'safety:plan');
    await this.assertPlan(file.id, input);
    const id = await this.plans.add(file, plainOf(input), planSecretsOf(input));
    await this.tasks.planWritten(caseId);
    return this.readPlan(id);
  }

  async editPlan(id: string, version: number, input: SafetyPlanInput): Promise<SafetyPlanView> {
    const plan = await this.plans.hold(id, 'safety:plan');
    assertCurrent(plan);
    await this.assertPlan(plan.row.caseId, input);
    await this.plans.edit(plan, version, plainOf(input), planSecretsOf(input));
    return this.readPlan(id);
  }

  /** One press: a measure is done. */
  async tick(id: string, version: number, at: number): Promise<SafetyPlanView> {
    const plan = await this.plans.hold(id, 'safety:plan');
    const { row, secrets } = plan;
    assertCurrent(plan);
    if (!secrets.measures[at]) throw invalid({ place: ['no-such-measure'] });
    const measures = secrets.measures.map((measure, place) => (place === at ? { ...measure, done: !measure.done } : measure));
    await this.plans.edit(plan, version, row, { ...secrets, measures });
    return this.readPlan(id);
  }

  private async assertPlan(caseId: string, input: SafetyPlanInput): Promise<void> {
    const today = await this.cases.todayOn(caseId);
    assertSafetyPlan(planFactsOf(input), today);
  }
}

/** What took its place is edited; it stays as it was. */
function assertCurrent({ row: { state } }: OpenPlan): void {
  if (state !== 'CURRENT') throw new RuleBroken('not-open', { state, action: 'edit', open: [] });
}

const OFFERED: readonly Word[] = ['risk:assess', 'risk:confirm', 'safety:plan', 'danger:raise', 'contact:heard'];

const isPast = (at: Date | null, now: Date): boolean => at !== null && at < now;

const plainOf = (input: SafetyPlanInput) => ({ outcome: outcomeOf(input), validFrom: input.validFrom, reviewOn: input.reviewOn });
