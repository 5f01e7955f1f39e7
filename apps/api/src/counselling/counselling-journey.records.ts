import { Injectable } from '@nestjs/common';
import type { CounsellingState } from '@panah/domain/counselling/counselling.process';
import { phaseOf } from '@panah/domain/counselling/counselling.rules';
import type { CounsellingPhase } from '@panah/domain/vocabulary/counselling';
import { EpisodeRecords } from './episode.records';

/** What the header of a file says of counselling. */
export interface CounsellingJourney {
  state: CounsellingPhase;
  since: string;
  nextAct: string | null;
  dueOn: string | null;
  ownerId: string | null;
}

const NEXT: Partial<Record<CounsellingState, string>> = {
  REFERRED: 'triage',
  TRIAGED: 'allocate',
  WAITLIST: 'allocate',
  ASSESSMENT: 'begin',
  ACTIVE: 'session',
  // that it rests is told to nobody on the case team (R-CN-02)
  PAUSED: 'session',
  ENDING: 'end',
};

/** Where counselling stands on a file, as the case team may know it; null when it has not begun. The caller has checked the case. */
@Injectable()
export class CounsellingJourneyRecords {
  constructor(private readonly episodes: EpisodeRecords) {}

  async journeyOf(caseId: string): Promise<CounsellingJourney | null> {
    const found = await this.episodes.standing(caseId);
    if (!found) return null;
    const { state, since, dueOn, ownerId } = found;
    return {
      state: phaseOf(state),
      since: since.toISOString(),
      nextAct: NEXT[state] ?? null,
      dueOn,
      ownerId,
    };
  }
}
