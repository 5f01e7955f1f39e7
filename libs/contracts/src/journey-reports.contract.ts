import { IsIn, IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';
import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import { ageBand } from '@panah/domain/vocabulary/clients';
import { outcomeChange } from '@panah/domain/vocabulary/reintegration';
import { BoardNameView, BoardPersonView } from './board.contract';
import { ListQuery } from './list.contract';
import { RateReportView } from './reports.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const COMPARED_POINTS = ['M6', 'M12', 'M24'] as const;

/** P-24: which point is compared with the baseline, and for whom. */
export class ReintegrationQuery {
  @IsOptional()
  @IsIn(COMPARED_POINTS)
  point?: string;

  @IsOptional()
  @IsIn(ageBand.codes)
  age?: string;
}

/** A median with its quartiles; what has no end yet stands apart, and is never dropped (model 6.1). */
export class MedianView {
  key: string;
  name: string | null;
  /** P-24: `before` or `after`; otherwise null. */
  column: string | null;
  n: number;
  q1: number | null;
  median: number | null;
  q3: number | null;
  longest: number | null;
  /** How many have no end yet, and their median so far. */
  waiting: number;
  waitingMedian: number | null;
}

/** A report of rates with medians beside it. */
export class JourneyReportView extends RateReportView {
  medians: MedianView[];
}

export class ReintegrationCasesQuery extends ListQuery {
  @IsOptional()
  @IsIn(COMPARED_POINTS)
  point?: string;

  @IsOptional()
  @IsIn(ageBand.codes)
  age?: string;

  @IsOptional()
  @IsIn(outcomeDomain.codes)
  domain?: string;

  @IsOptional()
  @IsIn(outcomeChange.codes)
  change?: string;
}

export class StableCasesQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  office?: string;

  @IsOptional()
  @IsIn(['YES', 'NO'])
  stable?: string;
}

/** A case behind a number of P-24 or P-25. */
export class OutcomeCaseView {
  id: string;
  caseRef: string;
  name: BoardNameView | null;
  pseudonym: string | null;
  worker: BoardPersonView | null;
  baselineOn: string;
  /** P-24: the levels in the domain that was asked for. P-25: null. */
  before: string | null;
  after: string | null;
  /** P-25. */
  stable: boolean | null;
}

export class OutcomeCasesView {
  items: OutcomeCaseView[];
  total: number;
  next: string | null;
}

/** P-11: clients whose first request lies in these days. */
export class CohortQuery {
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to?: string;

  @IsOptional()
  @IsIn(['country', 'household'])
  by?: string;
}
