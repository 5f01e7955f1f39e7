import { gapOfMoment } from '../dates/day-of-a-life';
import { RuleBroken } from '../process/process';
import type { RiskLevel } from '../vocabulary/cases';
import { type RiskFactor, riskFactor } from '../vocabulary/risk';
import { isHighOrWorse, rankOf, type Ratings, riskFloor } from './risk-floor';

/** An assessment as somebody wants it to stand. */
export interface RiskJudgement {
  /** ISO instant. */
  assessedAt: string;
  sources: readonly string[];
  ratings: Ratings;
  /** A claim for protection ended in a final refusal, and nothing since. */
  refusedForGood: boolean;
  /** What is known of each factor that is there now. */
  notes: Readonly<Partial<Record<RiskFactor, string>>>;
  /** What worries the person most, and their own number from 1 to 10. */
  worries: string;
  ownScale: number | null;
  level: RiskLevel | null;
  levelReason: string;
  /** Asked for when the level is below the floor. */
  overrideReason: string;
  /** R-RI-05: asked for when there are thoughts of self-harm. */
  actionTaken: string;
  toldWhom: string;
}

/** What stands before an assessment. */
export interface StandingRisk {
  level: RiskLevel;
  /** ISO instant. */
  assessedAt: string;
  /** Levels that stood in the last `LATELY_DAYS`, since a second person last agreed to one: down step by step is down all the same. */
  lately: readonly RiskLevel[];
}

/** R-RI-06 looks back as long as a high risk may go without another look. */
export const LATELY_DAYS = 7;

export interface RiskVerdict {
  level: RiskLevel;
  floor: RiskLevel;
  /** Why a second person is needed; null when one is enough. */
  second: 'BELOW_FLOOR' | 'LOWERED' | null;
  /** R-RI-05: somebody is told at once. */
  selfHarm: boolean;
}

const isNow = (ratings: Ratings, factor: RiskFactor): boolean => ratings[factor] === 'PRESENT' || ratings[factor] === 'ESCALATING';

/**
 * An assessment is ready to be final (R-RI-01, R-RI-05, R-RI-06).
 * @param stands the level of the last final assessment with its moment, and the levels that stood lately; null when there is none
 * @param now ISO instant
 * @throws RuleBroken `risk-incomplete` with the fields that are missing, `older-than-what-stands`, `self-harm-unanswered`, `level-below-floor` without a reason
 */
export function judgeRisk(judgement: RiskJudgement, stands: StandingRisk | null, now: string): RiskVerdict {
  const level = assertComplete(judgement, now);
  if (stands && rankOf(level) < rankOf(stands.level) && Date.parse(judgement.assessedAt) < Date.parse(stands.assessedAt))
    throw new RuleBroken('older-than-what-stands', { level: stands.level }, { assessedAt: ['older'] });
  const previous = stands && [stands.level, ...stands.lately].reduce((one, other) => (rankOf(other) > rankOf(one) ? other : one));
  const selfHarm = assertSelfHarmAnswered(judgement);
  const floor = riskFloor(judgement.ratings, judgement.refusedForGood);
  const isBelow = rankOf(level) < rankOf(floor);
  if (isBelow && !judgement.overrideReason.trim())
    throw new RuleBroken('level-below-floor', { floor, level }, { level: ['below-floor'], overrideReason: ['missing'] });
  return { level, floor, selfHarm, second: isBelow ? 'BELOW_FLOOR' : lowersFar(previous, level) ? 'LOWERED' : null };
}

/** R-RI-06: from HIGH or IMMINENT down by two levels or more. */
export function lowersFar(previous: RiskLevel | null, level: RiskLevel): boolean {
  return previous !== null && isHighOrWorse(previous) && rankOf(previous) - rankOf(level) >= 2;
}

/** Whether risk rose to HIGH or worse: then somebody on duty is told. */
export function risesToDanger(previous: RiskLevel | null, level: RiskLevel): boolean {
  return isHighOrWorse(level) && (previous === null || rankOf(level) > rankOf(previous));
}

/** R-RI-06, R-CA-04: whoever wrote the assessment is not the second person. @throws RuleBroken `same-person` */
export function assertSecondPerson(author: string, by: string): void {
  if (author === by) throw new RuleBroken('same-person', { act: 'CONFIRM_RISK' });
}

function assertComplete(judgement: RiskJudgement, now: string): RiskLevel {
  const { ratings, notes, level } = judgement;
  const unrated = riskFactor.codes.filter((factor) => !ratings[factor]);
  const unsaid = riskFactor.codes.filter((factor) => isNow(ratings, factor) && !notes[factor]?.trim());
  const fields: Record<string, string[]> = {};
  if (unrated.length) fields.ratings = ['incomplete'];
  if (unsaid.length) fields.notes = ['missing'];
  if (!judgement.sources.length) fields.sources = ['missing'];
  if (!judgement.worries.trim()) fields.worries = ['missing'];
  if (judgement.ownScale === null) fields.ownScale = ['missing'];
  if (!level) fields.level = ['missing'];
  if (!judgement.levelReason.trim()) fields.levelReason = ['missing'];
  const gap = gapOfMoment(judgement.assessedAt, now);
  if (gap) fields.assessedAt = [gap];
  if (!level || Object.keys(fields).length) throw new RuleBroken('risk-incomplete', { unrated, unsaid }, fields);
  return level;
}

/** R-RI-05: thoughts of self-harm are answered by an act and by telling somebody, before anything is final. */
function assertSelfHarmAnswered({ ratings, actionTaken, toldWhom }: RiskJudgement): boolean {
  if (!isNow(ratings, 'SH1')) return false;
  const fields: Record<string, string[]> = {};
  if (!actionTaken.trim()) fields.actionTaken = ['missing'];
  if (!toldWhom.trim()) fields.toldWhom = ['missing'];
  if (Object.keys(fields).length) throw new RuleBroken('self-harm-unanswered', {}, fields);
  return true;
}
