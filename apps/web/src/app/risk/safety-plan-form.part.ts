import { httpResource } from '@angular/common/http';
import { Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { type SafetyMeasureInput, SafetyPlanInput, type SafetyPlanView } from '@panah/contracts/safety-plan.contract';
import type { SafetyView } from '@panah/contracts/risk.contract';
import { addDays } from '@panah/domain/dates/calendar-days';
import { copyGiven, safetyMeasure, safetyPlanOutcome } from '@panah/domain/vocabulary/risk';
import { DateInput } from '../platform/dates/date-input';
import { DateWords } from '../platform/dates/date-words';
import { ActionsBar } from '../platform/form/actions-bar';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { saysCode, StaleEdits } from '../platform/form/stale-edits';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { RISK_PROBLEMS, RISK_TEXTS } from './risk.texts';
import { SafetyApi, safetyPath } from './safety.api';

const USUAL_DAYS = 30;
const LABELS = {
  outcome: $localize`:@@risk.outcome:What the person says`,
  measures: $localize`:@@risk.measures:Measures`,
  warningSigns: $localize`:@@risk.warningSigns:Warning signs`,
  ownSteps: $localize`:@@risk.ownSteps:What I do myself`,
  callFirst: $localize`:@@risk.callFirst:Whom I call, in this order`,
  places: $localize`:@@risk.places:Places I can go to`,
  mustNot: $localize`:@@risk.mustNot:What others must not do`,
  copyGiven: $localize`:@@risk.copyGiven:A copy with the person`,
  copyIsSafe: $localize`:@@risk.copyIsSafe:Safe to hold`,
  declinedBecause: $localize`:@@risk.declinedBecause:Why`,
};

/** What is agreed with the person so that they are safer; or that they want no plan, and why. */
@Component({
  selector: 'app-safety-plan-form',
  imports: [ActionsBar, Choices, DateInput, Field, FieldControl, FormElement, Icon, ProblemNotice, ReactiveFormsModule],
  templateUrl: './safety-plan-form.html',
  styles: `
    .measure {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) auto;
      gap: var(--s2);
      align-items: center;
    }
    .measure .wide {
      grid-column: 1 / -1;
    }
    @media (max-width: 480px) {
      .measure {
        grid-template-columns: minmax(0, 1fr) auto;
      }
    }
  `,
})
export class SafetyPlanForm {
  readonly caseId = input.required<string>();
  readonly done = output<SafetyPlanView | null>();

  private readonly safetyApi = inject(SafetyApi);
  private readonly snack = inject(Snack);
  private readonly stale = inject(StaleEdits);
  private readonly today = inject(DateWords).today();
  protected readonly safety = httpResource<SafetyView>(() => safetyPath(this.caseId()));
  protected readonly outcomes = choicesOf(safetyPlanOutcome);
  protected readonly copies = choicesOf(copyGiven);
  protected readonly kinds = choicesOf(safetyMeasure);
  protected readonly form = new ContractForm<SafetyPlanInput>(SafetyPlanInput, this.startOf(null), { texts: RISK_TEXTS });
  private readonly typed = toSignal(this.form.group.valueChanges, { initialValue: this.form.group.value });
  protected readonly current = signal<SafetyPlanView | null>(null);

  constructor() {
    inject(ProblemTexts).add(RISK_PROBLEMS);
    effect(() => {
      if (!this.safety.hasValue()) return;
      const { plan } = this.safety.value();
      this.current.set(plan);
      untracked(() => this.form.reset(this.startOf(plan)));
      this.form.control('measures').setValue(this.form.value().measures);
      this.form.dirty.set(false);
    });
  }

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected isAgreed(): boolean {
    return this.typed().outcome === 'AGREED';
  }

  protected leaves(): boolean {
    return this.typed().copyGiven !== 'NO';
  }

  protected measures(): SafetyMeasureInput[] {
    return this.typed().measures ?? [];
  }

  protected addMeasure(measure: string): void {
    if (measure) this.set([...this.measures(), { measure, owner: '', done: false }]);
  }

  protected removeMeasure(place: number): void {
    this.set(this.measures().filter((_, at) => at !== place));
  }

  protected changeMeasure(place: number, change: Partial<SafetyMeasureInput>): void {
    this.set(this.measures().map((each, at) => (at === place ? { ...each, ...change } : each)));
  }

  protected labelOf(measure: string): string {
    return this.kinds.find(({ code }) => code === measure)?.label ?? measure;
  }

  protected setCalls(text: string): void {
    this.form.control('callFirst').setValue(text.split('\n'));
  }

  protected setCopyIsSafe(safe: boolean): void {
    this.form.control('copyIsSafe').setValue(safe);
  }

  protected async save(): Promise<void> {
    const plan = this.current();
    const saved = await this.form.save((value, intent) => {
      const sent = { ...value, callFirst: value.callFirst.map((line) => line.trim()).filter(Boolean) };
      return plan && plan.outcome === value.outcome
        ? this.safetyApi.editPlan(plan.id, sent, plan.version)
        : this.safetyApi.plan(this.caseId(), sent, intent);
    });
    if (!saved) return this.settle();
    this.snack.say($localize`:@@risk.saidPlan:The safety plan stands.`);
    this.done.emit(saved);
  }

  /** Somebody else saved first: what both changed is asked, the rest is put together. */
  private async settle(): Promise<void> {
    const now = await this.stale.meet(this.form, {
      read: async () => (await this.safetyApi.read(this.caseId())).plan,
      shape: (plan) => this.startOf(plan),
      labels: LABELS,
      says: {
        measures: (measures) => measures.map(({ measure }) => this.labelOf(measure)).join(' · '),
        outcome: saysCode(safetyPlanOutcome),
        copyIsSafe: (safe) => (safe ? '✓' : '–'),
        copyGiven: saysCode(copyGiven),
      },
    });
    if (now) this.current.set(now);
  }

  private set(measures: SafetyMeasureInput[]): void {
    this.form.control('measures').setValue(measures);
  }

  private startOf(plan: SafetyPlanView | null): SafetyPlanInput {
    const measures = (plan?.measures ?? []).map(({ measure, detail, owner, done }) => ({
      measure,
      owner,
      done,
      ...(detail ? { detail } : {}),
    }));
    return {
      measures,
      outcome: plan?.outcome ?? 'AGREED',
      warningSigns: plan?.warningSigns ?? '',
      ownSteps: plan?.ownSteps ?? '',
      callFirst: plan?.callFirst ?? [],
      places: plan?.places ?? '',
      mustNot: plan?.mustNot ?? '',
      declinedBecause: plan?.declinedBecause ?? '',
      copyGiven: plan?.copyGiven ?? 'NO',
      copyIsSafe: plan?.copyIsSafe ?? false,
      validFrom: this.today,
      reviewOn: addDays(this.today, USUAL_DAYS),
    };
  }
}
