import type { RiskFactor, RiskFactorRating } from '../vocabulary/risk';

interface Rated {
  readonly factor: RiskFactor;
  readonly rating: RiskFactorRating;
}

export interface FactorChange {
  factor: RiskFactor;
  before: RiskFactorRating | null;
  after: RiskFactorRating | null;
}

/** How grave a rating is, so that what got worse stands first. */
const GRAVITY: Readonly<Record<RiskFactorRating, number>> = { ABSENT: 0, PAST: 1, UNKNOWN: 2, PRESENT: 3, ESCALATING: 4 };
const gravity = (rating: RiskFactorRating | null): number => (rating ? GRAVITY[rating] : 0);

/** The factors that are rated otherwise in the later of two assessments (R-RI-06: what a second person looks at); what is graver now comes first. */
export function changedFactors(before: readonly Rated[], after: readonly Rated[]): FactorChange[] {
  const ratingIn = (ratings: readonly Rated[], wanted: RiskFactor) => ratings.find(({ factor }) => factor === wanted)?.rating ?? null;
  const factors = [...new Set([...after, ...before].map(({ factor }) => factor))];
  return factors
    .map((factor) => ({ factor, before: ratingIn(before, factor), after: ratingIn(after, factor) }))
    .filter(({ before: was, after: is }) => was !== is)
    .sort((a, b) => gravity(b.after) - gravity(a.after) || gravity(b.before) - gravity(a.before));
}
