import { Type } from 'class-transformer';
import { IsISO8601, IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { COUNTRIES } from '@panah/domain/vocabulary/countries';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

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
