import { IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { INSTANT } from './instant';

/** A turn of duty: who, from, to, and the number under which they answer. */
export class DutyTurnInput {
  @IsUUID()
  officeId: string;

  @IsUUID()
  staffId: string;

  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  startsAt: string;

  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  endsAt: string;

  /** With digits of any script: somebody in need reads it and dials. */
  @Matches(/(\p{Nd}\P{Nd}*){3}/u)
  @IsString()
  @Length(3, 40)
  telephone: string;
}

/** Somebody asks whoever is on duty for help with a client. */
export class DangerInput {
  @IsString()
  @Length(3, 2000)
  words: string;
}

/** How a danger ended. */
export class SettlementInput {
  @IsString()
  @Length(3, 2000)
  words: string;
}

/** Why it goes back to the duty screen. */
export class HandBackInput {
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  words?: string;
}

export class DutyPersonView {
  id: string;
  name: string;
}

export class DutyTurnView {
  id: string;
  version: number;
  officeId: string;
  officeName: string;
  person: DutyPersonView;
  startsAt: string;
  endsAt: string;
  isNow: boolean;
  /** Only for those who plan the list; everybody else finds the numbers to call under `numbers`. */
  telephone: string | null;
  actions: string[];
}

/** Whom to telephone now. */
export class DutyNumberView {
  officeId: string;
  name: string;
  telephone: string;
  /** False when nobody is on duty: then it is the number of somebody on the list. */
  onDuty: boolean;
}

export class DangerView {
  id: string;
  version: number;
  kind: string;
  state: string;
  officeId: string;
  /** Null where it comes from an incident of the office, which `incidentId` then names. */
  caseId: string | null;
  caseRef: string | null;
  incidentId: string | null;
  /** Null where the reader does not see the person. */
  pseudonym: string | null;
  words: string | null;
  raisedBy: DutyPersonView;
  raisedAt: string;
  raisedByReader: boolean;
  takenBy: DutyPersonView | null;
  takenAt: string | null;
  settledAt: string | null;
  settlement: string | null;
  actions: string[];
}

/** Somebody who asks for help is in danger now. What was said stands in the enquiry. */
export class EnquiryDangerView {
  id: string;
  officeId: string;
  caseRef: string | null;
  receivedAt: string;
  receivedBy: DutyPersonView;
  takenBy: DutyPersonView | null;
  takenAt: string | null;
  actions: string[];
}

/** What stands at the top of every screen. */
export class DutyStripView {
  /** Enquiries in danger that nobody has, on the screen of whoever is on duty. */
  enquiries: EnquiryDangerView[];
  /** Those that the reader took down: until somebody has it, and an hour longer. */
  takenDown: EnquiryDangerView[];
  /** Dangers that nobody has, on the screen of whoever is on duty. */
  open: DangerView[];
  /** What the reader raised and is not told in silence: until somebody has it, and an hour longer. */
  raised: DangerView[];
  /** Whom to telephone; only while somebody waits. */
  numbers: DutyNumberView[];
}

export class DutyView {
  /** Of the reader: the list itself has no number. */
  id: string;
  onDuty: boolean;
  turns: DutyTurnView[];
  numbers: DutyNumberView[];
  open: DangerView[];
  taken: DangerView[];
  /** Everything the reader raised and that is not settled, called in silence or not. */
  raised: DangerView[];
  actions: string[];
}

export class DutyCandidateView {
  id: string;
  name: string;
  officeId: string;
}

export class DutyCandidatesView {
  items: DutyCandidateView[];
}
