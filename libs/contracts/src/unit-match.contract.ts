import { IsBoolean, IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class PlacementMatchInput {
  @IsUUID()
  unitId: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  from: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  until?: string;

  @IsBoolean()
  locationChecked: boolean;
}

/** A unit beside a request: what is free, and each reason why it does not fit. */
export class UnitMatchView {
  unitId: string;
  number: number;
  label: string | null;
  kind: string;
  capacity: number;
  free: number;
  rule: string;
  accessibility: string[];
  country: string;
  city: string | null;
  safeHouse: boolean;
  misfits: string[];
  toAsk: string[];
}

export class UnitMatchListView {
  id: string;
  from: string;
  until: string | null;
  fitting: number;
  items: UnitMatchView[];
}

export class UnitMatchQuery {
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  until?: string;
}
