import { httpResource } from '@angular/common/http';
import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReferralView } from '@panah/contracts/referral-views.contract';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { consentScope } from '@panah/domain/vocabulary/consents';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { nameGap, referralEndReason, referralEvent, referralNoted } from '@panah/domain/vocabulary/referrals';
import { DateDisplay } from '../platform/dates/date-display';
import { DateWords } from '../platform/dates/date-words';
import { DateText } from '../platform/dates/date-text';
import type { FormQuestion } from '../platform/form/form-question';
import { Questions } from '../platform/form/questions';
import { Api } from '../platform/http/api';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';
import { StateMark } from '../platform/text/state-mark';
import { DELETION_PROBLEMS, deletionQuestion } from './deletion-question.part';
import { factsOf } from './referral-facts';
import { HandoverSteps } from './handover-steps';
import { ReferralApprovals } from './referral-approvals';
import { ReferralMessages } from './referral-messages';
import { answerSheet, meetingSheet, stopsOf } from './referral-sheets';
import { ReferralSending } from './referral-sending';
import { REFERRAL_STATES } from './referral-states';
import { REFERRAL_PROBLEMS } from './referral.texts';
import { referralPath, ReferralsApi } from './referrals.api';

/** One referral: where it stands, what was told on which word, what they wrote, and what can be done now. */
@Component({
  selector: 'app-referral-page',
  imports: [
    CodeLabel,
    DateDisplay,
    DateText,
    HandoverSteps,
    Icon,
    ProblemNotice,
    ReferralApprovals,
    ReferralMessages,
    ReferralSending,
    RouterLink,
    State,
    StateMark,
  ],
  templateUrl: './referral-page.part.html',
  styles: '.line { white-space: pre-line; overflow-wrap: anywhere }',
})
export class ReferralPage {
  readonly caseId = input.required<string>();
  readonly referralId = input.required<string>();

  private readonly api = inject(ReferralsApi);
  private readonly http = inject(Api);
  private readonly questions = inject(Questions);
  private readonly today = inject(DateWords).today();
  protected readonly referral = httpResource<ReferralView>(() => referralPath(this.referralId()));
  protected readonly view = linkedSignal<ReferralView | null>(() => (this.referral.hasValue() ? this.referral.value() : null));
  protected readonly refused = signal<Problem | null>(null);

  protected readonly services = serviceRequested;
  protected readonly reasons = referralEndReason;
  protected readonly marks = REFERRAL_STATES;
  protected readonly factsOf = factsOf;
  protected readonly nameGaps = nameGap;

  constructor() {
    inject(ProblemTexts).add({ ...REFERRAL_PROBLEMS, ...DELETION_PROBLEMS });
  }

  protected stepWords = (action: string): CodeList<string> => (referralNoted.has(action) ? referralNoted : referralEvent);
  protected stops = (it: ReferralView) => stopsOf(this.api, it.actions);
  protected answer = (it: ReferralView) => answerSheet(this.api, it);
  protected meeting = (it: ReferralView) => meetingSheet(this.api, it, this.today);
  protected deletion = ({ id }: ReferralView) =>
    deletionQuestion<ReferralView>(this.http, `${referralPath(id)}/deletion`, {
      text: $localize`:@@referrals.heardDeletionText:What somebody there told you, of this referral. It stands in its history with your name and the day.`,
      today: this.today,
    });
  protected questionOf = ({ messages }: ReferralView): string => messages.findLast(({ kind }) => kind === 'QUESTION')?.text ?? '';

  protected listed(scope: readonly string[]): string {
    return scope.map((code) => (consentScope.has(code) ? consentScope.label(code, readerLanguage()) : code)).join(' · ');
  }

  protected async ask<Input extends object>(question: FormQuestion<ReferralView, Input>): Promise<void> {
    const now = await this.questions.ask(question);
    if (now) this.view.set(now);
  }

  protected async step(noun: string): Promise<void> {
    this.refused.set(null);
    try {
      this.view.set(await this.api.step(this.referralId(), noun, {}));
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
