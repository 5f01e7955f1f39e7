import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SafetyView } from '@panah/contracts/risk.contract';
import {
  riskFactor,
  riskFactorRating,
  safetyMeasure,
  safetyPlanOutcome,
  copyGiven,
  secondPersonReason,
} from '@panah/domain/vocabulary/risk';
import { DateDisplay } from '../platform/dates/date-display';
import { DateDistance, DateText } from '../platform/dates/date-text';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { StateMark } from '../platform/text/state-mark';
import { RISK_LEVELS } from './risk-level.part';
import { RISK_PROBLEMS } from './risk.texts';
import { SafetyApi, safetyPath } from './safety.api';

/** How safe the client is: the level and why, what is due, how contact went, the plan. */
@Component({
  selector: 'app-safety',
  imports: [CodeLabel, DateDisplay, DateDistance, DateText, Icon, NumberText, ProblemNotice, RouterLink, State, StateMark],
  templateUrl: './safety.html',
  host: { class: 'stack roomy' },
})
export class Safety {
  readonly caseId = input.required<string>();
  /** The level may have changed: the header above reads again. */
  readonly changed = output();

  private readonly api = inject(SafetyApi);
  private readonly dialogs = inject(Dialogs);
  private readonly snack = inject(Snack);
  protected readonly levels = RISK_LEVELS;
  protected readonly factors = riskFactor;
  protected readonly ratings = riskFactorRating;
  protected readonly measures = safetyMeasure;
  protected readonly outcomes = safetyPlanOutcome;
  protected readonly copies = copyGiven;
  protected readonly secondReasons = secondPersonReason;
  protected readonly refused = signal<Problem | null>(null);
  protected readonly safety = httpResource<SafetyView>(() => safetyPath(this.caseId()));
  protected readonly may = computed(() => new Set(this.safety.hasValue() ? this.safety.value().actions : []));
  /** What is there now, the gravest first. */
  protected readonly there = computed(() => {
    const ratings = this.safety.hasValue() ? (this.safety.value().current?.ratings ?? []) : [];
    const of = (rating: string) => ratings.filter((each) => each.rating === rating);
    return [...of('ESCALATING'), ...of('PRESENT'), ...of('UNKNOWN'), ...of('PAST')];
  });

  constructor() {
    inject(ProblemTexts).add(RISK_PROBLEMS);
  }

  protected async tick(place: number): Promise<void> {
    const plan = this.safety.value()?.plan;
    if (plan) await this.trying(() => this.api.tick(plan.id, place, plan.version));
  }

  protected async confirm(id: string): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: $localize`:@@risk.confirmTitle:Confirm this level?`,
      text: $localize`:@@risk.confirmText:You have read what is there and why the level is right. It stands with your name.`,
      yes: $localize`:@@risk.confirm:Confirm`,
    });
    if (sure)
      await this.trying(
        () => this.api.confirm(id, this.safety.value()?.open?.version),
        $localize`:@@risk.saidConfirmed:Confirmed. The level counts from now on.`,
      );
  }

  protected async sendBack(id: string): Promise<void> {
    const words = await this.dialogs.words({
      title: $localize`:@@risk.sendBackTitle:Send it back?`,
      text: $localize`:@@risk.sendBackText:It is its author’s draft again.`,
      label: $localize`:@@risk.sendBackLabel:What is to be looked at`,
      act: $localize`:@@risk.sendBack:Send back`,
    });
    if (words) await this.trying(() => this.api.sendBack(id, words), $localize`:@@risk.saidBack:Sent back.`);
  }

  protected async discard(id: string): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: $localize`:@@risk.discardTitle:Throw the draft away?`,
      text: $localize`:@@risk.discardText:Its words are gone for everyone.`,
      yes: $localize`:@@risk.discard:Throw away`,
      danger: true,
    });
    if (sure) await this.trying(() => this.api.discard(id));
  }

  protected again(): void {
    this.refused.set(null);
    this.safety.reload();
  }

  private async trying(act: () => Promise<unknown>, said?: string): Promise<void> {
    this.refused.set(null);
    try {
      await act();
      if (said) this.snack.say(said);
      this.changed.emit();
      this.safety.reload();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
