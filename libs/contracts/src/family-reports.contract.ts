import { IsOptional, Matches } from 'class-validator';

/** Figures are of a whole quarter that is over: nobody chooses a first or last day (R-PU-04). */
export class QuarterQuery {
  /** As in `2026-Q3`; the last that is over unless said. */
  @IsOptional()
  @Matches(/^20\d{2}-Q[1-4]$/)
  quarter?: string;
}

/** A number, or null where it is too small to be said (model 6.3: below ten). */
export class FamilyCountView {
  /** A state, an outcome, or a span of days. */
  key: string;
  count: number | null;
}

/** P-27: links that were open when the quarter ended. For who works in family links. */
export class FamilyOpenLinksView {
  total: number | null;
  byState: FamilyCountView[];
  /** By days since the last step: `0-29`, `30-89`, `90-`. */
  byAge: FamilyCountView[];
}

/** P-28: how links ended that were closed in the quarter. Of fewer than thirty nothing is said. */
export class FamilyResultsView {
  closed: number | null;
  byOutcome: FamilyCountView[];
  /** Per cent in which contact was restored in any way. */
  restored: number | null;
}

export class FamilyTurnaroundLineView extends FamilyCountView {
  medianHours: number | null;
}

/** P-29: how long messages took that were released in the quarter, from being handed in, without the time held. For who works in family links. */
export class FamilyTurnaroundView {
  released: number | null;
  medianHours: number | null;
  /** By the language in which they were written. */
  byLanguage: FamilyTurnaroundLineView[];
}

export class FamilyReportView {
  quarter: string;
  from: string;
  to: string;
  /** Counts below this are not said. */
  least: number;
  open: FamilyOpenLinksView | null;
  results: FamilyResultsView;
  messages: FamilyTurnaroundView | null;
}
