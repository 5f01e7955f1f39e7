import type { ReferralView } from '@panah/contracts/referral-views.contract';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { referralDeclineReason, referralKind, referralOutcome, referralUrgency } from '@panah/domain/vocabulary/referrals';
import { readerLanguage } from '../platform/reader/language';

export interface Fact {
  label: string;
  at?: string | null;
  words?: string | null;
}

const word = (code: string | null, list: CodeList<string>): string | null =>
  code && list.has(code) ? list.label(code, readerLanguage()) : code;

/** When what happened, and what was said about it: only what is known. */
export const factsOf = (it: ReferralView): Fact[] =>
  [
    { label: $localize`:@@referrals.kind:Kind`, words: word(it.kind, referralKind) },
    { label: $localize`:@@referrals.urgency:Urgency`, words: word(it.urgency, referralUrgency) },
    { label: $localize`:@@referrals.factSent:Sent`, at: it.sentAt },
    { label: $localize`:@@referrals.factCalled:Told by telephone`, at: it.calledAt },
    { label: $localize`:@@referrals.factAck:First opening due`, at: it.acknowledgedAt ? null : it.ackDue },
    { label: $localize`:@@referrals.factOpened:First opened`, at: it.acknowledgedAt },
    { label: $localize`:@@referrals.factDue:Answer due`, at: it.decidedAt ? null : it.responseDue },
    { label: $localize`:@@referrals.factAsked:They asked`, at: it.askedAt },
    { label: $localize`:@@referrals.factAnswered:We answered`, at: it.answeredAt },
    { label: $localize`:@@referrals.factDecided:They decided`, at: it.decidedAt },
    { label: $localize`:@@referrals.factDeclined:Why they declined`, words: word(it.declineReason, referralDeclineReason) },
    { label: $localize`:@@referrals.factStarted:Service since`, at: it.startedOn },
    { label: $localize`:@@referrals.factReport:Last report`, at: it.feedbackAt },
    { label: $localize`:@@referrals.factOutcome:Outcome`, words: word(it.outcome, referralOutcome) },
    { label: $localize`:@@referrals.factOpenUntil:Open to them until`, at: it.endedAt ? null : it.expiresAt },
    { label: $localize`:@@referrals.factEnded:Ended`, at: it.endedAt },
    { label: $localize`:@@referrals.factDeleted:They confirmed what they deleted`, at: it.deletionHeardOn ? null : it.deletionConfirmedAt },
    { label: $localize`:@@referrals.factHeard:They said by telephone what they deleted`, at: it.deletionHeardOn },
    { label: $localize`:@@referrals.factHeardBy:Heard by`, words: it.deletionHeardBy?.name },
  ].filter(({ at, words }) => at ?? words);
