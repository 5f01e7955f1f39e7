import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { consentScope } from '@panah/domain/vocabulary/consents';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { BEGUN_KINDS, referralItem, referralUrgency } from '@panah/domain/vocabulary/referrals';
import { ConsentExplained } from './consents.contract';
import { INSTANT } from './instant';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DIGEST = /^[\w-]{43}$/;
/** What can be ticked; the name goes by itself once the partner has accepted. */
const TICKED = referralItem.codes.filter((code) => code !== 'NAME');

/** What is said in our own words. */
export class ReferralTexts {
  /** Why, and what the person wants. */
  @IsString()
  @Length(1, 1500)
  request: string;

  @IsString()
  @Length(1, 1500)
  workDone: string;

  /** What the partner must know to keep the person safe; left out when `nothingUrgent`. */
  @IsOptional()
  @IsString()
  @Length(1, 1500)
  safety?: string | null;

  /** Said by itself: there is nothing the partner must know. */
  @IsBoolean()
  nothingUrgent: boolean;

  /** How the partner may contact the person. */
  @IsString()
  @Length(1, 1000)
  contactRules: string;

  /** Who cares for a minor, or speaks for somebody who cannot decide, and how they are reached; where `GUARDIAN` is ticked. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  guardian?: string | null;
}

/** The person's word for this referral, heard now: purpose, partner and items are the referral's own. */
export class ReferralConsentInput extends ConsentExplained {
  /** What they agreed to; left out: what is ticked. `NAME` lets the name follow once the partner has accepted. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(consentScope.codes, { each: true })
  scope?: string[] | null;
}

/** What of the file goes to the partner. */
export class ChosenItems {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(TICKED, { each: true })
  items: string[];

  /** One by one, when `NEEDS` is ticked, or `HEALTH` for those that tell of it. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(30)
  @IsUUID(undefined, { each: true })
  needIds: string[];

  /** One by one, when `DOCUMENTS` is ticked; with `HEALTH` where one tells of it. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(10)
  @IsUUID(undefined, { each: true })
  documentIds: string[];
}

export class ReferralInput extends ChosenItems {
  @IsUUID()
  partnerId: string;

  @IsIn(BEGUN_KINDS)
  kind: string;

  @IsIn(serviceRequested.codes)
  service: string;

  @IsIn(referralUrgency.codes)
  urgency: string;

  @ValidateNested()
  @Type(() => ReferralTexts)
  texts: ReferralTexts;

  /** How many days the partner may read it, never past the consent; 30 unless said. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(180)
  viewDays?: number | null;
}

export class NewReferralInput extends ReferralInput {
  /** Left out when a consent is at hand, or still to be asked for. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ReferralConsentInput)
  consent?: ReferralConsentInput | null;
}

/** Ready to send: on a consent that holds already, or on the one that is given here. */
export class ReferralReadyInput {
  @IsOptional()
  @ValidateNested()
  @Type(() => ReferralConsentInput)
  consent?: ReferralConsentInput | null;
}

export class ReferralDispatchInput {
  /** Of the preview that was shown. */
  @Matches(DIGEST)
  hash: string;

  /** When the partner was called; an emergency is not sent without (R-RE-02). */
  @IsOptional()
  @Matches(INSTANT)
  @IsISO8601({ strict: true })
  calledAt?: string | null;
}

export class ReferralItemInput {
  /** `ADDRESS`, `LEGAL_STATUS`, `NEED:<id>` or `DOCUMENT:<id>`. */
  @Matches(/^(ADDRESS|LEGAL_STATUS|(NEED|DOCUMENT):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  item: string;
}

export class ReferralApprovalInput extends ReferralItemInput {
  /** Of the item as it was shown. */
  @Matches(DIGEST)
  mark: string;
}

export class ReferralStopInput {
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class ReferralAnswerInput {
  @IsString()
  @Length(1, 1500)
  text: string;

  /** What of the consent the answer is about: it goes out on that ground. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(referralItem.codes, { each: true })
  about: string[];
}

/** Something more, after it was sent: a package of its own, on what the consent covers now (R-RE-03). */
export class SupplementInput extends ChosenItems {
  /** New words where one of the texts is ticked; those that were sent before when left out. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ReferralTexts)
  texts?: ReferralTexts | null;
}

export class SupplementDispatchInput extends SupplementInput {
  @Matches(DIGEST)
  hash: string;
}

/** What a partner said on the telephone that it deleted. */
export class DeletionHeardInput {
  /** Who at the partner said it. */
  @IsString()
  @Length(2, 120)
  who: string;

  /** The day; today or before, and not before it was over. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on: string;

  @IsString()
  @Length(3, 1500)
  what: string;
}

/** The name once more, as it was shown. */
export class NameDispatchInput {
  @Matches(DIGEST)
  hash: string;
}
