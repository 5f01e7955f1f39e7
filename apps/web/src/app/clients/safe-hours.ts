import { Pipe, type PipeTransform } from '@angular/core';
import type { SafeHoursView } from '@panah/contracts/client-contact.contract';
import { persianDigits } from '@panah/domain/numbers/digits';
import { intlLocale, readerLanguage } from '../platform/reader/language';

/** A Monday: the days of the week are counted from it. */
const MONDAY = Date.UTC(2024, 0, 1);

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** 1 is Monday. */
export function weekdayName(day: number): string {
  return new Intl.DateTimeFormat(intlLocale(), { weekday: 'short', timeZone: 'UTC' }).format(MONDAY + (day - 1) * 86_400_000);
}

/** `{{ plan.okHours | safeHours }}`: "Tue, Thu 18:00–20:00". */
@Pipe({ name: 'safeHours' })
export class SafeHours implements PipeTransform {
  transform(hours: readonly SafeHoursView[]): string {
    const comma = readerLanguage() === 'fa' ? '، ' : ', ';
    const said = hours.map(({ days, from, to }) => `${days.map(weekdayName).join(comma)} ${from}–${to}`).join(' · ');
    return readerLanguage() === 'fa' ? persianDigits(said) : said;
  }
}
