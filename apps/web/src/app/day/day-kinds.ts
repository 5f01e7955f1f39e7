import type { DayItemView } from '@panah/contracts/day.contract';
import { traitOf } from '@panah/domain/tasks/task-kinds';
import type { TaskKind } from '@panah/domain/vocabulary/tasks';
import type { IconName } from '../platform/icon/icons';
import { taskRoom } from '../tasks/task-room.part';

interface Face {
  icon: IconName;
  tone: 'danger' | 'due' | 'waiting' | 'muted';
  /** Where one does what the line asks for. */
  link: (item: DayItemView) => readonly string[];
}

const enquiry = ({ id }: DayItemView) => ['/enquiries', id];
const aCase = ({ caseId }: DayItemView) => ['/cases', caseId ?? ''];
const aPlan = ({ caseId }: DayItemView) => ['/cases', caseId ?? '', 'plan'];
const aWish = ({ id, caseId }: DayItemView) => ['/cases', caseId ?? '', 'family', id];
const counselling = () => ['/counselling'];
/** Not ticked off: somebody decides, and it is gone by itself. */
export const isDecided = ({ task }: DayItemView): boolean => task !== null && traitOf(task.kind as TaskKind).decided;
/** A danger has no day on which it is due: it is due now, until somebody is safe. */
export const isDueNow = ({ kind }: DayItemView): boolean => kind === 'ENQUIRY_IN_DANGER';
const aTask = ({ caseId, task }: DayItemView) => taskRoom(caseId ?? '', task?.kind ?? '');

const FACES: Readonly<Record<string, Face>> = {
  ENQUIRY_IN_DANGER: { icon: 'alert', tone: 'danger', link: enquiry },
  SAFETY_TASK: { icon: 'alert', tone: 'danger', link: aTask },
  OFFICE_SAFETY_TASK: { icon: 'alert', tone: 'danger', link: aTask },
  INCIDENT_ACTION: { icon: 'alert', tone: 'danger', link: ({ incidentId }) => ['/incidents', incidentId ?? ''] },
  TASK: { icon: 'tick', tone: 'due', link: aTask },
  OFFICE_TASK: { icon: 'tick', tone: 'waiting', link: aTask },
  APPOINTMENT: { icon: 'calendar', tone: 'due', link: aPlan },
  DEPUTY_NEEDED: { icon: 'team', tone: 'waiting', link: () => ['/absences'] },
  FIRST_RESPONSE: { icon: 'inbox', tone: 'due', link: enquiry },
  INTAKE: { icon: 'clock', tone: 'due', link: enquiry },
  ASSESSMENT: { icon: 'clock', tone: 'due', link: aCase },
  PLAN: { icon: 'clock', tone: 'due', link: aPlan },
  HOLD_REVIEW: { icon: 'pause', tone: 'due', link: aCase },
  FAMILY_ANSWER: { icon: 'talk', tone: 'due', link: aWish },
  TEAM_QUESTION: { icon: 'talk', tone: 'waiting', link: ({ id }) => ['/cases', 'questions', id] },
  ALLOCATION_QUESTION: { icon: 'talk', tone: 'waiting', link: () => ['/enquiries', 'questions'] },
  SPECIALIST_REQUEST: { icon: 'inbox', tone: 'waiting', link: () => ['/specialist-requests'] },
  SPECIALIST_DECLINED: { icon: 'never', tone: 'waiting', link: ({ caseId }) => ['/cases', caseId ?? '', 'team'] },
  ADMISSION: { icon: 'done', tone: 'waiting', link: enquiry },
  PLAN_APPROVAL: { icon: 'done', tone: 'waiting', link: aPlan },
  CLOSURE_APPROVAL: { icon: 'done', tone: 'waiting', link: aCase },
  VOIDING: { icon: 'never', tone: 'waiting', link: aCase },
  DUPLICATE: { icon: 'copy', tone: 'waiting', link: aCase },
  NOTE_UNSIGNED: { icon: 'note', tone: 'due', link: counselling },
  NOTE_UNSIGNED_LEAD: { icon: 'note', tone: 'waiting', link: counselling },
  SUPERVISION_MISSING: { icon: 'team', tone: 'due', link: counselling },
  COUNSELLING_TALK: { icon: 'talk', tone: 'due', link: counselling },
  COUNSELLING_TRIAGE: { icon: 'inbox', tone: 'due', link: counselling },
  COUNSELLING_URGENT: { icon: 'alert', tone: 'due', link: counselling },
  COUNSELLING_CHECK_IN: { icon: 'phone', tone: 'due', link: counselling },
  COUNSELLING_FIRST_SESSION: { icon: 'calendar', tone: 'due', link: counselling },
  COUNSELLING_SESSION: { icon: 'calendar', tone: 'due', link: counselling },
  COUNSELLING_REVIEW: { icon: 'clock', tone: 'due', link: counselling },
  COUNSELLING_ENDING: { icon: 'note', tone: 'due', link: counselling },
  DRAFT: { icon: 'note', tone: 'muted', link: aCase },
};
const OTHER: Face = { icon: 'open', tone: 'muted', link: aCase };

export const faceOf = ({ kind }: DayItemView): Face => FACES[kind] ?? OTHER;
