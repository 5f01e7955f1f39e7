import { Equals, IsIn, IsISO8601, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { referralDeclineReason, referralOutcome } from '@panah/domain/vocabulary/referrals';
import { ListQuery } from './list.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** By the time that something is due, soonest first; what wants nothing more stands last. */
export class InboxQuery extends ListQuery {}

/** A question stops the clock, once. */
export class InboxQuestionInput {
  @IsString()
  @Length(3, 1500)
  text: string;
}

export class InboxAcceptanceInput {
  /** Who will see to the person, as the office may call them. */
  @IsString()
  @Length(2, 120)
  focalWorker: string;

  /** Said by that person: nothing ties them to what they have read. */
  @Equals(true)
  noConflict: boolean;
}

export class InboxRefusalInput {
  @IsIn(referralDeclineReason.codes)
  reason: string;

  @IsOptional()
  @IsString()
  @MaxLength(1500)
  text?: string | null;
}

export class InboxStartInput {
  /** The first day of the service; today or before. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on: string;
}

export class InboxProgressInput {
  @IsString()
  @Length(3, 1500)
  text: string;
}

export class InboxOutcomeInput {
  @IsIn(referralOutcome.codes)
  outcome: string;

  @IsString()
  @Length(3, 1500)
  text: string;
}

export class InboxStopInput {
  @IsString()
  @Length(3, 1500)
  text: string;
}

/** What was deleted of what the partner had kept for itself; 'nothing was kept' is an answer too. */
export class InboxDeletionInput {
  @IsString()
  @Length(3, 1500)
  what: string;
}

export class InboxLineView {
  id: string;
  /** The last six characters of the id: what both sides say on the telephone. */
  reference: string;
  kind: string;
  service: string;
  urgency: string;
  state: string;
  sentAt: string;
  /** What is due next: RESPOND, REPORT, CONFIRM_DELETION; null when nothing is. */
  due: string | null;
  dueAt: string | null;
  /** Asked of the office and not answered: the clock stands still. */
  paused: boolean;
  /** The office took it back, or the person did. */
  recalled: boolean;
}

export class InboxListView {
  items: InboxLineView[];
  total: number;
  next: string | null;
}

/** A package as the server knows it: kinds of things, no value. */
export class InboxPackageView {
  id: string;
  /** 1 came with the referral; the next one may carry the name; then answers and supplements. */
  seq: number;
  kinds: string[];
  sealedAt: string;
  openedAt: string | null;
  expiresAt: string;
}

/** What the partner's own people wrote. */
export class InboxMessageView {
  id: string;
  /** QUESTION, ACCEPTANCE, DECLINE, PROGRESS, OUTCOME, STOP, DELETION. */
  kind: string;
  at: string;
  /** The reader's own name; null for a colleague: a partner's people do not see each other. */
  by: string | null;
  /** Of an acceptance the focal worker's name; null where a code says all. */
  text: string | null;
}

export class InboxReferralView extends InboxLineView {
  version: number;
  ackDue: string;
  responseDue: string;
  acknowledgedAt: string | null;
  askedAt: string | null;
  answeredAt: string | null;
  decidedAt: string | null;
  focalWorker: string | null;
  declineReason: string | null;
  startedOn: string | null;
  completedAt: string | null;
  outcome: string | null;
  endedAt: string | null;
  endReason: string | null;
  deletionConfirmedAt: string | null;
  /** Of a case that is offered: the day on which both sides met, and when the case became the partner’s. */
  metOn: string | null;
  takenOverAt: string | null;
  packages: InboxPackageView[];
  messages: InboxMessageView[];
  /** `open`, `ask`, `accept`, `decline`, `start`, `take-over`, `report`, `complete`, `discontinue`, `hear-withdrawal`, `confirm-deletion`. */
  actions: string[];
}

export class InboxManifestView {
  version: number;
  kinds: string[];
  digest: string;
}

/** All that `openPackage` of libs/sealed-packages wants besides the key; bytes as base64url. */
export class InboxSealedPackageView {
  id: string;
  seq: number;
  manifest: InboxManifestView;
  kem: string;
  ciphertext: string;
  sender: string;
  recipient: string;
  keyId: string;
  referralId: string;
  expiresAt: string;
}

/** The answer to an opening: what the browser opens in memory, and the referral as it stands now. */
export class InboxOpenedView {
  id: string;
  referral: InboxReferralView;
  packages: InboxSealedPackageView[];
}

/** The one thing that the live line tells: `event: ended`, once, and then it is over. */
export class InboxEndView {
  id: string;
}
