import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import type { NeedListView } from '@panah/contracts/needs.contract';
import { PlanInput, type PlanVersionView, type PlanView } from '@panah/contracts/plans.contract';
import { clientAgreement, clientParticipation, planCopy } from '@panah/domain/vocabulary/plans';
import { ActionsBar } from '../platform/form/actions-bar';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { StaleEdits } from '../platform/form/stale-edits';
import type { HasUnsaved } from '../platform/form/unsaved-guard';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { GoalList } from './goal-list';
import { nestedRules } from './nested-rules';
import { fieldWords, PLAN_PROBLEMS, PLAN_TEXTS } from './plan-words';
import { planPath, PlansApi } from './plans.api';

/** Writes a draft of the plan. It may have holes; what is missing is named when it is submitted. */
@Component({
  selector: 'app-plan-form',
  imports: [ActionsBar, Choices, Field, FieldControl, FormElement, GoalList, ProblemNotice, ReactiveFormsModule, RouterLink],
  templateUrl: './plan-form.part.html',
})
export class PlanForm implements HasUnsaved {
  readonly caseId = input.required<string>();

  private readonly plans = inject(PlansApi);
  private readonly stale = inject(StaleEdits);
  private readonly router = inject(Router);
  protected readonly participations = choicesOf(clientParticipation);
  protected readonly agreements = choicesOf(clientAgreement);
  protected readonly copies = choicesOf(planCopy);
  protected readonly form = new ContractForm<PlanInput>(PlanInput, emptyPlan(), { texts: { participationReason: PLAN_TEXTS } });
  protected readonly rules = nestedRules(this.form);
  protected readonly plan = httpResource<PlanView>(() => planPath(this.caseId()));
  protected readonly needs = httpResource<NeedListView>(() => `/api/cases/${this.caseId()}/needs`);
  protected readonly openNeeds = computed(() =>
    this.needs.hasValue() ? this.needs.value().items.filter(({ status }) => !['MET', 'NOT_CONFIRMED', 'DECLINED'].includes(status)) : [],
  );
  protected readonly participation = signal<string | null>(null);
  private version = 0;

  constructor() {
    inject(ProblemTexts).add(PLAN_PROBLEMS);
    this.form.control('participation').valueChanges.subscribe((part) => this.participation.set(part ?? null));
    effect(() => {
      const hand = this.plan.hasValue() ? this.plan.value().inHand : null;
      if (hand) untracked(() => this.start(hand));
    });
  }

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected async save(): Promise<void> {
    const saved = await this.form.save((input) => this.plans.keep(this.caseId(), tidied(input), this.version));
    if (saved) await this.router.navigate(['/cases', this.caseId(), 'plan']);
    else if (this.form.problem()?.status === 412) await this.settle();
  }

  private start(hand: PlanVersionView): void {
    this.version = hand.version;
    this.form.reset(startOf(hand));
    this.participation.set(hand.participation);
  }

  /** Somebody else saved first: their version is read, and what both changed is asked. */
  private async settle(): Promise<void> {
    const { inHand } = await this.plans.read(this.caseId());
    if (!inHand) return;
    const labels = Object.fromEntries(
      ['participation', 'participationReason', 'agreement', 'copyGiven'].map((name) => [name, fieldWords(name)]),
    );
    const goals = { goals: $localize`:@@plans.goals:Goals` };
    const says = { goals: (list: PlanInput['goals']) => list.map(({ statement }) => statement).join(' · ') };
    if (await this.stale.settle(this.form, startOf(inHand), { ...labels, ...goals }, says)) this.version = inHand.version;
  }
}

const emptyPlan = (): PlanInput => ({ participation: null, participationReason: '', agreement: null, copyGiven: null, goals: [] });

const tidied = ({ participation, participationReason, agreement, copyGiven, goals }: PlanInput): PlanInput => ({
  participation: participation || null,
  participationReason: participationReason || null,
  agreement: agreement || null,
  copyGiven: copyGiven || null,
  goals,
});

function startOf({ participation, participationReason, agreement, copyGiven, goals }: PlanVersionView): PlanInput {
  return {
    participation,
    participationReason: participationReason ?? '',
    agreement,
    copyGiven,
    goals: goals.map(({ id, domain, statement, baseline, target, targetOn, needIds, actions }) => ({
      id,
      domain,
      statement,
      baseline,
      target,
      targetOn,
      needIds,
      actions: actions.map((action) => ({
        id: action.id,
        type: action.type,
        text: action.text,
        ownerKind: action.ownerKind,
        ownerId: action.owner?.id ?? null,
        dueOn: action.dueOn,
      })),
    })),
  };
}
