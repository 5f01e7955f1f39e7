import type { PlanContent } from '@panah/domain/plans/plan-content';
import type { Place } from '../platform/sealing/sealer';

export type PlanState = 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'SUPERSEDED';

/** One version of a case plan. What it says is sealed as one. */
export interface PlanVersion {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  number: number;
  state: PlanState;
  /** Everyone who wrote on it. */
  authorIds: string[];
  savedAt: Date;
  submittedAt: Date | null;
  submittedBy: string | null;
  returnedAt: Date | null;
  returnedBy: string | null;
  approvedAt: Date | null;
  approvedBy: string | null;
  reviewDue: string | null;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

export interface PlanSecrets extends PlanContent {
  /** What the coordinator said when it was sent back. */
  returnReason: string | null;
}

export interface OpenPlan {
  row: PlanVersion;
  secrets: PlanSecrets;
}

/** What became of a goal or an action of the plan in force. */
export interface PlanItem {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  planId: string;
  item: 'GOAL' | 'ACTION';
  goalId: string;
  status: string;
  ownerKind: string | null;
  ownerId: string | null;
  dueOn: string;
  doneOn: string | null;
  sealed: Buffer | null;
  sealVersion: number;
  version: number;
}

export interface PlanItemSecrets {
  result: string | null;
  blockedReason: string | null;
}

export interface OpenPlanItem {
  row: PlanItem;
  secrets: PlanItemSecrets;
}

const placeIn =
  (table: string) =>
  ({ id, clientId, sealVersion }: { id: string; clientId: string; sealVersion: number }): Place => ({
    table,
    rowId: id,
    subjectId: clientId,
    compartment: 'file',
    sealVersion,
  });
export const planPlace = placeIn('plan_version');
export const planItemPlace = placeIn('plan_item');

export const EMPTY_PLAN: PlanSecrets = {
  participation: null,
  participationReason: null,
  agreement: null,
  copyGiven: null,
  goals: [],
  returnReason: null,
};
