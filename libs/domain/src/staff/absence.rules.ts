import { addDays } from '../dates/calendar-days';
import { isWorkingDay, type WorkingWeek } from '../dates/working-days';
import { RuleBroken } from '../process/process';

/** R-CA-10: an absence of more working days needs a deputy. */
export const WORKING_DAYS_ALONE = 3;
const LONGEST_DAYS = 366;
const AHEAD_AT_MOST = 730;

/** An absence, first and last day (`YYYY-MM-DD`). */
export interface Absence {
  readonly from: string;
  readonly until: string;
}

/** How many of its days the office works. */
export function workingDaysIn({ from, until }: Absence, week: WorkingWeek): number {
  let days = 0;
  for (let day = from; day <= until; day = addDays(day, 1)) if (isWorkingDay(day, week)) days++;
  return days;
}

/** R-CA-10. */
export const needsDeputy = (absence: Absence, week: WorkingWeek): boolean => workingDaysIn(absence, week) > WORKING_DAYS_ALONE;

/** @throws RuleBroken `absence-days` with the fields */
export function assertAbsence({ from, until }: Absence, today: string): void {
  if (until < from) throw new RuleBroken('absence-days', {}, { until: ['before-start'] });
  if (until < today) throw new RuleBroken('absence-days', {}, { until: ['in-past'] });
  if (from > addDays(today, AHEAD_AT_MOST)) throw new RuleBroken('absence-days', {}, { from: ['too-far'] });
  if (until > addDays(from, LONGEST_DAYS)) throw new RuleBroken('absence-days', {}, { until: ['too-far'] });
}

/** Nobody stands in for themself. @throws RuleBroken `own-deputy` */
export function assertDeputy(deputyId: string, absentId: string): void {
  if (deputyId === absentId) throw new RuleBroken('own-deputy', {}, { deputyId: ['own-deputy'] });
}
