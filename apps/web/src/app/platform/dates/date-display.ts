import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { type CalendarName, type DateShape, DateWords, readersCalendar } from './date-words';

/** `<app-date [value]="view.dueOn" />`: one click swaps Gregorian and Jalali, wherever a date stands. */
@Component({
  selector: 'app-date',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (value(); as iso) {
      <button type="button" class="date" [attr.aria-label]="label()" (click)="swap($event)">
        <time [attr.datetime]="iso">{{ text() }}</time>
      </button>
    }
  `,
})
export class DateDisplay {
  readonly value = input.required<string | null | undefined>();
  readonly shape = input<DateShape>('day');
  /** The calendar shown first; the reader's own when nothing is said. */
  readonly first = input<CalendarName>();

  private readonly words = inject(DateWords);
  protected readonly calendar = linkedSignal<CalendarName>(() => this.first() ?? readersCalendar());
  protected readonly text = computed(() => this.words.say(this.value() ?? '', this.shape(), this.calendar()));
  protected readonly label = computed(() => {
    const text = this.text();
    return this.calendar() === 'jalali'
      ? $localize`:@@platform.dateJalali:${text}:date:, Jalali. Show the Gregorian date`
      : $localize`:@@platform.dateGregorian:${text}:date:, Gregorian. Show the Jalali date`;
  });

  protected swap(event: Event): void {
    event.stopPropagation();
    this.calendar.update((calendar) => (calendar === 'jalali' ? 'gregorian' : 'jalali'));
  }
}
