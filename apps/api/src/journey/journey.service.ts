import { Injectable } from '@nestjs/common';
import type { JourneyView } from '@panah/contracts/journey.contract';
import type { Word } from '@panah/domain/access/access-table';
import type { JourneyStep } from '@panah/domain/vocabulary/journey';
import { ClaimRecords } from '../asylum/claim.records';
import { CaseRecords } from '../cases/case.records';
import { CounsellingJourneyRecords } from '../counselling/counselling-journey.records';
import { WishJourneyRecords } from '../family/wish-journey.records';
import { HousingJourney } from '../housing/housing-journey.records';
import { mayOn } from '../platform/access/may-on';
import { OutcomeJourneyRecords } from '../reintegration/outcome-journey.records';
import { StaffRecords } from '../staff/staff.records';

/** Where a step stands, as its capability says it. */
interface Standing {
  state: string;
  since: string;
  nextAct: string | null;
  dueOn: string | null;
  ownerId: string | null;
}

interface Source {
  step: JourneyStep;
  /** Who lacks it on this case is not told that the step exists. */
  word: Word;
  /** Null: not begun. */
  standing: (caseId: string) => Promise<Standing | null>;
}

/** The journey of a case: each capability says where its step stands; all are asked in one round trip. */
@Injectable()
export class JourneyService {
  private readonly sources: readonly Source[];

  constructor(
    private readonly cases: CaseRecords,
    private readonly staff: StaffRecords,
    claims: ClaimRecords,
    housing: HousingJourney,
    counselling: CounsellingJourneyRecords,
    outcomes: OutcomeJourneyRecords,
    wishes: WishJourneyRecords,
  ) {
    this.sources = [
      { step: 'REFUGE', word: 'claim:read', standing: (id) => claims.journeyOf(id) },
      { step: 'HOUSING', word: 'placement:read', standing: (id) => housing.journeyOf(id) },
      { step: 'COUNSELLING', word: 'counselling:read', standing: (id) => counselling.journeyOf(id) },
      { step: 'INDEPENDENCE', word: 'outcome:read', standing: (id) => outcomes.journeyOf(id) },
      { step: 'FAMILY', word: 'family-link:read', standing: (id) => wishes.journeyOf(id) },
    ];
  }

  async read(caseId: string): Promise<JourneyView> {
    const file = await this.cases.reachable(caseId, 'case:read');
    const open = this.sources.filter(({ word }) => mayOn(word, file));
    const found = await Promise.all(open.map(async ({ step, standing }) => ({ step, standing: await standing(caseId) })));
    const names = await this.staff.names(found.map(({ standing }) => standing?.ownerId ?? null));
    return {
      steps: found.map(({ step, standing }) => ({
        step,
        state: standing?.state ?? null,
        since: standing?.since ?? null,
        nextAct: standing?.nextAct ?? null,
        dueOn: standing?.dueOn ?? null,
        owner: standing?.ownerId ? { id: standing.ownerId, name: names.get(standing.ownerId) ?? '' } : null,
      })),
    };
  }
}
