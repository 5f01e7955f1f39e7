import { inject, Injectable } from '@angular/core';
import type {
  CertificateInput,
  CertificateView,
  HelpGivenInput,
  HelpGivenView,
  OutcomeReviewInput,
  OutcomeReviewView,
  WellbeingInput,
} from '@panah/contracts/reintegration.contract';
import { Api, type Intent } from '../platform/http/api';

export const reviewsPath = (caseId: string): string => `/api/cases/${caseId}/outcome-reviews`;
export const helpPath = (caseId: string): string => `/api/cases/${caseId}/help`;
export const certificatesPath = (caseId: string): string => `/api/cases/${caseId}/certificates`;

/** What independent life asks of the server. */
@Injectable({ providedIn: 'root' })
export class ReintegrationApi {
  private readonly api = inject(Api);

  review(caseId: string, input: OutcomeReviewInput, intent: Intent): Promise<OutcomeReviewView> {
    return this.api.post(reviewsPath(caseId), input, intent);
  }

  correct(id: string, input: OutcomeReviewInput, version: number): Promise<OutcomeReviewView> {
    return this.api.replace(`/api/outcome-reviews/${id}`, input, version);
  }

  correctWellbeing(id: string, input: WellbeingInput, version: number): Promise<OutcomeReviewView> {
    return this.api.replace(`/api/outcome-reviews/${id}/wellbeing`, input, version);
  }

  oneReview(id: string): Promise<OutcomeReviewView> {
    return this.api.read(`/api/outcome-reviews/${id}`);
  }

  oneHelp(id: string): Promise<HelpGivenView> {
    return this.api.read(`/api/help/${id}`);
  }

  help(caseId: string, input: HelpGivenInput, intent: Intent): Promise<HelpGivenView> {
    return this.api.post(helpPath(caseId), input, intent);
  }

  correctHelp(id: string, input: HelpGivenInput, version: number): Promise<HelpGivenView> {
    return this.api.replace(`/api/help/${id}`, input, version);
  }

  issue(caseId: string, input: CertificateInput, intent: Intent): Promise<CertificateView> {
    return this.api.post(certificatesPath(caseId), input, intent);
  }
}
