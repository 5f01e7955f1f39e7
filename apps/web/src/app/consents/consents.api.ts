import { inject, Injectable } from '@angular/core';
import type {
  ConsentConfirmationInput,
  HeardWithdrawalInput,
  SuspensionInput,
  WithdrawalInput,
} from '@panah/contracts/consent-steps.contract';
import type { ConsentDecisionInput, ConsentInput, ConsentView } from '@panah/contracts/consents.contract';
import type {
  DisclosureInput,
  DisclosureView,
  LegalBasisInput,
  LegalBasisView,
  VerbalApprovalInput,
} from '@panah/contracts/disclosures.contract';
import { Api, type Intent } from '../platform/http/api';

export const ofCase = (caseId: string, what: 'consents' | 'disclosures' | 'legal-bases'): string => `/api/cases/${caseId}/${what}`;

/** What happens to a consent, as the noun that is posted and what goes with it. */
export interface ConsentSteps {
  decision: ConsentDecisionInput;
  withdrawal: WithdrawalInput;
  suspension: SuspensionInput;
  confirmation: ConsentConfirmationInput;
}

/** What happens to a disclosure without consent with nothing more to say, as the noun that is posted. */
export type BasisStep = 'approval' | 'refusal' | 'confirmation' | 'objection' | 'informing';

/** What the pages of this room ask of the server. */
@Injectable({ providedIn: 'root' })
export class ConsentsApi {
  private readonly api = inject(Api);

  record(caseId: string, input: ConsentInput, intent: Intent): Promise<ConsentView> {
    return this.api.post(ofCase(caseId, 'consents'), input, intent);
  }

  step<Step extends keyof ConsentSteps>(id: string, step: Step, input: ConsentSteps[Step], intent?: Intent): Promise<ConsentView> {
    return this.api.post(`/api/consents/${id}/${step}`, input, intent);
  }

  async hear(input: HeardWithdrawalInput, intent: Intent): Promise<true> {
    await this.api.post('/api/withdrawals', input, intent);
    return true;
  }

  disclose(caseId: string, input: DisclosureInput, intent: Intent): Promise<DisclosureView> {
    return this.api.post(ofCase(caseId, 'disclosures'), input, intent);
  }

  moveDisclosure(id: string, step: 'telling' | 'stop'): Promise<DisclosureView> {
    return this.api.post(`/api/disclosures/${id}/${step}`, {});
  }

  askBasis(caseId: string, input: LegalBasisInput, intent: Intent): Promise<LegalBasisView> {
    return this.api.post(ofCase(caseId, 'legal-bases'), input, intent);
  }

  moveBasis(id: string, step: BasisStep): Promise<LegalBasisView> {
    return this.api.post(`/api/legal-bases/${id}/${step}`, {});
  }

  approveVerbally(id: string, input: VerbalApprovalInput, intent: Intent): Promise<LegalBasisView> {
    return this.api.post(`/api/legal-bases/${id}/verbal-approval`, input, intent);
  }
}
