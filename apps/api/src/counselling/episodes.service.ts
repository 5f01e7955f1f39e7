import { Injectable } from '@nestjs/common';
import type {
  CaseCounsellingView,
  CounsellingContactInput,
  CounsellingEditInput,
  CounsellingEpisodeView,
  CounsellingRequestInput,
} from '@panah/contracts/counselling.contract';
import type { CounsellorCandidatesView } from '@panah/contracts/counselling-desk.contract';
import { assertSession } from '@panah/domain/counselling/counselling.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import { notFound } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { NeutralTitle } from '../tasks/neutral-title.records';
import { ClinicalNoteRecords } from './clinical-note.records';
import { isClinical, isOwn, clinicalNoteView, episodeView, screeningView } from './counselling.view';
import type { OpenEpisode, OpenNote } from './episode';
import { EpisodeRecords } from './episode.records';
import { ScreeningRecords } from './screening.records';
import { SessionRecords } from './session.records';

/** Episodes: asked for, read, worked on. */
@Injectable()
export class EpisodesService {
  constructor(
    private readonly episodes: EpisodeRecords,
    private readonly sessions: SessionRecords,
    private readonly notes: ClinicalNoteRecords,
    private readonly screenings: ScreeningRecords,
    private readonly cases: CaseRecords,
    private readonly staff: StaffRecords,
    private readonly titles: NeutralTitle,
  ) {}

  /** Counselling on one file: each reader's own part of it. */
  async ofCase(caseId: string): Promise<CaseCounsellingView> {
    const file = await this.cases.reachable(caseId, 'counselling:read');
    const episodes = await this.episodes.ofCase(caseId);
    const ids = episodes.map(({ row }) => row.id);
    const risk = mayOn('clinical-note:read-risk', file) ? await this.riskNotes(ids) : [];
    const wellbeing = mayOn('screening:read-wellbeing', file) ? await this.screenings.of(ids) : [];
    const shown = wellbeing.filter(({ row }) => row.instrument === 'WHO5');
    const names = await this.staff.names([...risk.map(({ row }) => row.authorId), ...shown.map(({ row }) => row.authorId)]);
    return {
      id: caseId,
      episodes: await this.views(episodes, file),
      riskNotes: risk.map((note) => clinicalNoteView(note, names, new Date())),
      wellbeing: shown.map((one) => screeningView({ ...one, row: { ...one.row, answers: false } }, names)),
      actions: file.state !== 'CLOSED' && mayOn('counselling:request', file) ? ['request'] : [],
    };
  }

  async read(id: string): Promise<CounsellingEpisodeView> {
    const episode = await this.episodes.get(id, 'counselling:read');
    const [view] = await this.views([episode], null);
    if (!view) throw notFound();
    return view;
  }

  async request(caseId: string, input: CounsellingRequestInput): Promise<CounsellingEpisodeView> {
    const file = await this.cases.hold(caseId, 'counselling:request');
    if (file.state === 'CLOSED') throw new RuleBroken('not-open', { state: file.state, action: 'request', open: [] });
    const { service, source, question, themes, preferredGender, noTie } = input;
    // the lead reads it without knowing whose it is
    await this.titles.assert(question, file.clientId, 'question');
    const known = await this.episodes.ofCase(caseId);
    if (known.some(({ row }) => row.service === service && row.endedAt === null))
      throw new RuleBroken('already-asked', { service }, { service: ['already-asked'] });
    const language = input.language ?? (await this.episodes.languageOf(file.clientId));
    const secrets = {
      question,
      themes,
      preferredGender,
      noTie,
      riskAnswers: null,
      goals: '',
      alternative: null,
      words: null,
      finalMeasureDeclined: false,
    };
    return this.read(await this.episodes.add(file, { service, source, language }, secrets));
  }

  async edit(
    id: string,
    version: number,
    { goals, themes, plannedSessions, reviewOn }: CounsellingEditInput,
  ): Promise<CounsellingEpisodeView> {
    const episode = await this.own(id);
    const change = { plannedSessions: plannedSessions ?? null, reviewOn: reviewOn ?? episode.row.reviewOn };
    await this.episodes.work(episode, version, change, { ...episode.secrets, goals, themes });
    return this.read(id);
  }

  /** R-CN-02; on the consent to counselling (model 3.13: without it nothing new is told). */
  async share(id: string, version: number, text: string): Promise<CounsellingEpisodeView> {
    const episode = await this.own(id);
    if (!(await this.episodes.holdConsent(episode.row.clientId))) throw new RuleBroken('consent-missing', { purpose: 'C07_COUNSELLING' });
    await this.episodes.share(episode, version, text);
    return this.read(id);
  }

  /** A check-in while somebody waits, or an attempt that failed. */
  async contact(id: string, { kind, channel, at }: CounsellingContactInput): Promise<CounsellingEpisodeView> {
    const { row } = await this.episodes.hold(id, 'counselling:work');
    if (row.endedAt !== null) throw new RuleBroken('not-open', { state: row.state, action: 'contact', open: [] });
    if (!isClinical(row)) throw notFound();
    assertSession({ at, status: 'DNA' }, new Date().toISOString());
    await this.sessions.addContact(row, kind, channel, new Date(at));
    return this.read(id);
  }

  /** Whom the lead may give it to, and who may supervise: leads of counselling of the office, and other counsellors. */
  async candidates(id: string): Promise<CounsellorCandidatesView> {
    const { row } = await this.episodes.get(id, 'counselling:allocate');
    const found = await this.episodes.candidates(id);
    const names = await this.staff.names(found.map((one) => one.id));
    const named = found.map((one) => ({ ...one, name: names.get(one.id) ?? '' })).sort((a, b) => a.name.localeCompare(b.name));
    return {
      id: row.id,
      items: named.map((one) => ({ id: one.id, name: one.name, fits: one.onTeam && !one.blocked && !one.isWorker })),
      supervisors: named.filter(({ isWorker }) => !isWorker).map((one) => ({ id: one.id, name: one.name })),
    };
  }

  /** The episode, held by its counsellor. */
  async own(id: string): Promise<OpenEpisode> {
    const episode = await this.episodes.hold(id, 'counselling:work');
    if (!isOwn(episode.row)) throw notFound();
    return episode;
  }

  private async riskNotes(ids: readonly string[]): Promise<OpenNote[]> {
    return (await this.notes.of(ids)).filter(({ row }) => row.type === 'RISK' && row.state === 'SIGNED');
  }

  private async views(episodes: readonly OpenEpisode[], file: ReachedCase | null): Promise<CounsellingEpisodeView[]> {
    const sessions = await this.sessions.of(episodes.map(({ row }) => row.id));
    const opened = sessions.filter(({ episodeId }) => episodes.some(({ row }) => row.id === episodeId && isClinical(row)));
    const secrets = await this.sessions.open(opened);
    const sessionSecrets = new Map(opened.flatMap(({ id }, at) => (secrets[at] ? [[id, secrets[at]]] : [])));
    const names = await this.staff.names([
      ...episodes.flatMap(({ row }) => [row.counsellorId, row.supervisorId, row.sharedBy]),
      ...opened.map(({ counsellorId }) => counsellorId),
    ]);
    const views: CounsellingEpisodeView[] = [];
    for (const episode of episodes) {
      const { row } = episode;
      const clinical = isClinical(row);
      const parts = {
        sessions: sessions.filter(({ episodeId }) => episodeId === row.id),
        sessionSecrets,
        contacts: clinical ? await this.sessions.contacts(row.id) : [],
        summary: clinical || (await this.maySeeSummary(row.caseId, file)) ? await this.episodes.shared(row) : null,
        consented: clinical && (row.standingConsent ?? (await this.episodes.holdConsent(row.clientId))) !== null,
      };
      views.push(episodeView(episode, parts, names));
    }
    return views;
  }

  /** The summary is for the case team, and not for whoever answers for the office (model 5.1, row 17). */
  private async maySeeSummary(caseId: string, file: ReachedCase | null): Promise<boolean> {
    return mayOn('counselling:read-summary', file ?? (await this.cases.reachable(caseId, 'counselling:read')));
  }
}
