import { RuleBroken } from '../process/process';
import { addMonths } from './calendar-days';
import type { PartialDate } from './partial-date';

/** What is known of a life, where days of it are told. */
export interface LifeFacts {
  /** First possible day of birth, `YYYY-MM-DD`; null when nothing is known of it, or of no single person. */
  readonly bornFrom: string | null;
  /** The office's day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** As long as the longest life that is documented lasted: what is said to be longer ago is a slip of the year, or another calendar. */
const LONGEST_LIFE_YEARS = 122;
const longAgo = (today: string): string => addMonths(today, -12 * LONGEST_LIFE_YEARS);

/**
 * Why a day (`YYYY-MM-DD`) cannot be one on which something was with a client that somebody is told of today: it lies ahead, before the first day on which
 * they can have been born, or longer ago than any life; null when it can.
 */
export function gapOfDay(day: string, { bornFrom, today }: LifeFacts): 'in-future' | 'before-birth' | 'date-too-early' | null {
  if (day > today) return 'in-future';
  if (bornFrom !== null && day < bornFrom) return 'before-birth';
  return day < longAgo(today) ? 'date-too-early' : null;
}

/** Clocks of two machines are not quite the same. */
const A_MOMENT = 5 * 60 * 1000;

/** As `gapOfDay`, of an instant (ISO 8601), which is before now in all offices or in none. */
export function gapOfMoment(at: string, now: string): 'in-future' | 'date-too-early' | null {
  if (Date.parse(at) > Date.parse(now) + A_MOMENT) return 'in-future';
  const [day, today] = [at, now].map((each) => new Date(each).toISOString().slice(0, 10)) as [string, string];
  return day < longAgo(today) ? 'date-too-early' : null;
}

/** Nothing is asked of a day that is not told. @throws RuleBroken `day-cannot-be` with the field */
export function assertDayOfLife(field: string, day: string | null | undefined, life: LifeFacts): void {
  const gap = day ? gapOfDay(day, life) : null;
  if (gap) throw new RuleBroken('day-cannot-be', {}, { [field]: [gap] });
}

/** As `assertDayOfLife`, of a date that is not known to the day: what it may be at the latest counts. */
export function assertTimeOfLife(field: string, date: PartialDate | null, life: LifeFacts): void {
  assertDayOfLife(field, date?.to && date.to > life.today ? life.today : date?.to, life);
}
