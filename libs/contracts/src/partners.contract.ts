import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { COUNTRIES } from '@panah/domain/vocabulary/countries';
import { partnerType, serviceRequested, transferMechanism } from '@panah/domain/vocabulary/partners';
import { ListQuery } from './list.contract';

/** A person to speak to at a partner association. */
export class PartnerContact {
  @IsString()
  @Length(1, 120)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  task?: string;

  @IsOptional()
  @IsString()
  @MaxLength(254)
  reachedBy?: string;
}

/** How many people a partner takes at once for a service. */
export class PartnerPlaces {
  @IsIn(serviceRequested.codes)
  service: string;

  @IsInt()
  @Min(0)
  @Max(10_000)
  people: number;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What one writes about a partner. Drafts may have holes: a prospect needs name, type and country only. */
export class PartnerInput {
  @IsString()
  @Length(2, 160)
  name: string;

  @IsIn(partnerType.codes)
  type: string;

  @IsIn(COUNTRIES)
  country: string;

  @IsArray()
  @ArrayUnique()
  @IsIn(serviceRequested.codes, { each: true })
  services: string[];

  /** Left out for services without a limit that we know of. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique<PartnerPlaces>(({ service }) => service)
  @ValidateNested({ each: true })
  @Type(() => PartnerPlaces)
  places?: PartnerPlaces[];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(20)
  @Matches(/^[a-z]{2,3}$/, { each: true })
  languages: string[];

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  agreementSignedOn?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  agreementValidTo?: string;

  @IsOptional()
  @IsIn(transferMechanism.codes)
  transferMechanism?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  securityCheckedOn?: string;

  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => PartnerContact)
  contacts: PartnerContact[];

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  remarks?: string;
}

export class PartnerListQuery extends ListQuery {
  @IsOptional()
  @IsIn(['PROSPECT', 'ACTIVE', 'SUSPENDED', 'ENDED'])
  state?: string;

  @IsOptional()
  @IsIn(COUNTRIES)
  country?: string;

  @IsOptional()
  @IsIn(serviceRequested.codes)
  service?: string;
}

/** Why a partner is suspended or the work with it ends. */
export class PartnerStepInput {
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class PartnerLineView {
  id: string;
  name: string;
  type: string;
  country: string;
  state: string;
  services: string[];
  languages: string[];
  agreementValidTo: string | null;
}

export class PartnerListView {
  items: PartnerLineView[];
  total: number;
  next: string | null;
}

export class PartnerContactView {
  name: string;
  task: string | null;
  reachedBy: string | null;
}

export class PartnerPlacesView {
  service: string;
  people: number;
}

export class PartnerView {
  id: string;
  version: number;
  name: string;
  type: string;
  country: string;
  state: string;
  services: string[];
  places: PartnerPlacesView[];
  languages: string[];
  agreementSignedOn: string | null;
  agreementValidTo: string | null;
  transferMechanism: string | null;
  securityCheckedOn: string | null;
  contacts: PartnerContactView[];
  remarks: string | null;
  /** Steps open to the reader: events of the process, and `edit`. */
  actions: string[];
}
