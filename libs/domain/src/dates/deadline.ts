import { addDays, addMonths } from './calendar-days';
import { type WorkingWeek, addWorkingDays, workingDayFrom, workingDayUntil } from './working-days';

export type DeadlineUnit = 'CALENDAR_DAYS' | 'WORKING_DAYS' | 'WEEKS' | 'MONTHS';
/** Where a last day goes that is no working day. */
export type DeadlineRoll = 'NEXT' | 'NONE' | 'PREVIOUS';

export interface DeadlineRule {
  /** `YYYY-MM-DD`; not counted itself. */
  readonly triggerDate: string;
  readonly amount: number;
  readonly unit: DeadlineUnit;
  readonly roll: DeadlineRoll;
}

export interface Deadline {
  readonly dueOn: string;
  /** When our own work is due: working days before, so that a bad day costs nobody their right. */
  readonly internalDueOn: string;
}

/** The last day before it is moved off a day that is none for work. */
export function lastDay({ triggerDate, amount, unit }: DeadlineRule, calendar: WorkingWeek): string {
  switch (unit) {
    case 'CALENDAR_DAYS':
      return addDays(triggerDate, amount);
    case 'WEEKS':
      return addDays(triggerDate, amount * 7);
    case 'MONTHS':
      return addMonths(triggerDate, amount);
    case 'WORKING_DAYS':
      return addWorkingDays(triggerDate, amount, calendar);
  }
}

/** A day is not moved to before its trigger: where no day of work lies between the two, it stays. */
function rolled(day: string, { roll, triggerDate }: DeadlineRule, calendar: WorkingWeek): string {
  if (roll === 'NONE') return day;
  if (roll === 'NEXT') return workingDayFrom(day, calendar);
  const earlier = workingDayUntil(day, calendar);
  return earlier < triggerDate ? day : earlier;
}

function bufferOf({ amount, unit }: DeadlineRule): number {
  const short = { CALENDAR_DAYS: 7, WORKING_DAYS: 7, WEEKS: 1, MONTHS: 0 }[unit];
  return amount <= short ? 1 : 3;
}

/** By which day an act must be done (model.md C.1); our own day never lies before what it counts from (R-AS-04). */
export function deadline(rule: DeadlineRule, calendar: WorkingWeek): Deadline {
  const dueOn = rolled(lastDay(rule, calendar), rule, calendar);
  const before = addWorkingDays(dueOn, -bufferOf(rule), calendar);
  return { dueOn, internalDueOn: before < rule.triggerDate ? rule.triggerDate : before };
}
