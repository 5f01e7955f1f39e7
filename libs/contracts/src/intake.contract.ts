import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateNested, Matches } from 'class-validator';
import { COUNTRIES } from '@panah/domain/vocabulary/countries';
import { Type } from 'class-transformer';
import { conflictKind } from '@panah/domain/vocabulary/cases';
import { contactChannel, contactSafety } from '@panah/domain/vocabulary/clients';
import { caseDeclineReason, caseSource, enquiryState, yesNoUnknown } from '@panah/domain/vocabulary/intake';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { ListQuery } from './list.contract';
import { PartialDateInput, PartialDateView } from './partial-date.contract';
import { INSTANT } from './instant';

/** First contact: a name to use, and what is asked. Nothing else has to be known. */
export class EnquiryInput {
  @IsString()
  @Length(1, 160)
  name: string;

  @IsString()
  @Length(1, 1000)
  asked: string;

  @IsIn(caseSource.codes)
  source: string;

  @IsIn(LANGUAGES)
  language: string;

  @IsOptional()
  @IsIn(COUNTRIES)
  country?: string | null;

  @IsIn(yesNoUnknown.codes)
  immediateDanger: string;

  /** Whether it is safe to call or write back. */
  @IsBoolean()
  callbackSafe: boolean;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  birth?: PartialDateInput | null;

  @IsOptional()
  @IsIn(contactChannel.codes)
  contactChannel?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 160)
  contactValue?: string | null;

  @IsOptional()
  @IsIn(contactSafety.codes)
  contactSafety?: string | null;

  /** When and how it is safe, in the words agreed. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  contactRule?: string | null;

  /** Why somebody doubts, or does not, that the contact is what it says. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  genuineness?: string | null;

  /** When it came in, if it is written down later. */
  @IsOptional()
  @Matches(INSTANT)
  @IsISO8601({ strict: true })
  receivedAt?: string | null;

  /** Only for somebody who takes enquiries in more than one office. */
  @IsOptional()
  @IsUUID()
  officeId?: string | null;
}

export class EnquiryListQuery extends ListQuery {
  /** A state, or `OPEN` for new enquiries and intakes under way (which is what is shown when nothing is said). */
  @IsOptional()
  @IsIn(['OPEN', ...enquiryState.codes])
  state?: string;

  /** `YES`: only where there is danger now. */
  @IsOptional()
  @IsIn(['YES'])
  danger?: string;

  /** `YES`: only what waits for a coordinator. */
  @IsOptional()
  @IsIn(['YES'])
  proposed?: string;

  @IsOptional()
  @IsIn(COUNTRIES)
  country?: string;

  /** `urgency` (danger, then what is due; the default) or `received` (when it came in). */
  @IsOptional()
  @IsIn(['urgency', 'received'])
  sort?: string;

  /** `asc`: most urgent or oldest first, which is what happens when nothing is said. */
  @IsOptional()
  @IsIn(['asc', 'desc'])
  direction?: string;
}

/** The same list by a name in any script, or a reference: sent in a body, for no name stands in an address. */
export class EnquirySearchInput extends EnquiryListQuery {
  @IsOptional()
  @IsString()
  @MaxLength(80)
  text?: string;
}

/** R-AC-13: whoever takes the intake says first that they have no tie with the person. */
export class IntakeStartInput {
  @IsBoolean()
  noTie: boolean;
}

/** A tie that one declares oneself: the enquiry is closed to one from then on. */
export class TieInput {
  @IsIn(conflictKind.codes)
  kind: string;
}

export class FirstResponseInput {
  /** When somebody was reached or tried; now, when nothing is said. */
  @IsOptional()
  @Matches(INSTANT)
  @IsISO8601({ strict: true })
  at?: string | null;
}

export class DeclineInput {
  @IsIn(caseDeclineReason.codes)
  reason: string;

  /** Where the person was pointed instead. */
  @IsString()
  @Length(1, 1000)
  signposting: string;
}

export class EnquiryLineView {
  id: string;
  caseRef: string | null;
  name: string | null;
  state: string;
  source: string | null;
  language: string | null;
  country: string | null;
  immediateDanger: string | null;
  receivedAt: string;
  firstResponseAt: string | null;
  /** The clock that runs now: `FIRST_RESPONSE`, `INTAKE`, or null. */
  clock: string | null;
  due: string | null;
  late: boolean;
  proposedAt: string | null;
  takenBy: string | null;
}

export class EnquiryListView {
  items: EnquiryLineView[];
  total: number;
  next: string | null;
}

export class EnquiryView {
  id: string;
  version: number;
  state: string;
  caseRef: string | null;
  pseudonym: string | null;
  officeId: string;
  source: string | null;
  language: string | null;
  country: string | null;
  immediateDanger: string | null;
  callbackSafe: boolean | null;
  receivedAt: string;
  receivedBy: string | null;
  /** The partner that referred them to us. */
  partner: string | null;
  firstResponseDue: string;
  firstResponseAt: string | null;
  intakeStartedAt: string | null;
  intakeDue: string | null;
  takenBy: string | null;
  proposedAt: string | null;
  proposedBy: string | null;
  declineReason: string | null;
  declinedAt: string | null;
  minimisedAt: string | null;
  admittedAt: string | null;
  caseId: string | null;
  name: string | null;
  asked: string | null;
  birth: PartialDateView | null;
  contactChannel: string | null;
  /** Null where none was given, or where nobody may use it (R-RI-07). */
  contactValue: string | null;
  /** There is a number or an address, and nobody may use it. An edit that says none leaves it as it is. */
  contactKeptBack: boolean;
  contactSafety: string | null;
  contactRule: string | null;
  genuineness: string | null;
  signposting: string | null;
  history: EnquiryStepView[];
  actions: string[];
}

export class EnquiryStepView {
  action: string;
  at: string;
  by: string | null;
}
