import { IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';

export const OPEN_CASES_BY = ['worker', 'state', 'country', 'stream', 'risk'] as const;
export const AGEING_BY = ['all', 'worker', 'stream'] as const;

export class OpenCasesQuery {
  @IsOptional()
  @IsIn(OPEN_CASES_BY)
  by?: string;
}

export class AgeingQuery {
  @IsOptional()
  @IsIn(AGEING_BY)
  by?: string;
}

/** One number, with the key of its row and column: the filter of the list behind it. */
export class ReportCell {
  /** An id of staff, a state, a country, a stream, a risk level (NONE: not assessed). */
  key: string;
  /** A colleague's name when the key is theirs; codes have their words in the web app. */
  name: string | null;
  /** P-05: the span of days. */
  age: string | null;
  count: number;
  /** P-02: weighted points. */
  points: number | null;
  /** P-02: FREE, SOFT or HARD (R-CA-05). */
  level: string | null;
}

/** A report of counts as they are now. */
export class ReportView {
  /** P-01, P-02 or P-05. */
  code: string;
  by: string;
  at: string;
  /** Cases counted, each once. */
  total: number;
  cells: ReportCell[];
}

export const OVERDUE_BY = ['kind', 'worker', 'late'] as const;
export const CONTACT_BY = ['level', 'worker'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Both days are counted; what is left out, the report chooses. */
export class PeriodQuery {
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to?: string;
}

export class OverdueReportQuery {
  @IsOptional()
  @IsIn(OVERDUE_BY)
  by?: string;
}

export class ContactStandardQuery extends PeriodQuery {
  @IsOptional()
  @IsIn(CONTACT_BY)
  by?: string;
}

/** `count` of `of`, in one row and column. */
export class RateCell {
  /** An id of staff or of an office, or a code. */
  key: string;
  /** A colleague’s or an office’s name when the key is theirs. */
  name: string | null;
  column: string | null;
  count: number;
  of: number;
}

export class LeftOutView {
  /** Why. */
  reason: string;
  count: number;
}

/** A figure with its denominator and what is not in it (model 6.1). */
export class RateReportView {
  /** P-07 to P-10. */
  code: string;
  /** The version of its definition. */
  definition: number;
  by: string;
  from: string | null;
  to: string;
  at: string;
  count: number;
  of: number;
  cells: RateCell[];
  /** P-10: from the level on the first day (`key`) to that on the last (`column`). */
  flow: RateCell[];
  leftOut: LeftOutView[];
}

export const CLAIM_STAGES_BY = ['state', 'country', 'procedure'] as const;
export const DEADLINES_KEPT_BY = ['type', 'country'] as const;

export class ClaimStagesQuery {
  @IsOptional()
  @IsIn(CLAIM_STAGES_BY)
  by?: string;
}

export class DeadlinesKeptQuery extends PeriodQuery {
  @IsOptional()
  @IsIn(DEADLINES_KEPT_BY)
  by?: string;
}
