import { inject, Injectable, signal } from '@angular/core';
import type {
  DangerView,
  DutyCandidatesView,
  DutyTurnInput,
  DutyTurnView,
  DutyView,
  EnquiryDangerView,
} from '@panah/contracts/duty.contract';
import { Api, type Intent } from '../platform/http/api';

export const DUTY = '/api/duty';
const danger = (id: string) => `/api/dangers/${id}`;

/** What the duty list and the strip ask of the server. */
@Injectable({ providedIn: 'root' })
export class DutyApi {
  private readonly api = inject(Api);
  /** Moves with each act here: whatever shows dangers reads again. */
  readonly changes = signal(0);

  candidates(): Promise<DutyCandidatesView> {
    return this.api.read(`${DUTY}/candidates`);
  }

  read(): Promise<DutyView> {
    return this.api.read(DUTY);
  }

  plan(input: DutyTurnInput, intent: Intent): Promise<DutyView> {
    return this.api.post(`${DUTY}/turns`, input, intent);
  }

  editTurn({ id, version }: DutyTurnView, input: DutyTurnInput): Promise<DutyView> {
    return this.api.replace(`${DUTY}/turns/${id}`, input, version);
  }

  withdraw(id: string): Promise<DutyView> {
    return this.api.post(`${DUTY}/turns/${id}/withdrawal`, {});
  }

  raise(caseId: string, words: string): Promise<DangerView> {
    return this.acted(this.api.post(`/api/cases/${caseId}/dangers`, { words }));
  }

  take(id: string): Promise<DangerView> {
    return this.acted(this.api.post(`${danger(id)}/taking`, {}));
  }

  takeEnquiry(id: string): Promise<EnquiryDangerView> {
    return this.acted(this.api.post(`/api/enquiries/${id}/danger-taking`, {}));
  }

  handBack(id: string, words: string): Promise<DangerView> {
    return this.acted(this.api.post(`${danger(id)}/hand-back`, { words }));
  }

  settle(id: string, words: string): Promise<DangerView> {
    return this.acted(this.api.post(`${danger(id)}/settlement`, { words }));
  }

  private async acted<T>(act: Promise<T>): Promise<T> {
    try {
      return await act;
    } finally {
      this.changes.update((count) => count + 1);
    }
  }
}
