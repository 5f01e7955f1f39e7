import type {
  PlanActionView,
  PlanGoalView,
  PlanPersonView,
  PlanProgressView,
  PlanVersionView,
  PlanView,
} from '@panah/contracts/plans.contract';
import type { Word } from '@panah/domain/access/access-table';
import { planDifference } from '@panah/domain/plans/plan-difference';
import type { PlannedAction, PlannedGoal } from '@panah/domain/plans/plan-content';
import type { ReachedCase } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import { currentActor } from '../platform/access/current-reach';
import type { OpenPlan, OpenPlanItem } from './plan.entity';
import type { PlanLine } from './plan.records';

type Names = ReadonlyMap<string, string>;

interface Shown {
  plan: OpenPlan;
  /** The version it is compared with. */
  before: OpenPlan | null;
  items: readonly OpenPlanItem[];
  names: Names;
  today: string;
}

export function planVersionView({ plan: { row, secrets }, before, items, names, today }: Shown): PlanVersionView {
  const person = (id: string | null): PlanPersonView | null => (id === null ? null : { id, name: names.get(id) ?? '' });
  const goals = (plan: OpenPlan, followed: readonly OpenPlanItem[]): PlanGoalView[] =>
    plan.secrets.goals.map((goal) => goalView(goal, followed, person, today));
  const difference = before && planDifference(before.secrets, secrets);
  const touched = new Set(difference?.changes.filter(({ kind }) => kind !== 'ADDED').map(({ goalId }) => goalId));
  return {
    id: row.id,
    caseId: row.caseId,
    version: row.version,
    number: row.number,
    state: row.state,
    participation: secrets.participation,
    participationReason: secrets.participationReason,
    agreement: secrets.agreement,
    copyGiven: secrets.copyGiven,
    goals: goals({ row, secrets }, items),
    authors: row.authorIds.flatMap((id) => person(id) ?? []),
    savedAt: row.savedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    submittedBy: person(row.submittedBy),
    returnedAt: row.returnedAt?.toISOString() ?? null,
    returnedBy: person(row.returnedBy),
    returnReason: secrets.returnReason,
    approvedAt: row.approvedAt?.toISOString() ?? null,
    approvedBy: person(row.approvedBy),
    reviewDue: row.reviewDue,
    difference: before &&
      difference && { since: before.row.number, ...difference, before: goals(before, []).filter(({ id }) => touched.has(id)) },
  };
}

export function planView(
  file: ReachedCase,
  shown: Pick<PlanView, 'inForce' | 'inHand'>,
  versions: readonly PlanLine[],
  ownerIds: readonly string[],
  names: Names,
): PlanView {
  return {
    id: file.id,
    caseState: file.state,
    ...shown,
    versions: versions.map(({ savedAt, approvedAt, ...line }) => ({
      ...line,
      savedAt: savedAt.toISOString(),
      approvedAt: approvedAt?.toISOString() ?? null,
    })),
    owners: ownerIds.map((id) => ({ id, name: names.get(id) ?? '' })),
    actions: actionsOn(file, shown),
  };
}

/** Staff who are named in a version. */
export const peopleIn = (plans: readonly (OpenPlan | null)[]): (string | null)[] =>
  plans.flatMap((plan) =>
    plan
      ? [
          ...plan.row.authorIds,
          plan.row.submittedBy,
          plan.row.returnedBy,
          plan.row.approvedBy,
          ...plan.secrets.goals.flatMap(({ actions }) => actions.map(({ ownerId }) => ownerId)),
        ]
      : [],
  );

function actionsOn(file: ReachedCase, { inForce, inHand }: Pick<PlanView, 'inForce' | 'inHand'>): string[] {
  const planning = file.state === 'PLANNING';
  const mine = inHand !== null && inHand.authors.some(({ id }) => id === currentActor().staffId);
  const open: [action: string, word: Word, may: boolean][] = [
    ['begin', 'plan:write', !inHand && ['ASSESSMENT', 'PLANNING'].includes(file.state)],
    ['edit', 'plan:write', inHand?.state === 'DRAFT' && file.state !== 'CLOSED'],
    ['submit', 'case:submit_plan', inHand?.state === 'DRAFT' && planning],
    // R-CA-04: nobody is offered to approve what they wrote
    ['approve', 'case:approve_plan', inHand?.state === 'SUBMITTED' && planning && !mine],
    ['send-back', 'case:return_plan', inHand?.state === 'SUBMITTED' && planning],
    ['revise', 'case:revise_plan', file.state === 'ACTIVE'],
    ['follow', 'plan:follow', inForce !== null && file.state !== 'CLOSED'],
  ];
  return file.hasLaterPeriod ? [] : open.filter(([, word, may]) => may && mayOn(word, file)).map(([action]) => action);
}

type PersonOf = (id: string | null) => PlanPersonView | null;

function goalView(goal: PlannedGoal, items: readonly OpenPlanItem[], person: PersonOf, today: string): PlanGoalView {
  const { actions, needIds, ...plain } = goal;
  return {
    ...plain,
    needIds: [...needIds],
    actions: actions.map((action) => actionView(action, items, person, today)),
    progress: progressOf(goal.id, items, today),
  };
}

function actionView(
  { ownerId, ...action }: PlannedAction,
  items: readonly OpenPlanItem[],
  person: PersonOf,
  today: string,
): PlanActionView {
  return { ...action, owner: person(ownerId), progress: progressOf(action.id, items, today) };
}

const OVER = ['DONE', 'CANCELLED', 'ACHIEVED', 'PARTLY', 'NOT_ACHIEVED', 'DROPPED', 'SUPERSEDED'];

function progressOf(id: string, items: readonly OpenPlanItem[], today: string): PlanProgressView | null {
  const item = items.find(({ row }) => row.id === id);
  if (!item) return null;
  const { version, status, doneOn, dueOn } = item.row;
  return { version, status, doneOn, ...item.secrets, late: dueOn < today && !OVER.includes(status) };
}
