import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView } from '@panah/contracts/cases.contract';
import type { CaseState } from '@panah/domain/cases/case.process';
import { DateText } from '../platform/dates/date-text';
import { State } from '../platform/text/state';
import { CaseStateMark } from './case-state';

/** What comes next in each stage, in words. */
const NEXT: Readonly<Record<CaseState, string>> = {
  ASSESSMENT: $localize`:@@cases.nextAssessment:Assess, then sign it`,
  PLANNING: $localize`:@@cases.nextPlanning:Agree the plan, then submit it`,
  ACTIVE: $localize`:@@cases.nextActive:Work on the plan`,
  ON_HOLD: $localize`:@@cases.nextHold:Look at the pause again`,
  CLOSURE_REQUESTED: $localize`:@@cases.nextClosure:A coordinator decides`,
  CLOSED: $localize`:@@cases.nextClosed:Nothing open`,
};
const NEXT_SUBMITTED = $localize`:@@cases.nextSubmitted:A coordinator approves the plan`;

/** The steps of the journey that this house has so far, side by side: intake and the case. They run in parallel, not as a ladder. */
@Component({
  selector: 'app-journey',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CaseStateMark, DateText, RouterLink, State],
  template: `
    <ul class="journey two" aria-label="Journey" i18n-aria-label="@@cases.journey">
      <li>
        <a class="step" [routerLink]="['/cases', case().id, 'history']" i18n="@@cases.journeyIntake">Intake</a>
        <app-state icon="done"><span i18n="@@cases.done">Done</span></app-state>
        <span class="since">{{ case().openedOn | dateText: 'long' }}</span>
        <span class="next" i18n="@@cases.nextClosed">Nothing open</span>
      </li>
      <li>
        <a class="step" [routerLink]="['/cases', case().id, 'history']" i18n="@@cases.journeyCase">Case</a>
        <app-case-state [state]="case().state" />
        <span class="since" i18n="@@cases.since">since {{ case().stateSince | dateText: 'long' }}</span>
        <span class="next">
          {{ next() }}
          @if (case().dueOn) {
            <span class="nowrap" i18n="@@cases.by">by {{ case().dueOn | dateText: 'day' }}</span>
          }
        </span>
      </li>
    </ul>
  `,
  styles: '@media (min-width: 761px) { .two { grid-template-columns: repeat(2, minmax(0, 1fr)); max-inline-size: 40rem } }',
})
export class Journey {
  readonly case = input.required<CaseView>();
  protected readonly next = computed(() => {
    const { state, planSubmittedAt } = this.case();
    return state === 'PLANNING' && planSubmittedAt ? NEXT_SUBMITTED : NEXT[state as CaseState];
  });
}
