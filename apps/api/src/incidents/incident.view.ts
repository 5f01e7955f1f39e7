import type { EvidenceView, IncidentLineView, IncidentView } from '@panah/contracts/incidents.contract';
import type { Word } from '@panah/domain/access/access-table';
import { openIncidentActions } from '@panah/domain/incidents/incident.rules';
import { mayOn } from '../platform/access/may-on';
import type { ReachedCase } from '../cases/case.records';
import { currentActor } from '../platform/access/current-reach';
import type { OpenEvidence, OpenIncident } from './incident';
import type { AffectedCase, IncidentLine } from './incident.records';

type Names = ReadonlyMap<string, string>;

const person = (id: string, names: Names) => ({ id, name: names.get(id) ?? '' });

export function incidentView(
  { row, secrets }: OpenIncident,
  affected: readonly AffectedCase[],
  evidence: readonly OpenEvidence[],
  names: Names,
  file: ReachedCase,
): IncidentView {
  const { deeds, duress, ...said } = secrets;
  const mayKnow = !row.reporterHidden || row.reportedBy === currentActor().staffId || mayOn('incident:see-reporter', file);
  return {
    ...said,
    id: row.id,
    caseId: row.caseId,
    caseRef: row.caseRef,
    version: row.version,
    type: row.type,
    state: row.state,
    severity: row.severity,
    confidence: row.confidence,
    isDuress: duress,
    affected: affected.map(({ caseId, caseRef }) => ({ caseId, caseRef })),
    reportedBy: mayKnow ? person(row.reportedBy, names) : null,
    reporterHidden: row.reporterHidden,
    reportedAt: row.reportedAt.toISOString(),
    actionsTaken: deeds.map(({ id, text, ownerId, dueOn, doneOn }) => ({ id, text, dueOn, doneOn, owner: person(ownerId, names) })),
    evidence: evidence.map((one) => evidenceView(one, names, mayKnow || one.row.addedBy !== row.reportedBy)),
    reviewOn: row.reviewOn,
    closedAt: row.closedAt?.toISOString() ?? null,
    actions: actionsOn(row, file),
  };
}

export const peopleIn = ({ row, secrets }: OpenIncident, evidence: readonly OpenEvidence[]): string[] => [
  row.reportedBy,
  ...secrets.deeds.map(({ ownerId }) => ownerId),
  ...evidence.map((one) => one.row.addedBy),
];

export const incidentLine = (row: IncidentLine, pseudonym: string | null): IncidentLineView => ({
  id: row.id,
  caseId: row.caseId,
  caseRef: row.caseRef,
  pseudonym,
  type: row.type,
  state: row.state,
  severity: row.severity,
  confidence: row.confidence,
  reportedAt: row.reportedAt.toISOString(),
  reviewOn: row.reviewOn,
});

/** Whose hand it was may tell who reported: then it is left out too. */
function evidenceView({ row, secrets }: OpenEvidence, names: Names, mayName: boolean): EvidenceView {
  return {
    ...secrets,
    id: row.id,
    capturedAt: row.capturedAt.toISOString(),
    documentId: row.documentId,
    addedBy: mayName ? person(row.addedBy, names) : { id: '', name: '' },
    addedAt: row.addedAt.toISOString(),
  };
}

function actionsOn(row: OpenIncident['row'], file: ReachedCase): string[] {
  const steps = openIncidentActions(row).filter((action) => mayOn(`incident:${action}` satisfies Word, file));
  return row.state !== 'CLOSED' && mayOn('incident:edit', file) ? ['add', ...steps] : steps;
}
