import { RuleBroken } from '../process/process';
import { CalendarDate, GregorianCalendar, IslamicUmalquraCalendar, PersianCalendar, toCalendar } from '@internationalized/date';

/** In which calendar a date was given. */
export type CalendarCode = 'GREGORIAN' | 'JALALI' | 'HIJRI_LUNAR';

export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const GREGORIAN = new GregorianCalendar();
const CALENDARS = { GREGORIAN, JALALI: new PersianCalendar(), HIJRI_LUNAR: new IslamicUmalquraCalendar() };

function gregorian(day: string): CalendarDate {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return new CalendarDate(year, month, dayOfMonth);
}

/** The Gregorian day, `YYYY-MM-DD`, of a day that exists in its calendar. */
export function dayOf(calendar: CalendarCode, { year, month, day }: DayParts): string {
  return toCalendar(new CalendarDate(CALENDARS[calendar], year, month, day), GREGORIAN).toString();
}

/** Year, month and day of a Gregorian day (`YYYY-MM-DD`) in a calendar. */
export function partsOf(calendar: CalendarCode, day: string): DayParts {
  const date = toCalendar(gregorian(day), CALENDARS[calendar]);
  return { year: date.year, month: date.month, day: date.day };
}

/** How many days a month has: 29 for Esfand 1394, 30 for Esfand 1395. */
export function daysInMonth(calendar: CalendarCode, year: number, month: number): number {
  return CALENDARS[calendar].getDaysInMonth(new CalendarDate(CALENDARS[calendar], year, month, 1));
}

/**
 * A day so many days later (earlier when negative).
 * @throws RuleBroken `day-out-of-range` beyond the years 1 to 9999, where the calendar would stand still
 */
export function addDays(day: string, days: number): string {
  const from = gregorian(day);
  const to = from.add({ days });
  if (to.compare(from) !== days) throw new RuleBroken('day-out-of-range');
  return to.toString();
}

/** The same day number so many months later, or the last day of that month when it has no such day. */
export function addMonths(day: string, months: number, calendar: CalendarCode = 'GREGORIAN'): string {
  return toCalendar(toCalendar(gregorian(day), CALENDARS[calendar]).add({ months }), GREGORIAN).toString();
}

/** ISO weekday of a day: 1 = Monday to 7 = Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
