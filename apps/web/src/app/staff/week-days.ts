import { Component, inject } from '@angular/core';
import { Field } from '../platform/form/field';
import { heldValue } from '../platform/form/form-link';
import { WEEKDAYS } from './office-days';

/** Days of the week as ISO numbers, all visible. Stands in `app-field [group]="true"`. */
@Component({
  selector: 'app-week-days',
  template: `
    @for (each of days; track each.day) {
      <label class="choice">
        <input class="tick" type="checkbox" [checked]="chosen.value().includes(each.day)" (change)="toggle(each.day)" />
        <span>{{ each.label }}</span>
      </label>
    }
  `,
  host: { class: 'choices', role: 'group', '[attr.aria-labelledby]': 'field.labelId', '[attr.aria-describedby]': 'field.describedBy()' },
})
export class WeekDays {
  protected readonly field = inject(Field);
  protected readonly days = WEEKDAYS;
  protected readonly chosen = heldValue<readonly number[]>([]);

  protected toggle(day: number): void {
    const chosen = this.chosen.value();
    this.chosen.say(chosen.includes(day) ? chosen.filter((each) => each !== day) : [...chosen, day].sort());
  }
}
