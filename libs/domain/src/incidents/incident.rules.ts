import { actionsFrom, RuleBroken } from '../process/process';
import type { IncidentSeverity } from '../vocabulary/incidents';
import { incidentProcess, type IncidentAction, type IncidentState } from './incident.process';

export interface IncidentFacts {
  readonly state: IncidentState;
  readonly severity: IncidentSeverity | null;
  readonly reportedBy: string;
  readonly actions: readonly { readonly ownerId: string | null; readonly doneOn: string | null }[];
  /** An incident of the office may touch no client: then there is nobody to tell how it ended. */
  readonly touchesClients: boolean;
}

/** What is told of an incident that names no case. */
export interface OfficeIncident {
  readonly type: string;
  readonly affectedCaseRefs: readonly string[];
  readonly affectedOthers?: string | null;
}

/** What the person taking the step gives with it. */
export interface IncidentStep {
  readonly by: string;
  /** Stands on the duty list: the safety officer of model 3.11. */
  readonly isSafety: boolean;
  readonly severity?: string | null;
  readonly confidence?: string | null;
  /** How many of those whom it touched are listed: clients, and others in words. */
  readonly affected?: number;
  readonly reviewOn?: string | null;
  readonly today: string;
  readonly clientInformed?: boolean;
  readonly words?: string | null;
}

const SERIOUS: readonly (IncidentSeverity | null)[] = ['I3', 'I4'];
/** Model 3.11: whose act it is. */
const SAFETY_ONLY: readonly IncidentAction[] = ['act', 'monitor', 'close'];

export const isSerious = (severity: IncidentSeverity | null): boolean => SERIOUS.includes(severity);

/**
 * What concerns the office says whom or what it touched (model 2.16: persons affected); somebody who is missing is a client with a file.
 * @throws RuleBroken `incident-incomplete` with fields
 */
export function assertOfOffice({ type, affectedCaseRefs, affectedOthers }: OfficeIncident): void {
  if (type === 'MISSING') throw new RuleBroken('incident-incomplete', {}, { type: ['needs-client'] });
  if (!affectedCaseRefs.length && !affectedOthers?.trim()) throw new RuleBroken('incident-incomplete', {}, { affectedOthers: ['missing'] });
}

/** The steps that fit what happened so far: from ASSESSED only a minor one closes at once. */
export function openIncidentActions({ state, severity }: Pick<IncidentFacts, 'state' | 'severity'>): IncidentAction[] {
  return actionsFrom(incidentProcess, state).filter((action) => action !== 'close' || state !== 'ASSESSED' || severity === 'I1');
}

/**
 * The guards of a step of an incident (model 3.11). Call it before `move()`.
 * @throws RuleBroken `not-open`, `not-on-duty-list`, `incident-incomplete` with fields, `actions-not-done`, `same-person`
 */
export function assertIncidentStep(action: IncidentAction, step: IncidentStep, facts: IncidentFacts): void {
  const open = openIncidentActions(facts);
  if (!open.includes(action)) throw new RuleBroken('not-open', { state: facts.state, action, open });
  if (SAFETY_ONLY.includes(action) && !step.isSafety) throw new RuleBroken('not-on-duty-list', { action });
  const fields = MISSING[action](step, facts);
  if (Object.keys(fields).length) throw new RuleBroken('incident-incomplete', {}, fields);
  // separation of duties 11: whoever reported a serious incident does not close it
  if (action === 'close' && isSerious(facts.severity) && facts.reportedBy === step.by)
    throw new RuleBroken('same-person', { act: 'CLOSE_INCIDENT' });
}

type Fields = Record<string, string[]>;

const words = ({ words: said }: IncidentStep): Fields => (said?.trim() ? {} : { words: ['missing'] });

const MISSING: Readonly<Record<IncidentAction, (step: IncidentStep, facts: IncidentFacts) => Fields>> = {
  assess: ({ severity, confidence, affected = 0 }) => ({
    ...(severity ? {} : { severity: ['missing'] }),
    ...(confidence ? {} : { confidence: ['missing'] }),
    ...(affected > 0 ? {} : { affected: ['missing'] }),
  }),
  act: (_, { actions }): Fields => (actions.some(({ ownerId }) => ownerId) ? {} : { actions: ['owner-missing'] }),
  monitor: ({ reviewOn, today }, { actions }) => ({
    ...(actions.every(({ doneOn }) => doneOn) ? {} : { actions: ['not-done'] }),
    ...(!reviewOn ? { reviewOn: ['missing'] } : reviewOn < today ? { reviewOn: ['not-in-future'] } : {}),
  }),
  close: (step, { state, touchesClients }) => ({
    ...(state === 'MONITORING' && touchesClients && !step.clientInformed ? { clientInformed: ['missing'] } : {}),
    ...words(step),
  }),
  reopen: words,
};
