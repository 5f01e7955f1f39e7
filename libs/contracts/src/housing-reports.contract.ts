import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { placementKind } from '@panah/domain/vocabulary/housing';
import { CohortQuery } from './journey-reports.contract';
import { PeriodQuery } from './reports.contract';

export class HousingWaitingQuery {
  @IsOptional()
  @IsIn(['urgency', 'constraint'])
  by?: string;
}

export class OccupancyQuery extends PeriodQuery {
  @IsOptional()
  @IsIn(['provider', 'month'])
  by?: string;
}

export class HousedCasesQuery extends CohortQuery {
  /** A country, or a size of household. */
  @IsOptional()
  @IsString()
  @Matches(/^([A-Z]{2}|[1-3]|4\+)$/)
  key?: string;

  @IsOptional()
  @IsIn(['ALL', 'HOUSED', 'WAITING', 'LEFT_OUT'])
  part?: string;
}

export class MovedOnCasesQuery extends PeriodQuery {
  @IsOptional()
  @IsIn(placementKind.codes)
  key?: string;

  @IsOptional()
  @IsIn(['ALL', 'POSITIVE', 'LEFT_OUT'])
  part?: string;
}

/** A stay or a request behind a number of P-11 or P-14. */
export class HousingReportCaseView {
  id: string;
  caseId: string;
  caseRef: string;
  kind: string;
  destination: string | null;
  /** P-11: since when a place is needed. P-14: moved out on. */
  on: string;
  days: number | null;
}

export class HousingReportCasesView {
  total: number;
  items: HousingReportCaseView[];
}
