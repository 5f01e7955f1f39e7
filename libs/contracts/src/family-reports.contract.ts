/** A number, or null where it is too small to be said (model 6.3: below ten). */
export class FamilyCountView {
  /** A state, an outcome, or a span of days. */
  key: string;
  count: number | null;
}

/** P-27: links that are open now. For who works in family links. */
export class FamilyOpenLinksView {
  total: number | null;
  byState: FamilyCountView[];
  /** By days since the last step: `0-29`, `30-89`, `90-`. */
  byAge: FamilyCountView[];
}

/** P-28: how links ended that were closed in the period. Of fewer than thirty nothing is said. */
export class FamilyResultsView {
  closed: number | null;
  byOutcome: FamilyCountView[];
  /** Per cent in which contact was restored in any way. */
  restored: number | null;
}

export class FamilyTurnaroundLineView extends FamilyCountView {
  medianHours: number | null;
}

/** P-29: how long messages took that were released in the period, from being handed in, without the time held. For who works in family links. */
export class FamilyTurnaroundView {
  released: number | null;
  medianHours: number | null;
  /** By the language in which they were written. */
  byLanguage: FamilyTurnaroundLineView[];
}

export class FamilyReportView {
  from: string;
  to: string;
  at: string;
  /** Counts below this are not said. */
  least: number;
  open: FamilyOpenLinksView | null;
  results: FamilyResultsView;
  messages: FamilyTurnaroundView | null;
}
