import { Component, inject, signal } from '@angular/core';
import { type ControlValueAccessor, NgControl } from '@angular/forms';
import { Field } from '../platform/form/field';
import { WEEKDAYS } from './office-days';

/** Days of the week as ISO numbers, all visible. Stands in `app-field [group]="true"`. */
@Component({
  selector: 'app-week-days',
  template: `
    @for (each of days; track each.day) {
      <label class="choice">
        <input class="tick" type="checkbox" [checked]="chosen().includes(each.day)" (change)="toggle(each.day)" />
        <span>{{ each.label }}</span>
      </label>
    }
  `,
  host: { class: 'choices', role: 'group', '[attr.aria-labelledby]': 'field.labelId', '[attr.aria-describedby]': 'field.describedBy()' },
})
export class WeekDays implements ControlValueAccessor {
  protected readonly field = inject(Field);
  protected readonly days = WEEKDAYS;
  protected readonly chosen = signal<readonly number[]>([]);
  private tell: (value: number[]) => void = () => undefined;

  constructor() {
    const control = inject(NgControl, { self: true, optional: true });
    if (control) control.valueAccessor = this;
  }

  writeValue(value: readonly number[] | null): void {
    this.chosen.set(value ?? []);
  }

  registerOnChange(tell: (value: number[]) => void): void {
    this.tell = tell;
  }

  /** Nothing to wait for: a tick is the whole answer. */
  registerOnTouched(): void {
    return;
  }

  protected toggle(day: number): void {
    const chosen = this.chosen();
    this.chosen.set(chosen.includes(day) ? chosen.filter((each) => each !== day) : [...chosen, day].sort());
    this.tell([...this.chosen()]);
  }
}
