import type { ApprovalView, OverdueLineView } from '@panah/contracts/board.contract';
import { overdueKind, type ApprovalKind, type OverdueKind } from '@panah/domain/vocabulary/board';
import { taskKindLabel } from '@panah/domain/vocabulary/tasks';
import type { IconName } from '../platform/icon/icons';
import type { ProblemTextsByCode } from '../platform/problem/problem-texts';
import { readerLanguage } from '../platform/reader/language';

export const BOARD_PROBLEMS: ProblemTextsByCode = {
  period: $localize`:@@board.problemPeriod:Look at the days: a period ends after it begins, not ahead of today, and is a year at most.`,
};

const ICONS: Readonly<Record<ApprovalKind, IconName>> = {
  RISK_CONFIRMATION: 'alert',
  LEGAL_BASIS: 'send',
  PLAN_APPROVAL: 'step',
  CLOSURE_APPROVAL: 'done',
  NOTE_VOIDING: 'never',
  ADMISSION: 'inbox',
};
const ROOMS: Readonly<Record<ApprovalKind, string | null>> = {
  RISK_CONFIRMATION: 'safety',
  LEGAL_BASIS: 'consents',
  PLAN_APPROVAL: 'plan',
  CLOSURE_APPROVAL: null,
  NOTE_VOIDING: null,
  ADMISSION: null,
};

export const approvalIcon = ({ kind }: ApprovalView): IconName => ICONS[kind as ApprovalKind];

/** Where in the file, or among the enquiries, it stands. */
export function approvalLink({ kind, id, caseId }: ApprovalView): readonly string[] {
  const room = ROOMS[kind as ApprovalKind];
  return caseId === null ? ['/enquiries', id] : ['/cases', caseId, ...(room ? [room] : [])];
}

const LATE_ROOMS: Readonly<Partial<Record<OverdueKind, string>>> = {
  RISK_REVIEW: 'safety',
  SAFETY_PLAN: 'safety',
  CONTACT: 'safety',
  PLAN: 'plan',
  PLAN_REVIEW: 'plan',
  TASK: 'plan',
  APPOINTMENT: 'plan',
  CONSENT: 'consents',
};

/** Where one does what is late. */
export function lateLink({ kind, id, caseId, incidentId }: OverdueLineView): readonly string[] {
  if (incidentId) return ['/incidents', incidentId];
  const room = LATE_ROOMS[kind as OverdueKind];
  return caseId === null ? ['/enquiries', id] : ['/cases', caseId, ...(room ? [room] : [])];
}

/** What is late, in words; a task says which. */
export const lateWords = ({ kind, taskKind }: OverdueLineView): string =>
  taskKind ? taskKindLabel(taskKind, readerLanguage()) : overdueKind.label(kind as OverdueKind, readerLanguage());
