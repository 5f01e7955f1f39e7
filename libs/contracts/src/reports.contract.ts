import { IsIn, IsOptional } from 'class-validator';

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
