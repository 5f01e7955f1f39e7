import { Injectable } from '@nestjs/common';
import type { CounsellingEpisodeView, CounsellingSessionInput } from '@panah/contracts/counselling.contract';
import { assertSession } from '@panah/domain/counselling/counselling.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords } from '../cases/case.records';
import type { SessionSecrets } from './episode';
import { EpisodeRecords } from './episode.records';
import { EpisodesService } from './episodes.service';
import { type SessionPlain, SessionRecords } from './session.records';

const UNDER_WAY: readonly string[] = ['ASSESSMENT', 'ACTIVE', 'ENDING'];

/** Sessions and who came. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionRecords,
    private readonly episodes: EpisodeRecords,
    private readonly service: EpisodesService,
    private readonly cases: CaseRecords,
  ) {}

  /** One that is planned, or one that took place. What it says of the next one is planned with it. */
  async add(id: string, input: CounsellingSessionInput): Promise<CounsellingEpisodeView> {
    const { row } = await this.service.own(id);
    if (!UNDER_WAY.includes(row.state)) throw new RuleBroken('not-open', { state: row.state, action: 'session', open: [] });
    const [plain, secrets] = this.checked(input);
    await this.sessions.add(row, plain, secrets);
    await this.follow(id, plain);
    return this.service.read(id);
  }

  /** Whether the person came. */
  async record(sessionId: string, version: number, input: CounsellingSessionInput): Promise<CounsellingEpisodeView> {
    const session = await this.sessions.hold(sessionId);
    const { row } = await this.service.own(session.episodeId);
    if (session.status !== 'SCHEDULED') throw new RuleBroken('not-open', { state: session.status, action: 'record', open: [] });
    const [plain, secrets] = this.checked(input);
    await this.sessions.record(session, version, plain, secrets);
    await this.follow(row.id, plain);
    return this.service.read(row.id);
  }

  /** Whoever came was in contact (R-CA-07 of the case); the next session is planned. */
  private async follow(id: string, { status, at, nextAt, modality, minutes }: SessionPlain): Promise<void> {
    const { row } = await this.episodes.get(id, 'counselling:work');
    if (nextAt)
      await this.sessions.add(
        row,
        { at: nextAt, minutes, modality, status: 'SCHEDULED', riskChecked: null, nextAt: null },
        { participants: null, interpreter: null },
      );
    if (status === 'ATTENDED' || status === 'CUT_SHORT') await this.cases.touchContact(row.caseId, at);
  }

  private checked(input: CounsellingSessionInput): [SessionPlain, SessionSecrets] {
    const { at, minutes, modality, status, riskChecked, nextAt, participants, interpreter } = input;
    assertSession({ at, status, riskChecked, nextAt }, new Date().toISOString());
    return [
      {
        at: new Date(at),
        minutes: minutes ?? null,
        modality,
        status,
        riskChecked: riskChecked ?? null,
        nextAt: nextAt ? new Date(nextAt) : null,
      },
      { participants: participants ?? null, interpreter: interpreter ?? null },
    ];
  }
}
