import { partsOf } from '@panah/domain/dates/calendar-days';
import type { Language } from '@panah/domain/vocabulary/code-list';

/** A day (`YYYY-MM-DD`) as a reader types it: by their calendar. */
export function typedDay(language: Language, day: string): string {
  const { year, month, day: number } = partsOf(language === 'fa' ? 'JALALI' : 'GREGORIAN', day);
  const parts = [two(number), two(month), String(year)];
  return (language === 'fa' ? parts.reverse() : parts).join('/');
}

const two = (value: number): string => String(value).padStart(2, '0');
