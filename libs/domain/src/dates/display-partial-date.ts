import { persianDigits } from '../numbers/digits';
import { partsOf } from './calendar-days';
import { monthName } from './month-names';
import { type DatePrecision, type PartialDate, lastYearOf, statedRange } from './partial-date';

type Locale = 'en' | 'fa';
type ShownCalendar = 'GREGORIAN' | 'JALALI';

const WORDS = {
  en: {
    UNKNOWN: 'Unknown',
    EXACT: '',
    APPROXIMATE: 'about ',
    UNCERTAIN: 'possibly ',
    BOTH: 'possibly about ',
    lunar: ' lunar',
    decade: (year: number) => `${year}s`,
  },
  fa: {
    UNKNOWN: 'نامعلوم',
    EXACT: '',
    APPROXIMATE: 'حدود ',
    UNCERTAIN: 'احتمالاً ',
    BOTH: 'احتمالاً حدود ',
    lunar: ' قمری',
    decade: (year: number) => `دههٔ ${year}`,
  },
} as const;

function yearSpan(from: number, to: number): string {
  if (from === to) return String(from);
  if (to > from + 1) return `${from}–${to}`;
  return Math.floor(from / 100) === Math.floor(to / 100) ? `${from}/${String(to).slice(-2)}` : `${from}/${to}`;
}

function monthSpan(calendar: ShownCalendar, from: string, to: string, locale: Locale): string {
  const [first, last] = [partsOf(calendar, from), partsOf(calendar, to)];
  const [start, end] = [first, last].map(({ month }) => monthName(calendar, month, locale));
  if (first.year !== last.year) return `${start} ${first.year}/${end} ${last.year}`;
  return first.month === last.month ? `${start} ${first.year}` : `${start}/${end} ${first.year}`;
}

function inCalendar(calendar: ShownCalendar, from: string, to: string, precision: DatePrecision, locale: Locale): string {
  const first = partsOf(calendar, from);
  if (precision === 'DAY') return `${first.day} ${monthName(calendar, first.month, locale)} ${first.year}`;
  if (precision === 'MONTH') return monthSpan(calendar, from, to, locale);
  return yearSpan(first.year, partsOf(calendar, to).year);
}

function asGiven(date: PartialDate, from: string, to: string, locale: Locale): string {
  if (date.calendar === 'HIJRI_LUNAR') return date.originalText + WORDS[locale].lunar;
  if (date.precision === 'DECADE' && date.year !== null) return WORDS[locale].decade(date.year);
  if (date.precision === 'RANGE' && date.year !== null) return `${date.year}–${lastYearOf(date) ?? date.year}`;
  return inCalendar(date.calendar, from, to, date.precision, locale);
}

function inTheOther(date: PartialDate, from: string, to: string, locale: Locale): string {
  const isLunarDay = date.calendar === 'HIJRI_LUNAR' && date.precision === 'DAY';
  return inCalendar(date.calendar === 'GREGORIAN' ? 'JALALI' : 'GREGORIAN', from, to, isLunarDay ? 'MONTH' : date.precision, locale);
}

/**
 * A date as it was given, with the other calendar beside it: "1362 (1983/84)", "23 Farvardin 1395 (11 April 2016)". Never
 * shows a day or month that was not given (R-ID-02).
 */
export function displayPartialDate(date: PartialDate, locale: Locale): string {
  const range = statedRange(date);
  if (!range) return WORDS[locale].UNKNOWN;
  const prefix = date.calendar === 'HIJRI_LUNAR' ? '' : WORDS[locale][date.qualifier];
  const shown = `${prefix}${asGiven(date, range.from, range.to, locale)} (${inTheOther(date, range.from, range.to, locale)})`;
  return locale === 'fa' ? persianDigits(shown) : shown;
}
