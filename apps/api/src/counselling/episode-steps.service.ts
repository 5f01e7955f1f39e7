import { Injectable } from '@nestjs/common';
import type { CounsellingAllocationInput } from '@panah/contracts/counselling-steps.contract';
import type { CounsellingEpisodeView } from '@panah/contracts/counselling.contract';
import { counsellingProcess, type CounsellingAction, type CounsellingState } from '@panah/domain/counselling/counselling.process';
import {
  assertCounsellingStep,
  assertMayCounsel,
  ENDING_SUMMARY_DAYS,
  type EpisodeFacts,
  REVIEW_AFTER_DAYS,
} from '@panah/domain/counselling/counselling.rules';
import { addDays } from '@panah/domain/dates/calendar-days';
import { move, RuleBroken } from '@panah/domain/process/process';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { currentActor } from '../platform/access/current-reach';
import { dayOf } from '../platform/access/today';
import { notFound } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { ClinicalNoteRecords } from './clinical-note.records';
import { leads } from './counselling-reach';
import { isClinical } from './counselling.view';
import type { EpisodeRow, EpisodeSecrets, OpenEpisode } from './episode';
import { type EpisodeChange, EpisodeRecords } from './episode.records';
import { EpisodesService } from './episodes.service';
import { ScreeningRecords } from './screening.records';
import { SessionRecords } from './session.records';

/** What came with a step. */
export interface StepGiven {
  urgency?: string;
  riskAsked?: boolean;
  riskAnswers?: string;
  counsellorId?: string;
  supervisorId?: string;
  preferenceRespected?: boolean;
  reason?: string;
  alternative?: string;
  goals?: string;
  limitsExplained?: boolean;
  plannedSessions?: number;
  reviewOn?: string;
  riskChecked?: boolean;
  finalMeasureDeclined?: boolean;
  words?: string;
}

/** The steps of an episode. */
@Injectable()
export class EpisodeSteps {
  constructor(
    private readonly episodes: EpisodeRecords,
    private readonly service: EpisodesService,
    private readonly sessions: SessionRecords,
    private readonly notes: ClinicalNoteRecords,
    private readonly screenings: ScreeningRecords,
    private readonly staff: StaffRecords,
  ) {}

  async step(id: string, action: CounsellingAction, given: StepGiven = {}): Promise<CounsellingEpisodeView> {
    const episode = await this.episodes.hold(id, `counselling:${action}`);
    const { row, secrets } = episode;
    if (!isClinical(row)) throw notFound();
    const { timeZone } = await this.staff.officeOf(row.officeId);
    const today = dayAt(new Date().toISOString(), timeZone);
    const candidates = action === 'allocate' ? await this.episodes.candidates(id) : [];
    const counsellor = candidates.find((one) => one.id === given.counsellorId) ?? null;
    const facts = await this.factsOf(episode, candidates.find(({ isWorker }) => isWorker)?.id ?? null);
    if (given.counsellorId && !counsellor) throw new RuleBroken('counsellor-not-suitable', {}, { counsellorId: ['not-on-team'] });
    if (given.supervisorId && !candidates.some((one) => one.id === given.supervisorId))
      throw new RuleBroken('counsellor-not-suitable', {}, { supervisorId: ['not-of-this-office'] });
    const { staffId } = currentActor();
    const isLead = leads(row.officeId) && row.counsellorId !== staffId;
    assertCounsellingStep(action, { ...given, counsellor, by: staffId, isLead, today }, facts);
    const to = move(counsellingProcess, row.state, action);
    const consentId = action === 'allocate' ? await this.episodes.holdConsent(row.clientId) : row.consentId;
    const change = { ...LEAVES[action](given, row, today), ...(action === 'allocate' ? { consentId } : {}) };
    await this.episodes.move(episode, action, to, change, wordsOf(action, given, secrets), codeOf(action, given));
    return this.service.read(id);
  }

  /** R-CN-07: another counsellor takes over. What the first one keeps privately stays theirs. */
  async handOver(
    id: string,
    { counsellorId, supervisorId, preferenceRespected }: CounsellingAllocationInput,
  ): Promise<CounsellingEpisodeView> {
    const episode = await this.episodes.hold(id, 'counselling:hand_over');
    const { row, secrets } = episode;
    const { staffId } = currentActor();
    if (!leads(row.officeId) || row.counsellorId === staffId) throw new RuleBroken('clinical-lead-only', { action: 'hand_over' });
    if (!UNDER_WAY.includes(row.state)) throw new RuleBroken('not-open', { state: row.state, action: 'hand_over', open: [] });
    const candidates = await this.episodes.candidates(id);
    const counsellor = candidates.find((one) => one.id === counsellorId);
    if (!counsellor || counsellorId === row.counsellorId)
      throw new RuleBroken('counsellor-not-suitable', {}, { counsellorId: ['not-on-team'] });
    if (!candidates.some((one) => one.id === supervisorId))
      throw new RuleBroken('counsellor-not-suitable', {}, { supervisorId: ['not-of-this-office'] });
    if (!preferenceRespected) throw new RuleBroken('counselling-incomplete', {}, { preferenceRespected: ['missing'] });
    const facts = await this.factsOf(episode, candidates.find(({ isWorker }) => isWorker)?.id ?? null);
    assertMayCounsel({ by: staffId, isLead: true, today: '', counsellor, supervisorId }, facts);
    await this.episodes.move(episode, 'hand_over', row.state, { counsellorId, supervisorId }, secrets);
    return this.service.read(id);
  }

  private async factsOf({ row, secrets }: OpenEpisode, primaryWorkerId: string | null): Promise<EpisodeFacts> {
    const signed: string[] = await this.notes.signedTypes(row.id);
    const measures = row.endingSince ? await this.screenings.of([row.id]) : [];
    const { endingSince } = row;
    return {
      state: row.state,
      counsellorId: row.counsellorId,
      supervisorId: row.supervisorId,
      primaryWorkerId: primaryWorkerId ?? row.primaryWorkerId,
      consented: (await this.episodes.holdConsent(row.clientId)) !== null,
      goals: secrets.goals,
      limitsExplained: row.limitsExplainedAt !== null,
      assessmentSigned: signed.includes('ASSESSMENT'),
      endingSigned: signed.includes('ENDING'),
      finalMeasured: endingSince !== null && measures.some(({ row: one }) => dayOf(one.at) >= dayOf(endingSince)),
      attemptDays: await this.sessions.attemptDays(row.id),
    };
  }
}

const UNDER_WAY: readonly CounsellingState[] = ['ASSESSMENT', 'ACTIVE', 'PAUSED', 'ENDING'];

type Leaves = (given: StepGiven, row: EpisodeRow, today: string) => EpisodeChange;
const ended: Leaves = ({ reason }, _row, today) => ({
  endReason: reason ?? null,
  endedAt: new Date(),
  endingDue: addDays(today, ENDING_SUMMARY_DAYS),
});

const LEAVES: Readonly<Record<CounsellingAction, Leaves>> = {
  triage: ({ urgency }) => ({ urgency: urgency ?? null, triagedBy: currentActor().staffId, triagedAt: new Date() }),
  waitlist: () => ({ waitingSince: new Date() }),
  allocate: ({ counsellorId, supervisorId }) => ({
    counsellorId: counsellorId ?? null,
    supervisorId: supervisorId ?? null,
    allocatedAt: new Date(),
  }),
  decline: ({ reason }) => ({ endReason: reason ?? null, endedAt: new Date() }),
  begin: ({ plannedSessions }, _row, today) => ({
    plannedSessions: plannedSessions ?? null,
    reviewOn: addDays(today, REVIEW_AFTER_DAYS),
    limitsExplainedAt: new Date(),
  }),
  refer_on: ended,
  pause: ({ reviewOn }) => ({ reviewOn: reviewOn ?? null }),
  resume: (_given, _row, today) => ({ reviewOn: addDays(today, REVIEW_AFTER_DAYS) }),
  plan_ending: () => ({ endingSince: new Date() }),
  end_unplanned: ended,
  continue: (_given, _row, today) => ({ endingSince: null, reviewOn: addDays(today, REVIEW_AFTER_DAYS) }),
  end: ({ reason }) => ({ endReason: reason ?? null, endedAt: new Date() }),
};

const WITH_GOALS: readonly CounsellingAction[] = ['begin', 'continue'];

function wordsOf(action: CounsellingAction, given: StepGiven, secrets: EpisodeSecrets): EpisodeSecrets {
  return {
    ...secrets,
    ...(action === 'triage' ? { riskAnswers: given.riskAnswers ?? null } : {}),
    ...(WITH_GOALS.includes(action) && given.goals ? { goals: given.goals.trim() } : {}),
    ...(action === 'decline' ? { alternative: given.alternative ?? null } : {}),
    ...(action === 'pause' ? { words: given.reason ?? null } : given.words ? { words: given.words } : {}),
    ...(action === 'end' ? { finalMeasureDeclined: given.finalMeasureDeclined ?? false } : {}),
  };
}

/** A pause is explained in words, which are sealed; what is left in the history is a code. */
const codeOf = (action: CounsellingAction, { reason, urgency }: StepGiven): string | null =>
  action === 'pause' ? null : (reason ?? urgency ?? null);
