import { RuleBroken } from '../process/process';
import type { ConsentScope } from '../vocabulary/consents';
import type { RelatedPersonContext, TracingMethod, TracingOutcome } from '../vocabulary/family';

/**
 * R-FL-19: what a yes to looking (C08) must list for each way. What the client knows needs no more than the yes: nobody else is asked. Every other way
 * tells somebody that a person is looked for, and is listed by its own name.
 */
export const listedFor = (method: TracingMethod): ConsentScope | null => (method === 'CLIENT_KNOWLEDGE' ? null : method);

/** Ways that a consent of this scope does not list. */
export const notListed = (methods: readonly TracingMethod[], scope: readonly string[]): TracingMethod[] =>
  methods.filter((method) => {
    const listed = listedFor(method);
    return listed !== null && !scope.includes(listed);
  });

/** Where somebody may come to harm by being looked for or spoken to. */
export const isDangerous = (context: RelatedPersonContext): boolean => context === 'IN_GROUP' || context === 'HOME_STATE';

/** How somebody is to be looked for. */
export interface TracingPlan {
  methods: readonly TracingMethod[];
  context: RelatedPersonContext;
  riskNote?: string | null;
}

/**
 * R-FL-19, model 3.6: a plan names only ways that the consent lists; where the person may be in danger, what could happen to them is written down first.
 * @param scope of the client's yes to looking
 * @throws RuleBroken `tracing-method-not-allowed` with the ways, `risk-note-missing`, `context-deceased`
 */
export function assertMayTrace({ methods, context, riskNote }: TracingPlan, scope: readonly string[]): void {
  assertListed(methods, scope, 'methods');
  if (context === 'DECEASED') throw new RuleBroken('context-deceased', undefined, { context: ['not-here'] });
  if (isDangerous(context) && !riskNote?.trim()) throw new RuleBroken('risk-note-missing', { context }, { riskNote: ['missing'] });
}

/**
 * R-FL-19: one step, by a way that the plan names and the consent lists now.
 * @throws RuleBroken `tracing-method-not-allowed`, `tracing-method-not-planned`
 */
export function assertMayStep(method: TracingMethod, planned: readonly string[], scope: readonly string[]): void {
  assertListed([method], scope, 'method');
  if (!planned.includes(method)) throw new RuleBroken('tracing-method-not-planned', { methods: [method] }, { method: ['not-planned'] });
}

function assertListed(methods: readonly TracingMethod[], scope: readonly string[], field: string): void {
  const unlisted = notListed(methods, scope);
  if (unlisted.length) throw new RuleBroken('tracing-method-not-allowed', { methods: unlisted }, { [field]: ['not-allowed'] });
}

/**
 * Found is who a tracing step found alive; a death has a step of its own (R-FL-13).
 * @throws RuleBroken `not-located`, `context-deceased`
 */
export function assertFound(outcome: TracingOutcome, context: RelatedPersonContext): void {
  if (outcome !== 'LOCATED') throw new RuleBroken('not-located', { outcome }, { tracingStepId: ['not-located'] });
  if (context === 'DECEASED') throw new RuleBroken('context-deceased', undefined, { context: ['not-here'] });
}

/** How sure a death is; said with it wherever it is told. */
export type DeathCertainty = 'CONFIRMED' | 'TWO_REPORTS';

/**
 * R-FL-13: confirmed, or reported at least twice by sources that do not come from one another, and then labelled so.
 * @param reports the tracing steps on which it rests
 * @throws RuleBroken `death-not-certain` with how many of each there are
 */
export function deathCertainty(reports: readonly TracingOutcome[], independent: boolean): DeathCertainty {
  if (reports.includes('DECEASED_CONFIRMED')) return 'CONFIRMED';
  const reported = reports.filter((outcome) => outcome === 'DECEASED_REPORTED').length;
  if (reported >= 2 && independent) return 'TWO_REPORTS';
  const field: Record<string, string[]> = reported >= 2 ? { independent: ['missing'] } : { tracingStepIds: ['not-certain'] };
  throw new RuleBroken('death-not-certain', { reported, needs: 2 }, field);
}

/**
 * R-FL-13: news of a death is told in person, to somebody who wants to know, with somebody beside them.
 * @throws RuleBroken `death-news-not-so` with what is missing
 */
export function assertNewsMayBeTold(news: { clientWantsToKnow: boolean; supportPresent: boolean; inPerson: boolean }): void {
  const missing = Object.entries(news).flatMap(([field, stands]) => (stands ? [] : [field]));
  if (missing.length)
    throw new RuleBroken('death-news-not-so', { missing }, Object.fromEntries(missing.map((field) => [field, ['needed']])));
}

/** Ways that must have been tried before somebody counts as not found. */
export const METHODS_BEFORE_NOT_FOUND = 3;

/**
 * Model 3.6: nobody is given up before three ways were tried.
 * @throws RuleBroken `not-looked-enough` with how many were, and how many it takes
 */
export function assertNotFound(tried: readonly TracingMethod[]): void {
  const different = new Set(tried).size;
  if (different < METHODS_BEFORE_NOT_FOUND)
    throw new RuleBroken('not-looked-enough', { tried: different, needs: METHODS_BEFORE_NOT_FOUND });
}
