import { addDays } from '@panah/domain/dates/calendar-days';
import { instantOf } from '@panah/domain/dates/zoned-time';
import { traitOf } from '@panah/domain/tasks/task-kinds';
import type { TaskKind } from '@panah/domain/vocabulary/tasks';
import { appointmentPlace } from '../appointments/appointment.records';
import { newId } from '../platform/new-id';
import { taskPlace } from '../tasks/task.entity';
import { Chance } from './chance';
import type { LaidCase } from './lay-case';
import type { Life } from './lives';
import { dayOf, OFFICE_CALENDAR, type Setting } from './setting';
import type { Shelf } from './shelf';

const TITLES: Readonly<Record<string, readonly string[]>> = {
  CONTACT: ['Ask how the week was', 'Ring about the course'],
  FOLLOW_UP: ['Hear whether the letter came', 'Agree the next talk'],
  DOCUMENT: ['Copy of the rent contract', 'Birth record from the registry'],
};
const KINDS: readonly TaskKind[] = ['CONTACT', 'FOLLOW_UP', 'DOCUMENT', 'REVIEW_PLAN'];
const OPEN = ['ASSESSMENT', 'PLANNING', 'ACTIVE'];
/** Days until they are due, of the tasks of one case: some late, some soon, most later. */
const DUE: readonly [from: number, to: number][] = [
  [-3, 6],
  [2, 20],
  [8, 45],
  [20, 90],
];

/** Lays what is to be done on an open case: four tasks, and now and then an appointment. */
export function layTasks(shelf: Shelf, setting: Setting, file: LaidCase, life: Life): void {
  if (!OPEN.includes(life.state)) return;
  const chance = new Chance((life.openedDaysAgo ?? 0) * 17 + life.noteDaysAgo.length);
  const today = dayOf(new Date(setting.now));
  for (const [at, [from, to]] of DUE.entries())
    layTask(shelf, setting, file, KINDS[at] ?? 'FOLLOW_UP', addDays(today, chance.between(from, to)), chance);
  if (chance.happens(0.4)) layAppointment(shelf, setting, file, addDays(today, chance.between(1, 12)), chance);
}

const rowOf = (setting: Setting, { id, clientId, officeId, workerId }: LaidCase) => ({
  org_id: setting.orgId,
  office_id: officeId,
  client_id: clientId,
  case_id: id,
  record_class: 'CONFIDENTIAL',
  owner_id: workerId,
  created_by: workerId,
  created_at: new Date(setting.now),
  seal_version: 1,
  version: 1,
});

export function layTask(
  shelf: Shelf,
  setting: Setting,
  file: LaidCase,
  kind: TaskKind,
  dueOn: string,
  chance: Chance,
  pausedOn: string | null = null,
): void {
  const id = newId();
  const titles = TITLES[kind];
  const title = (setting.keepsLog || setting.namesTasks) && titles ? chance.pick(titles) : null;
  const row = {
    ...rowOf(setting, file),
    id,
    kind,
    priority: traitOf(kind).priority,
    status: 'OPEN',
    follows_worker: true,
    for_coordinators: false,
    due_on: dueOn,
    paused_on: pausedOn,
  };
  shelf.add('task', row, title === null ? null : { place: taskPlace({ id, clientId: file.clientId, sealVersion: 1 }), payload: { title } });
}

function layAppointment(shelf: Shelf, setting: Setting, file: LaidCase, on: string, chance: Chance): void {
  const id = newId();
  const { timeZone } = OFFICE_CALENDAR;
  const startsAt = instantOf({ on, at: chance.pick(['09:30', '11:00', '14:15']) }, timeZone);
  const row = {
    ...rowOf(setting, file),
    id,
    state: 'PLANNED',
    starts_at: startsAt,
    minutes: chance.pick([30, 45, 60]),
    time_zone: timeZone,
  };
  const payload = { kind: chance.pick(['MEETING', 'OFFICE_VISIT', 'LEGAL']), title: null, persons: null };
  shelf.add('appointment', row, { place: appointmentPlace({ id, clientId: file.clientId, sealVersion: 1 }), payload });
}
