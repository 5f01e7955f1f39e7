import { TaskChangeInput, TaskInput, type TaskPersonView, type TaskView } from '@panah/contracts/tasks.contract';
import { casePriority } from '@panah/domain/vocabulary/cases';
import { taskStatus, taskType } from '@panah/domain/vocabulary/tasks';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion, QuestionField } from '../platform/form/form-question';
import { ownerField, titleField } from './owned-work.part';
import { TASK_TEXTS } from './task-words';
import type { TasksApi } from './tasks.api';

/** Sets something to be done. */
export const newTask = (tasks: TasksApi, caseId: string, owners: readonly TaskPersonView[]): FormQuestion<TaskView, TaskInput> => ({
  title: $localize`:@@tasks.newTitle:New task`,
  contract: TaskInput,
  texts: TASK_TEXTS,
  onlyGiven: true,
  start: { kind: 'FOLLOW_UP', priority: 'P3' },
  fields: [KIND(), ...usual(owners)],
  send: (input, intent) => tasks.set(caseId, input, intent),
});

/** Changes a task; what the house asked for keeps its kind. */
export const editTask = (tasks: TasksApi, task: TaskView, owners: readonly TaskPersonView[]): FormQuestion<TaskView, TaskChangeInput> => ({
  title: $localize`:@@tasks.editTitle:Change the task`,
  contract: TaskChangeInput,
  texts: TASK_TEXTS,
  onlyGiven: true,
  ...shapeOf(task),
  fields: [...(taskType.has(task.kind) ? [KIND()] : []), ...usual(owners), STATUS()],
  send: (input, _intent, version) => tasks.edit(task.id, input, version),
  meanwhile: async () => shapeOf(await tasks.read(task.id)),
});

const shapeOf = ({ kind, type, title, dueOn, priority, owner, remindOn, status, version }: TaskView) => ({
  start: { kind: taskType.has(kind) ? kind : type, title, dueOn, priority, ownerId: owner?.id, remindOn, status },
  version,
});

const KIND = (): QuestionField => ({ name: 'kind', kind: 'select', label: $localize`:@@tasks.kind:What`, choices: choicesOf(taskType) });

const STATUS = (): QuestionField => ({
  name: 'status',
  kind: 'select',
  label: $localize`:@@tasks.status:State`,
  choices: choicesOf(taskStatus).filter(({ code }) => ['OPEN', 'IN_PROGRESS', 'BLOCKED'].includes(code)),
});

const usual = (owners: readonly TaskPersonView[]): readonly QuestionField[] => [
  titleField(),
  { name: 'dueOn', kind: 'day', label: $localize`:@@tasks.dueOn:By` },
  ownerField(owners, $localize`:@@tasks.owner:Who`, $localize`:@@tasks.ownerHint:Left empty, it is the primary worker’s, whoever that is.`),
  { name: 'priority', kind: 'select', label: $localize`:@@tasks.priority:How pressing`, choices: choicesOf(casePriority) },
  {
    name: 'remindOn',
    kind: 'day',
    label: $localize`:@@tasks.remindOn:Remind on`,
    hint: $localize`:@@tasks.remindHint:It comes to My day by itself a week before; name a day to have it there sooner.`,
    optional: true,
  },
];
