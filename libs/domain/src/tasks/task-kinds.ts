import { type RaisedTask, raisedTask, type TaskKind, taskType, type TaskType } from '../vocabulary/tasks';

export interface TaskTrait {
  type: TaskType;
  priority: 'P1' | 'P2' | 'P3' | 'P4';
  /** The rule of the model that asks for it (R-CA-03); `MANUAL` when a colleague does. */
  origin: string;
  /** Not paused with the case, and first in a day. */
  safety: boolean;
  /** Any coordinator of the office may do it, when nobody is named. */
  forCoordinators: boolean;
  /** Not ticked off: somebody decides where it came from, and it is gone by itself. */
  decided: boolean;
}

const of = (type: TaskType, priority: TaskTrait['priority'], origin: string, more: Partial<TaskTrait> = {}): TaskTrait => ({
  type,
  priority,
  origin,
  safety: false,
  forCoordinators: false,
  decided: false,
  ...more,
});
const SAFETY = { safety: true };
const COORDINATORS = { forCoordinators: true };
/** Of no case, and gone by itself when its reason is. */
const OWN_WORK = { decided: true };
const DECIDED = { ...COORDINATORS, decided: true };

const RAISED: Record<RaisedTask, TaskTrait> = {
  PLAN_RETURNED: of('FOLLOW_UP', 'P2', 'R-CA-04'),
  PLAN_REVIEW: of('REVIEW_PLAN', 'P3', 'R-CA-03'),
  PLAN_ACTION: of('FOLLOW_UP', 'P3', 'PLAN'),
  NEED_URGENT: of('FOLLOW_UP', 'P1', 'NEED', SAFETY),
  TASK_OVERDUE: of('SUPERVISION', 'P2', 'R-CA-03', COORDINATORS),
  DEPUTY_NEEDED: of('OTHER', 'P2', 'R-CA-10', COORDINATORS),
  RISK_REVIEW: of('REVIEW_RISK', 'P1', 'R-RI-04', SAFETY),
  SAFETY_PLAN: of('FOLLOW_UP', 'P1', 'R-RI-03', SAFETY),
  MISSED_CONTACT: of('CONTACT', 'P2', 'R-RI-11', SAFETY),
  CONTACT_TWICE_MISSED: of('CONTACT', 'P1', 'R-RI-11', { ...SAFETY, ...COORDINATORS }),
  MISSING_PROTOCOL: of('CONTACT', 'P1', 'R-RI-11', { ...SAFETY, ...COORDINATORS }),
  INCIDENT_ACTION: of('FOLLOW_UP', 'P1', 'INCIDENT', SAFETY),
  CONSENT_EXPIRES: of('REVIEW_CONSENT', 'P3', 'R-CO-06'),
  CONSENT_ENDED: of('FOLLOW_UP', 'P2', 'R-CO-03'),
  LEGAL_BASIS_ASKED: of('APPROVAL', 'P1', 'R-CO-08', DECIDED),
  DISCLOSURE_REVIEW: of('APPROVAL', 'P1', 'R-CO-08', DECIDED),
  LEGAL_BASIS_OBJECTED: of('SUPERVISION', 'P1', 'R-CO-08', COORDINATORS),
  OUTCOME_REVIEW: of('FOLLOW_UP', 'P3', 'OUTCOME'),
  FOLLOW_UP_AFTER: of('FOLLOW_UP', 'P3', 'CLOSURE'),
  ASK_LAWYER: of('DEADLINE', 'P1', 'R-AS-03', SAFETY),
  DEADLINE_OPENED: of('DEADLINE', 'P1', 'R-AS-01', SAFETY),
  DEADLINE_NEAR: of('DEADLINE', 'P1', 'R-AS-05', SAFETY),
  DEADLINE_NEAR_OFFICE: of('DEADLINE', 'P1', 'R-AS-05', { ...SAFETY, ...COORDINATORS }),
  DEADLINE_OVERDUE: of('DEADLINE', 'P1', 'R-AS-05', SAFETY),
  DEADLINE_OVERDUE_OFFICE: of('DEADLINE', 'P1', 'R-AS-05', { ...SAFETY, ...COORDINATORS }),
  DEADLINE_MISSED: of('DEADLINE', 'P1', 'R-AS-07', SAFETY),
  DEADLINE_RECKONED: of('DEADLINE', 'P1', 'R-AS-02', SAFETY),
  INTERVIEW_PREPARE: of('FOLLOW_UP', 'P2', 'R-AS-11'),
  INTERVIEW_ACCOMPANY: of('FOLLOW_UP', 'P2', 'R-AS-11'),
  INTERVIEW_REMIND: of('CONTACT', 'P2', 'R-AS-11'),
  INTERVIEW_CHECK_IN: of('CONTACT', 'P2', 'R-AS-11'),
  TRANSLATE_DECISION: of('DOCUMENT', 'P2', 'CLAIM'),
  OPTIONS_TALK: of('FOLLOW_UP', 'P1', 'CLAIM', SAFETY),
  FAMILY_TO_BRING: of('FOLLOW_UP', 'P2', 'R-AS-12'),
  STATUS_OUTCOME: of('FOLLOW_UP', 'P3', 'CLAIM'),
  PARTNER_IN_NEW_STATE: of('FOLLOW_UP', 'P2', 'CLAIM', COORDINATORS),
  PERMIT_AWAITED: of('DOCUMENT', 'P3', 'CLAIM'),
  PERMIT_ENDS: of('DEADLINE', 'P2', 'R-AS-08'),
  PERMIT_LAPSED: of('DEADLINE', 'P1', 'R-AS-08', SAFETY),
  HOUSING_OFFER_OVER: of('FOLLOW_UP', 'P2', 'HOUSING'),
  HOUSING_TALK: of('SUPERVISION', 'P2', 'R-HO-06', COORDINATORS),
  HOUSING_CONSENT_TALK: of('FOLLOW_UP', 'P2', 'R-CO-03'),
  HOUSING_EMERGENCY: of('SUPERVISION', 'P1', 'HOUSING', { ...SAFETY, ...COORDINATORS }),
  HOUSING_REVIEW: of('FOLLOW_UP', 'P1', 'HOUSING', SAFETY),
  HOUSING_VISIT: of('VISIT', 'P2', 'HOUSING'),
  HOUSING_OUTCOME: of('FOLLOW_UP', 'P3', 'HOUSING'),
  HOUSING_NEXT: of('FOLLOW_UP', 'P2', 'R-HO-08'),
  HOUSING_NEXT_LATE: of('SUPERVISION', 'P2', 'R-HO-08', COORDINATORS),
  HOUSING_LEAVING: of('FOLLOW_UP', 'P2', 'HOUSING'),
  HOUSING_FOLLOW_UP: of('FOLLOW_UP', 'P3', 'HOUSING'),
  NOTE_UNSIGNED: of('DOCUMENT', 'P2', 'R-CN-04', OWN_WORK),
  NOTE_UNSIGNED_LEAD: of('SUPERVISION', 'P2', 'R-CN-04', OWN_WORK),
  SUPERVISION_MISSING: of('SUPERVISION', 'P2', 'R-CN-10', OWN_WORK),
  COUNSELLING_TALK: of('FOLLOW_UP', 'P2', 'R-CO-03', OWN_WORK),
  COUNSELLING_TRIAGE: of('FOLLOW_UP', 'P2', 'COUNSELLING', OWN_WORK),
  COUNSELLING_URGENT: of('CONTACT', 'P1', 'COUNSELLING', OWN_WORK),
  COUNSELLING_CHECK_IN: of('CONTACT', 'P3', 'COUNSELLING', OWN_WORK),
  COUNSELLING_FIRST_SESSION: of('APPOINTMENT', 'P2', 'COUNSELLING', OWN_WORK),
  COUNSELLING_SESSION: of('APPOINTMENT', 'P3', 'COUNSELLING', OWN_WORK),
  COUNSELLING_REVIEW: of('FOLLOW_UP', 'P3', 'COUNSELLING', OWN_WORK),
  COUNSELLING_ENDING: of('DOCUMENT', 'P3', 'COUNSELLING', OWN_WORK),
  REFERRAL_CONSENT: of('REVIEW_CONSENT', 'P2', 'REFERRAL'),
  REFERRAL_APPROVAL: of('APPROVAL', 'P2', 'R-RE-04', DECIDED),
  REFERRAL_QUESTION: of('REFERRAL_RESPONSE', 'P1', 'R-RE-05'),
  REFERRAL_ACCEPTED: of('FOLLOW_UP', 'P2', 'REFERRAL'),
  REFERRAL_DECLINED: of('FOLLOW_UP', 'P2', 'REFERRAL'),
  REFERRAL_STOPPED: of('FOLLOW_UP', 'P2', 'R-CO-03'),
  REFERRAL_COMPLETED: of('FOLLOW_UP', 'P3', 'R-RE-06'),
  REFERRAL_UNOPENED: of('REFERRAL_RESPONSE', 'P2', 'R-RE-02'),
  REFERRAL_UNANSWERED: of('SUPERVISION', 'P2', 'R-RE-02', COORDINATORS),
  REFERRAL_SILENT: of('REFERRAL_RESPONSE', 'P3', 'R-RE-06'),
  REFERRAL_SILENT_OFFICE: of('SUPERVISION', 'P2', 'R-RE-06', COORDINATORS),
  REFERRAL_MEETING: of('SUPERVISION', 'P2', 'R-RE-06', COORDINATORS),
  DOCUMENT_EXPIRES: of('DOCUMENT', 'P3', 'DOCUMENT'),
};

/** What a kind of task carries by itself. */
export function traitOf(kind: TaskKind): TaskTrait {
  if (raisedTask.has(kind)) return RAISED[kind];
  return of(kind, 'P3', 'MANUAL', kind === 'REVIEW_RISK' ? SAFETY : {});
}

/** Kinds that a pause of the case does not stop. */
export const SAFETY_KINDS: readonly TaskKind[] = [...taskType.codes, ...raisedTask.codes].filter((kind) => traitOf(kind).safety);
