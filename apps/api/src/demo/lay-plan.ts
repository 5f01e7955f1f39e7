import { planReviewOn } from '@panah/domain/cases/sla.rules';
import { addDays } from '@panah/domain/dates/calendar-days';
import { domainOfNeed, isRestrictedNeed } from '@panah/domain/needs/need.rules';
import type { PlanContent, PlannedGoal } from '@panah/domain/plans/plan-content';
import type { NeedCode } from '@panah/domain/vocabulary/needs';
import { needPlace } from '../plans/need.entity';
import { newId } from '../platform/new-id';
import { planPlace } from '../plans/plan.entity';
import { Chance } from './chance';
import type { LaidCase } from './lay-case';
import { layMoves } from './lay-moves';
import type { Life } from './lives';
import { dayOf, momentAgo, type Setting } from './setting';
import type { Shelf } from './shelf';

interface Draft {
  need: NeedCode;
  statement: string;
  type: string;
  action: string;
}

const GOALS: readonly Draft[] = [
  {
    need: 'HS-TM',
    statement: 'I want a room of my own with a door I can lock',
    type: 'HOUSING_SEARCH',
    action: 'Look at three rooms and ask about deposits',
  },
  { need: 'LG-CR', statement: 'I want papers that say who I am', type: 'DOC_RECOVERY', action: 'Write to the registry for a copy' },
  { need: 'EC-LN', statement: 'I want to speak with my neighbours', type: 'LANGUAGE', action: 'Enrol in the morning course' },
  { need: 'EC-EM', statement: 'I want to earn my own money again', type: 'JOB_SEARCH', action: 'Write a first list of what I can do' },
  { need: 'FM-TR', statement: 'I want to know how my sister is', type: 'TRACING', action: 'Talk through what is known and what is safe' },
  { need: 'MH-TR', statement: 'I want to sleep through the night', type: 'COUNSELLING', action: 'Offer a first talk with a counsellor' },
  { need: 'HL-CH', statement: 'I want a doctor who knows me', type: 'HEALTH_REG', action: 'Register with a practice' },
];

/** Whether a case in planning waits for approval in a demonstration: every second one. */
export const waitsForApproval = ({ state, openedDaysAgo }: Life): boolean => state === 'PLANNING' && (openedDaysAgo ?? 0) % 2 === 0;

const rowOf = (setting: Setting, { id, clientId, officeId }: LaidCase) => ({
  org_id: setting.orgId,
  office_id: officeId,
  client_id: clientId,
  case_id: id,
  seal_version: 1,
  version: 1,
});

/** Lays what a person needs and what was planned with them. Draws from a chance of its own, so that the rest of the world stays as it was. */
export function layPlan(shelf: Shelf, setting: Setting, file: LaidCase, life: Life): void {
  const assessed = life.steps.find(({ action }) => action === 'complete_assessment');
  if (!assessed) return;
  const chance = new Chance((life.openedDaysAgo ?? 0) * 31 + life.noteDaysAgo.length);
  const approved = life.steps.find(({ action }) => action === 'approve_plan');
  const from = chance.between(0, GOALS.length - 1);
  const drawn = [0, 1, 3].map((step) => GOALS[(from + step) % GOALS.length]).filter((goal) => goal !== undefined);
  const needs = drawn.map((goal) => ({
    goal,
    id: layNeed(shelf, setting, file, goal.need, assessed.daysAgo, chance, approved ? 'IN_PLAN' : 'CONFIRMED'),
  }));
  const today = dayOf(new Date(setting.now));
  const goals = needs.slice(0, 2).map(({ goal, id }) => plannedGoal(goal, id, today, chance, file.workerId));
  const content: PlanContent = { participation: 'FULL', participationReason: null, agreement: 'AGREED', copyGiven: 'NO', goals };
  const goes = { number: 1, writtenDaysAgo: assessed.daysAgo, approvedDaysAgo: approved?.daysAgo ?? null };
  if (!isRevised(life)) return layVersion(shelf, setting, file, life, content, goes);
  layVersion(shelf, setting, file, life, content, { ...goes, approvedDaysAgo: assessed.daysAgo });
  layVersion(shelf, setting, file, life, revised(content, today), { ...goes, number: 2 });
}

/** Of the plans that wait, those of older cases come after another, which stays in force until the new one is approved. */
const isRevised = (life: Life): boolean => waitsForApproval(life) && (life.openedDaysAgo ?? 0) > 14;

/** What was agreed anew: the first goal later and its action by somebody else's hand, one goal more. */
function revised({ goals: [first, ...rest], ...content }: PlanContent, today: string): PlanContent {
  const later = first && {
    ...first,
    targetOn: addDays(first.targetOn ?? today, 60),
    actions: first.actions.map((action) => ({ ...action, text: `${action.text}, together`, dueOn: addDays(action.dueOn ?? today, 21) })),
  };
  const action = { id: newId(), type: 'PEER_SUPPORT', text: 'Come along to the walking group', ownerKind: 'CLIENT', ownerId: null };
  const more: PlannedGoal = {
    id: newId(),
    domain: 'D11',
    statement: 'I want somebody to laugh with',
    baseline: 1,
    target: 3,
    targetOn: addDays(today, 90),
    needIds: [],
    actions: [{ ...action, dueOn: addDays(today, 14) }],
  };
  return { ...content, goals: [...(later ? [later] : []), ...rest.slice(1), more] };
}

function layNeed(shelf: Shelf, setting: Setting, file: LaidCase, code: NeedCode, daysAgo: number, chance: Chance, status: string): string {
  const id = newId();
  const at = momentAgo(setting, daysAgo, 10 * 60);
  const restricted = isRestrictedNeed(code);
  shelf.add(
    'client_need',
    {
      ...rowOf(setting, file),
      id,
      record_class: restricted ? 'RESTRICTED' : 'CONFIDENTIAL',
      code: restricted ? null : code,
      severity: chance.pick(['S1', 'S2', 'S2', 'S3']),
      status,
      identified_on: dayOf(at),
      created_by: file.workerId,
      created_at: at,
    },
    { place: needPlace({ id, clientId: file.clientId, sealVersion: 1 }), payload: { code, source: 'SELF', note: null } },
  );
  layMoves(shelf, setting, file, { type: 'need', id }, [{ action: 'identify', from: null, to: 'IDENTIFIED', by: file.workerId, at }]);
  return id;
}

function plannedGoal(
  { need, statement, type, action }: Draft,
  needId: string,
  today: string,
  chance: Chance,
  workerId: string,
): PlannedGoal {
  const isStaff = chance.happens(0.4);
  return {
    id: newId(),
    domain: domainOfNeed(need),
    statement,
    baseline: chance.between(1, 3),
    target: 4,
    targetOn: addDays(today, chance.between(40, 150)),
    needIds: [needId],
    actions: [
      {
        id: newId(),
        type,
        text: action,
        ownerKind: isStaff ? 'STAFF' : 'CLIENT',
        ownerId: isStaff ? workerId : null,
        dueOn: addDays(today, chance.between(-4, 30)),
      },
    ],
  };
}

function layVersion(
  shelf: Shelf,
  setting: Setting,
  file: LaidCase,
  life: Life,
  content: PlanContent,
  { number, writtenDaysAgo, approvedDaysAgo }: { number: number; writtenDaysAgo: number; approvedDaysAgo: number | null },
): void {
  const id = newId();
  const written = momentAgo(setting, writtenDaysAgo, 11 * 60);
  const approvedAt = approvedDaysAgo === null ? null : momentAgo(setting, approvedDaysAgo, 12 * 60);
  const submitted = approvedAt !== null || waitsForApproval(life);
  shelf.add(
    'plan_version',
    {
      ...rowOf(setting, file),
      id,
      record_class: 'CONFIDENTIAL',
      number,
      state: approvedAt ? 'APPROVED' : submitted ? 'SUBMITTED' : 'DRAFT',
      author_ids: [file.workerId],
      created_at: written,
      saved_at: written,
      submitted_at: submitted ? written : null,
      submitted_by: submitted ? file.workerId : null,
      approved_at: approvedAt,
      approved_by: approvedAt && file.coordinatorId,
      review_due: approvedAt && planReviewOn(dayOf(approvedAt), null),
    },
    { place: planPlace({ id, clientId: file.clientId, sealVersion: 1 }), payload: { ...content, returnReason: null } },
  );
  const writer = { by: file.workerId, at: written };
  layMoves(shelf, setting, file, { type: 'plan', id }, [
    { action: 'begin', from: null, to: 'DRAFT', ...writer },
    ...(submitted
      ? [{ action: 'submit', from: 'DRAFT', to: 'SUBMITTED', by: file.workerId, at: new Date(written.getTime() + 30 * 60_000) }]
      : []),
    ...(approvedAt ? [{ action: 'approve', from: 'SUBMITTED', to: 'APPROVED', by: file.coordinatorId, at: approvedAt }] : []),
  ]);
  if (approvedAt) for (const goal of content.goals) layItems(shelf, setting, file, id, goal, life.state === 'CLOSED');
}

function layItems(shelf: Shelf, setting: Setting, file: LaidCase, planId: string, goal: PlannedGoal, closed: boolean): void {
  const row = { ...rowOf(setting, file), record_class: 'CONFIDENTIAL', plan_id: planId, goal_id: goal.id };
  shelf.add('plan_item', { ...row, id: goal.id, item: 'GOAL', status: closed ? 'ACHIEVED' : 'IN_PROGRESS', due_on: goal.targetOn });
  for (const { id, ownerKind, ownerId, dueOn } of goal.actions)
    shelf.add('plan_item', {
      ...row,
      id,
      item: 'ACTION',
      status: closed ? 'CANCELLED' : 'PLANNED',
      owner_kind: ownerKind,
      owner_id: ownerId,
      due_on: dueOn,
    });
}
