import type { EvidenceFileView, EvidenceView, IncidentLineView, IncidentView } from '@panah/contracts/incidents.contract';
import type { Word } from '@panah/domain/access/access-table';
import { isShownRedrawn } from '@panah/domain/documents/document.rules';
import { openIncidentActions } from '@panah/domain/incidents/incident.rules';
import { currentActor } from '../platform/access/current-reach';
import type { OpenEvidence, OpenIncident } from './incident';
import type { AffectedCase, IncidentLine } from './incident.records';

type Names = ReadonlyMap<string, string>;

/** What an incident is shown with. */
export interface AroundIncident {
  names: Names;
  /** Who can be asked to do something; null where anybody of the office can. */
  owners: readonly string[] | null;
  may: (word: Word) => boolean;
  /** Whether there is a scanner to ask. */
  scanned: boolean;
}

const person = (id: string, names: Names) => ({ id, name: names.get(id) ?? '' });

export function incidentView(
  { row, secrets }: OpenIncident,
  affected: readonly AffectedCase[],
  evidence: readonly OpenEvidence[],
  { names, owners, may, scanned }: AroundIncident,
): IncidentView {
  const { deeds, duress, ...said } = secrets;
  const mayKnow = !row.reporterHidden || row.reportedBy === currentActor().staffId || may('incident:see-reporter');
  const mayEdit = may('incident:edit');
  return {
    ...said,
    id: row.id,
    caseId: row.caseId,
    caseRef: row.caseRef,
    office: { id: row.officeId, name: row.officeName },
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
    evidence: evidence.map((one) =>
      evidenceView(
        one,
        names,
        mayKnow || one.row.addedBy !== row.reportedBy,
        evidenceActions(one, mayEdit, row.state !== 'CLOSED', scanned),
      ),
    ),
    reviewOn: row.reviewOn,
    closedAt: row.closedAt?.toISOString() ?? null,
    mayOwnActions: owners && owners.map((id) => person(id, names)),
    actions: actionsOn(row, may),
  };
}

export const peopleIn = ({ row, secrets }: OpenIncident, evidence: readonly OpenEvidence[]): string[] => [
  row.reportedBy,
  ...secrets.deeds.map(({ ownerId }) => ownerId),
  ...evidence.flatMap(({ row: { addedBy, removedBy } }) => (removedBy ? [addedBy, removedBy] : [addedBy])),
];

export const incidentLine = (row: IncidentLine, pseudonym: string | null): IncidentLineView => ({
  id: row.id,
  caseId: row.caseId,
  caseRef: row.caseRef,
  office: row.officeName,
  pseudonym,
  type: row.type,
  state: row.state,
  severity: row.severity,
  confidence: row.confidence,
  reportedAt: row.reportedAt.toISOString(),
  reviewOn: row.reviewOn,
});

/** Whose hand it was may tell who reported: then it is left out too. */
function evidenceView({ row, secrets, removal }: OpenEvidence, names: Names, mayName: boolean, actions: string[]): EvidenceView {
  const { what, url, sha256 } = removal ? { what: '', url: null, sha256: null } : secrets;
  return {
    id: row.id,
    what,
    url,
    sha256,
    file: removal ? null : fileView(row, secrets),
    capturedAt: row.capturedAt.toISOString(),
    addedBy: mayName ? person(row.addedBy, names) : NOBODY,
    addedAt: row.addedAt.toISOString(),
    removed: removal && {
      by: row.removedBy ? person(row.removedBy, names) : NOBODY,
      at: row.removedAt?.toISOString() ?? '',
      why: removal.why,
    },
    actions,
  };
}

const NOBODY = { id: '', name: '' };

function fileView(
  { kind, fileState, originalId }: OpenEvidence['row'],
  { file, original }: OpenEvidence['secrets'],
): EvidenceFileView | null {
  if (!kind || !fileState || !file) return null;
  return { kind, state: fileState, ...file, original: originalId ? (original ?? null) : null };
}

/** Whoever reads the incident reads what proves it; adding, scanning and taking off is for those who write on it. */
function evidenceActions({ row, removal }: OpenEvidence, mayEdit: boolean, isOpen: boolean, scanned: boolean): string[] {
  const { kind, fileState, originalId } = row;
  if (removal) return [];
  const leaves = fileState === 'CLEAN' || fileState === 'UNSCANNED';
  const may: [string, boolean][] = [
    ['look', leaves && kind !== null && isShownRedrawn(kind)],
    ['download', leaves],
    ['original', leaves && originalId !== null],
    ['scan', mayEdit && scanned && (fileState === 'UNSCANNED' || fileState === 'QUARANTINED')],
    ['remove', mayEdit && isOpen],
  ];
  return may.flatMap(([name, open]) => (open ? [name] : []));
}

function actionsOn(row: OpenIncident['row'], may: AroundIncident['may']): string[] {
  const steps = openIncidentActions(row).filter((action) => may(`incident:${action}` satisfies Word));
  return row.state !== 'CLOSED' && may('incident:edit') ? ['add', ...steps] : steps;
}
