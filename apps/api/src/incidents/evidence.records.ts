import { Inject, Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import type { DocumentFileState } from '@panah/domain/documents/document.process';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { hasScanner, SETTINGS, type SettingsOf } from '../platform/settings.module';
import { evidencePlace, type EvidenceRow, type EvidenceSecrets, type IncidentRow, type OpenEvidence, removalPlace } from './incident';
import { incidentReach, withinOneIncident } from './incident-reach';

/** What of a file stands in plain beside its words. */
export type EvidenceFile = Pick<EvidenceRow, 'kind' | 'fileState' | 'fileId' | 'originalId'>;

const COLUMNS = `e.id, e.incident_id as "incidentId", e.captured_at as "capturedAt", e.added_by as "addedBy", e.added_at as "addedAt", e.kind,
  e.file_state as "fileState", e.file_id as "fileId", e.original_id as "originalId", e.sealed, r.removed_by as "removedBy", r.removed_at as "removedAt",
  r.sealed as "removalSealed"`;
const FROM = 'from incident_evidence e left join incident_evidence_removal r on r.evidence_id = e.id';
const OF_INCIDENT = {
  name: 'evidence.of-incident',
  text: `select ${COLUMNS} ${FROM} where e.incident_id = $1 order by e.captured_at, e.id`,
};
const ONE = {
  name: 'evidence.one',
  text: `select ${COLUMNS} ${FROM} join incident i on i.id = e.incident_id where e.id = $1 and r.evidence_id is null and ${withinOneIncident(2)}`,
};
const HOLD = { name: 'evidence.hold', text: `${ONE.text} for update of e` };
const ADD = {
  name: 'evidence.add',
  text: `insert into incident_evidence (id, org_id, office_id, client_id, incident_id, silent, captured_at, added_by, kind, file_state, file_id, original_id, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};
const REMOVE = {
  name: 'evidence.remove',
  text: `insert into incident_evidence_removal (evidence_id, org_id, office_id, client_id, incident_id, silent, removed_by, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const SCANNED = { name: 'evidence.scanned', text: 'update incident_evidence set file_state = $2 where id = $1' };

const NO_FILE: EvidenceFile = { kind: null, fileState: null, fileId: null, originalId: null };

/** Evidence of incidents: added, never changed, under the incident's own key. Whoever reads the incident reads it: the caller has checked that. */
@Injectable()
export class EvidenceRecords {
  constructor(
    private readonly sealer: Sealer,
    @Inject(SETTINGS) private readonly settings: SettingsOf,
  ) {}

  /** Whether there is a scanner to ask about a file. */
  hasScanner(): boolean {
    return hasScanner(this.settings);
  }

  async ofIncident(incidentId: string): Promise<OpenEvidence[]> {
    return this.open(await currentWork().rows<EvidenceRow>(OF_INCIDENT, [incidentId]));
  }

  /** One that stands. The incident it belongs to is for the caller to look at: it may have been opened in silence. */
  async get(id: string, word: Word): Promise<OpenEvidence> {
    return this.found(await currentWork().row<EvidenceRow>(ONE, [id, ...incidentReach(word)]), id);
  }

  /** As `get`, and nobody else scans or removes it until this request is over. */
  async hold(id: string, word: Word): Promise<OpenEvidence> {
    return this.found(await currentWork().row<EvidenceRow>(HOLD, [id, ...incidentReach(word)]), id);
  }

  async add(incident: IncidentRow, capturedAt: Date, secrets: EvidenceSecrets, file: EvidenceFile = NO_FILE): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine().changed('evidence', ...(file.fileId ? ['file'] : []));
    const sealed = await this.sealer.seal(evidencePlace({ id, incidentId: incident.id }), secrets);
    const { officeId, clientId, silent } = incident;
    const { kind, fileState, fileId, originalId } = file;
    await currentWork().change(ADD, [
      id,
      orgId,
      officeId,
      clientId,
      incident.id,
      silent,
      capturedAt,
      staffId,
      kind,
      fileState,
      fileId,
      originalId,
      sealed,
    ]);
    return id;
  }

  /** Off the list, with who and why. What it was is kept: nothing that proves something is destroyed. */
  async remove({ row }: OpenEvidence, { id: incidentId, officeId, clientId, silent }: IncidentRow, why: string): Promise<void> {
    const { orgId, staffId } = currentActor();
    currentLine().changed('evidence');
    const sealed = await this.sealer.seal(removalPlace(row), { why });
    await currentWork().change(REMOVE, [row.id, orgId, officeId, clientId, incidentId, silent, staffId, sealed]);
  }

  async scanned({ row }: OpenEvidence, state: DocumentFileState): Promise<void> {
    currentLine().changed('fileState');
    await currentWork().change(SCANNED, [row.id, state]);
  }

  private async found(row: EvidenceRow | null, id: string): Promise<OpenEvidence> {
    currentLine().about('incident_evidence', id);
    const [one] = row ? await this.open([row]) : [];
    if (!one) throw notFound();
    currentLine().returned('incident_evidence', [id]);
    return one;
  }

  private async open(rows: readonly EvidenceRow[]): Promise<OpenEvidence[]> {
    const opened = await this.sealer.openMany<EvidenceSecrets>(rows.map((row) => ({ place: evidencePlace(row), sealed: row.sealed })));
    const gone = rows.filter((row): row is EvidenceRow & { removalSealed: Buffer } => row.removalSealed !== null);
    const whys = await this.sealer.openMany<{ why: string }>(gone.map((row) => ({ place: removalPlace(row), sealed: row.removalSealed })));
    const removalOf = new Map(gone.map(({ id }, at) => [id, whys[at] ?? null]));
    return rows.flatMap((row, at) => {
      const secrets = opened[at];
      return secrets ? [{ row, secrets, removal: removalOf.get(row.id) ?? null }] : [];
    });
  }
}
