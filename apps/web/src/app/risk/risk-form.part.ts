import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { type RiskAssessmentView, RiskInput, type RiskRatingInput, type SafetyView } from '@panah/contracts/risk.contract';
import { rankOf, type Ratings, riskFloor } from '@panah/domain/risk/risk-floor';
import { lowersFar } from '@panah/domain/risk/risk.rules';
import { type RiskLevel, riskLevel } from '@panah/domain/vocabulary/cases';
import { riskSource } from '@panah/domain/vocabulary/risk';
import { ActionsBar } from '../platform/form/actions-bar';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { StaleEdits } from '../platform/form/stale-edits';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { StateMark } from '../platform/text/state-mark';
import { RISK_LABELS, RISK_SAYS, sentOf, startOf } from './risk-form-value';
import { RISK_LEVELS } from './risk-level.part';
import { RiskRatings } from './risk-ratings';
import { RISK_PROBLEMS, RISK_TEXTS } from './risk.texts';
import { SafetyApi, safetyPath } from './safety.api';

/** Assesses risk: what is there, what the person says, the level and why. What was said last time stands; only what changed is touched. */
@Component({
  selector: 'app-risk-form',
  imports: [ActionsBar, Choices, Field, FieldControl, FormElement, Icon, ProblemNotice, ReactiveFormsModule, RiskRatings, StateMark],
  templateUrl: './risk-form.html',
})
export class RiskForm {
  readonly caseId = input.required<string>();
  readonly done = output<RiskAssessmentView | null>();

  private readonly safetyApi = inject(SafetyApi);
  private readonly snack = inject(Snack);
  private readonly stale = inject(StaleEdits);
  protected readonly safety = httpResource<SafetyView>(() => safetyPath(this.caseId()));
  protected readonly marks = RISK_LEVELS;
  protected readonly sources = choicesOf(riskSource);
  protected readonly levels = choicesOf(riskLevel);
  protected readonly scale = Array.from({ length: 10 }, (_, at) => ({ code: String(at + 1), label: String(at + 1) }));
  protected readonly form = new ContractForm<RiskInput>(RiskInput, startOf(null, false), { texts: RISK_TEXTS });
  private readonly typed = toSignal(this.form.group.valueChanges, { initialValue: this.form.group.value });
  protected readonly ratings = computed(() => this.typed().ratings ?? []);
  protected readonly refusedForGood = computed(() => (this.safety.hasValue() ? this.safety.value().refusedForGood : false));
  protected readonly floor = computed(() => riskFloor(ratingsOf(this.ratings()), this.refusedForGood()));
  protected readonly level = computed(() => this.typed().level as RiskLevel | null);
  protected readonly below = computed(() => {
    const level = this.level();
    return Boolean(level) && rankOf(level as RiskLevel) < rankOf(this.floor());
  });
  protected readonly selfHarm = computed(() => ['PRESENT', 'ESCALATING'].includes(ratingsOf(this.ratings()).SH1 ?? ''));
  protected readonly lowered = computed(() => {
    const [level, previous] = [this.level(), this.safety.value()?.level as RiskLevel | null];
    return Boolean(level) && lowersFar(previous, level as RiskLevel);
  });
  protected readonly draft = signal<RiskAssessmentView | null>(null);

  constructor() {
    inject(ProblemTexts).add(RISK_PROBLEMS);
    effect(() => {
      if (this.safety.hasValue()) this.begin(this.safety.value());
    });
  }

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected rate(ratings: RiskRatingInput[]): void {
    this.form.control('ratings').setValue(ratings);
  }

  protected setAlone(alone: boolean): void {
    this.form.control('seenAlone').setValue(alone);
  }

  protected async save(): Promise<void> {
    const draft = this.draft();
    const saved = await this.form.save((value, intent) =>
      draft
        ? this.safetyApi.finalise(draft.id, sentOf(value), draft.version, intent)
        : this.safetyApi.assess(this.caseId(), sentOf(value), intent),
    );
    if (!saved) return this.settle();
    this.snack.say(
      saved.state === 'WAITING'
        ? $localize`:@@risk.saidWaiting:It waits for a second person. Until then the level stays as it was.`
        : $localize`:@@risk.saidFinal:The assessment is final. What follows from it stands on this page.`,
    );
    this.done.emit(saved);
  }

  protected async keep(): Promise<void> {
    const draft = this.draft();
    const saved = await this.form.save((value, intent) =>
      draft ? this.safetyApi.keep(draft.id, sentOf(value), draft.version) : this.safetyApi.draft(this.caseId(), sentOf(value), intent),
    );
    if (!saved) return this.settle();
    this.show(saved, saved);
    this.snack.say($localize`:@@risk.saidKept:Kept, sealed. Nobody else sees it until it is final.`);
  }

  private begin({ open, current }: SafetyView): void {
    const draft = open?.state === 'DRAFT' ? open : null;
    this.show(draft ?? current, draft);
  }

  /** The same draft was kept at another screen meanwhile: what both changed is asked, the rest is put together. */
  private async settle(): Promise<void> {
    const draft = this.draft();
    if (!draft) return;
    const read = () => this.safetyApi.assessment(draft.id);
    const now = await this.stale.meet(this.form, { read, shape: (kept) => startOf(kept, true), labels: RISK_LABELS, says: RISK_SAYS });
    if (now) this.draft.set(now);
  }

  private show(from: RiskAssessmentView | null, draft: RiskAssessmentView | null): void {
    this.draft.set(draft);
    untracked(() => this.form.reset(startOf(from, draft !== null)));
    this.form.control('ratings').setValue(this.form.value().ratings);
    this.form.dirty.set(false);
  }
}

const ratingsOf = (ratings: readonly RiskRatingInput[]): Ratings =>
  Object.fromEntries(ratings.map(({ factor, rating }) => [factor, rating]));
