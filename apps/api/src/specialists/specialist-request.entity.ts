import type { SpecialistRequestState } from '@panah/domain/specialists/specialist-request.process';
import type { Specialty, SpecialistUrgency } from '@panah/domain/vocabulary/specialists';
import type { QuestionFacts } from '../cases/team-question.records';
import type { Place } from '../platform/sealing/sealer';

/** A case team's request to a specialty of its office. */
export interface SpecialistRequest {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  caseRef: string;
  specialty: Specialty;
  urgency: SpecialistUrgency;
  language: string;
  state: SpecialistRequestState;
  askedBy: string;
  askedAt: Date;
  answerDue: Date;
  /** Colleagues of whom the client was told by name, and to whom there is no objection. */
  clientAgreesTo: string[];
  /** The row of the team that taking up writes. */
  placeId: string;
  answeredBy: string | null;
  answeredAt: Date | null;
  declineReason: string | null;
  refusalNotedAt: Date | null;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

/** What was written, and what is shown to somebody before they take the request up (R-AC-13). */
export interface SpecialistSecrets {
  question: string;
  facts: QuestionFacts;
  declineWords?: string;
}

export interface OpenRequest {
  row: SpecialistRequest;
  secrets: SpecialistSecrets;
}

export const requestPlace = ({ id, clientId, sealVersion }: Pick<SpecialistRequest, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'specialist_request',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});

export const REQUEST_COLUMNS = `r.id, r.office_id as "officeId", r.client_id as "clientId", r.case_id as "caseId", r.case_ref as "caseRef", r.specialty, r.urgency, r.language,
  r.state, r.asked_by as "askedBy", r.asked_at as "askedAt", r.answer_due as "answerDue", r.client_agrees_to as "clientAgreesTo", r.place_id as "placeId",
  r.answered_by as "answeredBy", r.answered_at as "answeredAt", r.decline_reason as "declineReason", r.refusal_noted_at as "refusalNotedAt",
  r.sealed, r.seal_version as "sealVersion", r.version`;
