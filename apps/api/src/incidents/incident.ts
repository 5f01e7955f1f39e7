import type { DocumentFileState } from '@panah/domain/documents/document.process';
import type { PartialDate } from '@panah/domain/dates/partial-date';
import type { IncidentState } from '@panah/domain/incidents/incident.process';
import type { FileKind } from '@panah/domain/vocabulary/documents';
import type { IncidentSeverity } from '@panah/domain/vocabulary/incidents';
import type { Place } from '../platform/sealing/sealer';

/** An incident as its table has it. Without a client it concerns the office, a colleague, a house, data. */
export interface IncidentRow extends Record<string, unknown> {
  id: string;
  officeId: string;
  officeName: string;
  clientId: string | null;
  caseId: string | null;
  caseRef: string | null;
  type: string;
  state: IncidentState;
  severity: IncidentSeverity | null;
  confidence: string;
  silent: boolean;
  reporterHidden: boolean;
  reportedBy: string;
  reportedAt: Date;
  reviewOn: string | null;
  closedAt: Date | null;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

export interface IncidentDeed {
  id: string;
  text: string;
  ownerId: string;
  dueOn: string;
  doneOn: string | null;
}

/** What was said, under the incident's own key: whoever erases a client does not erase what others have to answer for, nor the reverse. */
export interface IncidentSecrets {
  occurred: PartialDate | null;
  occurredTime: string | null;
  channel: string | null;
  allegedSource: string;
  description: string;
  affectedOthers: string | null;
  authorityReport: string;
  authorityRef: string | null;
  wishes: string;
  deeds: IncidentDeed[];
  lessons: string | null;
  clientInformed: boolean | null;
  duress: boolean;
}

export interface OpenIncident {
  row: IncidentRow;
  secrets: IncidentSecrets;
}

export interface EvidenceRow extends Record<string, unknown> {
  id: string;
  incidentId: string;
  capturedAt: Date;
  addedBy: string;
  addedAt: Date;
  /** All three, or none where the evidence is words alone. */
  kind: FileKind | null;
  fileState: DocumentFileState | null;
  fileId: string | null;
  originalId: string | null;
  sealed: Buffer;
  removedBy: string | null;
  removedAt: Date | null;
  removalSealed: Buffer | null;
}

interface Sum {
  bytes: number;
  sha256: string;
}

export interface EvidenceSecrets {
  what: string;
  url: string | null;
  /** As it was reckoned where the evidence was taken. */
  sha256: string | null;
  file?: Sum;
  original?: Sum | null;
}

export interface OpenEvidence {
  row: EvidenceRow;
  secrets: EvidenceSecrets;
  /** Why it was taken off the list; null while it stands. */
  removal: { why: string } | null;
}

export const incidentPlace = ({ id, sealVersion }: Pick<IncidentRow, 'id' | 'sealVersion'>): Place => ({
  table: 'incident',
  rowId: id,
  subjectId: id,
  compartment: 'file',
  sealVersion,
});

/** Evidence lies under the same key as what it proves. */
export const evidencePlace = ({ id, incidentId }: Pick<EvidenceRow, 'id' | 'incidentId'>): Place => ({
  table: 'incident_evidence',
  rowId: id,
  subjectId: incidentId,
  compartment: 'file',
  sealVersion: 1,
});

/** Why it was taken off the list lies under the same key too. */
export const removalPlace = (evidence: Pick<EvidenceRow, 'id' | 'incidentId'>): Place => ({
  ...evidencePlace(evidence),
  table: 'incident_evidence_removal',
});
