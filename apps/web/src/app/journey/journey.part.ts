import { httpResource } from '@angular/common/http';
import { Dialog } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { skip } from 'rxjs';
import type { CaseView } from '@panah/contracts/cases.contract';
import type { JourneyStepView, JourneyView } from '@panah/contracts/journey.contract';
import type { CaseState } from '@panah/domain/cases/case.process';
import { type JourneyStep, journeyStep } from '@panah/domain/vocabulary/journey';
import { DateText } from '../platform/dates/date-text';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';
import { StateMark } from '../platform/text/state-mark';
import { CASE_STATES } from '../cases/case-state.part';
import { lookOf, STEP_WORDS } from './journey-words';

/** What comes next in each stage of a case, in words. */
const NEXT: Readonly<Record<CaseState, string>> = {
  ASSESSMENT: $localize`:@@cases.nextAssessment:Assess, then sign it`,
  PLANNING: $localize`:@@cases.nextPlanning:Agree the plan, then submit it`,
  ACTIVE: $localize`:@@cases.nextActive:Work on the plan`,
  ON_HOLD: $localize`:@@cases.nextHold:Look at the pause again`,
  TRANSFER_PENDING: $localize`:@@cases.nextTransfer:The partner answers`,
  CLOSURE_REQUESTED: $localize`:@@cases.nextClosure:A coordinator decides`,
  CLOSED: $localize`:@@cases.nextClosed:Nothing open`,
};
const NEXT_SUBMITTED = $localize`:@@cases.nextSubmitted:A coordinator approves the plan`;

interface Shown extends JourneyStepView {
  words: (typeof STEP_WORDS)[JourneyStep];
  look: ReturnType<typeof lookOf>;
  next: string;
}

/**
 * The steps of the journey side by side: each with its state, since when, what comes next and who sees to it; one press leads there.
 * They run in parallel, not as a ladder. A step that the reader may not know of is not there.
 */
@Component({
  selector: 'app-journey',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeLabel, DateText, RouterLink, State, StateMark],
  templateUrl: './journey.html',
  styles:
    '@media (min-width: 1101px) { .journey { grid-template-columns: repeat(var(--steps), minmax(0, 1fr)) } } .owner { display: block; inline-size: fit-content }',
})
export class Journey {
  readonly case = input.required<CaseView>();
  protected readonly journey = httpResource<JourneyView>(() => `/api/cases/${this.case().id}/journey`);
  protected readonly names = journeyStep;
  protected readonly stages = CASE_STATES;
  protected readonly steps = computed(() => (this.journey.hasValue() ? this.journey.value().steps.map(shown) : []));
  protected readonly next = computed(() => {
    const { state, planSubmittedAt } = this.case();
    return state === 'PLANNING' && planSubmittedAt ? NEXT_SUBMITTED : NEXT[state as CaseState];
  });

  constructor() {
    // a step is taken in a dialog: when it is closed, what stands here may be another
    inject(Dialog)
      .afterAllClosed.pipe(skip(1), takeUntilDestroyed())
      .subscribe(() => this.journey.reload());
  }
}

function shown(step: JourneyStepView): Shown {
  const words = STEP_WORDS[step.step as JourneyStep];
  return { ...step, words, look: lookOf(step.state ?? ''), next: step.nextAct ? words.next(step.nextAct) : '' };
}
