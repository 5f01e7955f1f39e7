import { Component, inject, input, output } from '@angular/core';
import type { DeadlineView, ReckoningView } from '@panah/contracts/legal-deadlines.contract';
import { deadlineState, deadlineType, reckonedBecause } from '@panah/domain/vocabulary/legal-deadlines';
import { DateDisplay } from '../platform/dates/date-display';
import { DateDistance } from '../platform/dates/date-text';
import type { FormQuestion } from '../platform/form/form-question';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { State, type StateTone } from '../platform/text/state';
import { AsylumApi } from './asylum.api';
import { deadlineAct, type DeadlineAct, deadlineActTitle, isDeadlineAct } from './deadline-acts';

const TONES: Readonly<Record<string, StateTone>> = { OPEN: 'due', MET: 'good', MISSED: 'danger', EXTENDED: 'plain', NOT_USED: 'plain' };

/** Deadlines of a claim, each with the sum by which its day was found and the former days beside it. */
@Component({
  selector: 'app-deadline-list',
  imports: [CodeLabel, DateDisplay, DateDistance, State],
  template: `
    <ul>
      @for (it of deadlines(); track it.id) {
        <li class="row">
          <app-state [icon]="it.state === 'OPEN' ? 'open' : 'done'" [tone]="it.isOver ? 'danger' : tone(it)" [act]="it.isOver">{{
            it.state | codeLabel: states
          }}</app-state>
          <div>
            <p>
              <strong>{{ it.type | codeLabel: types }}</strong>
              @if (it.dueOn) {
                &ngsp;<app-date [value]="it.dueOn" shape="long" />
                @if (it.state === 'OPEN') {
                  &ngsp;<span class="small muted">{{ it.dueOn | dateDistance }}</span>
                }
              }
            </p>
            @if (it.gap && it.state === 'OPEN') {
              <p class="notice danger" role="alert">
                <strong i18n="@@asylum.askToday">Ask a lawyer today</strong>&ngsp;<span>{{ said(it.reckonings[0]) }}</span>
              </p>
            } @else if (it.reckonings[0]; as newest) {
              <p class="small explained" dir="auto">{{ said(newest) }}</p>
            }
            @if (it.internalDueOn && it.state === 'OPEN') {
              <p class="small muted">
                <span i18n="@@asylum.ourDay">Our own day:</span>&ngsp;<app-date [value]="it.internalDueOn" shape="short" /> ·
                <bdi>{{ it.owner.name }}</bdi>
              </p>
            }
            @for (former of it.reckonings.slice(1); track former.at) {
              <p class="small muted" dir="auto">
                <span i18n="@@asylum.before">Before:</span>&ngsp;<s>{{ said(former) }}</s
                >&ngsp;<span>{{ it.reckonings[0]?.because ?? '' | codeLabel: why }}</span>
              </p>
            }
            @if (it.words) {
              <p class="small" dir="auto">{{ it.words }}</p>
            }
          </div>
          <div class="btns below">
            @for (action of actsOf(it); track action) {
              <button type="button" class="btn slim" (click)="take(it, action)">{{ label(action) }}</button>
            }
          </div>
        </li>
      } @empty {
        <li class="small muted" i18n="@@asylum.noDeadlines">No deadline runs.</li>
      }
    </ul>
  `,
  styles: `
    li .notice {
      margin-block: var(--s1);
    }
    .explained {
      font-variant-numeric: var(--figures);
    }
    app-state {
      justify-self: start;
    }
    .below {
      grid-column: 2 / -1;
    }
    .below:empty {
      display: none;
    }
    @media (max-width: 760px) {
      .below {
        grid-column: 1;
      }
    }
  `,
})
export class DeadlineList {
  readonly deadlines = input.required<readonly DeadlineView[]>();
  readonly act = output<FormQuestion>();

  private readonly api = inject(AsylumApi);
  protected readonly states = deadlineState;
  protected readonly types = deadlineType;
  protected readonly why = reckonedBecause;

  protected tone = ({ state }: DeadlineView): StateTone => TONES[state] ?? 'plain';
  protected label = (action: DeadlineAct): string => deadlineActTitle(action);
  protected actsOf = ({ actions }: DeadlineView): DeadlineAct[] => actions.filter(isDeadlineAct);
  protected take = (it: DeadlineView, action: DeadlineAct): void => this.act.emit(deadlineAct(this.api, it, action));

  protected said(reckoning: ReckoningView | undefined): string {
    return (readerLanguage() === 'fa' ? reckoning?.explainedFa : reckoning?.explainedEn) ?? '';
  }
}
