import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsTimeZone,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { contactChannel, contactSafety, deviceTrust, leaveMessage } from '@panah/domain/vocabulary/clients';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { contactRevealReason, locationRevealReason } from '@panah/domain/vocabulary/reasons';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A way to reach the person. An edit without a value leaves the number as it is: who corrects the rest need not see it. */
export class ContactPointInput {
  @IsIn(contactChannel.codes)
  channel: string;

  @IsOptional()
  @IsString()
  @Length(2, 254)
  value?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  label?: string;

  @IsIn(contactSafety.codes)
  safety: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  conditions?: string;

  @IsOptional()
  @IsIn(deviceTrust.codes)
  deviceTrust?: string;

  @IsOptional()
  @IsIn(LANGUAGES)
  language?: string;

  @IsBoolean()
  preferred: boolean;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  verifiedOn?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  lastSafeCheckOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  retiredReason?: string;
}

/** When contact is safe: weekdays 1 (Monday) to 7, from and to in the plan's time zone. */
export class SafeHoursInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  days: number[];

  @Matches(TIME)
  from: string;

  @Matches(TIME)
  to: string;
}

export class SafeContactPlanInput {
  @IsTimeZone()
  timeZone: string;

  @IsArray()
  @ArrayMaxSize(14)
  @ValidateNested({ each: true })
  @Type(() => SafeHoursInput)
  okHours: SafeHoursInput[];

  /** Cover words agreed with the person; never a real institution. */
  @IsString()
  @Length(2, 120)
  identifyAs: string;

  @IsIn(leaveMessage.codes)
  leaveMessage: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  neverText?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  codeWord?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  checkIn?: string;

  @IsString()
  @Length(2, 1000)
  ifNoAnswer: string;

  @IsOptional()
  @IsString()
  @MaxLength(160)
  trustedPerson?: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  reviewOn: string;
}

export class DuressWordInput {
  @IsString()
  @Length(2, 80)
  word: string;
}

/** One press, one reason from a short list; one line in the log. */
export class ContactRevealInput {
  @IsIn(contactRevealReason.codes)
  reason: string;
}

export class LocationRevealInput {
  @IsIn(locationRevealReason.codes)
  reason: string;
}

export class ContactPointView {
  id: string;
  version: number;
  channel: string;
  label: string | null;
  safety: string;
  conditions: string | null;
  deviceTrust: string | null;
  language: string | null;
  preferred: boolean;
  verifiedOn: string | null;
  lastSafeCheckOn: string | null;
  retiredReason: string | null;
}

export class SafeHoursView {
  days: number[];
  from: string;
  to: string;
}

/** When and how; never the number, never a code word. */
export class SafeContactRuleView {
  version: number;
  timeZone: string;
  okHours: SafeHoursView[];
  identifyAs: string;
  leaveMessage: string;
  reviewOn: string;
}

export class RevealedContactView {
  id: string;
  channel: string;
  /** Null where the point may not be used (R-RI-07) and was opened in order to use it. */
  value: string | null;
}

export class SafeContactPlanView {
  version: number;
  timeZone: string;
  okHours: SafeHoursView[];
  identifyAs: string;
  leaveMessage: string;
  neverText: string | null;
  codeWord: string | null;
  checkIn: string | null;
  ifNoAnswer: string;
  trustedPerson: string | null;
  reviewOn: string;
}

export class ContactRevealView {
  points: RevealedContactView[];
  plan: SafeContactPlanView | null;
}

export class DuressWordView {
  version: number;
  word: string;
}

/** One way of contact, opened to be used now. */
export class ContactUseView {
  id: string;
  channel: string;
  value: string;
  conditions: string | null;
  /** R-RI-08: what to think of before. */
  warnings: string[];
}
