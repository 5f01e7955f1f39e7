import { inject, Injectable } from '@angular/core';
import type {
  SpecialistAnsweredView,
  SpecialistDeclineInput,
  SpecialistRequestInput,
  SpecialistRequestsView,
  TakeUpInput,
} from '@panah/contracts/specialists.contract';
import { Api, type Intent } from '../platform/http/api';

export const QUEUE = '/api/specialist-requests';
export const requestsPath = (caseId: string): string => `/api/cases/${caseId}/specialist-requests`;

/** What requests to specialties ask of the server. */
@Injectable({ providedIn: 'root' })
export class SpecialistsApi {
  private readonly api = inject(Api);

  ask(caseId: string, input: SpecialistRequestInput, intent: Intent): Promise<SpecialistRequestsView> {
    return this.api.post(requestsPath(caseId), input, intent);
  }

  withdraw(caseId: string, id: string): Promise<SpecialistRequestsView> {
    return this.api.post(`${requestsPath(caseId)}/${id}/withdrawal`, {});
  }

  noteRefusal(caseId: string, id: string): Promise<SpecialistRequestsView> {
    return this.api.post(`${requestsPath(caseId)}/${id}/refusal-reading`, {});
  }

  takeUp(id: string, input: TakeUpInput, intent: Intent): Promise<SpecialistAnsweredView> {
    return this.api.post(`${QUEUE}/${id}/taking-up`, input, intent);
  }

  decline(id: string, input: SpecialistDeclineInput): Promise<SpecialistAnsweredView> {
    return this.api.post(`${QUEUE}/${id}/refusal`, input);
  }
}
