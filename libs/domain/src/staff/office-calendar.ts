import { RuleBroken } from '../process/process';

/** When an office works. Days are `YYYY-MM-DD` and counted in the office's own time zone, never in the server's. */
export interface OfficeCalendar {
  /** IANA name, such as `Europe/Tirane`. */
  timeZone: string;
  /** ISO weekdays, 1 = Monday to 7 = Sunday. */
  weekendDays: number[];
  holidays: string[];
}

/** The day (`YYYY-MM-DD`) it is in a time zone at an instant (ISO 8601 with offset or Z). */
export function dayAt(instant: string, timeZone: string): string {
  const parts = formatOf(timeZone).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** To make a format takes a hundred times as long as to use it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return format;
}

/**
 * A calendar somebody typed can be counted with.
 * @throws RuleBroken `office-calendar` with the fields that are wrong.
 */
export function assertCalendar(calendar: OfficeCalendar): void {
  const fields: Record<string, string[]> = {};
  if (!isTimeZone(calendar.timeZone)) fields.timeZone = ['unknown'];
  if (!areWeekendDays(calendar.weekendDays)) fields.weekendDays = ['not-a-weekend'];
  if (!calendar.holidays.every(isDay)) fields.holidays = ['not-a-date'];
  if (Object.keys(fields).length) throw new RuleBroken('office-calendar', {}, fields);
}

/** A time zone that is known by its IANA name: PostgreSQL reads the sign of `+05:00` the other way round. @throws RuleBroken `time-zone` */
export function assertTimeZone(timeZone: string): void {
  if (!isTimeZone(timeZone)) throw new RuleBroken('time-zone', {}, { timeZone: ['unknown'] });
}

// At least one day of work a week, otherwise counting working days would never end.
function areWeekendDays(days: number[]): boolean {
  return new Set(days).size < 7 && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
}

function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isDay(text: string): boolean {
  const read = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(text);
}
