import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import type { RiskAssessmentView } from '@panah/contracts/risk.contract';
import { riskFactor, riskFactorRating, secondPersonReason } from '@panah/domain/vocabulary/risk';
import { DateText } from '../platform/dates/date-text';
import { type Decision, Taking } from '../platform/decision/decision';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { StateMark } from '../platform/text/state-mark';
import { RISK_LEVELS } from './risk-level.part';
import { RISK_PROBLEMS } from './risk.texts';
import { SafetyApi } from './safety.api';

/** A level that waits for a second person: from which to which, what changed, what is still there, and one press. */
@Component({
  selector: 'app-risk-decision',
  imports: [CodeLabel, DateText, Icon, NumberText, ProblemNotice, StateMark],
  templateUrl: './risk-decision.html',
  styles: `
    .levels {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2);
    }
    del {
      color: var(--ink-2);
    }
  `,
})
export class RiskDecision implements Decision {
  readonly id = input.required<string>();
  readonly decided = output<string>();

  private readonly api = inject(SafetyApi);
  private readonly dialogs = inject(Dialogs);
  protected readonly taking = new Taking();
  protected readonly levels = RISK_LEVELS;
  protected readonly factors = riskFactor;
  protected readonly ratings = riskFactorRating;
  protected readonly seconds = secondPersonReason;
  protected readonly risk = httpResource<RiskAssessmentView>(() => `/api/risk-assessments/${this.id()}`);
  /** What is there now and was there before: it did not change, and still counts. */
  protected readonly stays = computed(() => {
    if (!this.risk.hasValue()) return [];
    const { ratings, difference } = this.risk.value();
    const changed = new Set(difference?.factors.map(({ factor }) => factor));
    return ratings.filter(({ factor, rating }) => (rating === 'PRESENT' || rating === 'ESCALATING') && !changed.has(factor));
  });

  constructor() {
    inject(ProblemTexts).add(RISK_PROBLEMS);
  }

  protected may(action: string): boolean {
    return this.risk.hasValue() && this.risk.value().actions.includes(action);
  }

  protected noteOf(factor: string): string | null {
    return this.risk.value()?.ratings.find((each) => each.factor === factor)?.note ?? null;
  }

  /** What is confirmed is what was read. */
  async approve(): Promise<void> {
    if (!this.may('confirm')) return;
    const { version } = this.risk.value() ?? {};
    const confirmed = await this.taking.take(() => this.api.confirm(this.id(), version));
    if (confirmed) this.decided.emit($localize`:@@risk.saidConfirmed:Confirmed. The level counts from now on.`);
  }

  async sendBack(): Promise<void> {
    if (!this.may('return')) return;
    const words = await this.dialogs.words({
      title: $localize`:@@risk.sendBackTitle:Send it back?`,
      text: $localize`:@@risk.sendBackText:It is its author’s draft again.`,
      label: $localize`:@@risk.sendBackLabel:What is to be looked at`,
      act: $localize`:@@risk.sendBack:Send back`,
    });
    if (words && (await this.taking.take(() => this.api.sendBack(this.id(), words))))
      this.decided.emit($localize`:@@risk.saidBack:Sent back.`);
  }

  protected again(): void {
    this.taking.refused.set(null);
    this.risk.reload();
  }
}
