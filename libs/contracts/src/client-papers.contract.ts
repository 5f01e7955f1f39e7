import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { docVerification, identityDocType, locationKnownTo, locationSafety, possessionStatus } from '@panah/domain/vocabulary/clients';
import { COUNTRIES } from '@panah/domain/vocabulary/countries';
import { OrganisationalNameView } from './client-names.contract';
import { PartialDateInput, PartialDateView } from './partial-date.contract';

/** A paper that says who somebody is. An edit without a number leaves the number as it is. */
export class DocumentInput {
  @IsIn(identityDocType.codes)
  docType: string;

  @IsOptional()
  @IsString()
  @Length(2, 60)
  number?: string;

  @IsOptional()
  @IsIn(COUNTRIES)
  issuingCountry?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  issuingPlace?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  issuedOn?: PartialDateInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  expiresOn?: PartialDateInput;

  @IsOptional()
  @IsString()
  @MaxLength(160)
  nameAsShown?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  birthAsShown?: PartialDateInput;

  @IsIn(possessionStatus.codes)
  possession: string;

  @IsIn(docVerification.codes)
  verification: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  remarks?: string;
}

export class ResidenceInput {
  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  from?: PartialDateInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  to?: PartialDateInput;

  @IsIn(COUNTRIES)
  country: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  city?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(5)
  @IsIn(locationKnownTo.codes, { each: true })
  knownTo: string[];

  @IsIn(locationSafety.codes)
  safety: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  remarks?: string;
}

export class DependantInput {
  @IsString()
  @Length(1, 160)
  name: string;

  @IsString()
  @Length(2, 60)
  relation: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  birth?: PartialDateInput;

  @IsBoolean()
  livesWith: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  remarks?: string;
}

/** A document without its number, place of issue and remarks: those need one press with a reason. */
export class DocumentView {
  id: string;
  version: number;
  docType: string;
  hasNumber: boolean;
  issuingCountry: string | null;
  issuedOn: PartialDateView | null;
  expiresOn: PartialDateView | null;
  nameAsShown: string | null;
  birthAsShown: PartialDateView | null;
  birthLooksAdministrative: boolean;
  possession: string;
  verification: string;
}

export class RevealedDocumentView {
  id: string;
  number: string | null;
  /** What is odd about an Iranian national number; a warning only (C.5). */
  numberWarning: string | null;
  issuingPlace: string | null;
  remarks: string | null;
}

export class IdentityRevealView {
  documents: RevealedDocumentView[];
}

/** That there is a dwelling, and in which country; city and street need a reason and a fresh sign-in. */
export class ResidenceLineView {
  id: string;
  country: string;
  from: PartialDateView | null;
  to: PartialDateView | null;
}

export class ResidenceView {
  id: string;
  version: number;
  country: string;
  city: string | null;
  address: string | null;
  from: PartialDateView | null;
  to: PartialDateView | null;
  knownTo: string[];
  safety: string;
  remarks: string | null;
}

export class LocationRevealView {
  residences: ResidenceView[];
  organisationalNames: OrganisationalNameView[];
}

export class DependantView {
  id: string;
  version: number;
  name: string;
  relation: string;
  birth: PartialDateView | null;
  /** "7", or "7–8" when the day is not known (R-ID-03). */
  age: string | null;
  countsAsMinor: boolean;
  livesWith: boolean;
  remarks: string | null;
}
