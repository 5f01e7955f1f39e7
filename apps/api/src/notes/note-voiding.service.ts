import { Injectable } from '@nestjs/common';
import type { NoteVoidInput } from '@panah/contracts/notes.contract';
import { parseCaseRef } from '@panah/domain/numbers/case-ref';
import { noteProcess } from '@panah/domain/notes/note.process';
import { assertMayAskVoid, assertMayConfirmVoid } from '@panah/domain/notes/note.rules';
import { move, RuleBroken } from '@panah/domain/process/process';
import type { CaseFile } from '../cases/case.entity';
import { CaseRecords } from '../cases/case.records';
import { currentActor, currentReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { invalid, notFound } from '../platform/errors/problem';
import type { NoteSecrets, OpenNote } from './note.entity';
import { NoteChangeRecords } from './note-change.records';
import { NoteRecords } from './note.records';

/** A note in the wrong file: its author asks, a coordinator voids it, and puts it into the right file in the same act. */
@Injectable()
export class NoteVoiding {
  constructor(
    private readonly notes: NoteRecords,
    private readonly changes: NoteChangeRecords,
    private readonly cases: CaseRecords,
  ) {}

  async ask(id: string, { reason, explanation }: NoteVoidInput): Promise<void> {
    const note = await this.notes.hold(id);
    const to = move(noteProcess, note.row.state, 'ask_void');
    assertMayAskVoid(note.row.authorId, currentActor().staffId, reason);
    currentLine().because(reason);
    await this.changes.move(note, 'ask_void', to, { voidReason: reason, voidAskedAt: new Date() }, { reason, note: explanation });
  }

  async confirm(id: string, moveToCaseRef: string | null): Promise<void> {
    const note = await this.decidable(id);
    const to = move(noteProcess, note.row.state, 'confirm_void');
    if (moveToCaseRef) await this.moveTo(await this.rightFile(note, moveToCaseRef), note);
    await this.changes.move(note, 'confirm_void', to, { sealed: null, voidedAt: new Date(), voidedBy: currentActor().staffId });
    if (note.row.type === 'CONTACT') await this.changes.reckonLastContact(note.row.caseId);
    const { clientId, officeId } = note.row;
    currentLine().about('note', id, { clientId, officeId });
  }

  async refuse(id: string, explanation: string): Promise<void> {
    const note = await this.decidable(id);
    const to = move(noteProcess, note.row.state, 'refuse_void');
    await this.changes.move(note, 'refuse_void', to, { voidReason: null, voidAskedAt: null }, { note: explanation });
  }

  /** The note, where the one who is asking is coordinator of its office and somebody else wrote it. */
  private async decidable(id: string): Promise<OpenNote> {
    const note = await this.notes.hold(id);
    if (!currentReach('note:confirm-void').offices.includes(note.row.officeId)) throw notFound();
    assertMayConfirmVoid(note.row.authorId, currentActor().staffId);
    return note;
  }

  private async rightFile({ row }: OpenNote, typed: string): Promise<CaseFile> {
    const caseRef = parseCaseRef(typed);
    const caseId = caseRef && (await this.changes.caseOfReference(caseRef));
    if (!caseId) throw invalid({ moveToCaseRef: ['not-in-reach'] });
    if (caseId === row.caseId) throw invalid({ moveToCaseRef: ['same-file'] });
    return this.cases.reachable(caseId, 'note:confirm-void');
  }

  private async moveTo(file: CaseFile, note: OpenNote): Promise<void> {
    const { row } = note;
    // whoever decides does not read a privileged note; the legal adviser writes it anew in the right file
    if (!isMovable(note)) throw new RuleBroken('note-not-movable', { type: row.type }, { moveToCaseRef: ['not-movable'] });
    const movedId = await this.changes.addMoved(note, file);
    currentLine().returned('note', [movedId]);
    if (row.type === 'CONTACT') await this.cases.touchContact(file.id, row.happenedAt);
  }
}

/** A correction stays with what it corrects. */
function isMovable(note: OpenNote): note is OpenNote & { secrets: NoteSecrets } {
  return note.secrets !== null && note.row.class !== 'SEALED' && note.row.type !== 'CORRECTION';
}
