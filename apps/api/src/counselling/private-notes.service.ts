import { Injectable } from '@nestjs/common';
import type { PrivateNoteInput, PrivateNoteListView, PrivateNoteView } from '@panah/contracts/counselling-notes.contract';
import { assertMaySignNote } from '@panah/domain/counselling/counselling.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { currentActor } from '../platform/access/current-reach';
import { pastMoment } from '../platform/errors/past-moment';
import { invalid, notFound } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { privateNoteView } from './counselling.view';
import { EpisodeRecords } from './episode.records';
import { EpisodesService } from './episodes.service';
import { type OpenPrivateNote, type PrivatePlain, PrivateNoteRecords } from './private-note.records';
import { SessionRecords } from './session.records';

/** What a counsellor keeps for themself. Everybody else is answered as if there were nothing (R-CN-01). */
@Injectable()
export class PrivateNotes {
  constructor(
    private readonly notes: PrivateNoteRecords,
    private readonly episodes: EpisodeRecords,
    private readonly service: EpisodesService,
    private readonly sessions: SessionRecords,
    private readonly staff: StaffRecords,
  ) {}

  /** The reader's own, and those for supervision that name them. Whoever has none and does not work on the episode is told that there is no such episode. */
  async of(episodeId: string): Promise<PrivateNoteListView> {
    const notes = await this.notes.of(episodeId);
    const [first] = notes;
    // names the episode on the audit line, as all work on it does
    if (first) await this.notes.get(first.row.id);
    else if ((await this.episodes.get(episodeId, 'counselling:work')).row.counsellorId !== currentActor().staffId) throw notFound();
    return { id: episodeId, items: await this.views(notes) };
  }

  async read(id: string): Promise<PrivateNoteView> {
    const [view] = await this.views([await this.notes.get(id)]);
    if (!view) throw notFound();
    return view;
  }

  /** Notes for supervision that were handed to the reader. */
  async toSupervise(): Promise<PrivateNoteView[]> {
    return this.views(await this.notes.toSupervise());
  }

  async draft(episodeId: string, input: PrivateNoteInput): Promise<PrivateNoteView> {
    const { row } = await this.service.own(episodeId);
    const id = await this.notes.add(row, await this.plainOf(episodeId, row.supervisorId, input), input.body);
    return this.read(id);
  }

  async keep(id: string, version: number, input: PrivateNoteInput): Promise<PrivateNoteView> {
    return this.write(id, version, input, false);
  }

  async sign(id: string, version: number, input: PrivateNoteInput): Promise<PrivateNoteView> {
    return this.write(id, version, input, true);
  }

  async discard(id: string): Promise<void> {
    const note = await this.notes.hold(id);
    if (note.row.state !== 'DRAFT') throw new RuleBroken('not-open', { state: note.row.state, action: 'discard', open: [] });
    await this.notes.discard(note);
  }

  private async write(id: string, version: number, input: PrivateNoteInput, signed: boolean): Promise<PrivateNoteView> {
    const note = await this.notes.hold(id);
    if (note.row.state !== 'DRAFT') throw new RuleBroken('not-open', { state: note.row.state, action: 'edit', open: [] });
    if (signed) assertMaySignNote({ ...note.row, body: input.body }, currentActor().staffId);
    await this.notes.keep(note, version, await this.plainOf(note.row.episodeId, note.row.supervisorId, input), input.body, signed);
    return this.read(id);
  }

  private async plainOf(episodeId: string, known: string | null, input: PrivateNoteInput): Promise<PrivatePlain> {
    const happenedAt = pastMoment('happenedAt', input.happenedAt);
    if (input.sessionId && !(await this.sessions.of([episodeId])).some(({ id }) => id === input.sessionId))
      throw invalid({ sessionId: ['not-of-this-episode'] });
    const supervises = input.type === 'SUPERVISION';
    const supervisorId = supervises ? (known ?? (await this.episodes.get(episodeId, 'counselling:work')).row.supervisorId) : null;
    return { type: input.type, sessionId: input.sessionId ?? null, happenedAt, addsToId: null, supervisorId };
  }

  private async views(notes: readonly OpenPrivateNote[]): Promise<PrivateNoteView[]> {
    const names = await this.staff.names(notes.map(({ row }) => row.authorId));
    return notes.map((note) => privateNoteView(note, names));
  }
}
