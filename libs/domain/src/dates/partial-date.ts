import { RuleBroken } from '../process/process';
import { type CalendarCode, addDays, addMonths, dayOf, daysInMonth, partsOf } from './calendar-days';
import { monthName } from './month-names';
import { type DateQualifier, type TypedDate, readTypedDate } from './typed-date';

export type DatePrecision = 'DAY' | 'MONTH' | 'YEAR' | 'DECADE' | 'RANGE' | 'UNKNOWN';
export type DateBasis = 'DOCUMENT' | 'SELF' | 'RELATIVE' | 'ESTIMATE' | 'AGE_ASSESSMENT' | 'ADMINISTRATIVE';

/** What was said about a date, how sure it is, and the days it may be (R-ID-02). */
export interface PartialDate {
  readonly calendar: CalendarCode;
  /** As it was typed. */
  readonly originalText: string;
  /** In `calendar`; null when not given, and for lunar dates. Of a decade or range: the first year. */
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly precision: DatePrecision;
  readonly qualifier: DateQualifier;
  readonly basis: DateBasis;
  /** First and last possible Gregorian day, `YYYY-MM-DD`, both included; null when unknown. */
  readonly from: string | null;
  readonly to: string | null;
  /** ISO 8601-2: `1984?`, `196X`, `1983-03-21/1984-03-20`. */
  readonly edtf: string;
}

export interface PartialDateOptions {
  /** Taken from the year when not said; a named month is stronger. */
  readonly calendar?: CalendarCode;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** SELF when not said. */
  readonly basis?: DateBasis;
}

interface Days {
  readonly from: string;
  readonly to: string;
}

const EARLIEST = '1850-01-01';
const SIGNS = { EXACT: '', APPROXIMATE: '~', UNCERTAIN: '?', BOTH: '%' } as const;

/**
 * Which calendar a year of four digits was probably given in; null when it must be asked.
 * @param today `YYYY-MM-DD`
 */
export function suggestCalendar(year: number, today: string): 'JALALI' | 'GREGORIAN' | null {
  if (year >= 1290 && year <= 1420) return 'JALALI';
  return year >= 1900 && year <= Number(today.slice(0, 4)) ? 'GREGORIAN' : null;
}

function calendarOf(typed: TypedDate, { calendar, today }: PartialDateOptions): CalendarCode {
  const found = typed.calendar ?? calendar ?? suggestCalendar(typed.year, today);
  if (!found) throw new RuleBroken('calendar-unclear', { year: typed.year });
  return found;
}

function lastYear(typed: TypedDate): number {
  if (typed.shape === 'DECADE') return typed.year + 9;
  return typed.yearTo ?? typed.year;
}

function assertExists(calendar: CalendarCode, typed: TypedDate): void {
  const { year, month = 1, day = 1 } = typed;
  if (lastYear(typed) < year) throw new RuleBroken('range-reversed', { from: year, to: lastYear(typed) });
  if (year < 1) throw new RuleBroken('date-too-early', { year, calendar });
  if (month < 1 || month > 12) throw new RuleBroken('no-such-month', { month });
  const days = daysInMonth(calendar, year, month);
  if (day >= 1 && day <= days) return;
  const name =
    calendar === 'HIJRI_LUNAR' ? [String(month), String(month)] : [monthName(calendar, month, 'en'), monthName(calendar, month, 'fa')];
  throw new RuleBroken('no-such-day', { calendar, day, year, month, daysInMonth: days, monthName: name[0], monthNameFa: name[1] });
}

function statedDays(calendar: CalendarCode, typed: TypedDate): Days {
  const { year, month = 1, day = 1 } = typed;
  const from = dayOf(calendar, { year, month, day });
  if (typed.day !== undefined) return { from, to: from };
  const end = { year: lastYear(typed), month: typed.month ?? 12 };
  return { from, to: dayOf(calendar, { ...end, day: daysInMonth(calendar, end.year, end.month) }) };
}

/** About a year: one more each side; about a month or day: a month each side. */
function widened(calendar: CalendarCode, typed: TypedDate, { from, to }: Days): Days {
  if (typed.qualifier !== 'APPROXIMATE' && typed.qualifier !== 'BOTH') return { from, to };
  const months = typed.month === undefined ? 12 : 1;
  if (typed.day !== undefined) return { from: addMonths(from, -months, calendar), to: addMonths(to, months, calendar) };
  // the end is counted from the day after it, as months differ in length
  return { from: addMonths(from, -months, calendar), to: addDays(addMonths(addDays(to, 1), months, calendar), -1) };
}

/** Where the new moon was seen decides a lunar month's first day. */
function asSighted(calendar: CalendarCode, { from, to }: Days): Days {
  return calendar === 'HIJRI_LUNAR' ? { from: addDays(from, -1), to: addDays(to, 1) } : { from, to };
}

function assertInReach(calendar: CalendarCode, year: number, days: Days, today: string): void {
  const facts = { year, calendar, suggestedCalendar: suggestCalendar(year, today) };
  if (days.from > today) throw new RuleBroken('date-in-future', facts);
  if (days.from < EARLIEST) throw new RuleBroken('date-too-early', facts);
}

/** EDTF knows only the Gregorian calendar: a year of another one is an interval of days. */
function edtfOf(calendar: CalendarCode, typed: TypedDate, { from, to }: Days): string {
  const sign = SIGNS[typed.qualifier];
  if (from === to) return from + sign;
  if (calendar !== 'GREGORIAN') return `${from}${sign}/${to}${sign}`;
  if (typed.shape === 'RANGE') return `${typed.year}${sign}/${lastYear(typed)}${sign}`;
  if (typed.shape === 'DECADE') return `${String(typed.year).slice(0, 3)}X${sign}`;
  return from.slice(0, typed.shape === 'MONTH' ? 7 : 4) + sign;
}

/**
 * What somebody said about a date, with the days it may be (model.md Annex B).
 * @param text "1362", "مهر ۱۳۶۲", "1362/7/1", "about 1958", "196X", "1955/1958", "unknown", …
 * @throws RuleBroken `date-not-understood`, `year-of-two-digits`, `calendar-unclear`, `no-such-month`, `no-such-day` (with
 * how many days the month had), `range-reversed`, `date-in-future`, `date-too-early`
 */
export function parsePartialDate(text: string, options: PartialDateOptions): PartialDate {
  const typed = readTypedDate(text);
  const told = { originalText: text.trim(), precision: typed.shape, qualifier: typed.qualifier, basis: options.basis ?? 'SELF' };
  if (typed.shape === 'UNKNOWN') {
    return { ...told, calendar: options.calendar ?? 'GREGORIAN', year: null, month: null, day: null, from: null, to: null, edtf: 'XXXX' };
  }
  const calendar = calendarOf(typed, options);
  assertExists(calendar, typed);
  const stated = asSighted(calendar, statedDays(calendar, typed));
  assertInReach(calendar, typed.year, stated, options.today);
  const parts = calendar === 'HIJRI_LUNAR' ? null : typed;
  return {
    ...told,
    calendar,
    year: parts?.year ?? null,
    month: parts?.month ?? null,
    day: parts?.day ?? null,
    ...widened(calendar, typed, stated),
    edtf: edtfOf(calendar, typed, stated),
  };
}

/** The last year a date speaks of, in its own calendar and without the widening of "about"; null when no year was kept. */
export function lastYearOf(date: PartialDate): number | null {
  if (date.year === null || date.to === null) return null;
  if (date.precision === 'DECADE') return date.year + 9;
  if (date.precision !== 'RANGE') return date.year;
  const isWidened = date.qualifier === 'APPROXIMATE' || date.qualifier === 'BOTH';
  return partsOf(date.calendar, date.to).year - (isWidened ? 1 : 0);
}

/** The days a date speaks of, without the widening of "about"; null when unknown. */
export function statedRange(date: PartialDate): Days | null {
  const { from, to, year, month, day, qualifier, precision } = date;
  if (from === null || to === null) return null;
  if (year === null || precision === 'UNKNOWN') return { from, to };
  return statedDays(date.calendar, {
    shape: precision,
    qualifier,
    year,
    yearTo: lastYearOf(date) ?? year,
    month: month ?? undefined,
    day: day ?? undefined,
  });
}
