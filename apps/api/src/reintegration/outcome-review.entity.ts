import type { OutcomeDomain } from '@panah/domain/vocabulary/plans';
import type { OutcomeAnswer, ReviewPoint } from '@panah/domain/vocabulary/reintegration';
import type { Place } from '../platform/sealing/sealer';

/** Nine domains are columns, for counting; safety, wellbeing and family are sealed with what was said (model 2.11). */
export const PLAIN_DOMAINS = ['D01', 'D02', 'D04', 'D05', 'D06', 'D07', 'D08', 'D11', 'D12'] as const satisfies readonly OutcomeDomain[];
export const SEALED_DOMAINS = ['D03', 'D09', 'D10'] as const satisfies readonly OutcomeDomain[];

export type AllLevels = Record<OutcomeDomain, OutcomeAnswer>;

/** A look at how a life goes. */
export interface OutcomeReview {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  point: ReviewPoint;
  reviewedOn: string;
  reviewerId: string;
  doneWithClient: boolean;
  plain: Record<(typeof PLAIN_DOMAINS)[number], OutcomeAnswer>;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

export interface OutcomeSecrets {
  levels: Record<(typeof SEALED_DOMAINS)[number], OutcomeAnswer>;
  clientLevels: Partial<AllLevels>;
  notes: Partial<Record<OutcomeDomain, string>>;
}

export interface OpenReview {
  row: OutcomeReview;
  secrets: OutcomeSecrets;
  levels: AllLevels;
}

/** What somebody enters. */
export interface ReviewGiven {
  point: ReviewPoint;
  reviewedOn: string;
  doneWithClient: boolean;
  levels: AllLevels;
  clientLevels: Partial<AllLevels>;
  notes: Partial<Record<OutcomeDomain, string>>;
}

export const reviewPlace = ({ id, clientId, sealVersion }: Pick<OutcomeReview, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'outcome_review',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});

export const secretsOf = ({ levels, clientLevels, notes }: Pick<ReviewGiven, 'levels' | 'clientLevels' | 'notes'>): OutcomeSecrets => ({
  levels: { D03: levels.D03, D09: levels.D09, D10: levels.D10 },
  clientLevels,
  notes,
});
