import { addDays } from '../dates/calendar-days';
import { RuleBroken } from '../process/process';

/** Three months by which figures about few people are counted: nobody chooses their first or last day. Days `YYYY-MM-DD`, both counted. */
export interface Quarter {
  /** As in `2026-Q3`. */
  name: string;
  from: string;
  to: string;
}

const quarterAt = (year: number, month: number): Quarter => {
  const first = (at: number): string => new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 10);
  const start = month - (month % 3);
  return { name: `${String(year)}-Q${String(start / 3 + 1)}`, from: first(start), to: addDays(first(start + 3), -1) };
};

/**
 * The quarters that were over before a day, the last first.
 * @param today day of the office, `YYYY-MM-DD`
 */
export function endedQuarters(today: string, count: number): Quarter[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const months = year * 12 + (month - 1) - 3 * (back + 1);
    return quarterAt(Math.floor(months / 12), months % 12);
  });
}

/**
 * R-PU-03, R-PU-04: figures are of a whole quarter that is over; two of them never differ by some days, so by some people.
 * @param asked as in `2026-Q3`; the last that is over unless said
 * @throws RuleBroken `period` with the field `quarter`: it is not over yet
 */
export function endedQuarter(asked: string | undefined, today: string): Quarter {
  const [last] = endedQuarters(today, 1);
  const [year = 0, number = 0] = (asked ?? last?.name ?? '').split('-Q').map(Number);
  const quarter = quarterAt(year, (number - 1) * 3);
  if (quarter.to >= today) throw new RuleBroken('period', {}, { quarter: ['in-future'] });
  return quarter;
}
