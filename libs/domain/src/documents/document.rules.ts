import { assertDayOfLife, type LifeFacts } from '../dates/day-of-a-life';
import { RuleBroken } from '../process/process';
import type { DocumentType, FileKind } from '../vocabulary/documents';
import type { DocumentFileState } from './document.process';

export const MOST_BYTES = 100 * 1024 * 1024;
/** Model 2.16: the class follows from the type. */
export type DocumentClass = 'CONFIDENTIAL' | 'RESTRICTED' | 'SEALED';

const RESTRICTED: readonly DocumentType[] = ['ID_COPY', 'DECISION', 'MEDICAL', 'PSYCH_REPORT', 'EVIDENCE', 'PERMIT'];

export function classOfDocument(type: DocumentType, privileged: boolean): DocumentClass {
  if (privileged) return 'SEALED';
  return RESTRICTED.includes(type) ? 'RESTRICTED' : 'CONFIDENTIAL';
}

/** Who comes to a document by its type (model 5.1, row 27; scans of identity documents row 4). */
export const SHELVES = ['GENERAL', 'IDENTITY', 'LEGAL', 'HEALTH', 'HOUSING', 'FAMILY', 'PRIVILEGED'] as const;
export type Shelf = (typeof SHELVES)[number];

const SHELF_OF: Partial<Record<DocumentType, Shelf>> = {
  ID_COPY: 'IDENTITY',
  DECISION: 'LEGAL',
  APPEAL: 'LEGAL',
  LEGAL_MANDATE: 'LEGAL',
  PERMIT: 'LEGAL',
  EVIDENCE: 'LEGAL',
  MEDICAL: 'HEALTH',
  PSYCH_REPORT: 'HEALTH',
  TENANCY: 'HOUSING',
  FAMILY_PHOTO: 'FAMILY',
};

export function shelfOf(type: DocumentType, privileged: boolean): Shelf {
  return privileged ? 'PRIVILEGED' : (SHELF_OF[type] ?? 'GENERAL');
}

/** Only a power of attorney is privileged by itself; what else belongs to the legal team lies in its notes. */
export function assertPrivilegeFits(type: DocumentType, privileged: boolean): void {
  if (privileged && type !== 'LEGAL_MANDATE') throw new RuleBroken('privilege-does-not-fit', { type }, { privileged: ['only-mandate'] });
}

/** Days as `YYYY-MM-DD`. What is received has been received by today; what is valid is valid after it was received. */
export function assertDaysFit(receivedOn: string, validTo: string | null, life: LifeFacts): void {
  assertDayOfLife('receivedOn', receivedOn, life);
  if (validTo !== null && validTo < receivedOn) throw new RuleBroken('ends-before-it-begins', {}, { validTo: ['before-received'] });
}

const ENDINGS: Readonly<Record<string, FileKind>> = {
  pdf: 'PDF',
  jpg: 'JPEG',
  jpeg: 'JPEG',
  jpe: 'JPEG',
  jfif: 'JPEG',
  png: 'PNG',
  webp: 'WEBP',
  docx: 'DOCX',
  odt: 'ODT',
  txt: 'TXT',
  mp3: 'MP3',
  m4a: 'M4A',
};

const USUAL_ENDING: Readonly<Record<FileKind, string>> = {
  PDF: 'pdf',
  JPEG: 'jpg',
  PNG: 'png',
  WEBP: 'webp',
  DOCX: 'docx',
  ODT: 'odt',
  TXT: 'txt',
  MP3: 'mp3',
  M4A: 'm4a',
};

/** What a file is called when it leaves: its number and what it is, nothing of whom it is about. */
export const nameAtLeaving = (id: string, kind: FileKind): string => `${id}.${USUAL_ENDING[kind]}`;

/** The ending of a name in small letters, without the dot; empty when it has none. */
export function endingOf(fileName: string): string {
  const plain = fileName.normalize('NFKC').trim();
  const dot = plain.lastIndexOf('.');
  return dot < 0 ? '' : plain.slice(dot + 1).toLowerCase();
}

/** What a name says the file is; null when it says nothing that is taken. */
function kindOfName(fileName: string): FileKind | null {
  const ending = endingOf(fileName);
  return Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : null;
}

/** A name without an ending says nothing; any other must say what the content is. Signs that turn the direction of writing hide an ending. */
export function nameFits(fileName: string, kind: FileKind): boolean {
  if (/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(fileName)) return false;
  return endingOf(fileName) === '' || kindOfName(fileName) === kind;
}

/** What is shown re-drawn, without opening the file itself. */
export function isShownRedrawn(kind: FileKind): boolean {
  return ['PDF', 'JPEG', 'PNG', 'WEBP', 'TXT'].includes(kind);
}

/**
 * Whether the bytes may leave. A clean file may; one that nobody scanned only after a warning was read; one that waits or is blocked never.
 * @throws RuleBroken `blocked-by-scan`, `waits-for-scan` or `not-scanned`
 */
export function assertMayLeave(state: DocumentFileState, warned: boolean): void {
  if (state === 'INFECTED') throw new RuleBroken('blocked-by-scan');
  if (state === 'QUARANTINED' || state === 'UPLOADING') throw new RuleBroken('waits-for-scan');
  if (state === 'UNSCANNED' && !warned) throw new RuleBroken('not-scanned');
}

/** Re-drawn on a canvas nothing of the file runs: it may be looked at while nobody has scanned it. */
export function assertMayBeShown(state: DocumentFileState, kind: FileKind): void {
  assertMayLeave(state, true);
  if (!isShownRedrawn(kind)) throw new RuleBroken('not-shown', { kind });
}
