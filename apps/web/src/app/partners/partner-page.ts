import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PartnerView } from '@panah/contracts/partners.contract';
import type { PartnerAction } from '@panah/domain/partners/partner.process';
import { partnerType, serviceRequested } from '@panah/domain/vocabulary/partners';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel, LanguageLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { StateMark } from '../platform/text/state-mark';
import { SessionStore } from '../platform/session/session-store';
import { PartnerAgreement } from './partner-agreement';
import { PartnerPeople } from './partner-people';
import { PartnerReferrals } from './partner-referrals';
import { PARTNER_STATES } from './partner-state';
import { stepDone, stepLabel, stepQuestion, type StepWithReason, wantsReason } from './partner-steps';
import { partnerPath, PartnersApi } from './partners.api';

/** One partner: what it can do, on which agreement, and whom to speak to. */
@Component({
  selector: 'app-partner-page',
  imports: [
    CodeLabel,
    CountryLabel,
    Icon,
    LanguageLabel,
    NumberText,
    PartnerAgreement,
    PartnerPeople,
    PartnerReferrals,
    ProblemNotice,
    RouterLink,
    StateMark,
  ],
  templateUrl: './partner-page.html',
})
export class PartnerPage {
  readonly partnerId = input.required<string>();

  protected readonly session = inject(SessionStore);
  private readonly partners = inject(PartnersApi);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);

  protected readonly types = partnerType;
  protected readonly marks = PARTNER_STATES;
  protected readonly services = serviceRequested;
  protected readonly stepLabel = stepLabel;
  protected readonly partner = httpResource<PartnerView>(() => partnerPath(this.partnerId()));
  protected readonly refused = signal<Problem | null>(null);
  protected readonly busy = signal(false);

  /** Only what the server offers; nothing here knows who may do what. */
  protected readonly steps = computed(() => this.offered().filter((action): action is PartnerAction => action !== 'edit'));
  protected readonly mayEdit = computed(() => this.offered().includes('edit'));
  private readonly offered = computed(() => (this.partner.hasValue() ? this.partner.value().actions : []));

  protected async take(action: PartnerAction): Promise<void> {
    this.refused.set(null);
    const moved = wantsReason(action) ? await this.askAndMove(action) : await this.move(action);
    if (!moved) return;
    this.partner.set(moved);
    this.snack.say(stepDone(action));
  }

  /** How many people it takes at once; null where nobody said. */
  protected room(service: string): number | null {
    return this.partner.value()?.places.find((each) => each.service === service)?.people ?? null;
  }

  protected again(): void {
    this.refused.set(null);
    this.partner.reload();
  }

  private askAndMove(action: StepWithReason): Promise<PartnerView | null> {
    return this.questions.ask(stepQuestion(this.partners, this.partnerId(), action));
  }

  private async move(action: PartnerAction): Promise<PartnerView | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    try {
      return await this.partners.step(this.partnerId(), action, {});
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
