import type { LegalDeadlineState } from '@panah/domain/asylum/legal-deadline.process';
import type { Reckoning } from '@panah/domain/asylum/legal-deadline';
import type { DeadlineTrigger, DeadlineType, ReckonedBecause, ReckoningGap } from '@panah/domain/vocabulary/legal-deadlines';
import type { Place } from '../platform/sealing/sealer';

/** A legal deadline as its table has it. */
export interface DeadlineRow extends Record<string, unknown> {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  claimId: string;
  decisionId: string | null;
  country: string;
  type: DeadlineType;
  ruleCode: string | null;
  trigger: DeadlineTrigger;
  triggerDate: string;
  serviceMethod: string | null;
  dueOn: string | null;
  internalDueOn: string | null;
  gap: ReckoningGap | null;
  timeZone: string;
  ownerId: string;
  state: LegalDeadlineState;
  metOn: string | null;
  evidenceId: string | null;
  confirmedOn: string | null;
  extendsId: string | null;
  remedy: string | null;
  ourFault: boolean | null;
  reviewedAt: Date | null;
  sealed: Buffer | null;
  sealVersion: number;
  version: number;
}

export interface DeadlineSecrets {
  words?: string;
  whoKnew?: string;
}

export interface OpenDeadline {
  row: DeadlineRow;
  secrets: DeadlineSecrets;
}

export interface ReckoningRow extends Record<string, unknown> {
  deadlineId: string;
  because: ReckonedBecause;
  reckoning: Reckoning;
  dueOn: string | null;
  by: string | null;
  at: Date;
}

export interface NewDeadline {
  type: DeadlineType;
  reckoning: Reckoning;
  timeZone: string;
  revision: number;
  ownerId: string;
  decisionId?: string | null;
  extendsId?: string | null;
  because?: ReckonedBecause;
}

export interface DeadlineEnd {
  metOn?: string | null;
  evidenceId?: string | null;
  confirmedOn?: string | null;
  words?: string | null;
}

export const deadlinePlace = ({ id, clientId, sealVersion }: Pick<DeadlineRow, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'legal_deadline',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});
