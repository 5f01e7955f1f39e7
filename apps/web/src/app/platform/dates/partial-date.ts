import { Component, computed, inject, signal } from '@angular/core';
import { type ControlValueAccessor, NgControl } from '@angular/forms';
import { Field } from '../form/field';
import { Icon } from '../icon/icon';
import { readerLanguage } from '../reader/language';
import { DateWords } from './date-words';
import { daysIn, likelyCalendar, type PartialCalendar, type PartialDateValue, spanOf, typedNumber } from './partial-date-parts';

const EMPTY: PartialDateValue = { calendar: 'GREGORIAN', year: null, month: null, day: null, originalText: '' };

/** Year, month, day, any of them empty, in either calendar; the other calendar's dates stand beside. The value is null when all is empty. */
@Component({
  selector: 'app-partial-date',
  imports: [Icon],
  templateUrl: './partial-date.html',
  host: { class: 'partial-date', role: 'group', '[attr.aria-labelledby]': 'field.labelId', '[attr.aria-describedby]': 'field.describedBy()', '(focusout)': 'left()' },
})
export class PartialDate implements ControlValueAccessor {
  protected readonly field = inject(Field);
  private readonly words = inject(DateWords);
  protected readonly value = signal<PartialDateValue>(this.empty());
  protected readonly disabled = signal(false);
  private tell: (value: PartialDateValue | null) => void = () => undefined;
  private tellLeft: () => void = () => undefined;

  protected readonly months = computed(() => monthNames(this.value().calendar));
  /** In the other calendar, first to last day. */
  protected readonly aside = computed(() => {
    const span = spanOf(this.value());
    if (!span) return null;
    const calendar = this.value().calendar === 'JALALI' ? 'gregorian' : 'jalali';
    const [from, to] = [span.from, span.to].map((day) => this.words.say(day, 'day', calendar));
    return from === to ? from : $localize`:@@platform.dateSpan:${from}:from: to ${to}:to:`;
  });
  /** "Esfand 1394 had 29 days. Take 1 to 29, or leave the day empty." */
  protected readonly error = computed(() => {
    const { calendar, year, month, day } = this.value();
    if (day !== null && month === null) return $localize`:@@platform.dateNoMonth:Choose the month too, or leave the day empty.`;
    if (year === null || month === null || day === null) return null;
    const days = daysIn(calendar, year, month);
    if (day >= 1 && day <= days) return null;
    const name = `${this.months()[month - 1]} ${this.digits(year)}`;
    return $localize`:@@platform.dateDays:${name}:month: had ${this.digits(days)}:days: days. Take 1 to ${this.digits(days)}:last:, or leave the day empty.`;
  });

  constructor() {
    const control = inject(NgControl, { self: true, optional: true });
    if (control) control.valueAccessor = this;
  }

  writeValue(value: PartialDateValue | null): void {
    this.value.set(value ?? this.empty());
  }

  registerOnChange(tell: (value: PartialDateValue | null) => void): void {
    this.tell = tell;
  }

  registerOnTouched(tellLeft: () => void): void {
    this.tellLeft = tellLeft;
  }

  setDisabledState(disabled: boolean): void {
    this.disabled.set(disabled);
  }

  protected part(name: 'year' | 'month' | 'day', typed: string): void {
    this.change({ ...this.value(), [name]: typedNumber(typed) });
  }

  /** A year that belongs to one calendar only chooses it. */
  protected yearLeft(): void {
    const likely = likelyCalendar(this.value().year);
    if (likely && likely !== this.value().calendar && this.value().month === null) this.change({ ...this.value(), calendar: likely });
  }

  protected choose(calendar: PartialCalendar): void {
    this.change({ ...this.value(), calendar });
  }

  protected digits(value: number | null): string {
    if (value === null) return '';
    return new Intl.NumberFormat(readerLanguage() === 'fa' ? 'fa-IR' : 'en-GB', { useGrouping: false }).format(value);
  }

  protected left(): void {
    this.field.left();
    this.tellLeft();
  }

  private change(value: PartialDateValue): void {
    const given = [value.year, value.month, value.day].filter((part) => part !== null);
    this.value.set({ ...value, originalText: given.join('-') });
    this.tell(given.length ? this.value() : null);
  }

  private empty(): PartialDateValue {
    return { ...EMPTY, calendar: readerLanguage() === 'fa' ? 'JALALI' : 'GREGORIAN' };
  }
}

function monthNames(calendar: PartialCalendar): readonly string[] {
  const language = readerLanguage() === 'fa' ? 'fa-IR' : 'en-GB';
  const format = new Intl.DateTimeFormat(`${language}-u-ca-${calendar === 'JALALI' ? 'persian' : 'gregory'}`, { month: 'long', timeZone: 'UTC' });
  // A middle day of each month of one year: 15 January 2021 and 5 April 2021 (16 Farvardin 1400).
  const first = calendar === 'JALALI' ? Date.UTC(2021, 3, 5) : Date.UTC(2021, 0, 15);
  return Array.from({ length: 12 }, (_, month) => format.format(first + month * 30.44 * 86_400_000));
}
