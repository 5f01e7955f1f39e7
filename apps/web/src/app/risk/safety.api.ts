import { inject, Injectable } from '@angular/core';
import type { SafetyPlanInput, SafetyPlanView } from '@panah/contracts/safety-plan.contract';
import type { RiskAssessmentView, RiskInput, SafetyView } from '@panah/contracts/risk.contract';
import { Api, type Intent } from '../platform/http/api';

export const safetyPath = (caseId: string) => `/api/cases/${caseId}/safety`;
export const measuresPath = (caseId: string) => `/api/cases/${caseId}/safety-measures`;
const assessment = (id: string) => `/api/risk-assessments/${id}`;

/** What the safety tab asks of the server. */
@Injectable({ providedIn: 'root' })
export class SafetyApi {
  private readonly api = inject(Api);

  read(caseId: string): Promise<SafetyView> {
    return this.api.read(safetyPath(caseId));
  }

  assess(caseId: string, input: RiskInput, intent: Intent): Promise<RiskAssessmentView> {
    return this.api.post(`/api/cases/${caseId}/risk-assessments`, input, intent);
  }

  assessment(id: string): Promise<RiskAssessmentView> {
    return this.api.read(assessment(id));
  }

  draft(caseId: string, input: RiskInput, intent: Intent): Promise<RiskAssessmentView> {
    return this.api.post(`/api/cases/${caseId}/risk-drafts`, input, intent);
  }

  keep(id: string, input: RiskInput, version: number): Promise<RiskAssessmentView> {
    return this.api.replace(assessment(id), input, version);
  }

  finalise(id: string, input: RiskInput, version: number, intent: Intent): Promise<RiskAssessmentView> {
    return this.api.step(`${assessment(id)}/finalisation`, input, version, intent);
  }

  discard(id: string): Promise<RiskAssessmentView> {
    return this.api.post(`${assessment(id)}/discarding`, {});
  }

  /** `version` is the one that was read. */
  confirm(id: string, version?: number): Promise<RiskAssessmentView> {
    return this.api.post(`${assessment(id)}/confirmation`, { version });
  }

  sendBack(id: string, explanation: string): Promise<RiskAssessmentView> {
    return this.api.post(`${assessment(id)}/return`, { explanation });
  }

  plan(caseId: string, input: SafetyPlanInput, intent: Intent): Promise<SafetyPlanView> {
    return this.api.post(`/api/cases/${caseId}/safety-plans`, input, intent);
  }

  editPlan(id: string, input: SafetyPlanInput, version: number): Promise<SafetyPlanView> {
    return this.api.replace(`/api/safety-plans/${id}`, input, version);
  }

  tick(id: string, place: number, version: number): Promise<SafetyPlanView> {
    return this.api.step(`/api/safety-plans/${id}/tick`, { place }, version);
  }
}
