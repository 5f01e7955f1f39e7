import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { DateDistance, DateText } from '../platform/dates/date-text';
import { DateWords } from '../platform/dates/date-words';
import { State } from '../platform/text/state';

const SOON_DAYS = 3;

/** A day by which something is due; near and late ones say so with icon and word. */
@Component({
  selector: 'app-due-day',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DateDistance, DateText, State],
  template: `
    @if (on(); as day) {
      <div class="nowrap">{{ day | dateText: 'short' }}</div>
      @if (days() <= soon) {
        <app-state icon="clock" [tone]="days() < 0 ? 'due' : 'plain'">{{ day | dateDistance }}</app-state>
      }
    }
  `,
})
export class DueDay {
  readonly on = input.required<string | null>();
  private readonly words = inject(DateWords);
  protected readonly soon = SOON_DAYS;
  protected readonly days = computed(() => this.words.daysUntil(this.on() ?? ''));
}
