import type { ClaimDecisionView, ClaimView, ProcedureEventView } from '@panah/contracts/asylum.contract';
import type { DeadlineView, ReckoningView } from '@panah/contracts/legal-deadlines.contract';
import { openClaimActions } from '@panah/domain/asylum/claim.rules';
import { explained } from '@panah/domain/asylum/deadline-words';
import { endOfDay, isOver } from '@panah/domain/asylum/legal-deadline';
import type { Word } from '@panah/domain/access/access-table';
import { legalDeadlineProcess } from '@panah/domain/asylum/legal-deadline.process';
import { actionsFrom } from '@panah/domain/process/process';
import type { ReachedCase } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import type { StepTaken } from '../platform/process-steps';
import type { DecisionRow, OpenClaim, OpenEvent } from './claim';
import type { OpenDeadline, ReckoningRow } from './legal-deadline.entity';

type Names = ReadonlyMap<string, string>;

const clock = (time: string | null): string | null => time && time.slice(0, 5);
const person = (id: string, names: Names) => ({ id, name: names.get(id) ?? '' });

export interface ClaimParts {
  events: readonly OpenEvent[];
  decisions: readonly DecisionRow[];
  deadlines: readonly OpenDeadline[];
  reckonings: readonly ReckoningRow[];
  steps: readonly StepTaken[];
  names: Names;
  oneStep: boolean;
}

/** What is masked stays out: the number of the file and every place are asked for with a reason. */
export function claimView({ row, secrets }: OpenClaim, parts: ClaimParts, file: ReachedCase): ClaimView {
  const { authority, fileNo, language, interpreter, specialNeeds, dependants, suspensiveRecorded } = secrets;
  const own = <One extends { claimId: string }>(one: One): boolean => one.claimId === row.id;
  return {
    id: row.id,
    caseId: row.caseId,
    version: row.version,
    country: row.country,
    procedureType: row.procedureType,
    followsId: row.followsId,
    state: row.state,
    since: row.stateSince,
    madeOn: row.madeOn,
    registeredOn: row.registeredOn,
    lodgedOn: row.lodgedOn,
    decisionTargetOn: row.decisionTargetOn,
    interviewOn: row.interviewOn,
    interviewAt: clock(row.interviewAt),
    endedOn: row.endedOn,
    authority,
    hasFileNo: fileNo !== null,
    language,
    interpreter,
    specialNeeds,
    dependants,
    suspensiveRecorded,
    passed: parts.steps
      .filter(({ from, to }) => from !== to)
      .map(({ action, to, at }) => ({ action, state: to, at: at.toISOString() }))
      .reverse(),
    events: parts.events.filter(({ row: event }) => own(event)).map(eventView),
    decisions: parts.decisions.filter(own).map(decisionView),
    deadlines: parts.deadlines
      .filter(({ row: deadline }) => own(deadline))
      .map((one) => deadlineView(one, parts.reckonings, parts.names, file)),
    actions: actionsOn(row, parts.oneStep, file),
  };
}

const eventView = ({ row, secrets }: OpenEvent): ProcedureEventView => ({
  id: row.id,
  type: row.type,
  on: row.happensOn,
  at: clock(row.happensAt),
  hasPlace: secrets.place !== null,
  accompaniedBy: secrets.accompaniedBy,
  outcome: secrets.outcome,
});

const decisionView = (row: DecisionRow): ClaimDecisionView => ({
  id: row.id,
  decisionType: row.decisionType,
  outcome: row.outcome,
  instance: row.instance,
  decidedOn: row.decidedOn,
  servedOn: row.servedOn,
  serviceMethod: row.serviceMethod,
  appealPossible: row.appealPossible,
  suspensive: row.suspensive,
  documentId: row.documentId,
  translatedOn: row.translatedOn,
});

export function deadlineView(
  { row, secrets }: OpenDeadline,
  reckonings: readonly ReckoningRow[],
  names: Names,
  file: ReachedCase,
): DeadlineView {
  const { dueOn, timeZone, state } = row;
  return {
    id: row.id,
    caseId: row.caseId,
    claimId: row.claimId,
    version: row.version,
    country: row.country,
    type: row.type,
    state,
    trigger: row.trigger,
    triggerDate: row.triggerDate,
    dueOn,
    internalDueOn: row.internalDueOn,
    endsAt: dueOn && endOfDay(dueOn, timeZone),
    timeZone,
    isOver: state === 'OPEN' && dueOn !== null && isOver(dueOn, new Date().toISOString(), timeZone),
    gap: row.gap,
    owner: person(row.ownerId, names),
    metOn: row.metOn,
    evidenceId: row.evidenceId,
    confirmedOn: row.confirmedOn,
    extendsId: row.extendsId,
    remedy: row.remedy,
    ourFault: row.ourFault,
    words: secrets.words ?? null,
    reckonings: reckonings.filter(({ deadlineId }) => deadlineId === row.id).map((one) => reckoningView(one, names)),
    actions: deadlineActions(row, file),
  };
}

const reckoningView = ({ because, reckoning, dueOn, by, at }: ReckoningRow, names: Names): ReckoningView => ({
  because,
  at: at.toISOString(),
  by: by === null ? null : person(by, names),
  dueOn,
  ruleCode: reckoning.ruleCode,
  ruleVersion: reckoning.ruleVersion,
  trigger: reckoning.trigger,
  triggerDate: reckoning.triggerDate,
  method: reckoning.method,
  countsFrom: reckoning.countsFrom,
  explainedEn: explained(reckoning, 'en'),
  explainedFa: explained(reckoning, 'fa'),
});

function actionsOn({ state }: OpenClaim['row'], oneStep: boolean, file: ReachedCase): string[] {
  const second = state !== 'INTERVIEWED' || mayOn('claim:second-interview', file);
  const steps = openClaimActions({ state, oneStep }).filter(
    (action) => mayOn(`claim:${action}`, file) && (action !== 'set_interview' || second),
  );
  const further: [string, Word][] = [
    ['edit', 'claim:edit'],
    ['reveal', 'claim:reveal'],
    ['add-event', 'claim:add-event'],
    ['decide', 'claim:decide'],
    ['enter-deadline', 'deadline:enter'],
  ];
  return [...steps, ...further.filter(([, word]) => mayOn(word, file)).map(([name]) => name)];
}

function deadlineActions({ state, reviewedAt }: OpenDeadline['row'], file: ReachedCase): string[] {
  const steps = actionsFrom(legalDeadlineProcess, state).filter((action) => mayOn(`deadline:${action}`, file));
  const enter = state === 'OPEN' && mayOn('deadline:enter', file) ? ['enter'] : [];
  const review = state === 'MISSED' && reviewedAt === null && mayOn('deadline:review', file) ? ['review'] : [];
  return [...steps, ...enter, ...review];
}
