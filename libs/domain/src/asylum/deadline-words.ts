import { partsOf } from '../dates/calendar-days';
import type { DeadlineUnit } from '../dates/deadline';
import { monthName } from '../dates/month-names';
import type { Language } from '../vocabulary/code-list';
import { deadlineTrigger, reckoningGap } from '../vocabulary/legal-deadlines';
import type { Reckoning } from './legal-deadline';

const UNITS: Readonly<Record<DeadlineUnit, Readonly<Record<Language, readonly [one: string, many: string]>>>> = {
  CALENDAR_DAYS: { en: ['day', 'days'], fa: ['روز', 'روز'] },
  WORKING_DAYS: { en: ['working day', 'working days'], fa: ['روز کاری', 'روز کاری'] },
  WEEKS: { en: ['week', 'weeks'], fa: ['هفته', 'هفته'] },
  MONTHS: { en: ['month', 'months'], fa: ['ماه', 'ماه'] },
};
const CALENDAR_OF = { en: 'GREGORIAN', fa: 'JALALI' } as const;
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  fa: ['یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه'],
};

const digits = (value: number, language: Language): string =>
  language === 'fa' ? String(value).replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit))) : String(value);

const yearOf = (day: string, language: Language): number => partsOf(CALENDAR_OF[language], day).year;

function said(day: string, language: Language, withYear: boolean): string {
  const calendar = CALENDAR_OF[language];
  const { year, month, day: number } = partsOf(calendar, day);
  const short = `${digits(number, language)} ${monthName(calendar, month, language)}`;
  return withYear ? `${short} ${digits(year, language)}` : short;
}

const weekday = (day: string, language: Language): string => WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';

function length(amount: number, unit: DeadlineUnit, language: Language): string {
  const [one, many] = UNITS[unit][language];
  return `${digits(amount, language)} ${amount === 1 ? one : many}`;
}

const WORDS = {
  en: {
    countsAs: (day: string, after: string) => ` (counts as ${day}, ${after} later)`,
    moved: (day: string) => `, no working day, so ${day}`,
    entered: (day: string) => `${day}, as the legal team entered it`,
    ask: 'Ask a lawyer today.',
  },
  fa: {
    countsAs: (day: string, after: string) => ` (${after} بعد، یعنی ${day}، به شمار می‌آید)`,
    moved: (day: string) => `، که روز کاری نیست، پس ${day}`,
    entered: (day: string) => `${day}، چنان‌که تیم حقوقی وارد کرده است`,
    ask: 'امروز از یک وکیل بپرسید.',
  },
};

/**
 * How a day was found, in words: "served 3 July + 14 days = Friday 17 July". Years are said where they differ. Without a day: why, and whom to ask.
 */
export function explained(reckoning: Reckoning, language: Language): string {
  const { trigger, triggerDate, fiction, countsFrom, amount, unit, lastDay, dueOn, gap } = reckoning;
  const words = WORDS[language];
  if (gap !== null || dueOn === null) return gap === null ? words.ask : `${reckoningGap.label(gap, language)} ${words.ask}`;
  const years = new Set([triggerDate, countsFrom, lastDay ?? dueOn, dueOn].map((day) => yearOf(day, language)));
  const day = (which: string): string => said(which, language, years.size > 1);
  const full = (which: string): string => `${weekday(which, language)} ${day(which)}`;
  const happened = `${deadlineTrigger.label(trigger, language)} ${day(triggerDate)}`;
  if (amount === null || unit === null) return `${happened}; ${words.entered(full(dueOn))}`;
  const counts =
    fiction && countsFrom !== triggerDate ? words.countsAs(day(countsFrom), length(fiction.amount, fiction.unit, language)) : '';
  const before = lastDay !== null && lastDay !== dueOn ? `${full(lastDay)}${words.moved(full(dueOn))}` : full(dueOn);
  return `${happened}${counts} + ${length(amount, unit, language)} = ${before}`;
}
