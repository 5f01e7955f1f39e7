import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { consentPurpose, consentScope, disclosureBasis, disclosureHow, informPerson } from '@panah/domain/vocabulary/consents';
import { RecipientInput, RecipientView } from './consent-scope.contract';
import { ConsentPersonView } from './consents.contract';

/** Something told to somebody outside, or about to be. What it rests on is found by the server, never sent. */
export class DisclosureInput {
  @IsIn(consentPurpose.codes)
  purpose: string;

  /** As a consent or a legal basis names them. */
  @IsUUID()
  recipientId: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(consentScope.codes, { each: true })
  scope: string[];

  @IsIn(['PREPARED', 'TOLD'])
  stage: string;

  @IsIn(disclosureHow.codes)
  how: string;

  @IsString()
  @Length(1, 2000)
  what: string;

  /** Where two people agreed to tell it without consent. */
  @IsOptional()
  @IsUUID()
  legalBasisId?: string | null;
}

export class DisclosureView {
  id: string;
  caseId: string;
  version: number;
  purpose: string;
  recipient: RecipientView;
  scope: string[];
  state: string;
  how: string;
  what: string;
  consentId: string | null;
  legalBasisId: string | null;
  madeBy: ConsentPersonView | null;
  madeAt: string;
  toldAt: string | null;
  stoppedAt: string | null;
  stopReason: string | null;
  actions: string[];
}

/** A ground a new disclosure could rest on now. */
export class GroundView {
  purpose: string;
  recipient: RecipientView;
  scope: string[];
  consentId: string | null;
  legalBasisId: string | null;
  until: string | null;
}

export class DisclosuresView {
  /** The case. */
  id: string;
  items: DisclosureView[];
  grounds: GroundView[];
  actions: string[];
}

/** R-CO-08: asked for by a coordinator, for one recipient, for the few items that are needed. */
export class LegalBasisInput {
  @IsIn(disclosureBasis.codes)
  basis: string;

  @IsIn(['C06_HEALTH', 'C18_EMERGENCY', 'C21_AUTHORITY'])
  purpose: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => RecipientInput)
  recipient: RecipientInput;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(consentScope.codes, { each: true })
  scope: string[];

  @IsString()
  @Length(20, 2000)
  reason: string;

  @IsIn(informPerson.codes)
  inform: string;

  /** Needed when the person is not told. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  danger?: string | null;
}

/** Who said yes by word of mouth, within the hour. */
export class VerbalApprovalInput {
  @IsUUID()
  secondId: string;
}

export class LegalBasisView {
  id: string;
  caseId: string;
  version: number;
  basis: string;
  purpose: string;
  recipient: RecipientView;
  scope: string[];
  state: string;
  reason: string;
  inform: string;
  danger: string | null;
  askedBy: ConsentPersonView | null;
  askedAt: string;
  second: ConsentPersonView | null;
  decidedAt: string | null;
  decidedHow: string | null;
  confirmedAt: string | null;
  validUntil: string | null;
  /** When whoever was named said that they had not agreed. */
  objectedAt: string | null;
  informedAt: string | null;
  actions: string[];
}

export class LegalBasesView {
  /** The case. */
  id: string;
  items: LegalBasisView[];
  /** Coordinators who may be the second person. */
  seconds: ConsentPersonView[];
  actions: string[];
}
