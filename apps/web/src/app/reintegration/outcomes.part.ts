import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OutcomeReviewsView, OutcomeReviewView } from '@panah/contracts/reintegration.contract';
import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import { outcomeAnswer, reviewPoint } from '@panah/domain/vocabulary/reintegration';
import { DateDisplay } from '../platform/dates/date-display';
import { DateDistance, DateText } from '../platform/dates/date-text';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';
import { OutcomePicture } from './outcome-picture';
import { ReintegrationApi, reviewsPath } from './reintegration.api';
import { REINTEGRATION_PROBLEMS } from './reintegration.texts';
import { wellbeingQuestion } from './wellbeing-question';

/** How a life goes: before and after as a picture, and every review in a table. Only the domains that are open to the reader. */
@Component({
  selector: 'app-outcomes',
  imports: [CodeLabel, DateDisplay, DateDistance, DateText, Icon, OutcomePicture, ProblemNotice, RouterLink, State],
  templateUrl: './outcomes.part.html',
  host: { class: 'stack roomy' },
})
export class Outcomes {
  readonly caseId = input.required<string>();

  private readonly api = inject(ReintegrationApi);
  private readonly questions = inject(Questions);
  protected readonly domains = outcomeDomain;
  protected readonly answers = outcomeAnswer;
  protected readonly points = reviewPoint;
  protected readonly reviews = httpResource<OutcomeReviewsView>(() => reviewsPath(this.caseId()));
  protected readonly items = computed(() => (this.reviews.hasValue() ? this.reviews.value().items : []));
  protected readonly before = computed(() => this.items().find(({ point }) => point === 'BASELINE') ?? this.items()[0]);
  /** Chosen by the reader; the last at first. */
  protected readonly after = linkedSignal<OutcomeReviewView | undefined>(() => this.items().at(-1));

  constructor() {
    inject(ProblemTexts).add(REINTEGRATION_PROBLEMS);
  }

  protected choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.after.set(this.items().find(({ id }) => id === value));
  }

  protected levelOf(review: OutcomeReviewView, domain: string) {
    return review.outcomes.find((one) => one.domain === domain);
  }

  protected async wellbeing(review: OutcomeReviewView): Promise<void> {
    if (await this.questions.ask(wellbeingQuestion(this.api, review))) this.reviews.reload();
  }
}
