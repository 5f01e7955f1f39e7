import { actionsFrom } from '../process/process';
import { refusal } from '../process/refusal.spec-help';
import { caseNoteType } from '../vocabulary/notes';
import { noteProcess } from './note.process';
import {
  assertMayAskVoid,
  assertMayConfirmVoid,
  assertMaySign,
  assertMayWrite,
  classOfNote,
  countsAs,
  isReader,
  lastContact,
  NOTE_LENGTH,
  wordsOfClass,
} from './note.rules';

describe('a note', () => {
  it('has the class of its type', () => {
    const apart = caseNoteType.codes.filter((type) => classOfNote(type) !== 'CONFIDENTIAL');
    expect(apart.map((type) => [type, classOfNote(type)])).toEqual([
      ['SAFETY', 'RESTRICTED'],
      ['SENSITIVE', 'RESTRICTED'],
      ['LEGAL_PRIV', 'SEALED'],
    ]);
    expect([wordsOfClass('RESTRICTED').read, wordsOfClass('CONFIDENTIAL').write, wordsOfClass('SEALED').read]).toEqual([
      'note:read-restricted',
      'note:write',
      'note:read-privileged',
    ]);
  });

  it('R-CA-06: is written by its author until signed, then by nobody', () => {
    expect(() => assertMayWrite({ state: 'DRAFT', author: 'a' }, 'a')).not.toThrow();
    expect(refusal(() => assertMayWrite({ state: 'DRAFT', author: 'a' }, 'b')).code).toBe('not-author');
    expect(refusal(() => assertMayWrite({ state: 'FINAL', author: 'a' }, 'a')).code).toBe('note-signed');
    expect(actionsFrom(noteProcess, 'FINAL')).toEqual(['ask_void']);
  });

  it('R-AC-04: as a draft, sensitive or privileged is not everybody’s', () => {
    const note = { type: 'CONTACT', state: 'FINAL', author: 'a', namedReaders: ['n'] } as const;
    const legal = { id: 'l', roleOnCase: 'LEGAL' } as const;
    const worker = { id: 'w', roleOnCase: 'CASEWORKER' } as const;
    expect(isReader(note, worker)).toBe(true);
    expect([isReader({ ...note, state: 'DRAFT' }, worker), isReader({ ...note, state: 'DRAFT' }, { ...worker, id: 'a' })]).toEqual([
      false,
      true,
    ]);
    expect([isReader({ ...note, type: 'SENSITIVE' }, worker), isReader({ ...note, type: 'SENSITIVE' }, { ...worker, id: 'n' })]).toEqual([
      false,
      true,
    ]);
    expect([isReader({ ...note, type: 'LEGAL_PRIV' }, worker), isReader({ ...note, type: 'LEGAL_PRIV' }, legal)]).toEqual([false, true]);
  });
});

describe('signing', () => {
  const note = { type: 'CONTACT', length: 10, corrected: null, namedReaders: [] } as const;

  it('takes some words, and not a book', () => {
    expect(() => assertMaySign({ ...note, length: NOTE_LENGTH })).not.toThrow();
    expect(refusal(() => assertMaySign({ ...note, length: 0 })).fields).toEqual({ body: ['missing'] });
    expect(refusal(() => assertMaySign({ ...note, length: NOTE_LENGTH + 1 })).fields).toEqual({ body: ['too-long'] });
  });

  it('R-CA-06: a correction points to a signed note', () => {
    expect(() => assertMaySign({ ...note, type: 'CORRECTION', corrected: 'FINAL' })).not.toThrow();
    for (const corrected of [null, 'DRAFT', 'VOIDED'] as const)
      expect(refusal(() => assertMaySign({ ...note, type: 'CORRECTION', corrected })).fields).toEqual({ corrects: ['not-a-signed-note'] });
  });

  it('a sensitive note names who reads it', () => {
    expect(() => assertMaySign({ ...note, type: 'SENSITIVE', namedReaders: ['n'] })).not.toThrow();
    expect(refusal(() => assertMaySign({ ...note, type: 'SENSITIVE' })).fields).toEqual({ namedReaders: ['missing'] });
  });
});

describe('the last contact', () => {
  const at = (day: string) => `2026-03-${day}T10:00:00Z`;

  it('R-CA-07: only a contact is a contact', () => {
    expect(caseNoteType.codes.filter((type) => countsAs(type))).toEqual(['CONTACT', 'ATTEMPT']);
    const notes = [
      { type: 'CONTACT', state: 'FINAL', at: at('01') },
      { type: 'ATTEMPT', state: 'FINAL', at: at('05') },
      { type: 'HOME_VISIT', state: 'FINAL', at: at('06') },
    ] as const;
    expect(lastContact(notes)).toEqual({ contactAt: at('01'), attemptAt: at('05') });
  });

  it('R-CA-07: drafts and voided notes do not count, a note asked to be voided still does', () => {
    const notes = [
      { type: 'CONTACT', state: 'VOID_ASKED', at: at('01') },
      { type: 'CONTACT', state: 'VOIDED', at: at('02') },
      { type: 'CONTACT', state: 'DRAFT', at: at('03') },
    ] as const;
    expect(lastContact(notes)).toEqual({ contactAt: at('01'), attemptAt: null });
    expect(lastContact([])).toEqual({ contactAt: null, attemptAt: null });
  });
});

describe('a note in the wrong file', () => {
  it('is asked to be voided by its author, with a reason', () => {
    expect(() => assertMayAskVoid('a', 'a', 'Belongs elsewhere')).not.toThrow();
    expect(refusal(() => assertMayAskVoid('a', 'b', 'Belongs elsewhere')).code).toBe('not-author');
    expect(refusal(() => assertMayAskVoid('a', 'a', '')).code).toBe('reason-missing');
  });

  it('is voided by somebody else, and stays voided', () => {
    expect(() => assertMayConfirmVoid('a', 'b')).not.toThrow();
    expect(refusal(() => assertMayConfirmVoid('a', 'a')).code).toBe('same-person');
    expect(actionsFrom(noteProcess, 'VOIDED')).toEqual([]);
  });
});
