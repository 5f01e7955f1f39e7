import { type RiskLevel, riskLevel } from '../vocabulary/cases';
import { type RiskFactor, riskFactor, type RiskFactorRating } from '../vocabulary/risk';

/** Ratings of the factors that were rated; a draft may leave some out. */
export type Ratings = Readonly<Partial<Record<RiskFactor, RiskFactorRating>>>;

const NOW: readonly RiskFactorRating[] = ['PRESENT', 'ESCALATING'];
const WORSE: readonly RiskFactorRating[] = ['ESCALATING'];

/** What alone makes a level the lowest one allowed (model 2.6). */
const IMMINENT_BY: readonly (readonly [RiskFactor, readonly RiskFactorRating[]])[] = [
  ['SH2', NOW],
  ['TH6', WORSE],
  ['EX2', WORSE],
  ['SH4', NOW],
  ['DP1', WORSE],
];
const HIGH_BY: readonly (readonly [RiskFactor, readonly RiskFactorRating[]])[] = [
  ...(['TH1', 'TH6', 'LP2', 'LP3', 'EX1', 'EX2', 'EX3', 'EX4', 'DP1', 'DP2', 'LP5'] as const).map((factor) => [factor, NOW] as const),
  ['SH1', WORSE],
];
/** Not knowing these is itself a risk. */
const MUST_BE_KNOWN: readonly RiskFactor[] = ['SH1', 'SH2', 'TH1', 'TH6', 'DP1'];
const THREATS_THAT_ADD_UP = 3;

/**
 * R-RI-01: the lowest level that is allowed. A safety net, not an instrument; judgement may always go higher.
 * A factor that is left out counts as UNKNOWN.
 * @param refusedForGood protection was finally refused: whatever the factors say, it is not below HIGH (model 3.2)
 */
export function riskFloor(ratings: Ratings, refusedForGood: boolean): RiskLevel {
  const floor = floorOfFactors(ratings);
  return refusedForGood && !isHighOrWorse(floor) ? 'HIGH' : floor;
}

function floorOfFactors(ratings: Ratings): RiskLevel {
  const is = ([factor, values]: readonly [RiskFactor, readonly RiskFactorRating[]]): boolean =>
    values.includes(ratings[factor] ?? 'UNKNOWN');
  const present = riskFactor.codes.filter((factor) => is([factor, NOW]));
  if (IMMINENT_BY.some(is)) return 'IMMINENT';
  if (HIGH_BY.some(is) || present.filter((factor) => factor.startsWith('TH')).length >= THREATS_THAT_ADD_UP) return 'HIGH';
  if (present.length > 0 || MUST_BE_KNOWN.some((factor) => is([factor, ['UNKNOWN']]))) return 'MEDIUM';
  return 'LOW';
}

/** 0 for LOW to 3 for IMMINENT. */
export const rankOf = (level: RiskLevel): number => riskLevel.codes.indexOf(level);

export const isHighOrWorse = (level: RiskLevel | null): boolean => level === 'HIGH' || level === 'IMMINENT';
