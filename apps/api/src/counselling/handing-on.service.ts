import { Injectable } from '@nestjs/common';
import type { HandingOnInput, HandingOnView } from '@panah/contracts/handing-on.contract';
import type { Word } from '@panah/domain/access/access-table';
import { RuleBroken } from '@panah/domain/process/process';
import { ConsentForAct } from '../consents/consent-for-act.records';
import { currentActor } from '../platform/access/current-reach';
import { notFound } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import type { EpisodeRow } from './episode';
import { EpisodeRecords } from './episode.records';
import { HandingOnRecords } from './handing-on.records';
import { PrivateNoteRecords } from './private-note.records';
import { personOf } from './counselling.view';

/** R-CN-07: private notes go with their author, unless the client agreed in writing that one colleague may have them. */
@Injectable()
export class HandingOn {
  constructor(
    private readonly arranged: HandingOnRecords,
    private readonly notes: PrivateNoteRecords,
    private readonly episodes: EpisodeRecords,
    private readonly consents: ConsentForAct,
    private readonly staff: StaffRecords,
  ) {}

  async read(episodeId: string): Promise<HandingOnView> {
    const row = await this.own(episodeId, 'counselling:work');
    const successors = await this.successors(episodeId);
    const arranged = await this.arranged.own(row);
    const names = await this.staff.names([...successors, ...(arranged ? [arranged.toId] : [])]);
    return {
      id: episodeId,
      to: arranged && personOf(arranged.toId, names),
      agreedAt: arranged?.agreedAt.toISOString() ?? null,
      holds: arranged?.holds ?? false,
      successors: successors.map((id) => personOf(id, names)),
      actions: [...(successors.length ? ['hand_on'] : []), ...(arranged ? ['take_back'] : [])],
    };
  }

  /** Records the written consent, and rests on it in the same act. */
  async arrange(episodeId: string, { successorId, ...given }: HandingOnInput): Promise<HandingOnView> {
    const row = await this.own(episodeId, 'private-note:hand_on');
    if (!(await this.successors(episodeId)).includes(successorId))
      throw new RuleBroken('counsellor-not-suitable', {}, { successorId: ['not-on-team'] });
    const { clientId, caseId, language } = row;
    const name = (await this.staff.names([successorId])).get(successorId) ?? '';
    const asked = { purpose: 'C07_COUNSELLING', scope: ['PROCESS_NOTES'], recipients: [{ kind: 'PERSON', name }], language };
    const word = { ...asked, ...given, decision: 'GIVEN', method: 'WRITTEN' };
    const grant = await this.consents.given({ id: caseId, clientId }, word);
    await this.arranged.arrange(row, successorId, grant);
    return this.read(episodeId);
  }

  async takeBack(episodeId: string): Promise<HandingOnView> {
    await this.arranged.takeBack(await this.own(episodeId, 'private-note:take_back'));
    return this.read(episodeId);
  }

  /** An episode of the actor: whoever counsels, or wrote something about it. For everybody else it is not there. */
  private async own(episodeId: string, word: Word): Promise<EpisodeRow> {
    const { row } = await this.episodes.get(episodeId, word);
    const { staffId } = currentActor();
    const wrote = (await this.notes.of(episodeId)).some((note) => note.row.authorId === staffId);
    if (row.counsellorId !== staffId && !wrote) throw notFound();
    return row;
  }

  /** Other counsellors on the client's team who may know the client. */
  private async successors(episodeId: string): Promise<string[]> {
    const known = await this.episodes.candidates(episodeId);
    return known.filter(({ id, onTeam, blocked }) => onTeam && !blocked && id !== currentActor().staffId).map(({ id }) => id);
  }
}
