import { Injectable, type Provider } from '@angular/core';
import { DateAdapter, MAT_DATE_FORMATS, MAT_DATE_LOCALE, type MatDateFormats, NativeDateAdapter } from '@angular/material/core';
import { CalendarDate, GregorianCalendar, PersianCalendar, toCalendar } from '@internationalized/date';
import { readerLanguage } from '../reader/language';

const PERSIAN = new PersianCalendar();
const GREGORIAN = new GregorianCalendar();
const persianDigits = (text: string | number) => String(text).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)));

/** Persian and Arabic digits as Latin ones. */
export const latinDigits = (text: string) => text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));

const fromDate = (date: Date) => toCalendar(new CalendarDate(date.getFullYear(), date.getMonth() + 1, date.getDate()), PERSIAN);

function toDate(date: CalendarDate): Date {
  const gregorian = toCalendar(date, GREGORIAN);
  return new Date(gregorian.year, gregorian.month - 1, gregorian.day);
}

/** The Jalali calendar for Material's date picker; the model stays a plain JS Date. */
@Injectable()
export class JalaliDateAdapter extends NativeDateAdapter {
  override getYear(date: Date): number {
    return fromDate(date).year;
  }

  override getMonth(date: Date): number {
    return fromDate(date).month - 1;
  }

  override getDate(date: Date): number {
    return fromDate(date).day;
  }

  override createDate(year: number, month: number, day: number): Date {
    const date = new CalendarDate(PERSIAN, year, month + 1, day);
    if (date.month !== month + 1 || date.day !== day) throw new Error(`Invalid date ${year}/${month + 1}/${day}`);
    return toDate(date);
  }

  override getNumDaysInMonth(date: Date): number {
    return PERSIAN.getDaysInMonth(fromDate(date));
  }

  override addCalendarYears(date: Date, years: number): Date {
    return toDate(fromDate(date).add({ years }));
  }

  override addCalendarMonths(date: Date, months: number): Date {
    return toDate(fromDate(date).add({ months }));
  }

  override addCalendarDays(date: Date, days: number): Date {
    return toDate(fromDate(date).add({ days }));
  }

  override getFirstDayOfWeek(): number {
    return 6;
  }

  override getYearName(date: Date): string {
    return persianDigits(this.getYear(date));
  }

  override getMonthNames(style: 'long' | 'short' | 'narrow'): string[] {
    const format = this.intl({ month: style === 'narrow' ? 'short' : style });
    return Array.from({ length: 12 }, (_, month) => format.format(this.createDate(1400, month, 1)));
  }

  override getDateNames(): string[] {
    return Array.from({ length: 31 }, (_, day) => persianDigits(day + 1));
  }

  override getDayOfWeekNames(style: 'long' | 'short' | 'narrow'): string[] {
    const format = this.intl({ weekday: style });
    return Array.from({ length: 7 }, (_, day) => format.format(new Date(2023, 0, 1 + day)));
  }

  override format(date: Date, format: Intl.DateTimeFormatOptions | string): string {
    if (typeof format === 'string') {
      const { year, month, day } = fromDate(date);
      return persianDigits(`${year}/${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}`);
    }
    // ICU would put the year first.
    if (format.year && format.month && !format.day) return `${this.intl({ month: format.month }).format(date)} ${this.getYearName(date)}`;
    return this.intl(format).format(date);
  }

  override parse(value: unknown): Date | null {
    return parseDay(
      value,
      (year, month, day) => this.createDate(year, month, day),
      () => this.invalid(),
    );
  }

  private intl(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat('fa-IR-u-ca-persian', options);
  }
}

/** Gregorian as the office writes it: 17/11/2026 or 2026-11-17; the week begins on Monday. */
@Injectable()
export class GregorianDateAdapter extends NativeDateAdapter {
  override getFirstDayOfWeek(): number {
    return 1;
  }

  override parse(value: unknown): Date | null {
    return parseDay(
      value,
      (year, month, day) => this.createDate(year, month, day),
      () => this.invalid(),
    );
  }
}

type Make = (year: number, month: number, day: number) => Date;

/** Year first or day first, any separator, any digits. */
function parseDay(value: unknown, make: Make, invalid: () => Date): Date | null {
  if (typeof value !== 'string' || !value.trim()) return null;
  const text = latinDigits(value.trim());
  const yearFirst = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})$/.exec(text);
  const dayFirst = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/.exec(text);
  const [year, month, day] = (yearFirst?.slice(1) ?? dayFirst?.slice(1).reverse() ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return invalid();
  try {
    return make(year, month - 1, day);
  } catch {
    return invalid();
  }
}

const formats = (dateInput: string | Intl.DateTimeFormatOptions): MatDateFormats => ({
  parse: { dateInput, timeInput: null },
  display: {
    dateInput,
    monthYearLabel: { year: 'numeric', month: 'long' },
    dateA11yLabel: { dateStyle: 'full' },
    monthYearA11yLabel: { year: 'numeric', month: 'long' },
    timeInput: { hour: 'numeric', minute: 'numeric' },
    timeOptionLabel: { hour: 'numeric', minute: 'numeric' },
  },
});

/** The date picker's calendar in the reader's language. */
export const provideOfficeDates = (): Provider[] =>
  readerLanguage() === 'fa'
    ? [
        { provide: MAT_DATE_LOCALE, useValue: 'fa-IR' },
        { provide: DateAdapter, useClass: JalaliDateAdapter },
        { provide: MAT_DATE_FORMATS, useValue: formats('yyyy/MM/dd') },
      ]
    : [
        { provide: MAT_DATE_LOCALE, useValue: 'en-GB' },
        { provide: DateAdapter, useClass: GregorianDateAdapter },
        { provide: MAT_DATE_FORMATS, useValue: formats({ day: '2-digit', month: '2-digit', year: 'numeric' }) },
      ];
