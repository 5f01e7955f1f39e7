import type { PackageItem, ReferralItem } from '@panah/domain/referrals/package-items';
import type { ReferralState } from '@panah/domain/referrals/referral.process';
import type { ReferralUrgency } from '@panah/domain/referrals/referral.rules';
import type { ReferralDeclineReason, ReferralEndReason, ReferralKind, ReferralOutcome } from '@panah/domain/vocabulary/referrals';
import type { Place } from '../platform/sealing/sealer';

/** A referral as its table has it: codes and moments. */
export interface Referral {
  id: string;
  orgId: string;
  officeId: string;
  clientId: string;
  caseId: string;
  partnerId: string;
  kind: ReferralKind;
  service: string;
  urgency: ReferralUrgency;
  purpose: 'C02_REFERRAL' | 'C03_TRANSFER';
  state: ReferralState;
  madeBy: string;
  madeAt: Date;
  /** On which it is ready, or was sent. */
  consentId: string | null;
  sentBy: string | null;
  sentAt: Date | null;
  calledAt: Date | null;
  ackDue: Date | null;
  responseDue: Date | null;
  expiresAt: Date | null;
  acknowledgedAt: Date | null;
  askedAt: Date | null;
  answeredAt: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  declineReason: ReferralDeclineReason | null;
  startedOn: string | null;
  /** When the case went over to the partner. */
  takenOverAt: Date | null;
  feedbackAt: Date | null;
  completedAt: Date | null;
  outcome: ReferralOutcome | null;
  endedAt: Date | null;
  endReason: ReferralEndReason | null;
  deletionConfirmedBy: string | null;
  deletionConfirmedAt: Date | null;
  /** Who of us heard it from the partner, and on which day; null where the partner said it itself. */
  deletionHeardBy: string | null;
  deletionHeardOn: string | null;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

/** What somebody wrote for the partner. */
export interface ReferralWords {
  request: string;
  workDone: string;
  /** Null: said by itself that there is nothing. */
  safety: string | null;
  contactRules: string;
  /** Of a minor, or of somebody who cannot decide; else null, and absent from what was written before it was asked. */
  guardian?: string | null;
}

/** What is to be told. */
export interface Told {
  items: ReferralItem[];
  needIds: string[];
  documentIds: string[];
  words: ReferralWords;
}

/** One thing that is packed, and the key by which a coordinator would agree to it: its item, or `NEED:<id>`, `DOCUMENT:<id>`. */
export interface Piece {
  key: string;
  item: PackageItem;
}

/** Sealed under the client's key: what we chose to tell says much by itself. */
export interface ReferralSecrets extends Told {
  viewDays: number;
}

export interface OpenReferral {
  row: Referral;
  secrets: ReferralSecrets;
}

/** What is decided about a referral before it is sent. */
export type ReferralPlain = Pick<Referral, 'partnerId' | 'kind' | 'service' | 'urgency' | 'purpose'>;

/** What a step leaves on the row. */
export type ReferralChange = Partial<
  Pick<
    Referral,
    | 'consentId'
    | 'sentBy'
    | 'sentAt'
    | 'calledAt'
    | 'ackDue'
    | 'responseDue'
    | 'expiresAt'
    | 'acknowledgedAt'
    | 'askedAt'
    | 'answeredAt'
    | 'decidedBy'
    | 'decidedAt'
    | 'declineReason'
    | 'startedOn'
    | 'feedbackAt'
    | 'completedAt'
    | 'outcome'
    | 'endedAt'
    | 'endReason'
    | 'deletionConfirmedBy'
    | 'deletionConfirmedAt'
  >
>;

export const referralPlace = ({ id, clientId, sealVersion }: Pick<Referral, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'referral',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});
