import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsISO8601,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { accessibilityFeature, placementConstraint, placementKind } from '@panah/domain/vocabulary/housing';
import { HousingPersonView, KeepApartView, WaitingPlaceView } from './housing-waiting.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What somebody needs. Cities to be avoided that are not sent stay as they were. */
export class PlacementRequestInput {
  @IsIn(placementKind.codes)
  kind: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  neededFrom: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  neededUntil?: string;

  @IsInt()
  @Min(1)
  @Max(30)
  householdSize: number;

  @IsArray()
  @ArrayUnique()
  @IsIn(placementConstraint.codes, { each: true })
  constraints: string[];

  @IsArray()
  @ArrayUnique()
  @IsIn(accessibilityFeature.codes, { each: true })
  accessibility: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @Length(1, 120, { each: true })
  avoidCities?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  wishes?: string;
}

/** Where it is, as far as it is said without asking: the city, or the country alone when the unit is a safe house (R-HO-09). */
export class PlacementWhereView {
  unitId: string;
  number: number;
  kind: string;
  country: string;
  city: string | null;
  safeHouse: boolean;
}

export class PlacementOfferView {
  id: string;
  state: string;
  scope: string[];
  offeredBy: HousingPersonView;
  offeredAt: string;
  expiresAt: string | null;
  declineReason: string | null;
  endedAt: string | null;
}

export class PlacementStepView {
  id: string;
  action: string;
  from: string | null;
  to: string;
  by: HousingPersonView | null;
  at: string;
  reason: string | null;
  note: string | null;
}

export class PlacementView {
  id: string;
  version: number;
  caseId: string;
  state: string;
  stateSince: string;
  kind: string;
  neededFrom: string;
  neededUntil: string | null;
  requestedOn: string;
  householdSize: number;
  constraints: string[];
  accessibility: string[];
  /** How many; which, is shown with the address. */
  avoidsCities: number;
  wishes: string | null;
  where: PlacementWhereView | null;
  reservedFrom: string | null;
  plannedEndOn: string | null;
  heldUntil: string | null;
  rulesLanguage: string | null;
  movedInOn: string | null;
  movedOutOn: string | null;
  moveOutReason: string | null;
  destination: string | null;
  carePlanned: boolean;
  endReason: string | null;
  tenancy: string | null;
  contribution: string | null;
  nextPlan: string | null;
  declines: number;
  waiting: WaitingPlaceView | null;
  offers: PlacementOfferView[];
  history: PlacementStepView[];
  /** Languages in which the person can be told the rules of a house. */
  languages: string[];
  actions: string[];
}

/** Housing of one file. */
export class CaseHousingView {
  id: string;
  placements: PlacementView[];
  keepApart: KeepApartView[];
  actions: string[];
}

export class PlacementAddressView {
  id: string;
  country: string;
  city: string | null;
  label: string | null;
  address: string | null;
  avoidCities: string[];
}
