import type { TaskListView, TaskPersonView, TaskView } from '@panah/contracts/tasks.contract';
import type { OfficeCalendar } from '@panah/domain/staff/office-calendar';
import { traitOf } from '@panah/domain/tasks/task-kinds';
import { suggestedNext } from '@panah/domain/tasks/task.rules';
import type { ReachedCase } from '../cases/case.records';
import { currentReach } from '../platform/access/current-reach';
import { mayOn } from '../platform/access/may-on';
import type { OpenTask } from './task.entity';
import type { TaskPage } from './task-list.records';

type Names = ReadonlyMap<string, string>;

/** What a task is shown with. */
export interface Around {
  file: ReachedCase;
  names: Names;
  today: string;
  calendar: OfficeCalendar;
}

export const isOver = (status: string): boolean => status === 'DONE' || status === 'CANCELLED';

export function taskView({ row, secrets }: OpenTask, { file, names, today, calendar }: Around): TaskView {
  const { type, origin, decided } = traitOf(row.kind);
  const over = isOver(row.status);
  const owner = personOf(row.ownerId, names);
  return {
    id: row.id,
    caseId: row.caseId,
    version: row.version,
    kind: row.kind,
    type,
    origin,
    title: secrets.title ?? null,
    priority: row.priority,
    status: row.status,
    owner,
    dueOn: row.dueOn,
    remindOn: row.remindOn,
    late: !over && row.pausedOn === null && row.dueOn < today,
    pausedOn: row.pausedOn,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    endedBy: personOf(row.endedBy, names),
    endReason: row.endReason,
    doneNote: secrets.doneNote ?? null,
    next: over ? [] : suggestedNext(row.kind, today, calendar),
    nextId: row.nextId,
    actions: over || file.state === 'CLOSED' ? [] : actionsOn(file, decided).filter((action) => !isWithheld(action, row, { file, names })),
  };
}

export function taskListView({ tasks, total, next }: TaskPage, around: Around, owners: readonly string[]): TaskListView {
  return {
    items: tasks.map((task) => taskView(task, around)),
    total,
    next,
    owners: owners.map((id) => ({ id, name: around.names.get(id) ?? '' })),
    actions: around.file.state !== 'CLOSED' && mayOn('task:create', around.file) ? ['add'] : [],
  };
}

/** What concerns only coordinators is theirs to end, and whose task it is changes nobody who is not told whose it was. */
export const isWithheld = (
  action: string,
  { forCoordinators, ownerId }: OpenTask['row'],
  { file, names }: Pick<Around, 'file' | 'names'>,
): boolean =>
  (forCoordinators && action !== 'open' && !currentReach('task:finish').offices.includes(file.officeId)) ||
  (action === 'edit' && ownerId !== null && !names.has(ownerId));

const actionsOn = (file: ReachedCase, decided: boolean): string[] => [
  ...(mayOn('task:finish', file) ? (decided ? ['open'] : ['finish', 'cancel']) : []),
  ...(mayOn('task:edit', file) ? ['edit'] : []),
];

/** Null also for somebody whom the reader is not told of. */
const personOf = (id: string | null, names: Names): TaskPersonView | null => {
  const name = id === null ? undefined : names.get(id);
  return id === null || name === undefined ? null : { id, name };
};
