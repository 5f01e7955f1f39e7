import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { Field } from '../form/field';
import { heldValue } from '../form/form-link';
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
        [disabled]="day.disabled()"
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
        [disabled]="day.disabled()"
        (click)="picker.open()"
      >
        <app-icon name="calendar" />
      </button>
      <mat-datepicker #picker />
    </span>
  `,
})
export class DateInput {
  /** Days as `YYYY-MM-DD`. */
  readonly min = input<string>();
  readonly max = input<string>();

  /** One of several parts of a field: the whole says when it was left. */
  readonly part = input(false, { transform: booleanAttribute });

  protected readonly field = inject(Field);
  protected readonly day = heldValue<string | null>(null);
  protected readonly date = computed(() => this.dateOf(this.day.value()));

  protected dateOf(day: string | null | undefined): Date | null {
    const [year, month, date] = (day ?? '').split('-').map(Number);
    return year && month && date ? new Date(year, month - 1, date) : null;
  }

  protected changed(date: Date | null, typed: string): void {
    this.day.say(date ? dayOf(date) : typed.trim() || null);
  }

  protected left(): void {
    if (!this.part()) this.field.left();
    this.day.left();
  }
}

function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
