import { inject, Injectable } from '@angular/core';
import type {
  FamilyEnquiryAnswerView,
  FamilyEnquiryInput,
  FamilyFreezeView,
  FamilyMatchView,
  FreezeDecisionInput,
} from '@panah/contracts/family-enquiries.contract';
import { Api, type Intent } from '../platform/http/api';

export const MATCHES = '/api/family-matches';
export const matchPath = (id: string): string => `${MATCHES}/${id}`;
export const FREEZES = '/api/family-freezes';

/** What the pages of relatives' enquiries ask of the server. */
@Injectable({ providedIn: 'root' })
export class EnquiriesApi {
  private readonly api = inject(Api);

  /** Answered with the one sentence, whoever is asked for. */
  enter(input: FamilyEnquiryInput, intent: Intent): Promise<FamilyEnquiryAnswerView> {
    return this.api.post('/api/family-enquiries', input, intent);
  }

  decideMatch({ id, version }: FamilyMatchView, noun: 'confirmation' | 'refusal'): Promise<FamilyMatchView> {
    return this.api.step(`${matchPath(id)}/${noun}`, {}, version);
  }

  decideFreeze({ id, version }: FamilyFreezeView, input: FreezeDecisionInput, intent: Intent): Promise<FamilyFreezeView> {
    return this.api.step(`${FREEZES}/${id}/decision`, input, version, intent);
  }
}
