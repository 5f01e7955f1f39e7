import { Injectable } from '@nestjs/common';
import type { NoteInput } from '@panah/contracts/notes.contract';
import { assertMaySign, classOfNote, wordsOfClass } from '@panah/domain/notes/note.rules';
import { caseNoteType, type CaseNoteType } from '@panah/domain/vocabulary/notes';
import type { CaseFile } from '../cases/case.entity';
import { CaseRecords } from '../cases/case.records';
import { pastMoment } from '../platform/errors/past-moment';
import { invalid } from '../platform/errors/problem';
import type { NotePlain, NoteSecrets, OpenNote, ShownNote } from './note.entity';
import { NoteRecords } from './note.records';

/** A note somebody wrote, checked against the case it is written on. */
export interface WrittenNote {
  file: CaseFile;
  plain: NotePlain;
  secrets: NoteSecrets;
  corrected: ShownNote | null;
}

/** What somebody wrote, made into a note of one case: class, readers, and the note it corrects. */
@Injectable()
export class NoteWriting {
  constructor(
    private readonly notes: NoteRecords,
    private readonly cases: CaseRecords,
  ) {}

  /** Throws 403 or 404 when the writer may not write this class of note on the case, 422 when a field does not fit it. */
  async on(caseId: string, input: NoteInput): Promise<WrittenNote> {
    const type = typeOf(input.type);
    const corrected = await this.corrected(caseId, type, input.corrects);
    const noteClass = corrected?.class ?? classOfNote(type);
    const file = await this.cases.reachable(caseId, wordsOfClass(noteClass).write);
    const readers = corrected ? corrected.readers : await this.readers(caseId, type, input.namedReaders ?? []);
    const plain = {
      type,
      class: noteClass,
      happenedAt: pastMoment('happenedAt', input.happenedAt),
      readers,
      correctsId: corrected?.id ?? null,
    };
    return { file, plain, secrets: secretsOf(input), corrected };
  }

  /** A correction is read by whoever may read what it corrects (R-CA-06), and by nobody else. */
  private async corrected(caseId: string, type: CaseNoteType, id: string | undefined): Promise<ShownNote | null> {
    if (type !== 'CORRECTION') return null;
    if (!id) throw invalid({ corrects: ['missing'] });
    const { row }: OpenNote = await this.notes.get(id);
    if (row.caseId !== caseId || row.type === 'CORRECTION' || row.state === 'DRAFT') throw invalid({ corrects: ['not-a-signed-note'] });
    return row;
  }

  private async readers(caseId: string, type: CaseNoteType, named: string[]): Promise<string[] | null> {
    if (type !== 'SENSITIVE') return null;
    const onTeam = named.length ? await this.notes.readersOf(caseId, named) : [];
    if (onTeam.length < named.length) throw invalid({ namedReaders: ['not-on-team'] });
    return named;
  }
}

/** Throws RuleBroken when the note is not ready to be signed. */
export function checkMaySign({ plain, secrets, corrected }: WrittenNote): void {
  assertMaySign({
    type: plain.type,
    length: secrets.body.trim().length,
    corrected: corrected?.state ?? null,
    namedReaders: plain.readers ?? [],
  });
}

function typeOf(type: string): CaseNoteType {
  if (!caseNoteType.has(type)) throw invalid({ type: ['isIn'] });
  return type;
}

function secretsOf({ body, direction, channel, minutes }: NoteInput): NoteSecrets {
  return { body: body ?? '', direction: direction ?? null, channel: channel ?? null, minutes: minutes ?? null };
}
