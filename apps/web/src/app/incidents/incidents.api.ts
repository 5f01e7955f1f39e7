import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { IncidentActionInput } from '@panah/contracts/incident-steps.contract';
import type { EvidenceFileInput, EvidenceInput } from '@panah/contracts/incident-evidence.contract';
import type { IncidentInput, IncidentListView, IncidentView, OfficeIncidentInput } from '@panah/contracts/incidents.contract';
import type { StaffListView } from '@panah/contracts/staff.contract';
import type { IncidentAction } from '@panah/domain/incidents/incident.process';
import { firstValueFrom } from 'rxjs';
import { Api, type Intent } from '../platform/http/api';
import { type Journey, sendFile } from '../platform/http/sent-file';
import type { ListQuestion } from '../platform/list/list-page';

const INCIDENTS = '/api/incidents';
export const incidentPath = (id: string) => `${INCIDENTS}/${id}`;
export const evidencePath = (id: string, what: string) => `/api/incident-evidence/${id}/${what}`;
export const incidentsOf = (caseId: string) => `/api/cases/${caseId}/incidents`;

/** A step is a noun that is posted. */
const NOUN_OF: Readonly<Record<IncidentAction, string>> = {
  assess: 'assessment',
  act: 'action',
  monitor: 'monitoring',
  close: 'closure',
  reopen: 'reopening',
};

/** What the pages of this room ask of the server. */
@Injectable({ providedIn: 'root' })
export class IncidentsApi {
  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);

  list(question: ListQuestion): Promise<IncidentListView> {
    return this.api.list(INCIDENTS, question);
  }

  /** On a case, or without one. */
  report(caseId: string | null, input: IncidentInput | OfficeIncidentInput, intent: Intent): Promise<{ id: string }> {
    return this.api.post(caseId === null ? INCIDENTS : incidentsOf(caseId), input, intent);
  }

  step(id: string, action: IncidentAction, input: object, intent?: Intent): Promise<IncidentView> {
    return this.api.post(`${incidentPath(id)}/${NOUN_OF[action]}`, input, intent);
  }

  addAction(id: string, input: IncidentActionInput, intent: Intent): Promise<IncidentView> {
    return this.api.post(`${incidentPath(id)}/actions`, input, intent);
  }

  finishAction(id: string, actionId: string): Promise<IncidentView> {
    return this.api.post(`${incidentPath(id)}/action-completion`, { actionId });
  }

  addEvidence(id: string, input: EvidenceInput, intent: Intent): Promise<IncidentView> {
    return this.api.post(`${incidentPath(id)}/evidence`, input, intent);
  }

  /** A file with what is told of it. */
  bringEvidence(id: string, file: File, told: EvidenceFileInput, intent: Intent, journey: Journey): Promise<IncidentView> {
    return sendFile(`${incidentPath(id)}/evidence-files`, file, told, intent, journey);
  }

  /** The bytes that are drawn anew. */
  evidenceContent(id: string): Promise<ArrayBuffer> {
    return firstValueFrom(this.http.get(evidencePath(id, 'content'), { responseType: 'arraybuffer' }));
  }

  scanEvidence(id: string): Promise<IncidentView> {
    return this.api.post(evidencePath(id, 'scan'), {});
  }

  removeEvidence(id: string, why: string): Promise<IncidentView> {
    return this.api.post(evidencePath(id, 'removal'), { why });
  }

  /** Who works here and could see to something. */
  async colleagues(): Promise<readonly { id: string; displayName: string }[]> {
    return (await this.api.read<StaffListView>('/api/staff?limit=100')).items;
  }

  /** Tells nobody at the screen anything. Tried again when the line breaks. */
  heard(caseId: string, intent: Intent): Promise<unknown> {
    return this.api.post(`/api/cases/${caseId}/heard`, {}, intent);
  }
}
