import type { OfficeCalendar } from '../staff/office-calendar';
import { addDays, weekdayOf } from './calendar-days';

/** What counting needs of an office: its weekend and holidays. */
export type WorkingWeek = Pick<OfficeCalendar, 'weekendDays' | 'holidays'>;

/** Whether the office works on a day, `YYYY-MM-DD`. */
export function isWorkingDay(day: string, { weekendDays, holidays }: WorkingWeek): boolean {
  return !weekendDays.includes(weekdayOf(day)) && !holidays.includes(day);
}

/** The nearest working day at or after a day. */
export function workingDayFrom(day: string, calendar: WorkingWeek): string {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);
}

/** The nearest working day at or before a day. */
export function workingDayUntil(day: string, calendar: WorkingWeek): string {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, -1, calendar);
}

/**
 * The day so many working days later, or earlier when negative; the first day itself is not counted.
 * @param days whole working days
 * @param calendar with at least one working day a week
 */
export function addWorkingDays(from: string, days: number, calendar: WorkingWeek): string {
  const step = Math.sign(days);
  let day = from;
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left--;
  }
  return day;
}
