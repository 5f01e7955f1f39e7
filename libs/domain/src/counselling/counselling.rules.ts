import { addDays } from '../dates/calendar-days';
import { actionsFrom, RuleBroken } from '../process/process';
import type { CounsellingPhase } from '../vocabulary/counselling';
import { counsellingProcess, type CounsellingAction, type CounsellingState } from './counselling.process';

/** What is known of an episode when a step is taken. */
export interface EpisodeFacts {
  readonly state: CounsellingState;
  readonly counsellorId: string | null;
  readonly supervisorId: string | null;
  readonly primaryWorkerId: string | null;
  /** A consent C07 of the client holds now. */
  readonly consented: boolean;
  readonly goals: string;
  readonly limitsExplained: boolean;
  readonly assessmentSigned: boolean;
  readonly endingSigned: boolean;
  /** A screening lies on or after the day the ending was planned. */
  readonly finalMeasured: boolean;
  /** The days on which somebody tried in vain. */
  readonly attemptDays: readonly string[];
}

/** Somebody whom an episode may be given to. */
export interface CounsellorFacts {
  readonly id: string;
  /** On the case team in that role, both questions of R-AC-13 answered. */
  readonly onTeam: boolean;
  readonly blocked: boolean;
}

/** What the person taking the step gives with it. */
export interface CounsellingStep {
  readonly by: string;
  /** Has the duty lead in this office: the clinical lead of model 3.4. */
  readonly isLead: boolean;
  readonly today: string;
  readonly urgency?: string;
  readonly riskAsked?: boolean;
  readonly counsellor?: CounsellorFacts | null;
  readonly supervisorId?: string;
  readonly preferenceRespected?: boolean;
  readonly reason?: string;
  readonly alternative?: string;
  readonly goals?: string;
  readonly limitsExplained?: boolean;
  readonly reviewOn?: string;
  readonly riskChecked?: boolean;
  readonly finalMeasureDeclined?: boolean;
}

type Fields = Record<string, string[]>;

const LEAD_ONLY: readonly CounsellingAction[] = ['waitlist', 'allocate'];
/** The lead too may take these; all others are the counsellor's own. */
const BEFORE_ALLOCATION: readonly CounsellingAction[] = ['triage', 'waitlist', 'allocate', 'decline'];
const REFERRED_ON: readonly string[] = ['NOT_SUITABLE', 'TRANSFERRED'];
const NOT_WAITING: readonly string[] = ['CLIENT_DECLINED', 'TWO_FAILED_CONTACTS'];
export const LONGEST_PAUSE_DAYS = 60;
export const REVIEW_AFTER_DAYS = 90;
export const REVIEW_AFTER_SESSIONS = 6;
/** From the allocation to the first session. */
export const FIRST_SESSION_DAYS = 7;
export const CHECK_IN_DAYS = 30;
export const ENDING_SUMMARY_DAYS = 14;
/** R-CN-10 */
export const SUPERVISION_DAYS = 30;
export const SUPERVISION_MISSING_DAYS = 45;
/** R-CN-04 */
export const UNSIGNED_WARNING_HOURS = 72;
export const UNSIGNED_LEAD_DAYS = 7;
const ENOUGH_ATTEMPTS = 2;

const said = (text: string | undefined): boolean => (text ?? '').trim().length > 0;
const missing = (name: string, there: unknown): Fields => (there ? {} : { [name]: ['missing'] });

/**
 * The guards of a step of an episode (model 3.4). Call it before `move()`.
 * @throws RuleBroken `not-open`, `clinical-lead-only`, `not-the-counsellor`, `consent-missing`, `counsellor-not-suitable`, `same-person`,
 *   `counselling-incomplete` with the fields
 */
export function assertCounsellingStep(action: CounsellingAction, step: CounsellingStep, facts: EpisodeFacts): void {
  const open = actionsFrom(counsellingProcess, facts.state);
  if (!open.includes(action)) throw new RuleBroken('not-open', { state: facts.state, action, open });
  if (LEAD_ONLY.includes(action) && !step.isLead) throw new RuleBroken('clinical-lead-only', { action });
  if (!BEFORE_ALLOCATION.includes(action) && facts.counsellorId !== step.by) throw new RuleBroken('not-the-counsellor', { action });
  if (CONSENTED.includes(action) && !facts.consented) throw new RuleBroken('consent-missing', { purpose: 'C07_COUNSELLING' });
  const fields = MISSING[action](step, facts);
  if (Object.keys(fields).length) throw new RuleBroken('counselling-incomplete', { action, missing: Object.keys(fields) }, fields);
  if (action === 'allocate') assertMayCounsel(step, facts);
}

/** What rests on the consent to counselling (model 3.13: nothing new is told without it). */
const CONSENTED: readonly CounsellingAction[] = ['allocate', 'begin', 'resume'];

/**
 * Whom an episode may be given to (model 3.4, R-AC-13, R-CN-09); a lead gives none to themself, and nobody supervises their own.
 * @throws RuleBroken `counsellor-not-suitable`, `same-person`
 */
export function assertMayCounsel({ by, counsellor, supervisorId }: CounsellingStep, { primaryWorkerId }: EpisodeFacts): void {
  if (!counsellor) return;
  // a block is told as any other reason why somebody does not fit: whoever is blocked never learns it (R-AC-01)
  if (!counsellor.onTeam || counsellor.blocked) throw new RuleBroken('counsellor-not-suitable', {}, { counsellorId: ['not-on-team'] });
  if (counsellor.id === primaryWorkerId) throw new RuleBroken('counsellor-is-worker', {}, { counsellorId: ['primary-worker'] });
  if (counsellor.id === by) throw new RuleBroken('same-person', { act: 'ALLOCATE_COUNSELLING' }, { counsellorId: ['same-person'] });
  if (counsellor.id === supervisorId || supervisorId === primaryWorkerId)
    throw new RuleBroken('same-person', { act: 'SUPERVISE' }, { supervisorId: ['same-person'] });
}

const endReasons = (step: CounsellingStep, { attemptDays }: EpisodeFacts): Fields => {
  const disengaged = step.reason === 'DISENGAGED' && (attemptDays.length < ENOUGH_ATTEMPTS || new Set(attemptDays).size < ENOUGH_ATTEMPTS);
  return {
    ...missing('endReason', step.reason),
    ...(disengaged ? { endReason: ['attempts-missing'] } : {}),
    ...missing('riskChecked', step.riskChecked),
  };
};

const declined = (step: CounsellingStep, { state, attemptDays }: EpisodeFacts): Fields => {
  if (!step.reason) return { reason: ['missing'] };
  if (step.reason === 'TWO_FAILED_CONTACTS' && attemptDays.length < ENOUGH_ATTEMPTS) return { reason: ['attempts-missing'] };
  if (state === 'WAITLIST') return NOT_WAITING.includes(step.reason) ? {} : { reason: ['not-from-waiting'] };
  return missing('alternative', said(step.alternative));
};

const paused = ({ reason, reviewOn, today }: CounsellingStep): Fields => ({
  ...missing('reason', said(reason)),
  ...(!reviewOn
    ? { reviewOn: ['missing'] }
    : reviewOn <= today
      ? { reviewOn: ['not-in-future'] }
      : reviewOn > addDays(today, LONGEST_PAUSE_DAYS)
        ? { reviewOn: ['too-far'] }
        : {}),
});

const MISSING: Readonly<Record<CounsellingAction, (step: CounsellingStep, facts: EpisodeFacts) => Fields>> = {
  triage: ({ urgency, riskAsked }) => ({ ...missing('urgency', urgency), ...missing('riskAsked', riskAsked) }),
  waitlist: () => ({}),
  allocate: ({ counsellor, supervisorId, preferenceRespected }) => ({
    ...missing('counsellorId', counsellor),
    ...missing('supervisorId', supervisorId),
    ...(preferenceRespected ? {} : { preferenceRespected: ['missing'] }),
  }),
  decline: declined,
  begin: ({ goals, limitsExplained }, { assessmentSigned }) => ({
    ...missing('goals', said(goals)),
    ...missing('limitsExplained', limitsExplained),
    ...(assessmentSigned ? {} : { assessmentNote: ['not-signed'] }),
  }),
  refer_on: ({ reason = '' }): Fields => (REFERRED_ON.includes(reason) ? {} : { endReason: [reason ? 'not-referred-on' : 'missing'] }),
  pause: paused,
  resume: () => ({}),
  plan_ending: () => ({}),
  end_unplanned: endReasons,
  continue: ({ goals }, { goals: before }): Fields =>
    !said(goals) ? { goals: ['missing'] } : goals?.trim() === before.trim() ? { goals: ['not-new'] } : {},
  end: ({ reason, finalMeasureDeclined }, { endingSigned, finalMeasured }) => ({
    ...missing('endReason', reason),
    ...(endingSigned ? {} : { endingNote: ['not-signed'] }),
    ...(finalMeasured || finalMeasureDeclined ? {} : { finalMeasure: ['missing'] }),
  }),
};

/** The steps that somebody may take on this episode. */
export function openCounsellingActions(
  { state, counsellorId }: Pick<EpisodeFacts, 'state' | 'counsellorId'>,
  by: string,
  isLead: boolean,
): CounsellingAction[] {
  return actionsFrom(counsellingProcess, state).filter((action) =>
    BEFORE_ALLOCATION.includes(action) ? isLead || !LEAD_ONLY.includes(action) : counsellorId === by,
  );
}

/** What the case team is told of where it stands (R-CN-02). */
export function phaseOf(state: CounsellingState): CounsellingPhase {
  if (state === 'REFERRED' || state === 'TRIAGED') return 'ASKED';
  if (state === 'WAITLIST') return 'WAITING';
  return state === 'ENDED' || state === 'DECLINED' ? 'ENDED' : 'UNDER_WAY';
}

/** A session as somebody wants to keep it. */
export interface SessionFacts {
  readonly at: string;
  readonly status: string;
  readonly riskChecked?: string | null;
  readonly nextAt?: string | null;
}

/**
 * Attendance is written down when it is known, and whether risk was asked about with it (model 2.10).
 * @param now ISO instant
 * @throws RuleBroken `session-incomplete` with the fields
 */
export function assertSession({ at, status, riskChecked, nextAt }: SessionFacts, now: string): void {
  const fields: Fields = {
    ...(status === 'ATTENDED' && !riskChecked ? { riskChecked: ['missing'] } : {}),
    ...(status !== 'SCHEDULED' && !status.startsWith('CANCELLED') && Date.parse(at) > Date.parse(now) ? { at: ['in-future'] } : {}),
    ...(nextAt && Date.parse(nextAt) <= Date.parse(at) ? { nextAt: ['before-session'] } : {}),
  };
  if (Object.keys(fields).length) throw new RuleBroken('session-incomplete', {}, fields);
}

/** How long a note has waited for its signature (R-CN-04). */
export function unsignedSince(writtenAt: string, now: string): 'FRESH' | 'WARN' | 'LEAD' {
  const hours = (Date.parse(now) - Date.parse(writtenAt)) / 3_600_000;
  if (hours >= UNSIGNED_LEAD_DAYS * 24) return 'LEAD';
  return hours >= UNSIGNED_WARNING_HOURS ? 'WARN' : 'FRESH';
}

/**
 * A note is signed by its author, once, with words in it; an addendum is written by the author of what it adds to (R-CN-04).
 * @throws RuleBroken `not-the-author`, `not-open`, `note-empty`
 */
export function assertMaySignNote(note: { state: string; authorId: string; body: string }, by: string): void {
  if (note.authorId !== by) throw new RuleBroken('not-the-author');
  if (note.state !== 'DRAFT') throw new RuleBroken('not-open', { state: note.state, action: 'sign', open: [] });
  if (!said(note.body)) throw new RuleBroken('note-empty', {}, { body: ['missing'] });
}

/** @throws RuleBroken `not-the-author`, `not-signed` */
export function assertMayAdd(original: { state: string; authorId: string }, by: string): void {
  if (original.authorId !== by) throw new RuleBroken('not-the-author', {}, { addsTo: ['not-the-author'] });
  if (original.state !== 'SIGNED') throw new RuleBroken('not-signed', {}, { addsTo: ['not-signed'] });
}
