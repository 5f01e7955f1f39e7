import { addDays } from '../dates/calendar-days';
import { isWorkingDay, workingDayFrom, type WorkingWeek, addWorkingDays } from '../dates/working-days';
import { RuleBroken } from '../process/process';
import type { TaskKind, TaskType } from '../vocabulary/tasks';
import { traitOf } from './task-kinds';

/** A task is set at most so many days ahead: what is later belongs into the plan. */
export const DAYS_AHEAD_AT_MOST = 730;
/** R-CA-03: a task so many working days late goes to the coordinator too. */
export const LATE_FOR_COORDINATOR = 5;

/** Working days until the next of its kind is usually due. */
const NEXT_IN: Readonly<Partial<Record<TaskType, number>>> = {
  CONTACT: 5,
  FOLLOW_UP: 5,
  VISIT: 10,
  DOCUMENT: 5,
  APPOINTMENT: 5,
  REVIEW_PLAN: 60,
  REVIEW_RISK: 20,
  REFERRAL_RESPONSE: 2,
  MESSAGE_REVIEW: 1,
};

/** Days that are offered for the next task when one is finished: the usual one first, then sooner and later; all are working days. */
export function suggestedNext(kind: TaskKind, today: string, week: WorkingWeek): string[] {
  const usual = addWorkingDays(today, NEXT_IN[traitOf(kind).type] ?? 5, week);
  const others = [addWorkingDays(today, 1, week), workingDayFrom(addDays(today, 7), week), workingDayFrom(addDays(today, 30), week)];
  return [...new Set([usual, ...others.sort()])];
}

/**
 * The days of a task make sense. All are the office's, `YYYY-MM-DD`.
 * @throws RuleBroken `task-days` with the fields
 */
export function assertTaskDays(days: { dueOn: string; remindOn?: string | null }, today: string): void {
  const fields: Record<string, string[]> = {};
  if (days.dueOn < today) fields.dueOn = ['in-past'];
  if (days.dueOn > addDays(today, DAYS_AHEAD_AT_MOST)) fields.dueOn = ['too-far'];
  if (days.remindOn && days.remindOn < today) fields.remindOn = ['in-past'];
  if (days.remindOn && days.remindOn > days.dueOn) fields.remindOn = ['after-due'];
  if (Object.keys(fields).length) throw new RuleBroken('task-days', {}, fields);
}

/**
 * R-CO-08: what a second person decides is not ticked off, whoever asks: the decision ends it.
 * @throws RuleBroken `task-decided`
 */
export function assertTickedOff(kind: TaskKind): void {
  if (traitOf(kind).decided) throw new RuleBroken('task-decided', { kind });
}

/** How many working days a task is late; 0 when it is not. */
export function workingDaysLate(dueOn: string, today: string, week: WorkingWeek): number {
  let late = 0;
  for (let day = addDays(dueOn, 1); day <= today; day = addDays(day, 1)) if (isWorkingDay(day, week)) late++;
  return late;
}
