import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsISO8601,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { consentScope } from '@panah/domain/vocabulary/consents';
import { destination, moveOutReason, offerDeclineReason, placementEndReason } from '@panah/domain/vocabulary/housing';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class PlacementReleaseInput {
  @IsIn(placementEndReason.codes)
  reason: string;
}

/** What the provider is told; the consent must cover each of it. */
export class PlacementOfferInput {
  @IsArray()
  @ArrayUnique()
  @IsIn(consentScope.codes, { each: true })
  scope: string[];
}

export class PlacementAcceptanceInput {
  @IsBoolean()
  agreed: boolean;

  /** A language that the person speaks, in which the rules of the house were explained. */
  @Matches(/^[a-z]{2,3}$/)
  rulesLanguage: string;
}

export class PlacementDeclineInput {
  @IsIn(offerDeclineReason.codes)
  reason: string;
}

export class PlacementEmergencyInput {
  @IsUUID()
  unitId: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  movedInOn: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  until?: string;

  @IsBoolean()
  locationChecked: boolean;

  @IsArray()
  @ArrayUnique()
  @IsIn(consentScope.codes, { each: true })
  scope: string[];
}

export class PlacementArrivalInput {
  @Matches(DAY)
  @IsISO8601({ strict: true })
  movedInOn: string;

  @IsBoolean()
  inventoryDone: boolean;

  @IsBoolean()
  keysGiven: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  tenancy?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  contribution?: string;
}

export class PlacementNoticeInput {
  @Matches(DAY)
  @IsISO8601({ strict: true })
  plannedEndOn: string;

  @IsOptional()
  @IsString()
  @Length(3, 1000)
  nextPlan?: string;
}

export class PlacementNextPlanInput {
  @IsString()
  @Length(3, 1000)
  nextPlan: string;
}

export class PlacementDepartureInput {
  @Matches(DAY)
  @IsISO8601({ strict: true })
  movedOutOn: string;

  @IsIn(moveOutReason.codes)
  reason: string;

  @IsIn(destination.codes)
  destination: string;

  /** Of a hospital or a care home: it was planned care. */
  @IsOptional()
  @IsBoolean()
  carePlanned?: boolean;
}

export class PlacementRelocationInput {
  @Matches(DAY)
  @IsISO8601({ strict: true })
  movedOutOn: string;

  @IsIn(destination.codes)
  destination: string;

  @IsString()
  @Length(3, 500)
  what: string;
}
