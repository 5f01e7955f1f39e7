import { Component } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { DateInput } from '../platform/dates/date-input';
import { DateText } from '../platform/dates/date-text';
import { heldValue } from '../platform/form/form-link';
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
        @for (day of days.value(); track day) {
          <button type="button" class="chip" (click)="drop(day)">
            <span>{{ day | dateText: 'long' }}</span><app-icon name="x" /><span class="hide" i18n="@@staff.dropHoliday">take out</span>
          </button>
        }
      </div>
    </div>
  `,
})
export class Holidays {
  protected readonly days = heldValue<readonly string[]>([]);
  protected readonly next = new FormControl<string | null>(null);

  constructor() {
    this.next.valueChanges.subscribe((day) => this.add(day));
  }

  protected drop(day: string): void {
    this.days.say(this.days.value().filter((each) => each !== day));
  }

  private add(day: string | null): void {
    if (!day || !DAY.test(day)) return;
    this.days.say([...new Set([...this.days.value(), day])].sort());
    this.next.reset(null, { emitEvent: false });
  }
}
