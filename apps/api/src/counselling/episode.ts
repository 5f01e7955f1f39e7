import type { CounsellingState } from '@panah/domain/counselling/counselling.process';
import type { CounsellingService } from '@panah/domain/vocabulary/counselling';
import type { Place } from '../platform/sealing/sealer';

/** An episode as its table has it. */
export interface EpisodeRow extends Record<string, unknown> {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  caseRef: string;
  language: string;
  urgency: string | null;
  service: CounsellingService;
  source: string;
  state: CounsellingState;
  stateSince: Date;
  requestedBy: string;
  requestedAt: Date;
  triagedBy: string | null;
  triagedAt: Date | null;
  waitingSince: Date | null;
  counsellorId: string | null;
  supervisorId: string | null;
  allocatedAt: Date | null;
  consentId: string | null;
  plannedSessions: number | null;
  reviewOn: string | null;
  endingSince: Date | null;
  endReason: string | null;
  endedAt: Date | null;
  endingDue: string | null;
  limitsExplainedAt: Date | null;
  sealed: Buffer;
  sealVersion: number;
  sharedSealed: Buffer | null;
  sharedSealVersion: number;
  sharedAt: Date | null;
  sharedBy: string | null;
  version: number;
  /** The reader reaches it in the role of a counsellor on the team. */
  onTeam: boolean;
  /** The client's consent to counselling, where one holds now. */
  standingConsent: string | null;
  /** Null where the reader sees no more of the case than the episode. */
  primaryWorkerId: string | null;
}

/** What was said, under the client's key in the compartment of counselling. */
export interface EpisodeSecrets {
  question: string;
  themes: string[];
  preferredGender: string;
  noTie: boolean;
  riskAnswers: string | null;
  goals: string;
  alternative: string | null;
  /** Why it was paused or ended, in words. */
  words: string | null;
  finalMeasureDeclined: boolean;
}

export interface OpenEpisode {
  row: EpisodeRow;
  secrets: EpisodeSecrets;
}

export interface SessionRow extends Record<string, unknown> {
  id: string;
  episodeId: string;
  clientId: string;
  officeId: string;
  counsellorId: string;
  at: Date;
  minutes: number | null;
  modality: string;
  status: string;
  riskChecked: string | null;
  nextAt: Date | null;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

export interface SessionSecrets {
  participants: string | null;
  interpreter: string | null;
}

export interface NoteRow extends Record<string, unknown> {
  id: string;
  episodeId: string;
  clientId: string;
  officeId: string;
  sessionId: string | null;
  authorId: string;
  type: string;
  state: 'DRAFT' | 'SIGNED';
  happenedAt: Date;
  addsToId: string | null;
  writtenAt: Date;
  savedAt: Date;
  signedAt: Date | null;
  sealed: Buffer | null;
  sealVersion: number;
  version: number;
}

export interface OpenNote {
  row: NoteRow;
  /** Null where the text is closed to the reader. */
  body: string | null;
}

const inCompartment = (table: string, rowId: string, subjectId: string, sealVersion: number): Place => ({
  table,
  rowId,
  subjectId,
  compartment: 'counselling',
  sealVersion,
});

export const episodePlace = ({ id, clientId, sealVersion }: Pick<EpisodeRow, 'id' | 'clientId' | 'sealVersion'>): Place =>
  inCompartment('counselling_episode', id, clientId, sealVersion);
export const sharedPlace = ({ id, clientId, sharedSealVersion }: Pick<EpisodeRow, 'id' | 'clientId' | 'sharedSealVersion'>): Place =>
  inCompartment('counselling_episode.shared', id, clientId, sharedSealVersion);
export const sessionPlace = ({ id, clientId, sealVersion }: Pick<SessionRow, 'id' | 'clientId' | 'sealVersion'>): Place =>
  inCompartment('counselling_session', id, clientId, sealVersion);
export const clinicalPlace = ({ id, clientId, sealVersion }: Pick<NoteRow, 'id' | 'clientId' | 'sealVersion'>): Place =>
  inCompartment('clinical_note', id, clientId, sealVersion);
export const screeningPlace = ({ id, clientId, sealVersion }: { id: string; clientId: string; sealVersion: number }): Place =>
  inCompartment('screening_result', id, clientId, sealVersion);
/** Under the key of one author about one client: nobody who holds the client's key opens it. */
export const privatePlace = ({ id, keyId, sealVersion }: { id: string; keyId: string; sealVersion: number }): Place =>
  inCompartment('private_note', id, keyId, sealVersion);
