import type { PartialDate } from '@panah/domain/dates/partial-date';
import type { LinkFace } from '@panah/domain/family/link-face';
import type { Place } from '../platform/sealing/sealer';

/** A wish to find somebody: the client's own record, and all that their team is shown of what becomes of it (decision 0018). */
export interface FamilyWish {
  id: string;
  orgId: string;
  officeId: string;
  clientId: string;
  caseId: string;
  face: LinkFace;
  notedBy: string;
  notedAt: Date;
  begunOn: string | null;
  answerOn: string | null;
  answeredAt: Date | null;
  inContactSince: Date | null;
  endedAt: Date | null;
  warnedBy: string | null;
  warnedAt: Date | null;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

/** What the client tells of somebody they miss. */
export interface RelativeAccount {
  names: string[];
  relation: string;
  sex: string | null;
  birth: PartialDate | null;
  fatherName: string | null;
  motherName: string | null;
  birthPlace: string | null;
  lastKnownPlace: string | null;
  lastKnownOn: PartialDate | null;
  separation: string | null;
  circumstances: string | null;
}

/** Sealed under the client's key. */
export interface WishSecrets {
  relative: RelativeAccount;
  wish: string;
  /** In which language they were told what no answer can mean. */
  warnedIn?: string;
}

export interface OpenWish {
  row: FamilyWish;
  secrets: WishSecrets;
}

export const wishPlace = ({ id, clientId, sealVersion }: Pick<FamilyWish, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'family_wish',
  rowId: id,
  subjectId: clientId,
  compartment: 'family',
  sealVersion,
});

/** Of a wish `w`. */
export const WISH_COLUMNS = `w.id, w.org_id as "orgId", w.office_id as "officeId", w.client_id as "clientId", w.case_id as "caseId", w.face, w.noted_by as "notedBy",
  w.noted_at as "notedAt", w.begun_on::text as "begunOn", w.answer_on::text as "answerOn", w.answered_at as "answeredAt", w.in_contact_since as "inContactSince",
  w.ended_at as "endedAt", w.warned_by as "warnedBy", w.warned_at as "warnedAt", w.sealed, w.seal_version as "sealVersion", w.version`;
