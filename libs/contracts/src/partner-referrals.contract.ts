import { IsIn, IsOptional } from 'class-validator';
import { ListQuery } from './list.contract';

/** What lies there now, or whom it concerned. */
export class PartnerReferralsQuery extends ListQuery {
  /** `LENT` unless said: what is not over. `AFFECTED`: all that was ever opened there, and what was stopped with the work. */
  @IsOptional()
  @IsIn(['LENT', 'AFFECTED'])
  which?: string;
}

/** How much of ours a partner can read now, over every office of the organisation: packages that are not over, and whose. */
export class LentView {
  packages: number;
  /** Of the packages: those that were opened. */
  opened: number;
  people: number;
  referrals: number;
}

/** Whom it concerns, over every office of the organisation: referrals that were ever opened, or stopped because the work with the partner was. */
export class AffectedView {
  people: number;
  referrals: number;
  /** Of the referrals: those that were opened. */
  opened: number;
  /** Of those that were opened: where it was said what was deleted. */
  confirmed: number;
}

/** A referral that is at the partner, or was; nothing of the person. */
export class PartnerReferralLineView {
  id: string;
  caseId: string;
  caseRef: string;
  service: string;
  state: string;
  sentAt: string;
  /** When a package of it was opened for the first time; null when none ever was. */
  openedAt: string | null;
  /** When the last of its packages could no longer be read; null while one can. */
  accessEndedAt: string | null;
  /** When the partner said what it deleted, or one of ours recorded it. */
  deletionConfirmedAt: string | null;
  /** The day on which one of ours heard it; null where the partner said it itself. */
  deletionHeardOn: string | null;
}

/** What lies at a partner, and who was affected when the work with it stopped (R-RE-10). */
export class PartnerReferralsView {
  /** The partner. */
  id: string;
  lent: LentView;
  affected: AffectedView;
  /** Within the reader's reach only: those that are open first, then the newest end. */
  items: PartnerReferralLineView[];
  /** How many there are within the reader's reach. */
  total: number;
  next: string | null;
  /** `hear-deletion` where something within the reader's reach was read, is over, and nobody has said what was deleted of it. */
  actions: string[];
}
