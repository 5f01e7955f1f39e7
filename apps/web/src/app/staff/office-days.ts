import { intlLocale } from '../platform/reader/language';

const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

/** ISO weekdays 1 to 7 with their names in the reader's language. */
export const WEEKDAYS: readonly { day: number; label: string }[] = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
  day,
  label: new Intl.DateTimeFormat(intlLocale(), { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + (day - 1) * DAY),
}));

export const weekdaysText = (days: readonly number[]): string =>
  new Intl.ListFormat(intlLocale(), { type: 'unit' }).format(WEEKDAYS.filter(({ day }) => days.includes(day)).map(({ label }) => label));

export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every time zone the browser can count in; the list of some browsers lacks UTC, or the one in use. */
export const TIME_ZONES: readonly string[] = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ownTimeZone()])].sort();
