import { CalendarDateTime, fromDate, toCalendarDateTime, toZoned } from '@internationalized/date';
import { RuleBroken } from '../process/process';

/** A time as a clock on a wall shows it. */
export interface WallTime {
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** `HH:MM` */
  readonly at: string;
}

/**
 * The instant (ISO 8601 with Z) at which a clock in a time zone (IANA name) shows this. When the clock is put back, the first of
 * the two is meant.
 * @throws RuleBroken `no-such-time` for a time that the clock leaves out when it is put forward
 */
export function instantOf({ on, at }: WallTime, timeZone: string): string {
  const [year, month, day] = on.split('-').map(Number);
  const [hour, minute] = at.split(':').map(Number);
  const wall = new CalendarDateTime(year, month, day, hour, minute);
  const zoned = toZoned(wall, timeZone, 'earlier');
  const shown = toCalendarDateTime(zoned);
  if (shown.compare(wall) !== 0) throw new RuleBroken('no-such-time', { timeZone }, { at: ['no-such-time'] });
  return zoned.toDate().toISOString();
}

/** What a clock in a time zone shows at an instant (ISO 8601). */
export function wallTimeOf(instant: string, timeZone: string): WallTime {
  const { year, month, day, hour, minute } = fromDate(new Date(instant), timeZone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return { on: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`, at: `${two(hour)}:${two(minute)}` };
}

/** Noon of a day (`YYYY-MM-DD`) in a time zone: for what is known to the day alone. */
export const noonOf = (on: string, timeZone: string): Date => new Date(instantOf({ on, at: '12:00' }, timeZone));

/** The last second of a day (`YYYY-MM-DD`) in a time zone. */
export const endOfDay = (on: string, timeZone: string): Date => new Date(Date.parse(instantOf({ on, at: '23:59' }, timeZone)) + 59_000);
