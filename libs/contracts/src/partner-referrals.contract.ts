/** How much of ours a partner can read now, over every office of the organisation: packages that are not over, and whose. */
export class LentView {
  packages: number;
  /** Of the packages: those that were opened. */
  opened: number;
  people: number;
  referrals: number;
}

/** A referral that is at the partner, or was stopped because the work with it was; nothing of the person. */
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
  /** When the partner said what it deleted. */
  deletionConfirmedAt: string | null;
}

/** What lies at a partner, and who was affected when the work with it stopped (R-RE-10). */
export class PartnerReferralsView {
  /** The partner. */
  id: string;
  lent: LentView;
  /** Within the reader's reach only, at most 200: those that are open first, then the newest end. */
  items: PartnerReferralLineView[];
  /** How many there are within the reader's reach. */
  total: number;
}
