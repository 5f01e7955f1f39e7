import type { DisclosureStanding } from '@panah/domain/consents/disclosure.process';
import type { LegalBasisStanding } from '@panah/domain/consents/legal-basis.process';
import type { ConsentPurpose } from '@panah/domain/vocabulary/consents';
import type { Place } from '../platform/sealing/sealer';
import type { Recipient } from './consent.entity';

/** Something told to somebody outside, or about to be. */
export interface Disclosure {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  purpose: ConsentPurpose;
  recipient: string;
  scope: string[];
  consentId: string | null;
  legalBasisId: string | null;
  state: DisclosureStanding;
  madeBy: string;
  madeAt: Date;
  toldAt: Date | null;
  stoppedAt: Date | null;
  stopReason: string | null;
  sealed: Buffer;
  version: number;
}

export interface DisclosureSecrets {
  recipient: Recipient;
  how: string;
  what: string;
}

/** Leave to tell one recipient a few things without consent, on the word of two people. */
export interface LegalBasis {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  basis: string;
  purpose: ConsentPurpose;
  recipient: string;
  scope: string[];
  state: LegalBasisStanding;
  askedBy: string;
  askedAt: Date;
  secondId: string | null;
  decidedAt: Date | null;
  decidedHow: string | null;
  confirmedAt: Date | null;
  validUntil: Date | null;
  objectedAt: Date | null;
  inform: string;
  informedAt: Date | null;
  sealed: Buffer;
  version: number;
}

export interface LegalBasisSecrets {
  recipient: Recipient;
  reason: string;
  danger: string | null;
}

export const disclosurePlace = (id: string, clientId: string): Place => ({
  table: 'disclosure',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion: 1,
});

export const legalBasisPlace = (id: string, clientId: string): Place => ({ ...disclosurePlace(id, clientId), table: 'legal_basis' });
