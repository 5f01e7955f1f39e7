import { addMonths } from '../dates/calendar-days';
import { RuleBroken } from '../process/process';
import type { PlanContent, PlannedAction, PlannedGoal } from './plan-content';

type Fields = Record<string, string[]>;
/** Nothing is planned further ahead than this. */
const YEARS_AHEAD_AT_MOST = 10;

/**
 * A plan is whole: the person's part and agreement are recorded, each goal is in their words, with levels, a day, and an action
 * that somebody does by a day (model 2.7, 3.1). Holes are named field by field.
 * @param today the office's day, `YYYY-MM-DD`
 * @throws RuleBroken `plan-missing` without a plan, `plan-incomplete` with the fields
 */
export function assertWholePlan(plan: PlanContent | null | undefined, today: string): void {
  if (!plan) throw new RuleBroken('plan-missing');
  const fields: Fields = {
    ...personsPart(plan),
    ...(plan.goals.length ? {} : { goals: ['missing'] }),
    ...together(plan.goals.map((goal, at) => goalHoles(goal, `goals.${at}`, today))),
  };
  if (Object.keys(fields).length) throw new RuleBroken('plan-incomplete', { holes: Object.keys(fields).length }, fields);
}

/**
 * What no draft may say either: an action after its goal's day is a slip, a level outside 1 to 5 nonsense.
 * @throws RuleBroken `plan-contradicts` with the fields
 */
export function assertSoundPlan(plan: PlanContent): void {
  const fields: Fields = {};
  const ids = plan.goals.flatMap(({ id, actions }) => [id, ...actions.map((action) => action.id)]);
  if (new Set(ids).size < ids.length) fields.goals = ['twice-the-same'];
  plan.goals.forEach((goal, at) => {
    if (goal.baseline !== null && goal.target !== null && goal.target < goal.baseline) fields[`goals.${at}.target`] = ['below-baseline'];
    goal.actions.forEach(({ dueOn }, index) => {
      if (dueOn && goal.targetOn && dueOn > goal.targetOn) fields[`goals.${at}.actions.${index}.dueOn`] = ['after-goal'];
    });
  });
  if (Object.keys(fields).length) throw new RuleBroken('plan-contradicts', {}, fields);
}

/** R-CA-04: nobody who wrote on a plan approves it. @throws RuleBroken `same-person` */
export function assertNotAuthor(by: string, authors: readonly string[]): void {
  if (authors.includes(by)) throw new RuleBroken('same-person', { act: 'APPROVE_PLAN' });
}

function personsPart({ participation, participationReason, agreement }: PlanContent): Fields {
  return {
    ...(participation ? {} : { participation: ['missing'] }),
    ...(participation === 'NO' && !participationReason?.trim() ? { participationReason: ['missing'] } : {}),
    ...(agreement ? {} : { agreement: ['missing'] }),
  };
}

const together = (parts: readonly Fields[]): Fields => Object.fromEntries(parts.flatMap((part) => Object.entries(part)));

function goalHoles(goal: PlannedGoal, at: string, today: string): Fields {
  const { domain, statement, baseline, target, targetOn, actions } = goal;
  return {
    ...hole(`${at}.domain`, domain),
    ...hole(`${at}.statement`, statement.trim()),
    ...hole(`${at}.baseline`, baseline),
    ...hole(`${at}.target`, target),
    ...dayHole(`${at}.targetOn`, targetOn, today),
    ...(actions.length ? {} : { [`${at}.actions`]: ['missing'] }),
    ...together(actions.map((action, index) => actionHoles(action, `${at}.actions.${index}`))),
  };
}

function actionHoles({ type, text, ownerKind, ownerId, dueOn }: PlannedAction, at: string): Fields {
  return {
    ...hole(`${at}.type`, type),
    ...hole(`${at}.text`, text.trim()),
    ...hole(`${at}.ownerKind`, ownerKind),
    ...(ownerKind === 'STAFF' ? hole(`${at}.ownerId`, ownerId) : {}),
    ...hole(`${at}.dueOn`, dueOn),
  };
}

/** A goal is reached by a day to come; one too far off is a slip of the year. */
function dayHole(name: string, day: string | null, today: string): Fields {
  if (day && day < today) return { [name]: ['in-past'] };
  return day && day > addMonths(today, 12 * YEARS_AHEAD_AT_MOST) ? { [name]: ['too-far'] } : hole(name, day);
}

const hole = (name: string, value: string | number | null): Fields => (value === null || value === '' ? { [name]: ['missing'] } : {});
