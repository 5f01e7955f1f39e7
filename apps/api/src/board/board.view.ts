import type { ApprovalView, CapacityView, HighRiskLineView, OverdueLineView, WorkerLoadView } from '@panah/contracts/board.contract';
import { HARD_LIMIT, loadLevel, SOFT_LIMIT, weightOf } from '@panah/domain/cases/caseload.rules';
import type { ApprovalRow } from './approval.records';
import type { Named } from './board-names';
import type { CasesWeighed, WorkerRow } from './capacity.records';
import type { HighRiskRow } from './high-risk.records';
import type { OverdueRow } from './overdue.records';

type Names = ReadonlyMap<string, string>;

export const approvalView = (row: ApprovalRow & Named): ApprovalView => ({
  id: row.id,
  kind: row.kind,
  caseId: row.caseId,
  caseRef: row.caseRef,
  name: row.name,
  pseudonym: row.pseudonym,
  askedBy: row.worker,
  askedAt: row.askedAt.toISOString(),
  due: row.dueAt?.toISOString() ?? row.dueOn,
  late: row.late,
  own: row.own,
});

export const overdueView = (row: OverdueRow & Named): OverdueLineView => ({
  id: row.id,
  kind: row.kind,
  caseId: row.caseId,
  caseRef: row.caseRef,
  name: row.name,
  pseudonym: row.pseudonym,
  taskKind: row.taskKind,
  incidentId: row.incidentId,
  worker: row.worker,
  due: row.dueOn ?? row.dueAt.toISOString(),
  days: row.days,
});

export function highRiskView(row: HighRiskRow & Named, now: Date): HighRiskLineView {
  return {
    id: row.id,
    caseRef: row.caseRef,
    state: row.state,
    name: row.name,
    pseudonym: row.pseudonym,
    level: row.level,
    reviewAt: row.reviewAt?.toISOString() ?? null,
    reviewLate: row.reviewAt !== null && row.reviewAt < now,
    lastContactAt: row.lastContactAt?.toISOString() ?? null,
    contactDueAt: row.contactDueAt.toISOString(),
    contactLate: row.contactDueAt < now,
    safetyPlan: safetyPlanOf(row, now),
    worker: row.worker,
  };
}

/** R-RI-03: a plan that is due stays due until one is agreed or declined. */
function safetyPlanOf({ planDueAt, planOutcome }: HighRiskRow, now: Date): string | null {
  if (planDueAt) return planDueAt < now ? 'LATE' : 'DUE';
  if (planOutcome === null) return null;
  return planOutcome === 'DECLINED' ? 'DECLINED' : 'IN_FORCE';
}

export function capacityView(rows: readonly WorkerRow[], names: Names): CapacityView {
  const workers = rows.map((row) => workerView(row, names)).sort((a, b) => b.points - a.points || a.name.localeCompare(b.name));
  return {
    softLimit: SOFT_LIMIT,
    hardLimit: HARD_LIMIT,
    openCases: workers.reduce((sum, { openCases }) => sum + openCases, 0),
    points: tenths(workers.reduce((sum, { points }) => sum + points, 0)),
    workers,
  };
}

function workerView(row: WorkerRow, names: Names): WorkerLoadView {
  const loads: readonly CasesWeighed[] = row.loads ?? [];
  const count = (some: readonly CasesWeighed[]): number => some.reduce((sum, { cases }) => sum + cases, 0);
  const points = tenths(loads.reduce((sum, each) => sum + each.cases * weightOf(each), 0));
  return {
    id: row.id,
    name: names.get(row.id) ?? '',
    active: row.active,
    openCases: count(loads),
    highRisk: count(loads.filter(({ riskLevel }) => riskLevel === 'HIGH' || riskLevel === 'IMMINENT')),
    points,
    level: loadLevel(points),
    absence: absenceOf(row, names),
  };
}

function absenceOf({ fromOn, untilOn, needsDeputy, deputyId }: WorkerRow, names: Names): WorkerLoadView['absence'] {
  if (fromOn === null || untilOn === null) return null;
  const deputy = deputyId === null ? null : { id: deputyId, name: names.get(deputyId) ?? '' };
  return { from: fromOn, until: untilOn, deputy, deputyMissing: (needsDeputy ?? false) && deputy === null };
}

const tenths = (points: number): number => Math.round(points * 10) / 10;
