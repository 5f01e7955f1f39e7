import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { OutcomeReviewInput, type OutcomeReviewsView } from '@panah/contracts/reintegration.contract';
import { changeSince, type Levels } from '@panah/domain/reintegration/outcome.rules';
import { type OutcomeDomain, outcomeDomain } from '@panah/domain/vocabulary/plans';
import { meaningOf, type OutcomeAnswer, outcomeAnswer, reviewPoint } from '@panah/domain/vocabulary/reintegration';
import { DateInput } from '../platform/dates/date-input';
import { DateWords } from '../platform/dates/date-words';
import { ActionsBar } from '../platform/form/actions-bar';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { ReintegrationApi, reviewsPath } from './reintegration.api';
import { faultsOf, REINTEGRATION_PROBLEMS, REINTEGRATION_TEXTS } from './reintegration.texts';

interface Entry {
  domain: OutcomeDomain;
  level: string;
  clientLevel: string;
  note: string;
}

const START: readonly Entry[] = outcomeDomain.codes.map((domain) => ({ domain, level: '', clientLevel: '', note: '' }));

/** A review of the twelve domains, made with the person: each with a level, their own view, and why where it moved far. */
@Component({
  selector: 'app-review-form',
  imports: [ActionsBar, CodeLabel, DateInput, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule, RouterLink],
  templateUrl: './review-form.part.html',
  styles: `
    .domains {
      display: grid;
      gap: var(--s4);
    }
    fieldset {
      display: grid;
      gap: var(--s2);
      padding-block-end: var(--s3);
      border-block-end: 1px solid var(--line);
    }
    .two {
      display: grid;
      gap: var(--s3);
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    }
  `,
})
export class ReviewForm {
  readonly caseId = input.required<string>();
  readonly reviewId = input<string>();

  private readonly api = inject(ReintegrationApi);
  private readonly router = inject(Router);
  private readonly language = readerLanguage();
  private readonly today = inject(DateWords).today();
  protected readonly domains = outcomeDomain;
  protected readonly answers = choicesOf(outcomeAnswer);
  protected readonly reviews = httpResource<OutcomeReviewsView>(() => reviewsPath(this.caseId()));
  protected readonly corrected = computed(() => {
    const id = this.reviewId();
    return id && this.reviews.hasValue() ? this.reviews.value().items.find((review) => review.id === id) : undefined;
  });
  protected readonly points = computed(() => {
    const { corrected, reviews } = this;
    const open = corrected()?.point ?? (reviews.hasValue() ? reviews.value().points : []);
    return choicesOf(reviewPoint).filter(({ code }) => open.includes(code));
  });
  protected readonly entries = signal(START);
  protected readonly form = new ContractForm<OutcomeReviewInput>(
    OutcomeReviewInput,
    { point: '', reviewedOn: this.today, doneWithClient: true, outcomes: [] },
    { texts: REINTEGRATION_TEXTS },
  );
  protected readonly faults = computed(() => faultsOf(this.form.problem()?.fields));
  private readonly baseline = computed<Levels>(() => {
    const first = this.reviews.hasValue() ? this.reviews.value().items.find(({ point }) => point === 'BASELINE') : undefined;
    return Object.fromEntries((first?.outcomes ?? []).map(({ domain, level }) => [domain, level]));
  });

  constructor() {
    inject(ProblemTexts).add(REINTEGRATION_PROBLEMS);
    effect(() => {
      const [only] = this.points();
      const review = this.corrected();
      untracked(() => {
        if (this.form.dirty()) return;
        if (review ?? only)
          this.form.reset({
            point: only?.code ?? '',
            reviewedOn: review?.reviewedOn ?? this.today,
            doneWithClient: review?.doneWithClient ?? true,
            outcomes: [],
          });
        if (review)
          this.entries.set(
            START.map((one) => {
              const known = review.outcomes.find(({ domain }) => domain === one.domain);
              return { ...one, level: known?.level ?? '', clientLevel: known?.clientLevel ?? '', note: known?.note ?? '' };
            }),
          );
      });
    });
  }

  unsaved(): boolean {
    return this.form.dirty() || (!this.reviewId() && this.entries() !== START);
  }

  protected set(at: number, part: 'level' | 'clientLevel' | 'note', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.entries.update((all) => all.map((one, index) => (index === at ? { ...one, [part]: value } : one)));
  }

  protected meaning({ domain, level }: Entry): string | null {
    return meaningOf(domain, level, this.language);
  }

  /** Since the baseline by two or more: then a few words say why. */
  protected movedFar({ domain, level }: Entry): boolean {
    const levels = { [domain]: level as OutcomeAnswer };
    return this.form.control('point').value !== 'BASELINE' && Math.abs(changeSince(this.baseline(), levels, domain) ?? 0) >= 2;
  }

  protected async save(): Promise<void> {
    const review = this.corrected();
    const outcomes = this.entries()
      .filter(({ level }) => level)
      .map(({ domain, level, clientLevel, note }) => ({
        domain,
        level,
        ...(clientLevel ? { clientLevel } : {}),
        ...(note.trim() ? { note } : {}),
      }));
    const saved = await this.form.save((value, intent) =>
      review
        ? this.api.correct(review.id, { ...value, outcomes }, review.version)
        : this.api.review(this.caseId(), { ...value, outcomes }, intent),
    );
    if (!saved) return;
    this.entries.set(START);
    await this.router.navigate(['/cases', this.caseId(), 'independence']);
  }
}
