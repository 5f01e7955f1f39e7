import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { evidencePlace, type EvidenceRow, type EvidenceSecrets, type IncidentRow, type OpenEvidence } from './incident';

const OF_INCIDENT = {
  name: 'evidence.of-incident',
  text: `select id, incident_id as "incidentId", document_id as "documentId", captured_at as "capturedAt", added_by as "addedBy", added_at as "addedAt", sealed
           from incident_evidence where incident_id = $1 order by captured_at, id`,
};
const ADD = {
  name: 'evidence.add',
  text: `insert into incident_evidence (id, org_id, office_id, client_id, incident_id, silent, document_id, captured_at, added_by, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

/** Evidence of incidents: added, never changed, under the incident's own key. The caller has checked the incident. */
@Injectable()
export class EvidenceRecords {
  constructor(private readonly sealer: Sealer) {}

  async ofIncident(incidentId: string): Promise<OpenEvidence[]> {
    const rows = await currentWork().rows<EvidenceRow>(OF_INCIDENT, [incidentId]);
    const opened = await this.sealer.openMany<EvidenceSecrets>(rows.map((row) => ({ place: evidencePlace(row), sealed: row.sealed })));
    return rows.flatMap((row, at) => {
      const secrets = opened[at];
      return secrets ? [{ row, secrets }] : [];
    });
  }

  async add(incident: IncidentRow, capturedAt: Date, secrets: EvidenceSecrets, documentId: string | null = null): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine().changed('evidence');
    const sealed = await this.sealer.seal(evidencePlace({ id, incidentId: incident.id }), secrets);
    const { officeId, clientId, silent } = incident;
    await currentWork().change(ADD, [id, orgId, officeId, clientId, incident.id, silent, documentId, capturedAt, staffId, sealed]);
    return id;
  }
}
