import type { HeldConsentView } from '@panah/contracts/referral-choices.contract';
import type {
  ReferralApprovalView,
  ReferralLineView,
  ReferralMessageView,
  ReferralPackageView,
  ReferralPersonView,
  ReferralStepView,
  ReferralView,
} from '@panah/contracts/referral-views.contract';
import type { StandingConsent } from '@panah/domain/consents/consent.rules';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { StepTaken } from '../platform/process-steps';
import { isUnsent } from './referral-actions';
import type { Approval } from './referral-approval.records';
import type { OpenReferral, Referral } from './referral.entity';
import type { ReferralMessage } from './referral-message.records';
import type { PackageRow } from './referral-package.records';

/** Names by id; whoever is not among us has an empty one. */
export interface Named {
  person(id: string): ReferralPersonView;
  partner(id: string): string;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function lineOf(row: Referral, named: Named, actions: string[]): ReferralLineView {
  return {
    id: row.id,
    version: row.version,
    caseId: row.caseId,
    partner: { id: row.partnerId, name: named.partner(row.partnerId) },
    kind: row.kind,
    service: row.service,
    urgency: row.urgency,
    state: row.state,
    madeBy: named.person(row.madeBy),
    madeAt: row.madeAt.toISOString(),
    sentAt: iso(row.sentAt),
    ackDue: iso(row.ackDue),
    responseDue: iso(row.responseDue),
    acknowledgedAt: iso(row.acknowledgedAt),
    endedAt: iso(row.endedAt),
    endReason: row.endReason,
    actions,
  };
}

type Details = Omit<
  ReferralView,
  keyof ReferralLineView | 'consent' | 'nameGap' | 'handover' | 'approvals' | 'packages' | 'messages' | 'history'
>;

export function detailsOf({ row, secrets }: OpenReferral, named: Named): Details {
  const { items, needIds, documentIds, words, viewDays } = secrets;
  return {
    purpose: row.purpose,
    items,
    needIds,
    documentIds,
    texts: { ...words, guardian: words.guardian ?? null, nothingUrgent: words.safety === null },
    viewDays,
    sentBy: row.sentBy === null ? null : named.person(row.sentBy),
    calledAt: iso(row.calledAt),
    expiresAt: iso(row.expiresAt),
    askedAt: iso(row.askedAt),
    answeredAt: iso(row.answeredAt),
    decidedAt: iso(row.decidedAt),
    declineReason: row.declineReason,
    startedOn: row.startedOn,
    feedbackAt: iso(row.feedbackAt),
    completedAt: iso(row.completedAt),
    outcome: row.outcome,
    deletionConfirmedAt: iso(row.deletionConfirmedAt),
    deletionHeardBy: row.deletionHeardBy === null ? null : named.person(row.deletionHeardBy),
    deletionHeardOn: row.deletionHeardOn,
  };
}

/** What is restricted and chosen; once it was sent, also what was asked for since. */
export function approvalViews({ row, secrets }: OpenReferral, approvals: readonly Approval[], named: Named): ReferralApprovalView[] {
  const { items, needIds, documentIds } = secrets;
  const chosen = [...items, ...needIds.map((id) => `NEED:${id}`), ...documentIds.map((id) => `DOCUMENT:${id}`)];
  return approvals
    .filter(({ item }) => !isUnsent(row.state) || chosen.includes(item))
    .map(({ item, approvedBy, approvedAt, changedAt }) => ({
      item,
      by: approvedBy === null ? null : named.person(approvedBy),
      at: iso(approvedAt),
      changed: changedAt !== null,
    }));
}

export const heldView = ({ id, scope, givenAt, expiresAt }: StandingConsent, timeZone: string): HeldConsentView => ({
  id,
  scope: [...scope],
  givenOn: givenAt ? dayAt(givenAt.toISOString(), timeZone) : '',
  until: expiresAt && dayAt(expiresAt.toISOString(), timeZone),
});

export function packageView(row: PackageRow, named: Named, timeZone: string): ReferralPackageView {
  return {
    id: row.id,
    seq: row.seq,
    kinds: row.manifest.kinds,
    digest: row.manifest.digest,
    scope: row.scope,
    purpose: row.purpose,
    consentId: row.consentId,
    consentGivenOn: dayAt(row.consentGivenAt.toISOString(), timeZone),
    sealedBy: named.person(row.sealedBy),
    sealedAt: row.sealedAt.toISOString(),
    openedAt: iso(row.openedAt),
    expiresAt: row.expiresAt.toISOString(),
    endedAt: iso(row.endedAt),
    endReason: row.endReason,
  };
}

export const messageView = ({ id, side, kind, byId, at, text, heardFrom }: ReferralMessage, named: Named): ReferralMessageView => ({
  id,
  side,
  kind,
  by: side === 'US' ? named.person(byId) : null,
  at: at.toISOString(),
  text,
  heardFrom,
});

/** A partner's people, and the clock, are nobody by name. */
const THEIRS = ['acknowledge', 'ask', 'accept', 'decline', 'start', 'report', 'complete', 'expire', 'confirm-deletion'];

export function stepView({ id, action, from, to, byId, at, reason, note }: StepTaken, named: Named): ReferralStepView {
  const ours = byId !== null && !THEIRS.includes(action) && reason !== 'STOPPED' ? named.person(byId) : null;
  return { id, action, from, to, by: ours?.name ? ours : null, at: at.toISOString(), reason, note };
}
