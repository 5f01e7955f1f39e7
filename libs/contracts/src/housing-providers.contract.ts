import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { COUNTRIES } from '@panah/domain/vocabulary/countries';
import { providerType } from '@panah/domain/vocabulary/housing';
import { ListQuery } from './list.contract';

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
