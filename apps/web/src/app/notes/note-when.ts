import { Component, computed, inject, input, linkedSignal, model } from '@angular/core';
import type { NoteInput } from '@panah/contracts/notes.contract';
import { DateText } from '../platform/dates/date-text';
import { DateWords } from '../platform/dates/date-words';
import type { ContractForm } from '../platform/form/contract-form';
import { ruleText } from '../platform/form/rule-texts';
import { Icon } from '../platform/icon/icon';
import { SessionStore } from '../platform/session/session-store';
import { instantAt, timeAt } from './office-moment';

const DAYS_SHOWN = 14;

/** When it happened: now, or another day and time of the office's clock. */
@Component({
  selector: 'app-note-when',
  imports: [DateText, Icon],
  template: `
    @if (open()) {
      <span class="select"
        ><select class="input" #day aria-label="Day" i18n-aria-label="@@notes.day" (change)="pick(day.value, time.value)">
          @for (each of days(); track each) {
            <option [value]="each" [selected]="each === chosenDay()">{{ each | dateText: 'short' }}</option>
          }
        </select></span
      >
      <input
        class="input"
        #time
        type="time"
        aria-label="Time"
        i18n-aria-label="@@notes.time"
        [value]="chosenTime()"
        (change)="pick(day.value, time.value)"
      />
    } @else {
      <button type="button" class="chip" (click)="open.set(true)"><app-icon name="clock" /><span i18n="@@notes.now">Now</span></button>
    }
    @for (rule of form().refusedRules('happenedAt'); track rule) {
      <p class="error">
        <app-icon name="alert" /><span>{{ inWords(rule) }}</span>
      </p>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .select {
      display: inline-block;
    }
    .input {
      inline-size: auto;
      min-block-size: 2rem;
      padding-block: 0;
      font-size: var(--text-s);
    }
  `,
})
export class NoteWhen {
  readonly form = input.required<ContractForm<NoteInput>>();
  /** Closed means now. */
  readonly open = model(false);

  private readonly words = inject(DateWords);
  private readonly session = inject(SessionStore);
  private readonly chosen = linkedSignal({
    source: () => [this.form(), this.open()] as const,
    computation: ([form]) => form.control('happenedAt').value,
  });
  protected readonly chosenDay = computed(() => this.words.dayOf(this.chosen()));
  protected readonly chosenTime = computed(() => timeAt(this.chosen(), this.session.timeZone()));
  /** Older entries are rare: a day further back is the draft's own, and stays in the list. */
  protected readonly days = computed(() => {
    const today = Date.parse(this.words.today());
    const recent = Array.from({ length: DAYS_SHOWN }, (_, back) => new Date(today - back * 86_400_000).toISOString().slice(0, 10));
    return recent.includes(this.chosenDay()) ? recent : [...recent, this.chosenDay()];
  });

  protected pick(day: string, time: string): void {
    if (!day || !time) return;
    const at = instantAt(day, time, this.session.timeZone());
    this.chosen.set(at);
    this.form().control('happenedAt').setValue(at);
  }

  protected inWords(rule: string): string {
    return ruleText({ rule, limits: [] }, this.form().ownTexts('happenedAt'));
  }
}
