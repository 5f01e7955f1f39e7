import { actionsFrom, RuleBroken } from '../process/process';
import type { CaseHoldReason, ClosureReason, RiskLevel } from '../vocabulary/cases';
import type { CaseNoteType } from '../vocabulary/notes';
import type { NoteState } from '../notes/note.process';
import { caseProcess, type CaseAction, type CaseState, isCaseAction } from './case.process';
import { assertLostContact, type Attempt } from './lost-contact.rules';
import { addDays } from '../dates/calendar-days';
import { assertNeedsStated } from '../needs/need.rules';
import type { PlanContent } from '../plans/plan-content';
import { assertNotAuthor, assertWholePlan } from '../plans/plan.rules';

/** What the file says when somebody wants to take a step. Ids are compared, never shown. */
export interface CaseFacts {
  state: CaseState;
  /** The state from which closure was requested; null when it was not. */
  stateBeforeRequest: CaseState | null;
  /** Who submitted the plan since planning began; null when nobody did, or it was returned. */
  planSubmittedBy: string | null;
  closureRequestedBy: string | null;
  /** Why closure was asked for; null when it was not. */
  closureReason: ClosureReason | null;
  /** Of the last final assessment; null until risk was assessed. */
  riskLevel: RiskLevel | null;
}

/** What the person taking the step gives with it. */
export interface CaseStep {
  by: string;
  /** The office's day, `YYYY-MM-DD`. */
  today: string;
  reason?: string | null;
  /** A note of this case that says why. */
  note?: { type: CaseNoteType; state: NoteState } | null;
  /** Open needs of the case, or that the person needs nothing: asked for when the assessment ends. */
  needs?: number;
  noNeeds?: boolean;
  /** The plan being written or waiting, with everyone who wrote on it. */
  plan?: PlanContent | null;
  planAuthors?: readonly string[];
  holdReason?: CaseHoldReason | null;
  reviewOn?: string | null;
  closureReason?: ClosureReason | null;
  /** Signed ATTEMPT notes of this case since the last contact; asked for only when contact was lost. */
  attempts?: readonly Attempt[];
}

export const HOLD_DAYS_AT_MOST = 90;
const CLOSURE_REASONS_AT_HIGH_RISK: readonly ClosureReason[] = ['LOST_CONTACT', 'RETURNED_GROUP', 'DECEASED', 'SAFETY_STAFF'];
const HOLD_REASONS_AT_HIGH_RISK: readonly CaseHoldReason[] = ['DETAINED', 'HOSPITAL', 'NO_CONTACT'];

const GUARDS: Record<CaseAction, (step: CaseStep, facts: CaseFacts) => void> = {
  complete_assessment: (step, facts) => {
    assertGrounds(step);
    assertNeedsStated(step.needs ?? 0, step.noNeeds ?? false);
    assertRiskAssessed(facts);
  },
  submit_plan: ({ plan, today }) => assertWholePlan(plan, today),
  approve_plan: (step, facts) => {
    assertSecondPerson('APPROVE_PLAN', step.by, facts.planSubmittedBy);
    assertNotAuthor(step.by, step.planAuthors ?? []);
    if (!step.plan) throw new RuleBroken('plan-missing');
  },
  return_plan: (step, facts) => {
    if (!facts.planSubmittedBy) throw new RuleBroken('not-submitted');
    assertReason(step);
  },
  revise_plan: assertGrounds,
  hold: assertHold,
  resume: () => undefined,
  request_closure: assertClosureRequest,
  approve_closure: (step, facts) => {
    assertSecondPerson('APPROVE_CLOSURE', step.by, facts.closureRequestedBy);
    // model 3.1: for the safety of staff a client at high risk is left only with a coordinator's own words
    if (isAtHighRisk(facts) && facts.closureReason === 'SAFETY_STAFF') assertReason(step);
  },
  reject_closure: assertReason,
  reject_closure_early: assertReason,
  reopen: assertReason,
};

/**
 * The guards of a step of a case (model 3.1; R-CA-04, R-CA-08). Call it before `move()`.
 * @throws RuleBroken `not-open`, `same-person`, `not-submitted`, `grounds-missing`, `needs-missing`, `risk-not-assessed`, `plan-missing`, `plan-incomplete`, `reason-missing`, `hold-incomplete`, `hold-at-high-risk`,
 * `closure-incomplete`, `closure-at-high-risk`, `lost-contact-unproven`.
 */
export function assertCaseStep(action: CaseAction, step: CaseStep, facts: CaseFacts): void {
  const open = openActions(facts);
  if (!open.includes(action)) throw new RuleBroken('not-open', { state: facts.state, action, open });
  GUARDS[action](step, facts);
}

/** The actions of the drawing that fit what happened before: a refused closure goes back to where it came from. */
export function openActions(facts: CaseFacts): CaseAction[] {
  const shut = new Set<CaseAction>([
    ...(facts.planSubmittedBy ? (['submit_plan'] as const) : (['approve_plan', 'return_plan'] as const)),
    isEarly(facts.stateBeforeRequest) ? 'reject_closure' : 'reject_closure_early',
  ]);
  return actionsFrom(caseProcess, facts.state)
    .filter(isCaseAction)
    .filter((action) => !shut.has(action));
}

function isEarly(state: CaseState | null): boolean {
  return state === 'ASSESSMENT' || state === 'PLANNING';
}

/** R-CA-04: whoever asked is not whoever approves. */
function assertSecondPerson(act: string, by: string, asker: string | null): void {
  if (!asker) throw new RuleBroken('not-submitted');
  if (asker === by) throw new RuleBroken('same-person', { act });
}

function assertGrounds({ note }: CaseStep): void {
  const isGrounds = note?.state === 'FINAL' && (note.type === 'ASSESSMENT' || note.type === 'DECISION');
  if (!isGrounds) throw new RuleBroken('grounds-missing', { noteTypes: ['ASSESSMENT', 'DECISION'] }, { note: ['missing'] });
}

function assertReason({ reason }: CaseStep): void {
  if (!reason?.trim()) throw new RuleBroken('reason-missing', {}, { reason: ['missing'] });
}

function assertHold(step: CaseStep, facts: CaseFacts): void {
  const latest = addDays(step.today, HOLD_DAYS_AT_MOST);
  const fields: Record<string, string[]> = {};
  if (!step.holdReason) fields.holdReason = ['missing'];
  const wrong = wrongReviewDay(step.reviewOn, step.today, latest);
  if (wrong) fields.reviewOn = [wrong];
  if (Object.keys(fields).length) throw new RuleBroken('hold-incomplete', { latest }, fields);
  assertHoldFitsRisk(step.holdReason, facts.riskLevel);
}

function wrongReviewDay(reviewOn: string | null | undefined, today: string, latest: string): string | null {
  if (!reviewOn) return 'missing';
  if (reviewOn <= today) return 'not-in-future';
  return reviewOn > latest ? 'too-late' : null;
}

function assertHoldFitsRisk(reason: CaseHoldReason | null | undefined, risk: RiskLevel | null): void {
  if (!isHigh(risk)) return;
  if (reason && HOLD_REASONS_AT_HIGH_RISK.includes(reason)) return;
  throw new RuleBroken('hold-at-high-risk', { allowed: [...HOLD_REASONS_AT_HIGH_RISK] }, { holdReason: ['not-at-this-risk'] });
}

function assertClosureRequest(step: CaseStep, facts: CaseFacts): void {
  if (!step.closureReason) throw new RuleBroken('closure-incomplete', {}, { closureReason: ['missing'] });
  assertClosureFitsRisk(step.closureReason, facts);
  if (step.closureReason === 'LOST_CONTACT') assertLostContact(step.attempts ?? []);
  assertGrounds(step);
}

/** Model 3.1: work in progress does not end while somebody is at high risk, but for what nobody can change. What never began may be left. */
function assertClosureFitsRisk(reason: ClosureReason, facts: CaseFacts): void {
  if (isEarly(facts.state) || !isAtHighRisk(facts) || CLOSURE_REASONS_AT_HIGH_RISK.includes(reason)) return;
  const said = { level: facts.riskLevel, allowed: [...CLOSURE_REASONS_AT_HIGH_RISK] };
  throw new RuleBroken('closure-at-high-risk', said, { closureReason: ['not-at-this-risk'] });
}

/** Model 3.1: a draft of an assessment, or one that waits for a second person, is none. */
function assertRiskAssessed({ riskLevel }: CaseFacts): void {
  if (riskLevel === null) throw new RuleBroken('risk-not-assessed');
}

const isAtHighRisk = ({ riskLevel }: CaseFacts): boolean => isHigh(riskLevel);
const isHigh = (risk: RiskLevel | null): boolean => risk === 'HIGH' || risk === 'IMMINENT';
