import { CalendarDate, type Calendar, GregorianCalendar, PersianCalendar, toCalendar } from '@internationalized/date';
import { latinDigits } from './office-date-adapter';

export type PartialCalendar = 'GREGORIAN' | 'JALALI';

/** A date of which only part may be known, with the words in which it was given. */
export interface PartialDateValue {
  calendar: PartialCalendar;
  year: number | null;
  month: number | null;
  day: number | null;
  originalText: string;
}

const CALENDARS: Readonly<Record<PartialCalendar, Calendar>> = { JALALI: new PersianCalendar(), GREGORIAN: new GregorianCalendar() };

/** A typed number, in any digits; null when nothing (or no number) was typed. */
export const typedNumber = (text: string): number | null => (/^\d+$/.test(latinDigits(text.trim())) ? Number(latinDigits(text.trim())) : null);

/** The calendar a year alone gives away (model Annex B), or null when it does not. */
export function likelyCalendar(year: number | null): PartialCalendar | null {
  if (year === null) return null;
  if (year >= 1290 && year <= 1420) return 'JALALI';
  return year >= 1900 && year <= 2100 ? 'GREGORIAN' : null;
}

export const daysIn = (calendar: PartialCalendar, year: number, month: number): number =>
  CALENDARS[calendar].getDaysInMonth(new CalendarDate(CALENDARS[calendar], year, month, 1));

/** First and last day in the Gregorian calendar, or null while the parts make no date. */
export function spanOf(value: PartialDateValue): { from: string; to: string } | null {
  const { calendar, year, month, day } = value;
  if (year === null || (day !== null && month === null)) return null;
  if (month !== null && (month < 1 || month > 12)) return null;
  const lastMonth = month ?? 12;
  const lastDay = daysIn(calendar, year, lastMonth);
  if (day !== null && (day < 1 || day > lastDay)) return null;
  return { from: gregorian(calendar, year, month ?? 1, day ?? 1), to: gregorian(calendar, year, lastMonth, day ?? lastDay) };
}

const gregorian = (calendar: PartialCalendar, year: number, month: number, day: number): string =>
  toCalendar(new CalendarDate(CALENDARS[calendar], year, month, day), CALENDARS.GREGORIAN).toString();
