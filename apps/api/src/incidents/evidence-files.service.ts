import { Injectable, type StreamableFile } from '@nestjs/common';
import { EvidenceFileInput } from '@panah/contracts/incident-evidence.contract';
import type { IncidentView } from '@panah/contracts/incidents.contract';
import { documentFileProcess } from '@panah/domain/documents/document.process';
import { assertMayBeShown, assertMayLeave, nameAtLeaving } from '@panah/domain/documents/document.rules';
import { move } from '@panah/domain/process/process';
import { Arrivals } from '../documents/arrivals.records';
import { DocumentStore } from '../documents/document-store.records';
import { currentLine } from '../platform/audit/current-line';
import { pastMoment } from '../platform/errors/past-moment';
import { notFound } from '../platform/errors/problem';
import { validated } from '../platform/errors/validation';
import { fileAnswer } from '../platform/http/file-answer';
import type { StreamedBody } from '../platform/http/streamed-body';
import { EvidenceRecords } from './evidence.records';
import type { EvidenceRow, IncidentRow, OpenEvidence } from './incident';
import { assertStillOpen } from './incident-input';
import { IncidentRecords } from './incident.records';
import { IncidentsService } from './incidents.service';

type WithFile = EvidenceRow & { kind: NonNullable<EvidenceRow['kind']>; fileState: NonNullable<EvidenceRow['fileState']>; fileId: string };

/** Files that prove something: brought in like any other file, sealed under the key of their incident, read by whoever reads it. */
@Injectable()
export class EvidenceFiles {
  constructor(
    private readonly incidents: IncidentRecords,
    private readonly evidence: EvidenceRecords,
    private readonly service: IncidentsService,
    private readonly arrivals: Arrivals,
    private readonly store: DocumentStore,
  ) {}

  /** First the reach, then the form, then the bytes: nothing is read for somebody who may not add it. */
  async bring(id: string, body: StreamedBody): Promise<IncidentView> {
    const { row } = await this.incidents.get(id, 'incident:edit');
    assertStillOpen(row);
    const { what, url = null, fileName, capturedAt, keepAsItCame = false } = await validated(EvidenceFileInput, body.told);
    const at = pastMoment('capturedAt', capturedAt);
    const arrived = await this.arrivals.take(body, fileName, homeOf(row), keepAsItCame ? 'as-evidence' : 'no');
    const { kind, fileState, file, original } = arrived;
    const sums = { file: sumOf(file), original: original && sumOf(original) };
    const plain = { kind, fileState, fileId: file.id, originalId: original?.id ?? null };
    // held only now: nobody waits for bytes that are still on their way
    assertStillOpen((await this.incidents.hold(id, 'incident:edit')).row);
    await this.evidence.add(row, at, { what: what.trim(), url, sha256: null, ...sums }, plain);
    return this.service.read(id);
  }

  /** For a canvas, also while nobody has scanned it. */
  async shown(id: string): Promise<StreamableFile> {
    const row = await this.file(id);
    assertMayBeShown(row.fileState, row.kind);
    return this.answer(row, row.fileId);
  }

  async downloaded(id: string, warning: string | undefined): Promise<StreamableFile> {
    const row = await this.file(id);
    assertMayLeave(row.fileState, warning === 'seen');
    return this.answer(row, row.fileId);
  }

  /** The file as it came, with what it tells of place and maker. */
  async original(id: string, warning: string | undefined): Promise<StreamableFile> {
    const row = await this.file(id);
    if (!row.originalId) throw notFound();
    assertMayLeave(row.fileState, warning === 'seen');
    return this.answer(row, row.originalId);
  }

  async scan(id: string): Promise<IncidentView> {
    const held = await this.evidence.hold(id, 'incident:edit');
    const { row: incident } = await this.incidents.get(held.row.incidentId, 'incident:edit');
    const row = withFile(held);
    const event = (await this.arrivals.again(row.originalId ?? row.fileId)) === 'CLEAN' ? 'pass' : 'block';
    await this.evidence.scanned(held, move(documentFileProcess, row.fileState, event));
    return this.service.read(incident.id);
  }

  async remove(id: string, why: string): Promise<IncidentView> {
    const held = await this.evidence.hold(id, 'incident:edit');
    const { row: incident } = await this.incidents.hold(held.row.incidentId, 'incident:edit');
    assertStillOpen(incident);
    await this.evidence.remove(held, incident, why.trim());
    return this.service.read(incident.id);
  }

  /** Whoever reads the incident, and nobody else: also where it was opened in silence. */
  private async file(id: string): Promise<WithFile> {
    const found = await this.evidence.get(id, 'incident:read');
    const { row } = await this.incidents.get(found.row.incidentId);
    currentLine().about('incident_evidence', id, row);
    return withFile(found);
  }

  /** Nothing of what it shows is in the name of the file. */
  private async answer(row: WithFile, fileId: string): Promise<StreamableFile> {
    const { known, content } = await this.store.stream(fileId);
    return fileAnswer(nameAtLeaving(row.id, row.kind), known.bytes, content);
  }
}

/** What was opened in silence hangs on no client's team: coordinators of the office reach it, as they alone reach the incident. */
const homeOf = ({ id, officeId, clientId, silent }: IncidentRow) => ({
  officeId,
  clientId: silent ? null : clientId,
  subjectId: id,
  compartment: 'file' as const,
});

const sumOf = ({ bytes, sha256 }: { bytes: number; sha256: string }) => ({ bytes, sha256 });

function withFile({ row }: OpenEvidence): WithFile {
  if (!row.kind || !row.fileState || !row.fileId) throw notFound();
  return row as WithFile;
}
