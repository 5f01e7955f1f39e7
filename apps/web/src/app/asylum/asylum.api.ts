import { inject, Injectable } from '@angular/core';
import type { ClaimRevealedView, ClaimView } from '@panah/contracts/asylum.contract';
import type { DeadlineView, ProfileValueView } from '@panah/contracts/legal-deadlines.contract';
import type { PermitNumberView, PermitView, RepresentationView } from '@panah/contracts/permits.contract';
import type { ClaimAction } from '@panah/domain/asylum/claim.process';
import type { LegalDeadlineAction } from '@panah/domain/asylum/legal-deadline.process';
import { Api, type Intent } from '../platform/http/api';

/** A step is a noun that is posted. */
const CLAIM_NOUN: Readonly<Record<ClaimAction, string>> = {
  make: 'making',
  register: 'registration',
  lodge: 'lodging',
  start_responsibility: 'responsibility',
  responsible_here: 'responsibility-here',
  transfer_decision: 'transfer-decision',
  start_admissibility: 'admissibility',
  admissible: 'admissible-finding',
  inadmissible: 'inadmissible-decision',
  start_examination: 'examination',
  set_interview: 'interview',
  reschedule: 'interview-change',
  held: 'interview-holding',
  decide_positive: 'grant',
  decide_negative: 'refusal',
  final: 'finality',
  appeal_upgrade: 'upgrade-appeal',
  lodge_appeal: 'appeal',
  lapse: 'lapse',
  transfer_executed: 'transfer',
  hearing_held: 'hearing',
  ruling_positive: 'positive-ruling',
  remitted: 'remittal',
  ruling_negative: 'negative-ruling',
  further_appeal: 'further-appeal',
  withdraw: 'withdrawal',
  suspend: 'suspension',
  resume: 'resumption',
  abandon: 'abandonment',
  withdraw_appeal: 'appeal-withdrawal',
};
const DEADLINE_NOUN: Readonly<Record<LegalDeadlineAction | 'enter' | 'review', string>> = {
  meet: 'meeting',
  extend: 'extension',
  miss: 'miss',
  not_use: 'non-use',
  enter: 'day',
  review: 'review',
};

export const claimsOf = (caseId: string) => `/api/cases/${caseId}/claims`;

/** What the pages of this room ask of the server. */
@Injectable({ providedIn: 'root' })
export class AsylumApi {
  private readonly api = inject(Api);

  openClaim(caseId: string, input: object, intent: Intent): Promise<ClaimView> {
    return this.api.post(claimsOf(caseId), input, intent);
  }

  step(id: string, action: ClaimAction, input: object, intent: Intent): Promise<ClaimView> {
    return this.api.post(`/api/claims/${id}/${CLAIM_NOUN[action]}`, input, intent);
  }

  /** Something that hangs on a claim: an event, a ruling, a deadline. */
  onClaim(id: string, what: 'events' | 'rulings' | 'deadlines', input: object, intent: Intent): Promise<unknown> {
    return this.api.post(`/api/claims/${id}/${what}`, input, intent);
  }

  claim(id: string): Promise<ClaimView> {
    return this.api.read(`/api/claims/${id}`);
  }

  permit(id: string): Promise<PermitView> {
    return this.api.read(`/api/permits/${id}`);
  }

  representation(id: string): Promise<RepresentationView> {
    return this.api.read(`/api/representations/${id}`);
  }

  editClaim(id: string, input: object, version: number): Promise<ClaimView> {
    return this.api.replace(`/api/claims/${id}`, input, version);
  }

  revealClaim(id: string, reason: string): Promise<ClaimRevealedView> {
    return this.api.post(`/api/claims/${id}/reveal`, { reason });
  }

  onDecision(id: string, what: 'service' | 'translation', input: object, intent: Intent): Promise<ClaimView> {
    return this.api.post(`/api/claim-decisions/${id}/${what}`, input, intent);
  }

  onDeadline(id: string, action: LegalDeadlineAction | 'enter' | 'review', input: object, intent: Intent): Promise<DeadlineView> {
    return this.api.post(`/api/legal-deadlines/${id}/${DEADLINE_NOUN[action]}`, input, intent);
  }

  addPermit(caseId: string, input: object, intent: Intent): Promise<PermitView> {
    return this.api.post(`/api/cases/${caseId}/permits`, input, intent);
  }

  editPermit(id: string, input: object, version: number): Promise<PermitView> {
    return this.api.replace(`/api/permits/${id}`, input, version);
  }

  onPermit(id: string, what: 'renewal' | 'withdrawal', input: object, intent: Intent): Promise<PermitView> {
    return this.api.post(`/api/permits/${id}/${what}`, input, intent);
  }

  revealPermit(id: string, reason: string): Promise<PermitNumberView> {
    return this.api.post(`/api/permits/${id}/reveal`, { reason });
  }

  addRepresentation(caseId: string, input: object, intent: Intent): Promise<RepresentationView> {
    return this.api.post(`/api/cases/${caseId}/representations`, input, intent);
  }

  editRepresentation(id: string, input: object, version: number): Promise<RepresentationView> {
    return this.api.replace(`/api/representations/${id}`, input, version);
  }

  share(id: string, input: object, intent: Intent): Promise<RepresentationView> {
    return this.api.post(`/api/representations/${id}/shares`, input, intent);
  }

  enterValue(input: object, intent: Intent): Promise<ProfileValueView> {
    return this.api.post('/api/country-profile-values', input, intent);
  }

  verifyValue(id: string): Promise<ProfileValueView> {
    return this.api.post(`/api/country-profile-values/${id}/verification`, {});
  }
}
