import type { ClaimState } from '@panah/domain/asylum/claim.process';
import type { AppealOutcome, DecisionType, ProcedureType, ServiceMethod, SuspensiveEffect } from '@panah/domain/vocabulary/claims';
import type { Place } from '../platform/sealing/sealer';

/** A claim as its table has it. Days are `YYYY-MM-DD`, where the procedure is. */
export interface ClaimRow extends Record<string, unknown> {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  country: string;
  procedureType: ProcedureType;
  state: ClaimState;
  stateSince: string;
  followsId: string | null;
  madeOn: string | null;
  registeredOn: string | null;
  lodgedOn: string | null;
  decisionTargetOn: string | null;
  interviewOn: string | null;
  interviewAt: string | null;
  endedOn: string | null;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

export interface ClaimSecrets {
  authority: string | null;
  fileNo: string | null;
  language: string | null;
  interpreter: string | null;
  specialNeeds: string[];
  dependants: string[];
  suspensiveRecorded: string | null;
}

export interface OpenClaim {
  row: ClaimRow;
  secrets: ClaimSecrets;
}

export interface EventRow extends Record<string, unknown> {
  id: string;
  claimId: string;
  clientId: string;
  type: string;
  happensOn: string;
  happensAt: string | null;
  sealed: Buffer;
  sealVersion: number;
}

export interface EventSecrets {
  place: string | null;
  accompaniedBy: string | null;
  outcome: string | null;
}

export interface OpenEvent {
  row: EventRow;
  secrets: EventSecrets;
}

export interface DecisionRow extends Record<string, unknown> {
  id: string;
  claimId: string;
  caseId: string;
  clientId: string;
  officeId: string;
  decisionType: DecisionType | null;
  outcome: AppealOutcome | null;
  instance: number;
  decidedOn: string;
  servedOn: string;
  serviceMethod: ServiceMethod;
  appealPossible: boolean;
  suspensive: SuspensiveEffect;
  documentId: string | null;
  translatedOn: string | null;
  isPending: boolean;
  version: number;
}

export const claimPlace = ({ id, clientId, sealVersion }: Pick<ClaimRow, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'protection_claim',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});

/** Where somebody is to appear lies with their addresses. */
export const eventPlace = ({ id, clientId, sealVersion }: Pick<EventRow, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'procedure_event',
  rowId: id,
  subjectId: clientId,
  compartment: 'location',
  sealVersion,
});
