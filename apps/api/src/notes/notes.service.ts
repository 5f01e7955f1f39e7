import { Injectable } from '@nestjs/common';
import type { NoteInput, NoteListQuery, NoteListView, NoteReadersView, NoteView } from '@panah/contracts/notes.contract';
import { move } from '@panah/domain/process/process';
import { noteProcess } from '@panah/domain/notes/note.process';
import { assertMayWrite, countsAs, wayOut } from '@panah/domain/notes/note.rules';
import { CaseRecords } from '../cases/case.records';
import { ContactSafety } from '../clients/contact-safety.records';
import { currentActor } from '../platform/access/current-reach';
import { StaffRecords } from '../staff/staff.records';
import { NoteChangeRecords } from './note-change.records';
import { NoteRecords } from './note.records';
import { writableTypes } from './note.view';
import { NoteWriting, type WrittenNote, checkMaySign } from './note-writing';

@Injectable()
export class NotesService {
  constructor(
    private readonly notes: NoteRecords,
    private readonly changes: NoteChangeRecords,
    private readonly writing: NoteWriting,
    private readonly cases: CaseRecords,
    private readonly staff: StaffRecords,
    private readonly contacts: ContactSafety,
  ) {}

  async list(caseId: string, query: NoteListQuery): Promise<NoteListView> {
    const file = await this.cases.reachable(caseId, 'note:read');
    const { notes, total, next } = await this.notes.list(caseId, query);
    const drafts = query.cursor ? [] : await this.notes.drafts(caseId);
    const views = await this.notes.views([...drafts, ...notes]);
    return { items: views.slice(drafts.length), drafts: views.slice(0, drafts.length), total, next, types: writableTypes(file) };
  }

  async readers(caseId: string): Promise<NoteReadersView> {
    await this.cases.reachable(caseId, 'note:read');
    const members = await this.notes.readersOf(caseId);
    const names = await this.staff.names(members.map(({ id }) => id));
    return { items: members.map(({ id, role }) => ({ id, role, name: names.get(id) ?? '' })) };
  }

  async read(id: string): Promise<NoteView> {
    const note = await this.notes.get(id);
    const [view] = await this.notes.views([note]);
    return view;
  }

  async draft(caseId: string, input: NoteInput): Promise<NoteView> {
    const { file, plain, secrets } = await this.writing.on(caseId, input);
    return this.read(await this.changes.add(file, plain, secrets));
  }

  async keep(id: string, version: number, input: NoteInput): Promise<NoteView> {
    const note = await this.notes.hold(id);
    assertMayWrite({ state: note.row.state, author: note.row.authorId }, currentActor().staffId);
    const { plain, secrets } = await this.writing.on(note.row.caseId, input);
    await this.changes.keep(note, version, plain, secrets);
    return this.read(id);
  }

  /** What is signed is what the author sees: the text comes with the signature. */
  async sign(id: string, version: number, input: NoteInput): Promise<NoteView> {
    const note = await this.notes.hold(id);
    move(noteProcess, note.row.state, 'sign');
    assertMayWrite({ state: note.row.state, author: note.row.authorId }, currentActor().staffId);
    const written = await this.writing.on(note.row.caseId, input);
    await this.check(written);
    await this.changes.keep(note, version, written.plain, written.secrets);
    return this.signed(id, written, version + 1);
  }

  /** Written and signed in one act: how a contact is logged. */
  async write(caseId: string, input: NoteInput): Promise<NoteView> {
    const written = await this.writing.on(caseId, input);
    await this.check(written);
    const { file, plain, secrets } = written;
    const sealed = await this.changes.sealed(file, plain, secrets);
    // one round trip; the writer knows the words, so nothing is opened again
    const [row, names] = await Promise.all([
      this.changes.addSigned(sealed),
      this.staff.names([currentActor().staffId, ...(plain.readers ?? [])]),
      countsAs(plain.type) === 'CONTACT' ? this.cases.touchContact(file.id, plain.happenedAt) : undefined,
    ]);
    const [view] = this.notes.viewsNaming([{ row, secrets }], names);
    return view;
  }

  async discard(id: string): Promise<void> {
    const note = await this.notes.hold(id);
    assertMayWrite({ state: note.row.state, author: note.row.authorId }, currentActor().staffId);
    await this.changes.discard(note);
  }

  /** R-RI-07: nobody goes out by a way that is not safe; whoever did all the same writes it down as a note of safety. */
  private async check(written: WrittenNote): Promise<void> {
    checkMaySign(written);
    const { file, plain, secrets } = written;
    const way = wayOut({ type: plain.type, direction: secrets.direction, channel: secrets.channel });
    if (way) await this.contacts.assertWay(file.clientId, way);
  }

  private async signed(id: string, { file, plain }: WrittenNote, version: number): Promise<NoteView> {
    await this.changes.sign(id, file, version);
    if (countsAs(plain.type) === 'CONTACT') await this.cases.touchContact(file.id, plain.happenedAt);
    return this.read(id);
  }
}
