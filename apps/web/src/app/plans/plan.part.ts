import { httpResource } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlanVersionView, PlanView } from '@panah/contracts/plans.contract';
import { planState } from '@panah/domain/vocabulary/plans';
import { DateText } from '../platform/dates/date-text';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { followQuestion } from './follow-question';
import { PLAN_PROBLEMS } from './plan-words';
import { type PlanPiece, PlanVersion } from './plan-version';
import { planPath, PlansApi } from './plans.api';
import { sendBackQuestion } from './send-back';

/** The plan of a case: what waits for approval with its difference, what is in force and how it goes, and every version. */
@Component({
  selector: 'app-case-plan',
  imports: [CodeLabel, DateText, Icon, NumberText, PlanVersion, ProblemNotice, RouterLink, State],
  templateUrl: './plan.part.html',
  host: { class: 'stack roomy' },
})
export class CasePlan {
  readonly caseId = input.required<string>();
  /** The case took a step, or what is to be done changed with the plan. */
  readonly moved = output();

  private readonly plans = inject(PlansApi);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  protected readonly states = planState;
  protected readonly plan = httpResource<PlanView>(() => planPath(this.caseId()));
  protected readonly refused = signal<Problem | null>(null);
  private readonly asked = signal<string | null>(null);
  /** An earlier version, when one asks for it. */
  protected readonly earlier = httpResource<PlanVersionView>(() => {
    const id = this.asked();
    return id ? `/api/plan-versions/${id}` : undefined;
  });

  constructor() {
    inject(ProblemTexts).add(PLAN_PROBLEMS);
  }

  /** A copy for the person: the plan alone, under the case reference. */
  protected print(): void {
    window.print();
  }

  protected may(action: string): boolean {
    return this.plan.hasValue() && this.plan.value().actions.includes(action);
  }

  protected begin(): Promise<void> {
    return this.attempt(async () => this.plan.set(await this.plans.begin(this.caseId())));
  }

  protected submit(): Promise<void> {
    return this.step(() => this.plans.submit(this.caseId()), $localize`:@@plans.saidSubmitted:The plan waits for a coordinator.`);
  }

  /** One press; the difference stands above. */
  protected approve(): Promise<void> {
    const { version } = this.plan.value()?.inHand ?? {};
    if (version === undefined) return Promise.resolve();
    return this.step(() => this.plans.approve(this.caseId(), version), $localize`:@@plans.saidApproved:The plan is in force.`);
  }

  protected async sendBack(): Promise<void> {
    if (!(await this.questions.ask(sendBackQuestion(this.plans, this.caseId())))) return;
    this.snack.say($localize`:@@plans.saidBack:Sent back, with your words.`);
    this.again();
  }

  protected async follow(piece: PlanPiece): Promise<void> {
    const view = await this.questions.ask(followQuestion(this.plans, this.caseId(), piece));
    if (!view) return;
    this.plan.set(view);
    this.moved.emit();
  }

  protected look(id: string): void {
    this.asked.update((shown) => (shown === id ? null : id));
  }

  protected again(): void {
    this.refused.set(null);
    this.plan.reload();
    this.moved.emit();
  }

  private step(act: () => Promise<unknown>, said: string): Promise<void> {
    return this.attempt(async () => {
      await act();
      this.snack.say(said);
      this.again();
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.refused.set(null);
    try {
      await act();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
