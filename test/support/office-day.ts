import { addDays } from '@panah/domain/dates/calendar-days';
import { dayAt } from '@panah/domain/staff/office-calendar';

/** The day (`YYYY-MM-DD`) it is in the offices of the stories, which lie in Tirana, or so many days after it. */
export const officeDay = (ahead = 0): string => addDays(dayAt(new Date().toISOString(), 'Europe/Tirane'), ahead);
