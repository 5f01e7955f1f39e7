import { Type } from 'class-transformer';
import {
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
  MaxLength,
  Min,
} from 'class-validator';
import { COUNTRIES } from '@panah/domain/vocabulary/countries';
import { accessibilityFeature, providerType, unitKind, unitRule, unitStatus } from '@panah/domain/vocabulary/housing';
import { ListQuery } from './list.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Who lets us have places. Of a safe house what is not sent stays as it was: who edits the rest need not open it. */
export class HousingProviderInput {
  @IsIn(providerType.codes)
  type: string;

  @IsIn(COUNTRIES)
  country: string;

  @IsBoolean()
  safeHouse: boolean;

  @IsOptional()
  @IsUUID()
  partnerId?: string;

  @IsOptional()
  @IsString()
  @Length(2, 160)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  city?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  contact?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  agreementRef?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  remarks?: string;
}

/** A bed, room, flat or house with places. An address that is not sent stays as it was. */
export class HousingUnitInput {
  @IsUUID()
  providerId: string;

  @IsIn(unitKind.codes)
  kind: string;

  @IsInt()
  @Min(1)
  @Max(200)
  capacity: number;

  /** Another unit under the same roof. */
  @IsOptional()
  @IsUUID()
  sameBuildingAs?: string;

  @IsIn(unitRule.codes)
  rule: string;

  @IsArray()
  @ArrayUnique()
  @IsIn(accessibilityFeature.codes, { each: true })
  accessibility: string[];

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3660)
  maxStayDays?: number;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  opensOn: string;

  @IsBoolean()
  knownToGroup: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  label?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  city?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string;

  @IsOptional()
  @IsString()
  @Matches(/^\d{1,9}([.,]\d{1,2})?$/)
  costMonth?: string;

  @IsOptional()
  @Matches(/^[A-Z]{3}$/)
  currency?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  remarks?: string;
}

export class HousingStepInput {
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class HousingProviderListQuery extends ListQuery {
  @IsOptional()
  @IsIn(providerType.codes)
  type?: string;

  @IsOptional()
  @IsIn(COUNTRIES)
  country?: string;
}

export class HousingUnitListQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  provider?: string;

  @IsOptional()
  @IsIn(unitStatus.codes)
  status?: string;

  @IsOptional()
  @IsIn(unitKind.codes)
  kind?: string;
}

export class BedMapQuery {
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(90)
  days?: number;

  @IsOptional()
  @IsUUID()
  provider?: string;

  @IsOptional()
  @IsIn(COUNTRIES)
  country?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;

  /** Units after this number. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  after?: number;
}

export class HousingProviderLineView {
  id: string;
  number: number;
  type: string;
  country: string;
  safeHouse: boolean;
  /** Null of a safe house: it is shown when somebody asks for it with a reason. */
  name: string | null;
  city: string | null;
  units: number;
  places: number;
}

export class HousingProviderListView {
  items: HousingProviderLineView[];
  total: number;
  next: string | null;
}

export class HousingProviderView {
  id: string;
  version: number;
  number: number;
  type: string;
  country: string;
  safeHouse: boolean;
  partnerId: string | null;
  name: string | null;
  city: string | null;
  contact: string | null;
  agreementRef: string | null;
  remarks: string | null;
  units: number;
  actions: string[];
}

/** What lies behind the press, of a safe house. */
export class HousingProviderSecretView {
  id: string;
  name: string | null;
  city: string | null;
  contact: string | null;
  agreementRef: string | null;
  remarks: string | null;
}

export class HousingUnitLineView {
  id: string;
  number: number;
  label: string | null;
  providerId: string;
  providerNumber: number;
  providerName: string | null;
  kind: string;
  capacity: number;
  country: string;
  city: string | null;
  safeHouse: boolean;
  rule: string;
  /** As it is used today: RESERVED and OCCUPIED are read from the stays. */
  status: string;
  /** Free today. */
  free: number;
}

export class HousingUnitListView {
  items: HousingUnitLineView[];
  total: number;
  next: string | null;
}

/** Somebody of the reader's own files who lives there, or is to. */
export class HousingResidentView {
  placementId: string;
  caseId: string;
  caseRef: string;
  state: string;
  from: string;
  until: string | null;
  beds: number;
}

export class HousingUnitView {
  id: string;
  version: number;
  number: number;
  label: string | null;
  providerId: string;
  providerNumber: number;
  providerName: string | null;
  buildingId: string;
  kind: string;
  capacity: number;
  country: string;
  city: string | null;
  safeHouse: boolean;
  rule: string;
  accessibility: string[];
  maxStayDays: number | null;
  opensOn: string;
  knownToGroup: boolean;
  status: string;
  free: number;
  hasAddress: boolean;
  costMonth: string | null;
  currency: string | null;
  remarks: string | null;
  residents: HousingResidentView[];
  /** Places taken by people whose files are not open to the reader. */
  others: number;
  actions: string[];
}

export class HousingAddressView {
  id: string;
  country: string;
  city: string | null;
  label: string | null;
  address: string | null;
}

export class BedStayView {
  from: string;
  until: string | null;
  beds: number;
  /** HELD, RESERVED, IN_RESIDENCE, NOTICE or MOVED_OUT. */
  state: string;
}

export class BedUnitView {
  id: string;
  number: number;
  label: string | null;
  providerNumber: number;
  providerName: string | null;
  kind: string;
  capacity: number;
  country: string;
  city: string | null;
  safeHouse: boolean;
  rule: string;
  status: string;
  opensOn: string;
  stays: BedStayView[];
}

/** Which places are free on which day. Whose they are is not said. */
export class BedMapView {
  from: string;
  days: number;
  today: string;
  units: BedUnitView[];
  total: number;
  /** The number after which the next page begins; null on the last. */
  next: number | null;
}
