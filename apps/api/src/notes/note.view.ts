import type { NoteView } from '@panah/contracts/notes.contract';
import { actionsFrom } from '@panah/domain/process/process';
import { classOfNote, wordsOfClass } from '@panah/domain/notes/note.rules';
import { noteProcess, type NoteAction } from '@panah/domain/notes/note.process';
import { caseNoteType, type CaseNoteType } from '@panah/domain/vocabulary/notes';
import { currentActor, currentReach, hasWord } from '../platform/access/current-reach';
import { mayOn, type PlaceOfReader } from '../platform/access/may-on';
import type { OpenNote, ShownNote } from './note.entity';

/** @param names display names by staff id, for author and readers */
export function noteView({ row, secrets }: OpenNote, names: ReadonlyMap<string, string>): NoteView {
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  return {
    id: row.id,
    caseId: row.caseId,
    version: row.version,
    type: row.type,
    class: row.class,
    state: row.state,
    happenedAt: row.happenedAt.toISOString(),
    body: secrets?.body ?? null,
    direction: secrets?.direction ?? null,
    channel: secrets?.channel ?? null,
    minutes: secrets?.minutes ?? null,
    author: person(row.authorId),
    readers: row.readers?.map(person) ?? null,
    correctsId: row.correctsId,
    savedAt: row.savedAt.toISOString(),
    signedAt: row.signedAt?.toISOString() ?? null,
    movedAt: row.movedAt?.toISOString() ?? null,
    voidReason: row.voidReason,
    voidAskedAt: row.voidAskedAt?.toISOString() ?? null,
    voidedAt: row.voidedAt?.toISOString() ?? null,
    actions: actionsOf(row),
  };
}

const MAY: Record<NoteAction, (row: ShownNote) => boolean> = {
  sign: isOwn,
  ask_void: (row) => isOwn(row) && hasWord('note:ask-void'),
  confirm_void: mayDecideVoiding,
  refuse_void: mayDecideVoiding,
};

/** `edit`, `discard` and `correct` besides the steps of the process. */
function actionsOf(row: ShownNote): string[] {
  const steps: string[] = actionsFrom(noteProcess, row.state).filter((action) => MAY[action](row));
  if (row.state === 'DRAFT') return ['edit', ...steps, 'discard'];
  return row.state === 'FINAL' && row.type !== 'CORRECTION' && hasWord(wordsOfClass(row.class).write) ? ['correct', ...steps] : steps;
}

function isOwn(row: ShownNote): boolean {
  return row.authorId === currentActor().staffId;
}

function mayDecideVoiding(row: ShownNote): boolean {
  return !isOwn(row) && hasWord('note:confirm-void') && currentReach('note:confirm-void').offices.includes(row.officeId);
}

/** The types of note that the one who is asking may write on a case. */
export const writableTypes = (file: PlaceOfReader): CaseNoteType[] =>
  caseNoteType.codes.filter((type) => type !== 'CORRECTION' && mayOn(wordsOfClass(classOfNote(type)).write, file));
