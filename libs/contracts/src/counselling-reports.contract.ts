import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { LeftOutView, PeriodQuery } from './reports.contract';

export const COUNSELLING_ACCESS_BY = ['service', 'language'] as const;

export const COUNSELLING_REPORT_PARTS = ['COUNTED', 'WAITING', 'LEFT_OUT'] as const;

export class CounsellingAccessQuery extends PeriodQuery {
  @IsOptional()
  @IsIn(COUNSELLING_ACCESS_BY)
  by?: string;
}

export class CounsellingAccessCasesQuery extends CounsellingAccessQuery {
  @IsString()
  @MaxLength(40)
  key: string;

  @IsIn(COUNSELLING_REPORT_PARTS)
  part: string;
}

export class CounsellingAttendanceCasesQuery extends PeriodQuery {
  @IsString()
  @MaxLength(40)
  key: string;

  @IsIn(COUNSELLING_REPORT_PARTS)
  part: string;
}

/** Days from the request to the first session somebody came to, of one kind of request. */
export class CounsellingAccessCell {
  key: string;
  /** Requests of the period. */
  of: number;
  seen: number;
  lowerDays: number | null;
  medianDays: number | null;
  upperDays: number | null;
  /** Still waiting: censored, never dropped (model 6.1). */
  waiting: number;
  waitingMedianDays: number | null;
  /** Ended before a first session. */
  leftOut: number;
}

/** P-21 */
export class CounsellingAccessView {
  code: string;
  definition: number;
  by: string;
  from: string;
  to: string;
  at: string;
  all: CounsellingAccessCell;
  cells: CounsellingAccessCell[];
  leftOut: LeftOutView[];
}

export class CounsellingReportCaseView {
  id: string;
  caseId: string;
  caseRef: string;
  on: string;
  days: number | null;
  status: string | null;
}

/** The cases behind a number, as far as the reader reaches them. */
export class CounsellingReportCasesView {
  total: number;
  items: CounsellingReportCaseView[];
}
