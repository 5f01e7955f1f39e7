import type { DangerState } from '@panah/domain/duty/danger.process';
import type { DangerKind } from '@panah/domain/vocabulary/duty';
import type { Place } from '../platform/sealing/sealer';

/** A danger as its table has it, with what is needed to say whose it is. */
export interface DangerRow extends Record<string, unknown> {
  id: string;
  officeId: string;
  /** Null for what comes from an incident of the office. */
  clientId: string | null;
  caseId: string | null;
  caseRef: string | null;
  kind: DangerKind;
  sourceId: string | null;
  silent: boolean;
  state: DangerState;
  raisedBy: string;
  raisedAt: Date;
  takenBy: string | null;
  takenAt: Date | null;
  settledBy: string | null;
  settledAt: Date | null;
  sealed: Buffer | null;
  sealVersion: number;
  version: number;
  /** The client's card, where the reader's reach opens the person. */
  clientSealed: Buffer | null;
  clientSealVersion: number;
}

export interface DangerSecrets {
  words: string | null;
  settlement: string | null;
}

export interface OpenDanger {
  row: DangerRow;
  secrets: DangerSecrets;
  pseudonym: string | null;
}

/** Why somebody on duty is called. Nothing of it needs words: those who raise it by hand write some. */
export type Call = {
  officeId: string;
  kind: DangerKind;
  /** The assessment or incident it comes from. */
  sourceId?: string;
  /** Shown to whoever raised it only where they look for it. */
  silent?: boolean;
  words?: string;
} & ({ caseId: string; clientId: string } | { caseId: null; clientId: null; kind: 'INCIDENT'; sourceId: string });

type Sealed = Pick<DangerRow, 'id' | 'clientId' | 'sourceId' | 'sealVersion'>;

/** Under the client's key; without a client under the key of the incident it comes from. */
export const dangerPlace = ({ id, clientId, sourceId, sealVersion }: Sealed): Place => ({
  table: 'danger',
  rowId: id,
  subjectId: clientId ?? sourceId ?? id,
  compartment: 'file',
  sealVersion,
});
