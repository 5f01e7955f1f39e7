import type { ConsentGiving } from '@panah/contracts/consents.contract';
import type { GivenConsent, StandingConsent } from '@panah/domain/consents/consent.rules';
import type { CapacityCheck, ConsentMethod, FreeChoiceCheck, InterpreterKind } from '@panah/domain/vocabulary/consents';
import type { Place } from '../platform/sealing/sealer';

/** Somebody outside, as a consent names them: the id is a partner's, or a keyed token of the name. */
export interface Recipient {
  id: string;
  kind: string;
  name: string;
}

/** What was asked: sealed under the subject's key. */
export interface AskedSecrets {
  language: string;
  explainedBy: string;
  recipients: Recipient[];
  withheld: { name: string; why: string }[];
  interpreter: { kind: string; staffId: string | null; name: string } | null;
}

/** How it was answered, or taken back. */
export interface StepSecrets {
  /** Who interpreted the answer. */
  interpreter?: AskedSecrets['interpreter'];
  method?: string;
  capacity?: string;
  freeChoice?: string;
  evidence?: string | null;
  witness?: string | null;
  supporter?: string | null;
  how?: string;
  effectsExplained?: boolean;
  doubt?: string;
}

/** A consent with its newest step. */
export interface ConsentRow extends StandingConsent {
  orgId: string;
  officeId: string;
  recordedBy: string;
  recordedAt: Date;
  sealed: Buffer;
  sealVersion: number;
}

export interface ConsentStep {
  id: string;
  consentId: string;
  clientId: string;
  action: string;
  state: string;
  byId: string | null;
  at: Date;
  /** What shows a yes; of no other step. */
  documentId: string | null;
  sealed: Buffer | null;
}

export const consentPlace = (id: string, clientId: string): Place => ({
  table: 'consent',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion: 1,
});

export const stepPlace = (id: string, clientId: string): Place => ({ ...consentPlace(id, clientId), table: 'consent_event' });

/** What was written of a yes, with holes where nothing was. */
export function givingOf(giving: ConsentGiving, interpreter: string | null): Partial<GivenConsent> {
  return {
    method: (giving.method ?? undefined) as ConsentMethod | undefined,
    capacity: (giving.capacity ?? undefined) as CapacityCheck | undefined,
    freeChoice: (giving.freeChoice ?? undefined) as FreeChoiceCheck | undefined,
    interpreter: interpreter as InterpreterKind | null,
    evidence: giving.evidence?.trim() || null,
    document: giving.documentId ?? null,
    witness: giving.witness?.trim() || null,
    supporter: giving.supporter?.trim() || null,
  };
}
