import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { arrivalMode, languageLevel, literacy, maritalStatus, nationalityStatus, sexRecorded } from '@panah/domain/vocabulary/clients';
import { COUNTRIES } from '@panah/domain/vocabulary/countries';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { ContactPointView, SafeContactRuleView } from './client-contact.contract';
import { NameView } from './client-names.contract';
import { DependantView, DocumentView, ResidenceLineView } from './client-papers.contract';
import { PartialDateInput, PartialDateView } from './partial-date.contract';

export class SpokenLanguageInput {
  @IsIn(LANGUAGES)
  code: string;

  @IsOptional()
  @IsIn(languageLevel.codes)
  level?: string;

  @IsBoolean()
  speaks: boolean;

  @IsBoolean()
  reads: boolean;
}

/** What the file says of the person besides names, papers and contact. */
export class PersonInput {
  @IsString()
  @Length(2, 40)
  pseudonym: string;

  @IsIn(COUNTRIES)
  countryOfStay: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => SpokenLanguageInput)
  languages: SpokenLanguageInput[];

  @IsBoolean()
  interpreterNeeded: boolean;

  @IsOptional()
  @IsIn(['F', 'M'])
  interpreterGender?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  interpreterDialect?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  birth?: PartialDateInput;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  birthPlace?: string;

  @IsOptional()
  @IsIn(COUNTRIES)
  birthCountry?: string;

  @IsOptional()
  @IsIn(sexRecorded.codes)
  sexRecorded?: string;

  @IsOptional()
  @IsIn(literacy.codes)
  literacy?: string;

  @IsOptional()
  @IsIn(maritalStatus.codes)
  maritalStatus?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  arrivedOn?: PartialDateInput;

  @IsOptional()
  @IsIn(arrivalMode.codes)
  arrivalMode?: string;
}

export class NationalityInput {
  @IsIn(COUNTRIES)
  country: string;

  @IsIn(nationalityStatus.codes)
  status: string;
}

/** Class R: opened by one press with a reason before it is edited. */
export class ParticularsInput {
  @IsOptional()
  @IsString()
  @MaxLength(40)
  genderSelf?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  fatherGivenName?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  motherGivenName?: string;

  @IsArray()
  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  @Type(() => NationalityInput)
  nationalities: NationalityInput[];
}

/** A search travels in a body: no name ever stands in an address. */
export class ClientSearchInput {
  @IsString()
  @Length(1, 120)
  text: string;
}

export class DisplayNameView {
  arab: string | null;
  latin: string | null;
}

export class ClientHitView {
  clientId: string;
  displayName: DisplayNameView;
  pseudonym: string;
  caseId: string | null;
  caseRef: string | null;
  caseState: string | null;
  countryOfStay: string;
}

export class ClientSearchView {
  items: ClientHitView[];
  /** Nothing was found and too little is typed: three letters in the script of the file, four letters with two consonants across scripts. */
  typeMore: boolean;
}

/** What stands above every page of a file. */
export class ClientHeaderView {
  id: string;
  displayName: DisplayNameView;
  pseudonym: string;
  caseId: string | null;
  caseRef: string | null;
  countryOfStay: string;
  languages: string[];
  interpreterNeeded: boolean;
  duressWordSet: boolean;
  safeContact: SafeContactRuleView | null;
  /** The point to use, without its number. */
  contactPoint: ContactPointView | null;
  /** R-RI-08: what to think of before contact. */
  contactWarnings: string[];
  actions: string[];
}

export class SpokenLanguageView {
  code: string;
  level: string | null;
  speaks: boolean;
  reads: boolean;
}

export class AgeView {
  label: string;
  countsAsMinor: boolean;
  isAgeUncertain: boolean;
}

export class PersonView {
  pseudonym: string;
  countryOfStay: string;
  languages: SpokenLanguageView[];
  interpreterNeeded: boolean;
  interpreterGender: string | null;
  interpreterDialect: string | null;
  birth: PartialDateView | null;
  age: AgeView | null;
  /** 1 January and the like on a paper are often an authority's guess (R-ID-04). */
  birthLooksAdministrative: boolean;
  birthPlace: string | null;
  birthCountry: string | null;
  sexRecorded: string | null;
  literacy: string | null;
  maritalStatus: string | null;
  arrivedOn: PartialDateView | null;
  arrivalMode: string | null;
}

export class NationalityView {
  country: string;
  status: string;
}

export class ParticularsView {
  version: number;
  genderSelf: string | null;
  fatherGivenName: string | null;
  motherGivenName: string | null;
  nationalities: NationalityView[];
}

/** A file's person tab. What is null is not open to the reader. */
export class ClientView {
  id: string;
  version: number;
  displayName: DisplayNameView;
  caseId: string | null;
  caseRef: string | null;
  person: PersonView;
  duressWordSet: boolean;
  safeContact: SafeContactRuleView | null;
  names: NameView[] | null;
  organisationalNameCount: number | null;
  contactPoints: ContactPointView[] | null;
  documents: DocumentView[] | null;
  residences: ResidenceLineView[] | null;
  dependants: DependantView[];
  /** What the reader may do here: words of the access table that carry to this client. */
  actions: string[];
}
