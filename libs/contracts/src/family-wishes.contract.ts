import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { WISH_PURPOSES } from '@panah/domain/consents/purposes';
import { withdrawnHow } from '@panah/domain/vocabulary/consents';
import { kinRelation, separationCause } from '@panah/domain/vocabulary/family';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { ConsentSaid } from './consents.contract';
import { PartialDateInput, PartialDateView } from './partial-date.contract';
import { SoughtPersonInput } from './sought-person.contract';

/** What the client tells of the person they miss: the least that a tracing request needs is a name and the relation; the rest helps. */
export class RelativeAccountInput extends SoughtPersonInput {
  @IsIn(kinRelation.codes)
  relation: string;

  @IsOptional()
  @IsString()
  @MaxLength(160)
  motherName?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  lastKnownPlace?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  lastKnownOn?: PartialDateInput | null;

  @IsOptional()
  @IsIn(separationCause.codes)
  separation?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(1500)
  circumstances?: string | null;
}

/** A client wishes to find somebody, in their own words. */
export class FamilyWishInput {
  @ValidateNested()
  @Type(() => RelativeAccountInput)
  relative: RelativeAccountInput;

  @IsString()
  @Length(1, 1500)
  wish: string;
}

/** What the client says about one relative: to look, to tell, to carry messages, to speak directly. The scope: ways of looking, a step of the ladder, single permissions. */
export class FamilyConsentInput extends ConsentSaid {
  @IsIn(WISH_PURPOSES)
  purpose: string;
}

/** The client heard, in their language, that no answer can mean anything and that we shall never say which, and said so. */
export class FamilyWarningInput {
  @IsIn(LANGUAGES)
  language: string;

  @IsBoolean()
  confirmed: boolean;
}

/** No reason is asked. */
export class FamilyStopInput {
  @IsIn(withdrawnHow.codes)
  how: string;
}

export class RelativeAccountView {
  names: string[];
  relation: string;
  sex: string | null;
  birth: PartialDateView | null;
  fatherName: string | null;
  motherName: string | null;
  birthPlace: string | null;
  lastKnownPlace: string | null;
  lastKnownOn: PartialDateView | null;
  separation: string | null;
  circumstances: string | null;
}

export class AllowedView {
  ladder: string;
  permissions: string[];
}

export class FamilyConsentLineView {
  id: string;
  purpose: string;
  state: string;
  scope: string[];
  givenAt: string | null;
  expiresAt: string | null;
}

export class FamilyWishLineView {
  id: string;
  version: number;
  caseId: string;
  /** In the client's words. */
  name: string;
  relation: string;
  /** Noted, in progress, in contact, ended by the client: there is nothing else to see. */
  face: string;
  notedAt: string;
  begunOn: string | null;
  /** The one day of the answer; null before it is begun. */
  answerOn: string | null;
  /** Whether the weekly sentence was given: the same for whatever may be behind it. */
  answered: boolean;
  inContactSince: string | null;
  endedAt: string | null;
  actions: string[];
}

export class FamilyWishView extends FamilyWishLineView {
  relative: RelativeAccountView;
  wish: string;
  /** When the client was told what no answer can mean. */
  warnedAt: string | null;
  consents: FamilyConsentLineView[];
  /** What the client lets the other have. */
  allowed: AllowedView;
}

export class FamilyWishesView {
  /** The case. */
  id: string;
  items: FamilyWishLineView[];
  actions: string[];
}
