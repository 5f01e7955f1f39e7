import { RuleBroken } from '../process/process';
import type { RiskLevel } from '../vocabulary/cases';
import type { CaseState } from './case.process';

/** R-CA-05: points that a case weighs by its risk. */
const WEIGHTS: Record<RiskLevel, number> = { IMMINENT: 4, HIGH: 3, MEDIUM: 1.5, LOW: 1 };
const WEIGHT_ON_HOLD = 0.3;
export const SOFT_LIMIT = 20;
export const HARD_LIMIT = 30;

export interface CaseWeighed {
  state: CaseState;
  /** Null until risk was assessed: then it weighs as MEDIUM. */
  riskLevel: RiskLevel | null;
}

/** The points of one case: none when closed, 0.3 on hold, else by risk (R-CA-05). */
export function weightOf({ state, riskLevel }: CaseWeighed): number {
  if (state === 'CLOSED') return 0;
  return state === 'ON_HOLD' ? WEIGHT_ON_HOLD : WEIGHTS[riskLevel ?? 'MEDIUM'];
}

/** A worker's points, to one decimal (R-CA-05). */
export function weightedLoad(cases: readonly CaseWeighed[]): number {
  return Math.round(cases.reduce((sum, one) => sum + weightOf(one), 0) * 10) / 10;
}

/** Where a load of points stands: above 20 the coordinator is warned, above 30 a reason is asked (R-CA-05). */
export function loadLevel(points: number): 'FREE' | 'SOFT' | 'HARD' {
  if (points > HARD_LIMIT) return 'HARD';
  return points > SOFT_LIMIT ? 'SOFT' : 'FREE';
}

/**
 * A case may be given to a worker (R-CA-05).
 * @param points the worker's load with the new case.
 * @returns the level, for the warning.
 * @throws RuleBroken `caseload-full` above the hard limit without a reason.
 */
export function assertMayAllocate(points: number, reason: string | null): 'FREE' | 'SOFT' | 'HARD' {
  const level = loadLevel(points);
  if (level === 'HARD' && !reason?.trim()) throw new RuleBroken('caseload-full', { points, limit: HARD_LIMIT }, { reason: ['missing'] });
  return level;
}
