import { Component, input, output } from '@angular/core';
import type { TeamAnswerView } from '@panah/contracts/intake-allocation.contract';
import { State } from '../platform/text/state';

/** Both answers about one worker; the client's is written down by whoever asked the client. */
@Component({
  selector: 'app-team-answer',
  imports: [State],
  template: `
    @switch (answer().answer) {
      @case ('NO_TIE') {
        <app-state icon="done" tone="good"><span i18n="@@intake.saidNoTie">Says: no tie</span></app-state>
      }
      @case ('TIE') {
        <app-state icon="never" tone="danger"><span i18n="@@intake.saidTie">Has a tie</span></app-state>
      }
      @default {
        <app-state icon="going" tone="waiting"><span i18n="@@intake.asksTie">Asked, not answered yet</span></app-state>
      }
    }
    @switch (answer().clientAnswer) {
      @case ('NO_OBJECTION') {
        <app-state icon="done" tone="good"><span i18n="@@intake.clientFine">The person has no objection</span></app-state>
      }
      @case ('OBJECTION') {
        <app-state icon="never" tone="danger"><span i18n="@@intake.clientObjects">The person objects</span></app-state>
      }
      @default {
        <span class="btns" role="group" aria-label="What did the person say?" i18n-aria-label="@@intake.clientSaid">
          <button type="button" class="btn slim" (click)="clientSaid.emit('NO_OBJECTION')" i18n="@@intake.clientNoObjection">
            Person told: no objection
          </button>
          <button type="button" class="btn slim quiet" (click)="clientSaid.emit('OBJECTION')" i18n="@@intake.clientObjection">
            Objects
          </button>
        </span>
      }
    }
  `,
  host: { class: 'btns' },
})
export class TeamAnswer {
  readonly answer = input.required<TeamAnswerView>();
  readonly clientSaid = output<'NO_OBJECTION' | 'OBJECTION'>();
}
