import type { DayAppointmentView, DayCaseloadView, DayItemView, DayTaskView, DayView } from '@panah/contracts/day.contract';
import { type CaseWeighed, SOFT_LIMIT, loadLevel, weightedLoad } from '@panah/domain/cases/caseload.rules';
import { wallTimeOf } from '@panah/domain/dates/zoned-time';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { suggestedNext } from '@panah/domain/tasks/task.rules';
import { dayGroup } from '@panah/domain/vocabulary/day';
import type { Day, NamedLine } from './day.records';

export function dayView({ lines, cases }: Day): DayView {
  const inGroup = (group: string) => lines.filter((line) => line.group === group);
  return {
    items: dayGroup.codes.flatMap((group) => inGroup(group).map(itemOf)),
    groups: dayGroup.codes.map((group) => ({ group, total: inGroup(group)[0]?.total ?? 0 })),
    caseload: cases.length ? caseloadOf(cases) : null,
  };
}

function itemOf(line: NamedLine): DayItemView {
  const { id, group, kind, caseId, caseRef, name, pseudonym, language, country, noteType, incidentId, late } = line;
  const due = line.dueAt?.toISOString() ?? line.dueOn;
  const plain = {
    id,
    group,
    kind,
    caseId,
    caseRef,
    name,
    pseudonym,
    language,
    country,
    noteType,
    incidentId,
    due,
    late,
    since: line.since.toISOString(),
  };
  return { ...plain, task: taskOf(line), appointment: appointmentOf(line), standsInFor: line.standsInFor };
}

function taskOf({ kind, taskKind, version, priority, status, words, officeZone, weekendDays, holidays }: NamedLine): DayTaskView | null {
  // it is opened and ticked off where its incident is
  if (kind === 'INCIDENT_ACTION' || !taskKind || version === null || !officeZone) return null;
  const today = dayAt(new Date().toISOString(), officeZone);
  const next = suggestedNext(taskKind, today, { weekendDays: weekendDays ?? [], holidays: holidays ?? [] });
  return { version, kind: taskKind, title: words?.title ?? null, priority: priority ?? '', status: status ?? '', next };
}

function appointmentOf({ kind, version, timeZone, minutes, words, dueAt }: NamedLine): DayAppointmentView | null {
  if (kind !== 'APPOINTMENT' || version === null || !timeZone || !dueAt) return null;
  const wall = wallTimeOf(dueAt.toISOString(), timeZone);
  return { version, kind: words?.kind ?? 'OTHER', title: words?.title ?? null, timeZone, ...wall, minutes: minutes ?? 0 };
}

function caseloadOf(cases: CaseWeighed[]): DayCaseloadView {
  const points = weightedLoad(cases);
  return { openCases: cases.length, points, softLimit: SOFT_LIMIT, level: loadLevel(points) };
}
