import { Injectable } from '@nestjs/common';
import type { PlanInput, PlanVersionView, PlanView } from '@panah/contracts/plans.contract';
import { type PlanContent, type PlannedGoal } from '@panah/domain/plans/plan-content';
import { assertSoundPlan } from '@panah/domain/plans/plan.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords } from '../cases/case.records';
import { NeedRecords } from './need.records';
import { notFound } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { CaseOwners } from '../tasks/case-owner.records';
import { PlanItemRecords } from './plan-item.records';
import { peopleIn, planVersionView, planView } from './plan.view';
import { PlanRecords } from './plan.records';
import { PlanSteps } from './plan-step.records';

/** The plan of a case, as it is read and written. Its steps are those of the case. */
@Injectable()
export class PlansService {
  constructor(
    private readonly plans: PlanRecords,
    private readonly items: PlanItemRecords,
    private readonly steps: PlanSteps,
    private readonly needs: NeedRecords,
    private readonly cases: CaseRecords,
    private readonly staff: StaffRecords,
    private readonly owners: CaseOwners,
  ) {}

  async read(caseId: string): Promise<PlanView> {
    const file = await this.cases.reachable(caseId, 'plan:read');
    const versions = await this.plans.lines(caseId);
    const plans = await this.plans.current(caseId);
    const items = await this.items.ofCase(caseId);
    const inForce = plans.find(({ row }) => row.state === 'APPROVED') ?? null;
    const inHand = plans.find(({ row }) => row.state !== 'APPROVED') ?? null;
    const before = inForce && (await this.plans.before(inForce));
    const ownerIds = await this.owners.toldOf(file);
    const names = await this.staff.names([...peopleIn([inForce, inHand, before]), ...ownerIds]);
    const today = await this.cases.todayOn(caseId);
    const views = {
      inForce: inForce && planVersionView({ plan: inForce, before, items, names, today }),
      inHand: inHand && planVersionView({ plan: inHand, before: inForce ?? (await this.plans.before(inHand)), items: [], names, today }),
    };
    return planView(file, views, versions, ownerIds, names);
  }

  async version(id: string): Promise<PlanVersionView> {
    const plan = await this.plans.get(id);
    await this.cases.reachable(plan.row.caseId, 'plan:read');
    const before = await this.plans.before(plan);
    const items = plan.row.state === 'APPROVED' ? await this.items.ofCase(plan.row.caseId) : [];
    const names = await this.staff.names(peopleIn([plan, before]));
    return planVersionView({ plan, before, items, names, today: await this.cases.todayOn(plan.row.caseId) });
  }

  /** A draft begins while a case is assessed or planned; a plan in force is revised by a step of the case. */
  async begin(caseId: string): Promise<PlanView> {
    const file = await this.cases.hold(caseId, 'plan:write');
    if (!['ASSESSMENT', 'PLANNING'].includes(file.state)) throw notOpen(file.state, 'begin');
    await this.steps.begin(file);
    return this.read(caseId);
  }

  async keep(caseId: string, version: number, input: PlanInput): Promise<PlanView> {
    const file = await this.cases.hold(caseId, 'plan:write');
    const plan = await this.plans.holdInHand(caseId);
    if (!plan) throw new RuleBroken('plan-missing');
    if (plan.row.state !== 'DRAFT' || file.state === 'CLOSED') throw notOpen(plan.row.state, 'edit');
    const content = contentOf(input);
    assertSoundPlan(content);
    await this.assertOwners(await this.owners.of(file), content);
    if (
      !(await this.needs.allOf(
        caseId,
        content.goals.flatMap(({ needIds }) => needIds),
      ))
    )
      throw notFound();
    await this.plans.keep(plan, version, content);
    return this.read(caseId);
  }

  private async assertOwners(owners: readonly string[], { goals }: PlanContent): Promise<void> {
    const fields: Record<string, string[]> = {};
    goals.forEach(({ actions }, at) =>
      actions.forEach(({ ownerId }, index) => {
        if (ownerId && !owners.includes(ownerId)) fields[`goals.${at}.actions.${index}.ownerId`] = ['not-on-team'];
      }),
    );
    if (Object.keys(fields).length) throw new RuleBroken('owner-not-on-team', {}, fields);
  }
}

const notOpen = (state: string, action: string): RuleBroken => new RuleBroken('not-open', { state, action, open: [] });

function contentOf({ participation, participationReason, agreement, copyGiven, goals }: PlanInput): PlanContent {
  return {
    participation: participation ?? null,
    participationReason: participation === 'FULL' ? null : participationReason?.trim() || null,
    agreement: agreement ?? null,
    copyGiven: copyGiven ?? null,
    goals: goals.map(goalOf),
  };
}

const goalOf = ({ id, domain, statement, baseline, target, targetOn, needIds, actions }: PlanInput['goals'][number]): PlannedGoal => ({
  id,
  domain: domain ?? null,
  statement: statement.trim(),
  baseline: baseline ?? null,
  target: target ?? null,
  targetOn: targetOn ?? null,
  needIds,
  actions: actions.map((action) => ({
    id: action.id,
    type: action.type ?? null,
    text: action.text.trim(),
    ownerKind: action.ownerKind ?? null,
    ownerId: action.ownerKind === 'STAFF' ? (action.ownerId ?? null) : null,
    dueOn: action.dueOn ?? null,
  })),
});
