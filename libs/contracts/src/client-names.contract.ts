import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { aliasType, romanisation } from '@panah/domain/vocabulary/clients';
import { PartialDateInput, PartialDateView } from './partial-date.contract';

/** Names from inside the group, parent-name forms and online handles are kept apart (R-ID-05). */
export const APART = ['ORGANISATIONAL', 'KUNYA', 'ONLINE'] as const;
export const NAME_KINDS = aliasType.codes.filter((code) => !(APART as readonly string[]).includes(code) && code !== 'CASE_PSEUDONYM');
export const SCRIPTS = ['Arab', 'Latn', 'Cyrl'] as const;

/** A name in one script, exactly as it was said or written; only that is needed (R-ID-01). */
export class NameInput {
  @IsIn(NAME_KINDS)
  kind: string;

  @IsString()
  @Length(1, 160)
  asWritten: string;

  /** Read from the letters when it is missing. */
  @IsOptional()
  @IsIn(SCRIPTS)
  script?: (typeof SCRIPTS)[number];

  @IsOptional()
  @IsString()
  @MaxLength(80)
  given?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  family?: string;

  @IsOptional()
  @IsString()
  @MaxLength(30)
  prefix?: string;

  @IsOptional()
  @IsString()
  @MaxLength(30)
  suffix?: string;

  @IsOptional()
  @IsIn(romanisation.codes)
  romanisation?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  usedFrom?: PartialDateInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  usedTo?: PartialDateInput;

  /** The one to use among those of its script. */
  @IsBoolean()
  inUse: boolean;
}

export class OrganisationalNameInput {
  @IsIn(APART)
  kind: string;

  @IsString()
  @Length(1, 160)
  asWritten: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  remarks?: string;
}

export class NameView {
  id: string;
  version: number;
  kind: string;
  script: string;
  asWritten: string;
  given: string | null;
  family: string | null;
  prefix: string | null;
  suffix: string | null;
  romanisation: string | null;
  usedFrom: PartialDateView | null;
  usedTo: PartialDateView | null;
  inUse: boolean;
}

export class OrganisationalNameView {
  id: string;
  version: number;
  kind: string;
  asWritten: string;
  remarks: string | null;
}
