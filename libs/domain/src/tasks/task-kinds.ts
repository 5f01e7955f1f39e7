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
  OUTCOME_REVIEW: of('FOLLOW_UP', 'P3', 'OUTCOME'),
  FOLLOW_UP_AFTER: of('FOLLOW_UP', 'P3', 'CLOSURE'),
  DOCUMENT_EXPIRES: of('DOCUMENT', 'P3', 'DOCUMENT'),
};

/** What a kind of task carries by itself. */
export function traitOf(kind: TaskKind): TaskTrait {
  if (raisedTask.has(kind)) return RAISED[kind];
  return of(kind, 'P3', 'MANUAL', kind === 'REVIEW_RISK' ? SAFETY : {});
}

/** Kinds that a pause of the case does not stop. */
export const SAFETY_KINDS: readonly TaskKind[] = [...taskType.codes, ...raisedTask.codes].filter((kind) => traitOf(kind).safety);
