import type { SafetyPlanInput } from '@panah/contracts/safety-plan.contract';
import type { RiskInput } from '@panah/contracts/risk.contract';
import type { Ratings } from '@panah/domain/risk/risk-floor';
import type { RiskJudgement } from '@panah/domain/risk/risk.rules';
import type { SafetyPlanFacts } from '@panah/domain/risk/safety-plan.rules';
import { type RiskLevel, riskLevel } from '@panah/domain/vocabulary/cases';
import {
  copyGiven,
  type CopyGiven,
  riskFactor,
  type RiskFactor,
  riskFactorRating,
  safetyPlanOutcome,
  type SafetyPlanOutcome,
} from '@panah/domain/vocabulary/risk';
import { invalid } from '../platform/errors/problem';
import type { RiskRating, RiskSecrets, SafetyPlanSecrets } from './risk-assessment';

/** What somebody wrote, as it is kept. The factors stand in the order of the list, whatever order they came in. */
export function riskSecretsOf(input: RiskInput): RiskSecrets {
  return {
    sources: input.sources,
    seenAlone: input.seenAlone,
    ratings: ratingsOf(input),
    protective: input.protective ?? null,
    worries: input.worries ?? null,
    ownScale: input.ownScale ?? null,
    levelReason: input.levelReason ?? null,
    overrideReason: input.overrideReason ?? null,
    actionTaken: input.actionTaken ?? null,
    toldWhom: input.toldWhom ?? null,
  };
}

function ratingsOf({ ratings }: RiskInput): RiskRating[] {
  const known = ratings.flatMap(({ factor, rating, note }) =>
    riskFactor.has(factor) && riskFactorRating.has(rating) ? [{ factor, rating, note: note?.trim() ? note : null }] : [],
  );
  return known.sort((a, b) => riskFactor.codes.indexOf(a.factor) - riskFactor.codes.indexOf(b.factor));
}

export const levelOf = ({ level }: RiskInput): RiskLevel | null => (riskLevel.has(level) ? level : null);

export const ratingOf = (ratings: readonly RiskRating[]): Ratings =>
  Object.fromEntries(ratings.map(({ factor, rating }) => [factor, rating]));

/** What the rules look at. */
export function judgementOf(assessedAt: string, level: RiskLevel | null, secrets: RiskSecrets, refusedForGood: boolean): RiskJudgement {
  const notes: Partial<Record<RiskFactor, string>> = {};
  for (const { factor, note } of secrets.ratings) if (note) notes[factor] = note;
  return {
    assessedAt,
    level,
    notes,
    ratings: ratingOf(secrets.ratings),
    refusedForGood,
    sources: secrets.sources,
    worries: secrets.worries ?? '',
    ownScale: secrets.ownScale,
    levelReason: secrets.levelReason ?? '',
    overrideReason: secrets.overrideReason ?? '',
    actionTaken: secrets.actionTaken ?? '',
    toldWhom: secrets.toldWhom ?? '',
  };
}

export function planSecretsOf(input: SafetyPlanInput): SafetyPlanSecrets {
  return {
    measures: input.measures.map(({ measure, detail, owner, done }) => ({ measure, detail: detail ?? null, owner, done })),
    warningSigns: input.warningSigns ?? null,
    ownSteps: input.ownSteps ?? null,
    callFirst: input.callFirst.filter((line) => line.trim()),
    places: input.places ?? null,
    mustNot: input.mustNot ?? null,
    declinedBecause: input.declinedBecause ?? null,
    copyGiven: input.copyGiven,
    copyIsSafe: input.copyIsSafe,
  };
}

export const outcomeOf = ({ outcome }: SafetyPlanInput): SafetyPlanOutcome => {
  if (!safetyPlanOutcome.has(outcome)) throw invalid({ outcome: ['isIn'] });
  return outcome;
};

export function planFactsOf(input: SafetyPlanInput): SafetyPlanFacts {
  const { measures, callFirst, declinedBecause, copyIsSafe, validFrom, reviewOn } = input;
  return {
    outcome: outcomeOf(input),
    measures: measures.map(({ measure, owner, detail }) => ({ measure, owner, detail: detail ?? '' })),
    callFirst,
    declinedBecause: declinedBecause ?? '',
    copyGiven: copyOf(input),
    copyIsSafe,
    validFrom,
    reviewOn,
  };
}

function copyOf({ copyGiven: copy }: SafetyPlanInput): CopyGiven {
  if (!copyGiven.has(copy)) throw invalid({ copyGiven: ['isIn'] });
  return copy;
}
