import { addDays } from '../dates/calendar-days';
import { RuleBroken } from '../process/process';

/** Days of an office, both counted (`YYYY-MM-DD`). */
export interface Period {
  from: string;
  to: string;
}

const PERIOD_DAYS_AT_MOST = 366;
const DAY = 86_400_000;

/**
 * The period that a report counts (model 6.1): what was asked for, or the last days up to today.
 * @param days how long it is when nobody says
 * @throws RuleBroken `period` with the fields: it ends before it begins, lies ahead, or is longer than a year
 */
export function periodOf(asked: Partial<Period>, today: string, days: number): Period {
  const to = asked.to ?? today;
  const from = asked.from ?? addDays(to, 1 - days);
  const fields: Record<string, string[]> = {};
  if (to > today) fields.to = ['in-future'];
  if (from > to) fields.from = ['after-end'];
  else if (addDays(from, PERIOD_DAYS_AT_MOST) <= to) fields.from = ['too-long'];
  if (Object.keys(fields).length) throw new RuleBroken('period', {}, fields);
  return { from, to };
}

/** Whole weeks in a period, counted back from its last day (P-08). The days before the first of them are left out. */
export const weeksIn = ({ from, to }: Period): number => Math.floor(((Date.parse(to) - Date.parse(from)) / DAY + 1) / 7);
