import { Injectable } from '@nestjs/common';
import { nextReview } from '@panah/domain/reintegration/outcome.rules';
import type { ReviewPoint } from '@panah/domain/vocabulary/reintegration';
import { currentWork } from '../platform/database/current-work';

/** Where a step of the journey stands. */
export interface OutcomeJourney {
  /** The last point that was looked at. */
  state: ReviewPoint;
  since: string;
  nextAct: 'OUTCOME_REVIEW' | null;
  dueOn: string | null;
  ownerId: string | null;
}

interface Row extends Record<string, unknown> {
  openedOn: string;
  closedOn: string | null;
  ownerId: string | null;
  today: string;
  done: { point: ReviewPoint; on: string }[] | null;
}

const OF = {
  name: 'outcome.journey',
  text: `select c.opened_on as "openedOn", c.closed_on as "closedOn", c.primary_worker_id as "ownerId", (now() at time zone o.time_zone)::date as today,
           (select jsonb_agg(jsonb_build_object('point', r.point, 'on', r.reviewed_on) order by r.reviewed_on, r.created_at) from outcome_review r where r.case_id = c.id) as done
           from case_file c join office o on o.id = c.office_id where c.id = $1`,
};

/** Independent life, as the journey of a file shows it. */
@Injectable()
export class OutcomeJourneyRecords {
  /** Null: not begun. The caller has reached the case, and may read its outcomes. */
  async journeyOf(caseId: string): Promise<OutcomeJourney | null> {
    const row = await currentWork().row<Row>(OF, [caseId]);
    const last = row?.done?.at(-1);
    if (!row || !last) return null;
    const next = nextReview({ ...row, done: row.done ?? [] });
    return { state: last.point, since: last.on, nextAct: next && 'OUTCOME_REVIEW', dueOn: next?.dueOn ?? null, ownerId: row.ownerId };
  }
}
