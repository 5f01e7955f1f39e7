import { Component, inject, input, signal } from '@angular/core';
import { type ControlValueAccessor, NgControl } from '@angular/forms';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { Field } from '../form/field';
import { Icon } from '../icon/icon';
import { provideOfficeDates } from './office-date-adapter';

/** One day, typed or picked, in the reader's calendar. The value is `YYYY-MM-DD` or null; what is no date becomes the text itself, so that the contract refuses it. */
@Component({
  selector: 'app-date-input',
  imports: [Icon, MatDatepickerModule],
  providers: [provideOfficeDates()],
  template: `
    <span class="date-input">
      <input
        #box
        class="input"
        [id]="field.id"
        [matDatepicker]="picker"
        [value]="date()"
        [min]="dateOf(min())"
        [max]="dateOf(max())"
        [disabled]="disabled()"
        [attr.aria-describedby]="field.describedBy()"
        [attr.aria-invalid]="field.errors().length ? true : null"
        autocomplete="off"
        (dateChange)="changed($event.value, box.value)"
        (blur)="left()"
      />
      <button
        type="button"
        class="btn quiet slim icon"
        aria-label="Open the calendar"
        i18n-aria-label="@@platform.openCalendar"
        [disabled]="disabled()"
        (click)="picker.open()"
      >
        <app-icon name="calendar" />
      </button>
      <mat-datepicker #picker />
    </span>
  `,
})
export class DateInput implements ControlValueAccessor {
  /** Days as `YYYY-MM-DD`. */
  readonly min = input<string>();
  readonly max = input<string>();

  protected readonly field = inject(Field);
  protected readonly date = signal<Date | null>(null);
  protected readonly disabled = signal(false);
  private tell: (value: string | null) => void = () => undefined;
  private tellLeft: () => void = () => undefined;

  constructor() {
    const control = inject(NgControl, { self: true, optional: true });
    if (control) control.valueAccessor = this;
  }

  writeValue(value: string | null): void {
    this.date.set(this.dateOf(value));
  }

  registerOnChange(tell: (value: string | null) => void): void {
    this.tell = tell;
  }

  registerOnTouched(tellLeft: () => void): void {
    this.tellLeft = tellLeft;
  }

  setDisabledState(disabled: boolean): void {
    this.disabled.set(disabled);
  }

  protected dateOf(day: string | null | undefined): Date | null {
    const [year, month, date] = (day ?? '').split('-').map(Number);
    return year && month && date ? new Date(year, month - 1, date) : null;
  }

  protected changed(date: Date | null, typed: string): void {
    this.date.set(date);
    this.tell(date ? dayOf(date) : typed.trim() || null);
  }

  protected left(): void {
    this.field.left();
    this.tellLeft();
  }
}

function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
