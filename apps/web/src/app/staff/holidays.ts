import { Component, inject, signal } from '@angular/core';
import { type ControlValueAccessor, FormControl, NgControl, ReactiveFormsModule } from '@angular/forms';
import { DateInput } from '../platform/dates/date-input';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A list of days: pick one to add it, press a day to take it out. Stands in `app-field`. */
@Component({
  selector: 'app-holidays',
  imports: [DateInput, DateText, Icon, ReactiveFormsModule],
  template: `
    <div class="stack tight">
      <app-date-input [formControl]="next" />
      <div class="who">
        @for (day of days(); track day) {
          <button type="button" class="chip" (click)="drop(day)">
            <span>{{ day | dateText: 'long' }}</span><app-icon name="x" /><span class="hide" i18n="@@staff.dropHoliday">take out</span>
          </button>
        }
      </div>
    </div>
  `,
})
export class Holidays implements ControlValueAccessor {
  protected readonly days = signal<readonly string[]>([]);
  protected readonly next = new FormControl<string | null>(null);
  private tell: (value: string[]) => void = () => undefined;

  constructor() {
    const control = inject(NgControl, { self: true, optional: true });
    if (control) control.valueAccessor = this;
    this.next.valueChanges.subscribe((day) => this.add(day));
  }

  writeValue(value: readonly string[] | null): void {
    this.days.set(value ?? []);
  }

  registerOnChange(tell: (value: string[]) => void): void {
    this.tell = tell;
  }

  /** Nothing to wait for: each day is a whole answer. */
  registerOnTouched(): void {
    return;
  }

  protected drop(day: string): void {
    this.keep(this.days().filter((each) => each !== day));
  }

  private add(day: string | null): void {
    if (!day || !DAY.test(day)) return;
    this.keep([...new Set([...this.days(), day])].sort());
    this.next.reset(null, { emitEvent: false });
  }

  private keep(days: readonly string[]): void {
    this.days.set(days);
    this.tell([...days]);
  }
}
