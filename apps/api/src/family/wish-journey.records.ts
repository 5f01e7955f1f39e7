import { Injectable } from '@nestjs/common';
import type { LinkFace } from '@panah/domain/family/link-face';
import { currentWork } from '../platform/database/current-work';

/** Where the step of the family stands. */
export interface WishJourney {
  state: LinkFace;
  since: string;
  nextAct: 'begin' | 'answer' | null;
  dueOn: string | null;
  ownerId: null;
}

interface Row extends Record<string, unknown> {
  face: LinkFace;
  since: string;
  answerOn: string | null;
}

/** Of several wishes the one that has come furthest; what ended counts last. */
const OF = {
  name: 'family-wish.journey',
  text: `select w.face, case w.face when 'IN_CONTACT' then (w.in_contact_since at time zone o.time_zone)::date when 'IN_PROGRESS' then w.begun_on when 'ENDED' then (w.ended_at at time zone o.time_zone)::date else (w.noted_at at time zone o.time_zone)::date end as since,
           case when w.face = 'IN_PROGRESS' and w.answered_at is null then w.answer_on end as "answerOn"
           from family_wish w join case_file c on c.client_id = w.client_id join office o on o.id = c.office_id where c.id = $1
          order by array_position(array['IN_CONTACT','IN_PROGRESS','NOTED','ENDED'], w.face), w.noted_at desc, w.id limit 1`,
};

/** Family, as the journey of a file shows it: the client's wishes, and nothing of what lies behind them (R-FL-02). */
@Injectable()
export class WishJourneyRecords {
  /** Null: no wish was noted. The caller has reached the case, and may know of its wishes. */
  async journeyOf(caseId: string): Promise<WishJourney | null> {
    const row = await currentWork().row<Row>(OF, [caseId]);
    if (!row) return null;
    const nextAct = row.face === 'NOTED' ? 'begin' : row.answerOn ? 'answer' : null;
    return { state: row.face, since: row.since, nextAct, dueOn: row.answerOn, ownerId: null };
  }
}
