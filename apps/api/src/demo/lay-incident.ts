import { evidencePlace, type EvidenceSecrets, incidentPlace, type IncidentSecrets } from '../incidents/incident';
import { newId } from '../platform/new-id';
import type { Chance } from './chance';
import { layFile, madeUpPage } from './lay-file';
import type { LaidCase } from './lay-case';
import { type Setting, momentAgo } from './setting';
import type { Shelf } from './shelf';

const TEXTS: Readonly<Record<string, string>> = {
  APPROACH: 'Two people waited at the bus stop and spoke to them. They walked on and went into a shop.',
  PRESSURE_FAMILY: 'A relative was visited and asked to pass on a message. The relative does not want to be named.',
  THREAT_WRITTEN: 'A message from an unknown account. A picture of it was taken.',
  SMEAR: 'A post with their name and untrue claims. It was reported to the platform.',
};

/** Lays one incident, reported by the worker and assessed, with one thing to do. */
export function layIncident(shelf: Shelf, setting: Setting, chance: Chance, file: LaidCase): void {
  const id = newId();
  const type = chance.pick(Object.keys(TEXTS));
  const at = momentAgo(setting, chance.between(1, 9), 11 * 60);
  const payload: IncidentSecrets = {
    occurred: null,
    occurredTime: null,
    channel: type === 'THREAT_WRITTEN' ? 'SIGNAL' : null,
    allegedSource: 'UNKNOWN',
    description: TEXTS[type] ?? '',
    affectedOthers: null,
    authorityReport: 'NOT_WANTED',
    authorityRef: null,
    wishes: 'Wants it to be known, and no more for now.',
    deeds: [
      { id: newId(), text: 'Talk over the way to the course', ownerId: file.workerId, dueOn: at.toISOString().slice(0, 10), doneOn: null },
    ],
    lessons: null,
    clientInformed: null,
    duress: false,
  };
  const place = { org_id: setting.orgId, office_id: file.officeId, client_id: file.clientId, case_id: file.id };
  shelf.add(
    'incident',
    {
      id,
      ...place,
      type,
      state: 'ASSESSED',
      severity: 'I2',
      confidence: 'REPORTED',
      silent: false,
      reporter_hidden: false,
      reported_by: file.workerId,
      reported_at: at,
      assessed_at: at,
      seal_version: 1,
      version: 2,
    },
    { place: incidentPlace({ id, sealVersion: 1 }), payload },
  );
  shelf.add('incident_client', { incident_id: id, ...place, silent: false });
  layEvidence(shelf, setting, file, id, at);
}

/** One page that somebody sent, under the incident's own key. */
function layEvidence(shelf: Shelf, setting: Setting, file: LaidCase, incidentId: string, at: Date): void {
  const id = newId();
  const { id: fileId, ...sum } = layFile(shelf, setting, file, at, { subjectId: incidentId, content: madeUpPage('What was sent') });
  const payload: EvidenceSecrets = { what: 'A page that was put under the door', url: null, sha256: null, file: sum, original: null };
  shelf.add(
    'incident_evidence',
    {
      id,
      org_id: setting.orgId,
      office_id: file.officeId,
      client_id: file.clientId,
      incident_id: incidentId,
      silent: false,
      captured_at: at,
      added_by: file.workerId,
      added_at: at,
      kind: 'PDF',
      file_state: 'UNSCANNED',
      file_id: fileId,
      seal_version: 1,
    },
    { place: evidencePlace({ id, incidentId }), payload },
  );
}
