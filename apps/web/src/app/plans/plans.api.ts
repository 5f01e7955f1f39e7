import { inject, Injectable } from '@angular/core';
import type { NeedChangeInput, NeedInput, NeedView } from '@panah/contracts/needs.contract';
import type { PlanInput, PlanItemInput, PlanView } from '@panah/contracts/plans.contract';
import { Api, type Intent } from '../platform/http/api';

export const planPath = (caseId: string): string => `/api/cases/${caseId}/plan`;

/** What needs and plans ask of the server. */
@Injectable({ providedIn: 'root' })
export class PlansApi {
  private readonly api = inject(Api);

  addNeed(caseId: string, input: NeedInput, intent: Intent): Promise<NeedView> {
    return this.api.post(`/api/cases/${caseId}/needs`, input, intent);
  }

  readNeed(id: string): Promise<NeedView> {
    return this.api.read(`/api/needs/${id}`);
  }

  changeNeed(id: string, input: NeedChangeInput, version: number): Promise<NeedView> {
    return this.api.replace(`/api/needs/${id}`, input, version);
  }

  read(caseId: string): Promise<PlanView> {
    return this.api.read(planPath(caseId));
  }

  begin(caseId: string): Promise<PlanView> {
    return this.api.post(`${planPath(caseId)}-draft`, {});
  }

  keep(caseId: string, input: PlanInput, version: number): Promise<PlanView> {
    return this.api.replace(`${planPath(caseId)}-draft`, input, version);
  }

  follow(id: string, input: PlanItemInput, version: number): Promise<PlanView> {
    return this.api.replace(`/api/plan-items/${id}`, input, version);
  }

  submit(caseId: string): Promise<unknown> {
    return this.api.post(`${planPath(caseId)}-submission`, {});
  }

  /** `planVersion` is of the row that was read. */
  approve(caseId: string, planVersion: number): Promise<unknown> {
    return this.api.post(`${planPath(caseId)}-approval`, { planVersion });
  }

  sendBack(caseId: string, reason: string, intent: Intent): Promise<unknown> {
    return this.api.post(`${planPath(caseId)}-return`, { reason }, intent);
  }
}
