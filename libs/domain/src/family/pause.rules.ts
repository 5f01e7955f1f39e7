import { RuleBroken } from '../process/process';
import type { FamilyLinkEvent, FamilyLinkState } from './family-link.process';
import { assertBothConsented, assertYes, type Ground } from './grounds';

export type Resumption = Extract<FamilyLinkEvent, `resume_${string}`>;

const BEFORE: Partial<Record<FamilyLinkState, Resumption>> = {
  OPEN: 'resume_open',
  TRACING: 'resume_tracing',
  LOCATED: 'resume_located',
  VERIFIED: 'resume_verified',
  APPROACH_APPROVED: 'resume_verified',
  AWAITING_RELATIVE: 'resume_verified',
  BOTH_CONSENTED: 'resume_consented',
  MEDIATED: 'resume_consented',
  DIRECT: 'resume_consented',
  REUNION_PLANNED: 'resume_consented',
};

/**
 * Where a paused link goes on: where it was, never further; an approval has lapsed, and what both agreed to is agreed anew.
 * @throws RuleBroken `not-paused`
 */
export function resumptionOf(before: FamilyLinkState | null): Resumption {
  const event = before && BEFORE[before];
  if (!event) throw new RuleBroken('not-paused');
  return event;
}

/** What going on rests on. */
export interface ResumptionFacts {
  before: FamilyLinkState | null;
  grounds: readonly Ground[];
  /** Whether a coordinator allowed it since the pause. */
  allowed: boolean;
  /** Whether the client wants it at all: they have not ended it. */
  wished: boolean;
}

/**
 * Model 3.6: a coordinator allowed it, and whatever it rests on stands again.
 * @returns the event that goes on
 * @throws RuleBroken `not-paused`, `client-has-stopped`, `family-consent-missing`, `telling-not-allowed`, `step-not-allowed`
 */
export function assertMayResume({ before, grounds, allowed, wished }: ResumptionFacts): Resumption {
  const event = resumptionOf(before);
  if (!wished) throw new RuleBroken('client-has-stopped');
  if (event === 'resume_consented') assertBothConsented(grounds);
  assertYes(grounds, 'CLIENT', 'C08_TRACING');
  if (!allowed) throw new RuleBroken('step-not-allowed', { step: 'resume' });
  return event;
}
