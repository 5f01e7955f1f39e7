import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import type { PlanView } from '@panah/contracts/plans.contract';
import { type Decision, Taking } from '../platform/decision/decision';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { NumberText } from '../platform/text/number-text';
import { PLAN_PROBLEMS } from './plan-words';
import { PlanVersion } from './plan-version';
import { planPath, PlansApi } from './plans.api';
import { sendBackQuestion } from './send-back';

/** A plan that waits: what is different from the version before, and one press. */
@Component({
  selector: 'app-plan-decision',
  imports: [Icon, NumberText, PlanVersion, ProblemNotice],
  template: `
    @if (taking.refused(); as problem) {
      <app-problem [problem]="problem" [repeatable]="true" (again)="again()" />
    }
    @if (hand(); as plan) {
      <p class="panel-body small muted">
        @if (plan.difference; as difference) {
          <span i18n="@@plans.differenceSince"
            >Against version {{ difference.since | numberText }}; what is different is marked:
            {{ difference.changes.length | numberText }}</span
          >
        } @else {
          <span i18n="@@plans.firstVersion">The first plan of this case: everything in it is new</span>
        }
      </p>
      <app-plan-version [plan]="plan" />
      <div class="btns panel-body">
        @if (may('approve')) {
          <button type="button" class="btn primary" (click)="approve()">
            <app-icon name="tick" /><span i18n="@@plans.approve">Approve</span>
          </button>
        }
        @if (may('send-back')) {
          <button type="button" class="btn" (click)="sendBack()">
            <app-icon name="undo" /><span i18n="@@plans.sendBack">Send back</span>
          </button>
        }
      </div>
    } @else if (plan.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="plan.reload()" />
    } @else if (plan.hasValue()) {
      <p class="panel-body muted" i18n="@@plans.waitsNoMore">It waits no more: somebody else has decided, or its author took it back.</p>
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
})
export class PlanDecision implements Decision {
  readonly caseId = input.required<string>();
  /** What was done, in words. */
  readonly decided = output<string>();

  private readonly plans = inject(PlansApi);
  private readonly questions = inject(Questions);
  protected readonly taking = new Taking();
  protected readonly plan = httpResource<PlanView>(() => planPath(this.caseId()));
  protected readonly hand = computed(() => {
    const hand = this.plan.hasValue() ? this.plan.value().inHand : null;
    return hand?.state === 'SUBMITTED' ? hand : null;
  });

  constructor() {
    inject(ProblemTexts).add(PLAN_PROBLEMS);
  }

  protected may(action: string): boolean {
    return this.plan.hasValue() && this.plan.value().actions.includes(action);
  }

  /** What is approved is what was read. */
  async approve(): Promise<void> {
    const { version } = this.hand() ?? {};
    if (version === undefined || !this.may('approve')) return;
    const approved = await this.taking.take(() => this.plans.approve(this.caseId(), version));
    if (approved) this.decided.emit($localize`:@@plans.saidApproved:The plan is in force.`);
  }

  async sendBack(): Promise<void> {
    if (!this.may('send-back')) return;
    const sent = await this.questions.ask(sendBackQuestion(this.plans, this.caseId()));
    if (sent) this.decided.emit($localize`:@@plans.saidBack:Sent back, with your words.`);
  }

  protected again(): void {
    this.taking.refused.set(null);
    this.plan.reload();
  }
}
