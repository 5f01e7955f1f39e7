import { addDays } from '../dates/calendar-days';
import { RuleBroken } from '../process/process';
import type { CopyGiven, SafetyPlanOutcome } from '../vocabulary/risk';

export interface SafetyPlanFacts {
  readonly outcome: SafetyPlanOutcome;
  readonly measures: readonly { readonly measure: string; readonly owner: string; readonly detail: string }[];
  readonly callFirst: readonly string[];
  /** Why the person wants no plan. */
  readonly declinedBecause: string;
  readonly copyGiven: CopyGiven;
  /** The person said that holding a copy is safe. */
  readonly copyIsSafe: boolean;
  /** `YYYY-MM-DD` */
  readonly validFrom: string;
  readonly reviewOn: string;
}

const LONGEST_DAYS = 90;

/**
 * A safety plan can stand (model 2.6, R-RI-03).
 * @param today the office's day
 * @throws RuleBroken `safety-plan-incomplete` with the fields, `copy-not-safe`
 */
export function assertSafetyPlan(plan: SafetyPlanFacts, today: string): void {
  const fields = { ...wrongDays(plan, today), ...(plan.outcome === 'AGREED' ? missingOfAgreed(plan) : missingOfDeclined(plan)) };
  if (Object.keys(fields).length) throw new RuleBroken('safety-plan-incomplete', { latest: addDays(plan.validFrom, LONGEST_DAYS) }, fields);
  // a plan that is found on somebody is a danger of its own
  if (plan.copyGiven !== 'NO' && !plan.copyIsSafe) throw new RuleBroken('copy-not-safe', {}, { copyIsSafe: ['copy-not-safe'] });
}

function wrongDays({ validFrom, reviewOn }: SafetyPlanFacts, today: string): Record<string, string[]> {
  if (validFrom > today) return { validFrom: ['in-future'] };
  if (reviewOn <= validFrom || reviewOn < today) return { reviewOn: ['not-after-beginning'] };
  return reviewOn > addDays(today, LONGEST_DAYS) ? { reviewOn: ['too-late'] } : {};
}

function missingOfAgreed({ measures, callFirst }: SafetyPlanFacts): Record<string, string[]> {
  const unsaid = measures.some(({ measure, owner, detail }) => !owner.trim() || (measure === 'OTHER' && !detail.trim()));
  return {
    ...(measures.length === 0 ? { measures: ['missing'] } : {}),
    ...(unsaid ? { measures: ['owner-missing'] } : {}),
    ...(callFirst.every((line) => !line.trim()) ? { callFirst: ['missing'] } : {}),
  };
}

const missingOfDeclined = ({ declinedBecause }: SafetyPlanFacts): Record<string, string[]> =>
  declinedBecause.trim() ? {} : { declinedBecause: ['missing'] };
