import type { RiskAssessmentState } from '@panah/domain/risk/risk.process';
import type { RiskLevel } from '@panah/domain/vocabulary/cases';
import type { RiskFactor, RiskFactorRating } from '@panah/domain/vocabulary/risk';
import type { Place } from '../platform/sealing/sealer';

/** A risk assessment as its table has it. */
export interface RiskRow extends Record<string, unknown> {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  authorId: string;
  state: RiskAssessmentState;
  assessedAt: Date;
  floor: RiskLevel;
  level: RiskLevel | null;
  previousLevel: RiskLevel | null;
  secondReason: string | null;
  confirmedBy: string | null;
  finalAt: Date | null;
  reviewAt: Date | null;
  sealed: Buffer | null;
  sealVersion: number;
  version: number;
}

export interface RiskRating {
  factor: RiskFactor;
  rating: RiskFactorRating;
  note: string | null;
}

/** What was said: everything but level, floor and days. */
export interface RiskSecrets {
  sources: string[];
  seenAlone: boolean;
  ratings: RiskRating[];
  protective: string | null;
  worries: string | null;
  ownScale: number | null;
  levelReason: string | null;
  overrideReason: string | null;
  actionTaken: string | null;
  toldWhom: string | null;
}

export interface OpenRisk {
  row: RiskRow;
  /** Null of what was thrown away. */
  secrets: RiskSecrets | null;
}

export interface SafetyPlanRow extends Record<string, unknown> {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  authorId: string;
  state: 'CURRENT' | 'SUPERSEDED';
  outcome: 'AGREED' | 'DECLINED';
  validFrom: string;
  reviewOn: string;
  writtenAt: Date;
  earlier: number;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

export interface SafetyPlanSecrets {
  measures: { measure: string; detail: string | null; owner: string; done: boolean }[];
  warningSigns: string | null;
  ownSteps: string | null;
  callFirst: string[];
  places: string | null;
  mustNot: string | null;
  declinedBecause: string | null;
  copyGiven: string;
  copyIsSafe: boolean;
}

export interface OpenPlan {
  row: SafetyPlanRow;
  secrets: SafetyPlanSecrets;
}

type Sealed = Pick<RiskRow, 'id' | 'clientId' | 'sealVersion'>;

const place =
  (table: string) =>
  ({ id, clientId, sealVersion }: Sealed): Place => ({ table, rowId: id, subjectId: clientId, compartment: 'file', sealVersion });

export const riskPlace = place('risk_assessment');
export const planPlace = place('safety_plan');
