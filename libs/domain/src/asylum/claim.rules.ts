import { actionsFrom, RuleBroken } from '../process/process';
import type { AppealOutcome, DecisionType, ProcedureType } from '../vocabulary/claims';
import { claimProcess, type ClaimAction, type ClaimState, ENDED } from './claim.process';
import { dayFault, type DecisionContext, decisionFaults, type DecisionGiven, type Faults } from './decision.rules';

/** What the person taking the step gives with it. */
export interface ClaimStepGiven extends DecisionGiven {
  /** `YYYY-MM-DD`, where the procedure is. */
  readonly on?: string | null;
  /** `HH:MM` of an interview, where it is. */
  readonly at?: string | null;
  readonly language?: string | null;
  readonly interpreter?: string | null;
  /** The procedure was explained in a language that the person understands. */
  readonly informed?: boolean | null;
  /** The person themself decided it. */
  readonly clientDecision?: boolean | null;
  readonly signed?: boolean | null;
  /** What follows from it was explained. */
  readonly explained?: boolean | null;
  readonly isFinal?: boolean | null;
  readonly suspensiveRecorded?: string | null;
  readonly words?: string | null;
}

export interface ClaimFacts {
  readonly state: ClaimState;
  /** The country takes applications in one step. */
  readonly oneStep: boolean;
  readonly madeOn: string | null;
  readonly registeredOn: string | null;
  readonly lodgedOn: string | null;
  readonly interviewOn: string | null;
  /** The newest decision of an authority or a court. */
  readonly decision: { readonly servedOn: string; readonly type: DecisionType | null; readonly appealPossible: boolean } | null;
  /** A ruling written down that nobody has acted upon yet. */
  readonly ruling: { readonly outcome: AppealOutcome; readonly servedOn: string } | null;
  /** The newest deadline for an appeal, and for a further one. */
  readonly appeal: { readonly dueOn: string | null } | null;
  readonly furtherAppeal: { readonly dueOn: string | null } | null;
  readonly missedReviewed: boolean;
  readonly hasMandate: boolean;
  /** The day it is where the procedure is. */
  readonly today: string;
}

/** The steps that fit what happened so far: in one step only where the country does so. */
export function openClaimActions({ state, oneStep }: Pick<ClaimFacts, 'state' | 'oneStep'>): ClaimAction[] {
  return actionsFrom(claimProcess, state).filter((action) => action !== 'lodge' || state !== 'PREPARING' || oneStep);
}

/**
 * The guards of a step of a claim (model 3.2). Call it before `move()`.
 * @throws RuleBroken `not-open`; `claim-incomplete` with the fields
 */
export function assertClaimStep(action: ClaimAction, given: ClaimStepGiven, facts: ClaimFacts): void {
  const open = openClaimActions(facts);
  if (!open.includes(action)) throw new RuleBroken('not-open', { state: facts.state, action, open });
  const fields = FAULTS[action](given, facts);
  if (Object.keys(fields).length) throw new RuleBroken('claim-incomplete', {}, fields);
}

const needed = (given: ClaimStepGiven, ...names: (keyof ClaimStepGiven)[]): Faults =>
  Object.fromEntries(
    names.filter((name) => !given[name] || (typeof given[name] === 'string' && !given[name].trim())).map((name) => [name, ['missing']]),
  );

/** The day of a step: there, not ahead, not before the one before. */
const since =
  (notBefore: (facts: ClaimFacts) => string | null) =>
  (given: ClaimStepGiven, facts: ClaimFacts): Faults =>
    dayFault('on', given.on, facts.today, notBefore(facts));
const begun = ({ lodgedOn, registeredOn, madeOn }: ClaimFacts): string | null => lodgedOn ?? registeredOn ?? madeOn;
const lately = ({ decision, ...facts }: ClaimFacts): string | null => decision?.servedOn ?? begun({ decision, ...facts });
const decided =
  (kind: DecisionContext['kind']) =>
  (given: ClaimStepGiven, facts: ClaimFacts): Faults =>
    decisionFaults(given, { today: facts.today, after: kind === 'GRANT' || kind === 'REFUSAL' ? begun(facts) : lately(facts), kind });

function interview(given: ClaimStepGiven, facts: ClaimFacts): Faults {
  const from = begun(facts);
  return {
    ...needed(given, 'on', 'at', 'language', 'interpreter'),
    ...(given.on && from !== null && given.on < from ? { on: ['before-previous'] } : {}),
  };
}

function appeal(given: ClaimStepGiven, facts: ClaimFacts): Faults {
  const late = Boolean(given.on && facts.appeal?.dueOn && given.on > facts.appeal.dueOn);
  return {
    ...dayFault('on', given.on, facts.today, facts.decision?.servedOn ?? null, 'before-decision'),
    ...needed(given, 'suspensiveRecorded'),
    ...(late && !given.words?.trim() ? { words: ['late-needs-reason'] } : {}),
    ...(facts.hasMandate ? {} : { mandate: ['missing'] }),
  };
}

function lapse(given: ClaimStepGiven, { appeal: deadline, decision, missedReviewed, today }: ClaimFacts): Faults {
  const open = decision?.appealPossible !== false;
  return {
    ...(open && !deadline?.dueOn ? { deadline: ['not-known'] } : {}),
    ...(open && deadline?.dueOn && deadline.dueOn >= today ? { deadline: ['not-over'] } : {}),
    ...(given.clientDecision || missedReviewed ? {} : { clientDecision: ['missing'] }),
  };
}

/** A ruling that is written down already needs not be written again. */
const lost = (given: ClaimStepGiven, facts: ClaimFacts): Faults => (facts.ruling ? {} : decided('LOST')(given, facts));

function furtherAppeal(given: ClaimStepGiven, facts: ClaimFacts): Faults {
  const due = facts.furtherAppeal?.dueOn ?? null;
  return {
    ...lost(given, facts),
    ...dayFault('on', given.on, facts.today, facts.ruling?.servedOn ?? given.servedOn ?? null, 'before-decision'),
    ...(given.on && due !== null && given.on > due ? { on: ['after-deadline'] } : {}),
  };
}

const LEFT = (given: ClaimStepGiven): Faults => needed(given, 'signed', 'explained');
const FREE = (): Faults => ({});

const FAULTS: Readonly<Record<ClaimAction, (given: ClaimStepGiven, facts: ClaimFacts) => Faults>> = {
  make: (given, facts) => ({ ...since(() => null)(given, facts), ...needed(given, 'informed', 'language') }),
  register: since(({ madeOn }) => madeOn),
  lodge: since(({ registeredOn, madeOn }) => registeredOn ?? madeOn),
  start_responsibility: since(begun),
  responsible_here: since(begun),
  transfer_decision: decided('TRANSFER'),
  start_admissibility: since(begun),
  admissible: since(begun),
  inadmissible: decided('INADMISSIBLE'),
  start_examination: since(begun),
  set_interview: interview,
  reschedule: (given, facts) => ({
    ...interview({ language: 'as before', interpreter: 'as before', ...given }, facts),
    ...needed(given, 'words'),
  }),
  held: since(begun),
  decide_positive: decided('GRANT'),
  decide_negative: decided('REFUSAL'),
  final: (given, facts) => ({ ...since(lately)(given, facts), ...needed(given, 'isFinal') }),
  appeal_upgrade: (given, facts) => ({
    ...since(lately)(given, facts),
    ...needed(given, 'clientDecision'),
    ...(given.on && facts.appeal?.dueOn && given.on > facts.appeal.dueOn ? { on: ['after-deadline'] } : {}),
  }),
  lodge_appeal: appeal,
  lapse,
  transfer_executed: (given, facts) => ({
    ...since(lately)(given, facts),
    ...(facts.decision?.type === 'TRANSFER' ? {} : { decision: ['not-a-transfer'] }),
  }),
  hearing_held: since(lately),
  ruling_positive: (given, facts) => ({
    ...decided('ALLOWED')(given, facts),
    ...(facts.state === 'FURTHER_APPEAL' ? {} : needed(given, 'isFinal')),
  }),
  remitted: decided('REMITTED'),
  ruling_negative: (given, facts) => ({
    ...lost(given, facts),
    ...(facts.state === 'FURTHER_APPEAL' ? {} : needed(given, 'clientDecision')),
  }),
  further_appeal: furtherAppeal,
  withdraw: LEFT,
  suspend: since(begun),
  resume: FREE,
  abandon: (given) => needed(given, 'clientDecision'),
  withdraw_appeal: LEFT,
};

/** What is known of an earlier claim of the same person. */
export interface EarlierClaim {
  readonly id: string;
  readonly country: string;
  readonly procedureType: ProcedureType;
  readonly state: ClaimState;
}

const FINAL: readonly ClaimState[] = ['FINAL_POSITIVE', 'FINAL_NEGATIVE'];
const ASKS_FOR_PROTECTION: readonly ProcedureType[] = [
  'FIRST_APPLICATION',
  'SUBSEQUENT',
  'REGULAR',
  'ACCELERATED',
  'BORDER',
  'ADMISSIBILITY',
];
const isEnded = (state: ClaimState): boolean => ENDED.includes(state);

/**
 * R-AS-09, R-AS-10: one open claim for each country and procedure; after a final decision a new application is a SUBSEQUENT one that names the old.
 * @throws RuleBroken `claim-open-already`; `claim-incomplete` with the fields
 */
export function assertMayOpenClaim(
  { country, procedureType, followsId }: { country: string; procedureType: ProcedureType; followsId: string | null },
  earlier: readonly EarlierClaim[],
): void {
  const here = earlier.filter((one) => one.country === country);
  if (here.some((one) => one.procedureType === procedureType && !isEnded(one.state)))
    throw new RuleBroken('claim-open-already', { country, procedureType });
  const decidedHere = here.filter(({ state, procedureType: type }) => FINAL.includes(state) && ASKS_FOR_PROTECTION.includes(type));
  const fields: Faults = {};
  if (procedureType === 'FIRST_APPLICATION' && decidedHere.length) fields.procedureType = ['decided-before'];
  if (procedureType === 'SUBSEQUENT' && !followsId) fields.followsId = ['missing'];
  if (followsId && !decidedHere.some(({ id }) => id === followsId)) fields.followsId = ['not-a-decided-claim'];
  if (Object.keys(fields).length) throw new RuleBroken('claim-incomplete', {}, fields);
}

export interface MeetingGiven {
  readonly metOn?: string | null;
  readonly documentId?: string | null;
  readonly confirmedOn?: string | null;
  readonly words?: string | null;
}

/**
 * R-AS-06: a deadline is met with evidence, or as a lawyer confirmed on a day; a coordinator says why it is they who say so.
 * @throws RuleBroken `deadline-incomplete` with the fields
 */
export function assertMayMeet(
  { metOn, documentId, confirmedOn, words }: MeetingGiven,
  triggerDate: string,
  today: string,
  isLegal: boolean,
): void {
  const fields: Faults = {
    ...dayFault('metOn', metOn, today, triggerDate, 'before-trigger'),
    ...(documentId || confirmedOn ? {} : { confirmedOn: ['missing'] }),
    ...(confirmedOn && confirmedOn > today ? { confirmedOn: ['in-future'] } : {}),
    ...(isLegal || words?.trim() ? {} : { words: ['missing'] }),
  };
  if (Object.keys(fields).length) throw new RuleBroken('deadline-incomplete', {}, fields);
}
