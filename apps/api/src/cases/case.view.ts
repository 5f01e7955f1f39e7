import type { CaseLineView, CaseListView, CaseStepView, CaseView, CaseWorkerView } from '@panah/contracts/cases.contract';
import type { Word } from '@panah/domain/access/access-table';
import { type CaseFacts, openActions } from '@panah/domain/cases/case.rules';
import type { CaseState } from '@panah/domain/cases/case.process';
import { planReviewOn } from '@panah/domain/cases/sla.rules';
import type { ClosureReason, RiskLevel } from '@panah/domain/vocabulary/cases';
import { currentActor } from '../platform/access/current-reach';
import { dayOf } from '../platform/access/today';
import type { StepTaken } from '../platform/process-steps';
import { mayOn } from '../platform/access/may-on';
import type { CaseFile } from './case.entity';
import type { ReachedCase } from './case.records';
import type { CaseLine, CaseloadPage } from './caseload.records';

type Names = ReadonlyMap<string, string>;

export function caseView(file: ReachedCase, names: Names): CaseView {
  return {
    id: file.id,
    version: file.version,
    clientId: file.clientId,
    officeId: file.officeId,
    caseRef: file.caseRef,
    periodNo: file.periodNo,
    state: file.state,
    stateSince: file.stateSince.toISOString(),
    stateBefore: file.state === 'CLOSURE_REQUESTED' ? file.stateBefore : null,
    priority: file.priority,
    streams: file.streams,
    country: file.country,
    riskLevel: file.riskLevel,
    primaryWorker: workerOf(file.primaryWorkerId, names),
    openedOn: file.openedOn,
    closedOn: file.closedOn,
    assessmentDue: file.assessmentDue,
    planDue: file.planDue,
    dueOn: dueDayOf(file),
    planSubmittedAt: file.planSubmittedAt?.toISOString() ?? null,
    planApprovedAt: file.planApprovedAt?.toISOString() ?? null,
    lastContactAt: file.lastContactAt?.toISOString() ?? null,
    holdReason: file.holdReason,
    holdReviewOn: file.holdReviewOn,
    closureReason: file.closureReason,
    closureRequestedBy: workerOf(file.closureRequestedBy, names),
    closureRequestedAt: file.closureRequestedAt?.toISOString() ?? null,
    closureNoteId: file.closureNoteId,
    actions: actionsOn(file),
  };
}

/** What the guards of a step look at. */
export function factsOf({ state, stateBefore, planSubmittedBy, closureRequestedBy, closureReason, riskLevel }: CaseFile): CaseFacts {
  return {
    state: state as CaseState,
    stateBeforeRequest: state === 'CLOSURE_REQUESTED' ? (stateBefore as CaseState) : null,
    planSubmittedBy,
    closureRequestedBy,
    closureReason: closureReason as ClosureReason | null,
    riskLevel: riskLevel as RiskLevel | null,
  };
}

export function caseListView({ lines, total, next }: CaseloadPage): CaseListView {
  return { items: lines.map(lineOf), total, next };
}

export function caseStepView({ id, action, from, to, byId, at, reason, note }: StepTaken, names: Names): CaseStepView {
  return { id, action, from, to, by: namedOrNobody(byId, names), at: at.toISOString(), reason, note };
}

/** Null also for somebody whom the reader is not told of. */
function namedOrNobody(id: string | null, names: Names): CaseWorkerView | null {
  const name = id === null ? undefined : names.get(id);
  return id === null || name === undefined ? null : { id, name };
}

export function workerOf(id: string | null, names: Names): CaseWorkerView | null {
  return id === null ? null : { id, name: names.get(id) ?? '' };
}

const BESIDE_STEPS: readonly [action: string, word: Word][] = [
  ['propose', 'team:propose'],
  ['block', 'block:set'],
  ['read-outcomes', 'outcome:read'],
  ['read-closure', 'closure:read'],
  ['read-specialists', 'specialist:read'],
  ['read-claims', 'claim:read'],
  ['read-blocks', 'block:read'],
  ['read-log', 'audit:read-file'],
  ['read-risk', 'risk:read'],
  ['read-measures', 'safety:read-measures'],
  ['read-counselling', 'counselling:read'],
  ['read-incidents', 'incident:read'],
  ['raise', 'danger:raise'],
  ['hear', 'contact:heard'],
];

function actionsOn(file: ReachedCase): string[] {
  const steps = file.hasLaterPeriod ? [] : openActions(factsOf(file)).filter((action) => !isOwnRequest(action, file));
  const edits = file.state === 'CLOSED' ? [] : ['edit', 'allocate'];
  return [
    ...[...steps, ...edits].filter((action) => mayOn(`case:${action}` as Word, file)),
    ...BESIDE_STEPS.filter(([, word]) => mayOn(word, file)).map(([action]) => action),
  ];
}

/** R-CA-04: nobody is offered to approve what they asked for. */
function isOwnRequest(action: string, { planSubmittedBy, closureRequestedBy }: CaseFile): boolean {
  const { staffId } = currentActor();
  return (action === 'approve_plan' && planSubmittedBy === staffId) || (action === 'approve_closure' && closureRequestedBy === staffId);
}

function lineOf({ row, client, workerName }: CaseLine): CaseLineView {
  return {
    id: row.id,
    client: client && { id: row.clientId, ...client },
    caseRef: row.caseRef,
    periodNo: row.periodNo,
    state: row.state,
    stateSince: row.stateSince.toISOString(),
    priority: row.priority,
    streams: row.streams,
    country: row.country,
    riskLevel: row.riskLevel,
    primaryWorker: row.primaryWorkerId === null ? null : { id: row.primaryWorkerId, name: workerName ?? '' },
    openedOn: row.openedOn,
    lastContactAt: row.lastContactAt?.toISOString() ?? null,
    dueOn: dueDayOf(row),
  };
}

/** The day that matters in the state the case is in (R-CA-03). */
function dueDayOf({ state, assessmentDue, planDue, holdReviewOn, planApprovedAt, riskLevel }: CaseLine['row']): string | null {
  if (state === 'ASSESSMENT') return assessmentDue;
  if (state === 'PLANNING') return planDue;
  if (state === 'ON_HOLD') return holdReviewOn;
  if (state !== 'ACTIVE' || !planApprovedAt) return null;
  return planReviewOn(dayOf(planApprovedAt), riskLevel as RiskLevel | null);
}
