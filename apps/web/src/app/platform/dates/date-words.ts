import { inject, Injectable } from '@angular/core';
import { readerLanguage } from '../reader/language';
import { SessionStore } from '../session/session-store';

export type CalendarName = 'gregorian' | 'jalali';
export type DateShape = 'day' | 'short' | 'long' | 'month' | 'weekday' | 'number' | 'time' | 'dayTime';

const SHAPES: Readonly<Record<DateShape, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'narrow' },
  number: { day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dayTime: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const localeOf = (calendar: CalendarName) => {
  const language = readerLanguage() === 'fa' ? 'fa-IR' : 'en-GB';
  return `${language}-u-ca-${calendar === 'jalali' ? 'persian' : 'gregory'}`;
};

/** Now, to the minute, as an instant. */
export const thisMinute = (): string => new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS).toISOString();

/** The calendar a reader meets first. */
export const readersCalendar = (): CalendarName => (readerLanguage() === 'fa' ? 'jalali' : 'gregorian');

/** Says dates in the reader's language and digits, in either calendar. A day has no clock; an instant is shown in the office's time. */
@Injectable({ providedIn: 'root' })
export class DateWords {
  private readonly session = inject(SessionStore);
  private readonly formats = new Map<string, Intl.DateTimeFormat>();

  /** `iso` is a day (`2026-11-17`) or an instant (`2026-11-17T08:30:00Z`). */
  say(iso: string, shape: DateShape, calendar: CalendarName = readersCalendar()): string {
    const timeZone = DAY_ONLY.test(iso) ? 'UTC' : this.session.timeZone();
    const key = `${shape} ${calendar} ${timeZone}`;
    const format = this.formats.get(key) ?? new Intl.DateTimeFormat(localeOf(calendar), { ...SHAPES[shape], timeZone });
    this.formats.set(key, format);
    return inHouseOrder(format.formatToParts(new Date(iso)));
  }

  /** "Central European Time": a time zone as people call it; its IANA name where they have none for it. */
  sayZone(timeZone: string): string {
    const format = new Intl.DateTimeFormat(localeOf('gregorian'), { timeZone, timeZoneName: 'longGeneric' });
    return format.formatToParts(new Date()).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  }

  /** "today", "in 3 days", "yesterday": whole days of the office's calendar. */
  sayDistance(iso: string, now = new Date()): string {
    const format = new Intl.RelativeTimeFormat(readerLanguage() === 'fa' ? 'fa-IR' : 'en-GB', { numeric: 'auto' });
    const days = this.daysUntil(iso, now);
    if (Math.abs(days) < 60) return format.format(days, 'day');
    return Math.abs(days) < 730 ? format.format(Math.trunc(days / 30.44), 'month') : format.format(Math.trunc(days / 365.25), 'year');
  }

  /** Whole days from today to `iso`; negative when it has passed. */
  daysUntil(iso: string, now = new Date()): number {
    return (Date.parse(this.dayOf(iso)) - Date.parse(this.dayOf(now.toISOString()))) / DAY_MS;
  }

  /** The day (`2026-11-17`) on which an instant falls in the office. */
  dayOf(iso: string): string {
    if (DAY_ONLY.test(iso)) return iso;
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.session.timeZone() }).format(new Date(iso));
  }

  today(): string {
    return this.dayOf(new Date().toISOString());
  }
}

/** Weekday, day, month, year, then the clock: both languages say it so; ICU would put the Persian year first and name the era. */
function inHouseOrder(parts: readonly Intl.DateTimeFormatPart[]): string {
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value;
  const day = [part('weekday'), part('day'), part('month'), part('year')].filter(Boolean).join(' ');
  const clock = [part('hour'), part('minute')].filter(Boolean).join(':');
  return [day, clock].filter(Boolean).join(readerLanguage() === 'fa' ? '، ' : ', ');
}
