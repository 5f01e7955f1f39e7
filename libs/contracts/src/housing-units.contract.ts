import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsISO8601,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { accessibilityFeature, unitKind, unitRule, unitStatus } from '@panah/domain/vocabulary/housing';
import { ListQuery } from './list.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

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
