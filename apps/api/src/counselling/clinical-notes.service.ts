import { Injectable } from '@nestjs/common';
import type { ClinicalNoteInput, ClinicalNoteListView, ClinicalNoteView } from '@panah/contracts/counselling-notes.contract';
import { assertMayAdd, assertMaySignNote } from '@panah/domain/counselling/counselling.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { currentActor } from '../platform/access/current-reach';
import { pastMoment } from '../platform/errors/past-moment';
import { invalid, notFound } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { ClinicalNoteRecords, type NotePlain } from './clinical-note.records';
import { clinicalNoteView, isClinical, isOwn } from './counselling.view';
import type { OpenNote } from './episode';
import { EpisodeRecords } from './episode.records';
import { SessionRecords } from './session.records';

/** Notes that belong to the record of the client: written, signed once, added to by their author. */
@Injectable()
export class ClinicalNotes {
  constructor(
    private readonly notes: ClinicalNoteRecords,
    private readonly episodes: EpisodeRecords,
    private readonly sessions: SessionRecords,
    private readonly staff: StaffRecords,
  ) {}

  async of(id: string): Promise<ClinicalNoteListView> {
    const { row } = await this.episodes.get(id, 'clinical-note:read');
    const notes = await this.notes.of([id]);
    if (!isClinical(row) && notes.length === 0) throw notFound();
    const names = await this.staff.names(notes.map((note) => note.row.authorId));
    return { id, items: notes.map((note) => clinicalNoteView(note, names, new Date())), actions: isOwn(row) ? ['write'] : [] };
  }

  async read(id: string): Promise<ClinicalNoteView> {
    return this.view(await this.notes.get(id));
  }

  async draft(episodeId: string, input: ClinicalNoteInput): Promise<ClinicalNoteView> {
    const { row } = await this.episodes.hold(episodeId, 'clinical-note:write');
    // after the end the summary is still due, and an addendum may be needed: the counsellor of the episode writes both
    if (row.counsellorId !== currentActor().staffId) throw notFound();
    const plain = await this.plainOf(episodeId, input);
    return this.read(await this.notes.add(row, plain, input.body));
  }

  async keep(id: string, version: number, input: ClinicalNoteInput): Promise<ClinicalNoteView> {
    const note = await this.ownDraft(id);
    await this.notes.keep(note, version, await this.plainOf(note.row.episodeId, input, note), input.body);
    return this.read(id);
  }

  async sign(id: string, version: number, input: ClinicalNoteInput): Promise<ClinicalNoteView> {
    const note = await this.notes.hold(id);
    assertMaySignNote({ ...note.row, body: input.body }, currentActor().staffId);
    await this.notes.sign(note, version, await this.plainOf(note.row.episodeId, input, note), input.body);
    return this.read(id);
  }

  async discard(id: string): Promise<void> {
    await this.notes.discard(await this.ownDraft(id));
  }

  private async ownDraft(id: string): Promise<OpenNote> {
    const note = await this.notes.hold(id);
    if (note.row.authorId !== currentActor().staffId) throw new RuleBroken('not-the-author');
    if (note.row.state !== 'DRAFT') throw new RuleBroken('not-open', { state: note.row.state, action: 'edit', open: [] });
    return note;
  }

  private async plainOf(episodeId: string, input: ClinicalNoteInput, before?: OpenNote): Promise<NotePlain> {
    const happenedAt = pastMoment('happenedAt', input.happenedAt);
    if (input.sessionId && !(await this.sessions.of([episodeId])).some(({ id }) => id === input.sessionId))
      throw invalid({ sessionId: ['not-of-this-episode'] });
    const addsToId = before ? before.row.addsToId : (input.addsTo ?? null);
    if (addsToId && !before) await this.checkAddition(episodeId, addsToId);
    return { type: input.type, sessionId: input.sessionId ?? null, happenedAt, addsToId };
  }

  private async checkAddition(episodeId: string, addsToId: string): Promise<void> {
    const original = (await this.notes.of([episodeId])).find(({ row }) => row.id === addsToId);
    if (!original || original.row.addsToId) throw invalid({ addsTo: ['not-a-signed-note'] });
    assertMayAdd(original.row, currentActor().staffId);
  }

  private async view(note: OpenNote): Promise<ClinicalNoteView> {
    return clinicalNoteView(note, await this.staff.names([note.row.authorId]), new Date());
  }
}
