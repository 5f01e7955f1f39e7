import type { CalendarCode } from '@panah/domain/dates/calendar-days';
import { type PartialDate, parsePartialDate } from '@panah/domain/dates/partial-date';
import { RuleBroken } from '@panah/domain/process/process';
import { readerLanguage } from '../reader/language';
import { ruleText } from '../form/rule-texts';

export type SaidCalendar = 'GREGORIAN' | 'JALALI';

export interface Understood {
  date: PartialDate | null;
  /** What is wrong, in the reader's words; null while nothing is. */
  error: string | null;
}

/** Understands a date as the server will. `calendar` only when the reader chose one; `latest` is the last day it may begin on. */
export function understand(text: string, calendar: CalendarCode | null, latest: string): Understood {
  if (!text.trim()) return { date: null, error: null };
  try {
    return { date: parsePartialDate(text, { today: latest, ...(calendar ? { calendar } : {}) }), error: null };
  } catch (thrown) {
    if (thrown instanceof RuleBroken) return { date: null, error: wordsFor(thrown) };
    throw thrown;
  }
}

/** "Esfand 1394 had 29 days. Take 1 to 29, or leave the day empty." */
function wordsFor({ code, facts = {} }: RuleBroken): string {
  if (code !== 'no-such-day') return ruleText({ rule: code, limits: [] });
  const digits = new Intl.NumberFormat(readerLanguage() === 'fa' ? 'fa-IR' : 'en-GB', { useGrouping: false });
  const name = String(readerLanguage() === 'fa' ? facts['monthNameFa'] : facts['monthName']);
  const month = `${name} ${digits.format(Number(facts['year']))}`;
  const days = digits.format(Number(facts['daysInMonth']));
  return $localize`:@@platform.dateDays:${month}:month: had ${days}:days: days. Take 1 to ${days}:last:, or leave the day empty.`;
}
