import { Injectable } from '@nestjs/common';
import { PlacementRecords } from './placement.records';

/** A step of the journey as the header of a file shows it. */
export interface HousingStep {
  state: string;
  since: string;
  /** A code of what comes next; null when nothing does. */
  nextAct: string | null;
  dueOn: string | null;
  /** The housing officer on the team; null while there is none. */
  ownerId: string | null;
}

const NEXT: Readonly<Record<string, string>> = {
  REQUESTED: 'match',
  MATCHED: 'offer',
  OFFERED: 'accept',
  RESERVED: 'move_in',
  IN_RESIDENCE: 'give_notice',
  NOTICE: 'move_out',
};

/** Where housing stands on a case; null when nobody asked for any, or the reader may not know. The caller has checked the case. */
@Injectable()
export class HousingJourney {
  constructor(private readonly placements: PlacementRecords) {}

  async journeyOf(caseId: string): Promise<HousingStep | null> {
    const standing = await this.placements.standing(caseId);
    if (!standing) return null;
    const { state, since, dueOn, reservedFrom, ownerId } = standing;
    return {
      state,
      since: since.toISOString(),
      nextAct: NEXT[state] ?? null,
      dueOn: state === 'RESERVED' ? reservedFrom : dueOn,
      ownerId,
    };
  }
}
