import type { DayCaseloadView, DayItemView, DayView } from '@panah/contracts/day.contract';
import { type CaseWeighed, SOFT_LIMIT, loadLevel, weightedLoad } from '@panah/domain/cases/caseload.rules';
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
  const { id, group, kind, caseId, caseRef, name, pseudonym, language, country, noteType, late } = line;
  const due = line.dueAt?.toISOString() ?? line.dueOn;
  return { id, group, kind, caseId, caseRef, name, pseudonym, language, country, noteType, due, late, since: line.since.toISOString() };
}

function caseloadOf(cases: CaseWeighed[]): DayCaseloadView {
  const points = weightedLoad(cases);
  return { openCases: cases.length, points, softLimit: SOFT_LIMIT, level: loadLevel(points) };
}
