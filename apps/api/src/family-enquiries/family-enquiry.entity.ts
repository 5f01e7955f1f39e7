import type { PartialDate } from '@panah/domain/dates/partial-date';
import type { Place } from '../platform/sealing/sealer';

/** All that somebody said who asks for a person. It lies under a key of its own: they are a data subject of their own. */
export interface FamilyEnquirySecrets {
  asking: { names: string[]; relation: string; phone: string | null; email: string | null; language: string };
  sought: { names: string[]; sex: string | null; birth: PartialDate | null; fatherName: string | null; birthPlace: string | null };
  way: string;
  words: string;
}

export const familyEnquiryPlace = (id: string, sealVersion: number): Place => ({
  table: 'family_enquiry',
  rowId: id,
  subjectId: id,
  compartment: 'family',
  sealVersion,
});

/** What two people decide on, beside the enquiry: of the client's side. */
export interface FamilyMatchSecrets {
  reasons: string[];
  clientName: string;
  relativeNames: string[];
}

/** Under the link's key. */
export const familyMatchPlace = ({ id, linkId, sealVersion }: { id: string; linkId: string; sealVersion: number }): Place => ({
  table: 'family_match',
  rowId: id,
  subjectId: linkId,
  compartment: 'family',
  sealVersion,
});

/** Why a coordinator decided so. */
export interface FamilyFreezeSecrets {
  reason: string;
}

export const familyFreezePlace = (id: string, sealVersion: number): Place => ({
  table: 'family_freeze',
  rowId: id,
  subjectId: id,
  compartment: 'family',
  sealVersion,
});
