import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { DateDisplay } from '../platform/dates/date-display';
import { DateDistance } from '../platform/dates/date-text';
import { DateWords } from '../platform/dates/date-words';
import { State } from '../platform/text/state';

const SOON_DAYS = 60;

/** The last day of an agreement: a date, and a word when it is near or past. */
@Component({
  selector: 'app-agreement-day',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DateDisplay, DateDistance, State],
  template: `
    @if (until(); as day) {
      <app-date [value]="day" />
      @if (near()) {
        <app-state icon="clock" tone="due">{{ day | dateDistance }}</app-state>
      }
    } @else {
      <span class="muted" i18n="@@partners.notSigned">No agreement</span>
    }
  `,
})
export class AgreementDay {
  readonly until = input.required<string | null>();
  private readonly words = inject(DateWords);
  protected readonly near = computed(() => {
    const day = this.until();
    return day !== null && this.words.daysUntil(day) <= SOON_DAYS;
  });
}
