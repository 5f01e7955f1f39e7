import { RuleBroken } from '../process/process';
import type { AppealOutcome, DecisionType, ServiceMethod, SuspensiveEffect } from '../vocabulary/claims';
import type { PermitType } from '../vocabulary/legal-deadlines';

/** What an authority or a court decided, as it is written down. */
export interface DecisionGiven {
  readonly decisionType?: string | null;
  readonly outcome?: string | null;
  readonly decidedOn?: string | null;
  readonly servedOn?: string | null;
  readonly serviceMethod?: string | null;
  readonly appealPossible?: boolean | null;
  readonly suspensive?: string | null;
  /** Entered by the legal team, where they know the day and the house does not. */
  readonly appealDueOn?: string | null;
}

/** A decision with everything that it must have. */
export interface WholeDecision {
  decisionType: DecisionType | null;
  outcome: AppealOutcome | null;
  decidedOn: string;
  servedOn: string;
  serviceMethod: ServiceMethod;
  appealPossible: boolean;
  suspensive: SuspensiveEffect;
}

export type Faults = Record<string, string[]>;

const GRANTS: readonly DecisionType[] = [
  'REFUGEE',
  'SUBSIDIARY',
  'HUMANITARIAN_NATIONAL',
  'TEMP_PROTECTION',
  'STATELESS_STATUS',
  'GRANTED_OTHER',
];
const LOST: readonly AppealOutcome[] = ['PARTLY_ALLOWED', 'DISMISSED', 'INADMISSIBLE', 'WITHDRAWN', 'STRUCK_OUT'];
const PERMIT_OF: Partial<Record<DecisionType, PermitType>> = {
  REFUGEE: 'REFUGEE_PERMIT',
  SUBSIDIARY: 'SUBSIDIARY_PERMIT',
  HUMANITARIAN_NATIONAL: 'HUMANITARIAN_PERMIT',
  TEMP_PROTECTION: 'TEMP_PERMIT',
  STATELESS_STATUS: 'TEMP_PERMIT',
};

export const isGrant = (type: DecisionType): boolean => GRANTS.includes(type);
export const isLostAppeal = (outcome: AppealOutcome): boolean => LOST.includes(outcome);
/** The paper that follows from a grant. */
export const permitAfter = (type: DecisionType): PermitType => PERMIT_OF[type] ?? 'OTHER';

/** A day that is there, not ahead, and not before another. */
export function dayFault(
  field: string,
  day: string | null | undefined,
  today: string,
  notBefore: string | null = null,
  before = 'before-previous',
): Faults {
  if (!day) return { [field]: ['missing'] };
  if (day > today) return { [field]: ['in-future'] };
  return notBefore !== null && day < notBefore ? { [field]: [before] } : {};
}

export interface DecisionContext {
  /** The day it is where the procedure is. */
  today: string;
  /** The day of the step before: nothing is decided earlier. */
  after: string | null;
  /** What kind of decision this step is about. */
  kind: 'GRANT' | 'REFUSAL' | 'TRANSFER' | 'INADMISSIBLE' | 'ALLOWED' | 'REMITTED' | 'LOST';
}

const TYPE_FITS: Readonly<Record<DecisionContext['kind'], (given: DecisionGiven) => Faults>> = {
  GRANT: ({ decisionType }) => typeFault(decisionType, isGrant),
  REFUSAL: ({ decisionType }) => typeFault(decisionType, (type) => !isGrant(type) && type !== 'TRANSFER' && type !== 'WITHDRAWN'),
  TRANSFER: ({ decisionType }) => typeFault(decisionType, (type) => type === 'TRANSFER'),
  INADMISSIBLE: ({ decisionType }) => typeFault(decisionType, (type) => type === 'INADMISSIBLE'),
  ALLOWED: ({ decisionType, outcome }) => ({
    ...outcomeFault(outcome, (which) => which === 'ALLOWED'),
    ...typeFault(decisionType, isGrant),
  }),
  REMITTED: ({ outcome }) => outcomeFault(outcome, (which) => which === 'ANNULLED_REMITTED'),
  LOST: ({ outcome }) => outcomeFault(outcome, isLostAppeal),
};
const NEGATIVE: readonly DecisionContext['kind'][] = ['REFUSAL', 'TRANSFER', 'INADMISSIBLE', 'LOST'];

/** What is missing or wrong in a decision (R-AS-01), by field. */
export function decisionFaults(given: DecisionGiven, { today, after, kind }: DecisionContext): Faults {
  const { decidedOn, servedOn, serviceMethod, appealPossible, suspensive, appealDueOn } = given;
  const negative = NEGATIVE.includes(kind);
  return {
    ...TYPE_FITS[kind](given),
    ...dayFault('decidedOn', decidedOn, today, after),
    ...dayFault('servedOn', servedOn, today, decidedOn ?? after, 'before-decision'),
    ...(negative && !serviceMethod ? { serviceMethod: ['missing'] } : {}),
    ...(negative && typeof appealPossible !== 'boolean' ? { appealPossible: ['missing'] } : {}),
    ...(negative && appealPossible && !suspensive ? { suspensive: ['missing'] } : {}),
    ...(appealDueOn && servedOn && appealDueOn < servedOn ? { appealDueOn: ['before-trigger'] } : {}),
  };
}

/**
 * The decision with everything it must have.
 * @throws RuleBroken `decision-incomplete` with the fields
 */
export function wholeDecision(given: DecisionGiven, context: DecisionContext): WholeDecision {
  const fields = decisionFaults(given, context);
  const { decidedOn, servedOn } = given;
  if (Object.keys(fields).length || !decidedOn || !servedOn) throw new RuleBroken('decision-incomplete', {}, fields);
  return {
    decisionType: (given.decisionType ?? null) as DecisionType | null,
    outcome: (given.outcome ?? null) as AppealOutcome | null,
    decidedOn,
    servedOn,
    serviceMethod: (given.serviceMethod ?? 'IN_PERSON') as ServiceMethod,
    appealPossible: given.appealPossible ?? false,
    suspensive: (given.suspensive ?? 'UNKNOWN') as SuspensiveEffect,
  };
}

function typeFault(type: string | null | undefined, fits: (type: DecisionType) => boolean): Faults {
  if (!type) return { decisionType: ['missing'] };
  return fits(type as DecisionType) ? {} : { decisionType: ['does-not-fit'] };
}

function outcomeFault(outcome: string | null | undefined, fits: (outcome: AppealOutcome) => boolean): Faults {
  if (!outcome) return { outcome: ['missing'] };
  return fits(outcome as AppealOutcome) ? {} : { outcome: ['does-not-fit'] };
}
