import type { Role, Word } from '../access/access-table';
import { RuleBroken } from '../process/process';
import type { CaseNoteType } from '../vocabulary/notes';
import type { NoteState } from './note.process';

export const NOTE_LENGTH = 20_000;

/** Model 2.16: the class follows from the type, so that nobody has to think of it. */
export type NoteClass = 'CONFIDENTIAL' | 'RESTRICTED' | 'SEALED';

export function classOfNote(type: CaseNoteType): NoteClass {
  if (type === 'LEGAL_PRIV') return 'SEALED';
  return type === 'SAFETY' || type === 'SENSITIVE' ? 'RESTRICTED' : 'CONFIDENTIAL';
}

/** The words of the access table by which a note of a class is read and written on a case. */
export function wordsOfClass(noteClass: NoteClass): { read: Word; write: Word } {
  if (noteClass === 'SEALED') return { read: 'note:read-privileged', write: 'note:write-privileged' };
  return noteClass === 'RESTRICTED'
    ? { read: 'note:read-restricted', write: 'note:write-restricted' }
    : { read: 'note:read', write: 'note:write' };
}

/**
 * What a note asks of its reader beside the word of the access table: a draft is its author's; a sensitive note is for named readers,
 * a legally privileged one for the case's legal adviser (R-AC-04).
 */
export function isReader(
  note: { type: CaseNoteType; state: NoteState; author: string; namedReaders: readonly string[] },
  reader: { id: string; roleOnCase: Role | null },
): boolean {
  if (note.author === reader.id) return true;
  if (note.state === 'DRAFT') return false;
  if (note.type === 'SENSITIVE') return note.namedReaders.includes(reader.id);
  return note.type !== 'LEGAL_PRIV' || reader.roleOnCase === 'LEGAL';
}

/** R-CA-07: only a CONTACT is a contact; an ATTEMPT is shown beside it. Other types say nothing about either. */
export function countsAs(type: CaseNoteType): 'CONTACT' | 'ATTEMPT' | null {
  return type === 'CONTACT' || type === 'ATTEMPT' ? type : null;
}

/** The way by which somebody went out to the person; null where nobody did, or by none that has a number or an address. */
export function wayOut(note: { type: CaseNoteType; direction: string | null; channel: string | null }): string | null {
  return countsAs(note.type) !== null && note.direction === 'OUTGOING' ? note.channel : null;
}

/** Whether voiding is under way or not, a signed note counts until it is voided. */
function isInForce(state: NoteState): boolean {
  return state === 'FINAL' || state === 'VOID_ASKED';
}

/** The newest contact and attempt (ISO instants with Z) among the signed notes of a case (R-CA-07). */
export function lastContact(notes: readonly { type: CaseNoteType; state: NoteState; at: string }[]): {
  contactAt: string | null;
  attemptAt: string | null;
} {
  const newest = (kind: 'CONTACT' | 'ATTEMPT') =>
    notes
      .filter((note) => isInForce(note.state) && countsAs(note.type) === kind)
      .reduce<string | null>((latest, note) => (latest === null || note.at > latest ? note.at : latest), null);
  return { contactAt: newest('CONTACT'), attemptAt: newest('ATTEMPT') };
}

/**
 * A signed note never changes (R-CA-06).
 * @throws RuleBroken `note-signed`.
 */
export function assertMayWrite(note: { state: NoteState; author: string }, by: string): void {
  if (note.state !== 'DRAFT') throw new RuleBroken('note-signed', { state: note.state });
  if (note.author !== by) throw new RuleBroken('not-author');
}

/**
 * A note may be signed: it says something, a CORRECTION points to a signed note of the same case (R-CA-06), and a sensitive one names readers.
 * @param corrected state of the note corrected, null when none was named.
 * @throws RuleBroken `note-incomplete` with the fields.
 */
export function assertMaySign(note: {
  type: CaseNoteType;
  length: number;
  corrected: NoteState | null;
  namedReaders: readonly string[];
}): void {
  const fields: Record<string, string[]> = {};
  // an attempt that nobody answered may have nothing to tell
  if (note.length === 0 && note.type !== 'ATTEMPT') fields.body = ['missing'];
  if (note.length > NOTE_LENGTH) fields.body = ['too-long'];
  if (note.type === 'CORRECTION' && !(note.corrected && isInForce(note.corrected))) fields.corrects = ['not-a-signed-note'];
  if (note.type === 'SENSITIVE' && note.namedReaders.length === 0) fields.namedReaders = ['missing'];
  if (Object.keys(fields).length) throw new RuleBroken('note-incomplete', { longest: NOTE_LENGTH }, fields);
}

/**
 * The author asks that a note in the wrong file be voided.
 * @throws RuleBroken `not-author` or `reason-missing`.
 */
export function assertMayAskVoid(author: string, by: string, reason: string | null): void {
  if (author !== by) throw new RuleBroken('not-author');
  if (!reason?.trim()) throw new RuleBroken('reason-missing', {}, { reason: ['missing'] });
}

/**
 * Somebody else confirms it; the text closes for everyone and the line stays.
 * @throws RuleBroken `same-person`.
 */
export function assertMayConfirmVoid(askedBy: string, by: string): void {
  if (askedBy === by) throw new RuleBroken('same-person', { act: 'VOID_NOTE' });
}
