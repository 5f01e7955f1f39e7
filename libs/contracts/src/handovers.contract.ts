import { IsISO8601, IsString, Length, Matches } from 'class-validator';
import { ReferralPersonView, ReferralStepView } from './referral-views.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Both sides met (R-RE-07). */
export class HandoverMeetingInput {
  /** The day; today or before, and not before the acceptance. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on: string;

  /** Who was there, of both sides. */
  @IsString()
  @Length(2, 300)
  present: string;
}

export class UnlockInput {
  @IsString()
  @Length(3, 500)
  reason: string;
}

/** A file that is locked, in the list of them. */
export class HandedOverLineView {
  /** The case. */
  id: string;
  caseRef: string;
  partner: ReferralPersonView;
  service: string;
  openedOn: string;
  takenOverAt: string;
  /** Until when the file is kept. */
  retentionUntil: string | null;
}

/** The newest first. */
export class HandedOverListView {
  items: HandedOverLineView[];
  total: number;
  next: string | null;
}

/** One thing that was told to the partner that took over. */
export class HandedOverPackageView {
  id: string;
  scope: string[];
  consentGivenOn: string;
  sealedAt: string;
  openedAt: string | null;
  endedAt: string | null;
  endReason: string | null;
}

/** What is left here of a case that was handed over: dates, the reason, to whom, and how it came about. */
export class HandedOverView {
  /** The case. */
  id: string;
  caseRef: string;
  openedOn: string;
  closedOn: string;
  /** Why it was closed, as a code. */
  reason: string;
  partner: ReferralPersonView;
  service: string;
  metOn: string;
  takenOverAt: string;
  /** Until when the file is kept. */
  retentionUntil: string | null;
  history: ReferralStepView[];
  packages: HandedOverPackageView[];
  actions: string[];
}

/** The file is open again. */
export class UnlockedView {
  /** The case. */
  id: string;
}
