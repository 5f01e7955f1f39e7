import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { contactRevealReason } from '@panah/domain/vocabulary/reasons';
import { CLAIM_COUNTRIES } from '@panah/domain/vocabulary/countries';
import { legalRepCapacity } from '@panah/domain/vocabulary/claims';
import { permitState, permitType } from '@panah/domain/vocabulary/legal-deadlines';
import { consentScope } from '@panah/domain/vocabulary/consents';
import { RecipientInput } from './consent-scope.contract';
import { ListQuery } from './list.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class PermitInput {
  @IsIn(CLAIM_COUNTRIES)
  country: string;

  @IsIn(permitType.codes)
  type: string;

  @IsOptional()
  @IsUUID()
  claimId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  number?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validFrom?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validTo?: string;

  @IsBoolean()
  unlimited: boolean;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  cardReceivedOn?: string;

  /** The permit that this one follows. */
  @IsOptional()
  @IsUUID()
  followsId?: string;
}

/** What becomes of a permit. */
export class PermitRenewalInput {
  @Matches(DAY)
  @IsISO8601({ strict: true })
  lodgedOn: string;

  /** The proof, on file. */
  @IsUUID()
  documentId: string;
}

export class PermitWithdrawalInput {
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on: string;
}

export class PermitRevealInput {
  @IsIn(contactRevealReason.codes)
  reason: string;
}

export class PermitNumberView {
  number: string | null;
}

export class PermitAlertView {
  days: number;
  on: string;
}

export class PermitView {
  id: string;
  caseId: string;
  claimId: string | null;
  version: number;
  country: string;
  type: string;
  /** Null: it is awaited. */
  state: string | null;
  hasNumber: boolean;
  validFrom: string | null;
  validTo: string | null;
  unlimited: boolean;
  renewalOpensOn: string | null;
  cardReceivedOn: string | null;
  renewalLodgedOn: string | null;
  successorId: string | null;
  withdrawnOn: string | null;
  alerts: PermitAlertView[];
  actions: string[];
}

/** What housing and family officers see of permits: the days. */
export class PermitDatesView {
  id: string;
  type: string;
  country: string;
  state: string | null;
  validTo: string | null;
  unlimited: boolean;
}

export class PermitDatesListView {
  /** Of the case. */
  id: string;
  items: PermitDatesView[];
}

export class PermitListQuery extends ListQuery {
  @IsOptional()
  @IsIn(permitState.codes)
  state?: string;

  /** Those that end in so many days, without a successor or a renewal. */
  @IsOptional()
  @IsIn(['D0_7', 'D8_30', 'D31_90', 'D91_180', 'OVER'])
  ends?: string;
}

export class PermitNameView {
  arab: string | null;
  latin: string | null;
}

export class PermitLineView {
  id: string;
  caseId: string;
  caseRef: string;
  name: PermitNameView | null;
  pseudonym: string | null;
  type: string;
  country: string;
  state: string | null;
  validTo: string | null;
}

export class PermitListView {
  items: PermitLineView[];
  total: number;
  next: string | null;
}

/** A lawyer or adviser with a mandate. */
export class RepresentationInput {
  @ValidateNested()
  @Type(() => RecipientInput)
  who: RecipientInput;

  @IsIn(legalRepCapacity.codes)
  capacity: string;

  @IsOptional()
  @IsUUID()
  claimId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  contact?: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  fromOn: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  toOn?: string;

  @IsBoolean()
  conflictChecked: boolean;

  /** Rests on a consent (C04) that holds now. */
  @IsBoolean()
  mayReceiveFiles: boolean;

  @IsOptional()
  @IsUUID()
  mandateId?: string;
}

/** What is given to a representative now, on a consent that covers it at this moment. */
export class LegalShareInput {
  @IsArray()
  @ArrayUnique()
  @ArrayMinSize(1)
  @ArrayMaxSize(15)
  @IsIn(consentScope.codes, { each: true })
  scope: string[];

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  documents?: string[];

  @IsString()
  @Length(3, 500)
  what: string;
}

export class LegalShareView {
  id: string;
  at: string;
  by: string;
  scope: string[];
  documents: string[];
  what: string;
}

export class RepresentationView {
  id: string;
  caseId: string;
  claimId: string | null;
  version: number;
  name: string;
  whoKind: string;
  capacity: string;
  contact: string | null;
  fromOn: string;
  toOn: string | null;
  conflictChecked: boolean;
  mayReceiveFiles: boolean;
  mandateId: string | null;
  isActive: boolean;
  shares: LegalShareView[];
  actions: string[];
}
