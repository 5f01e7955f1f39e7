import { Injectable } from '@nestjs/common';
import type { ListQuery } from '@panah/contracts/list.contract';
import { REACH_PARAMETERS, reachValues, reachValuesOrNone, withinReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { cursorAfter, exactly, readCursor } from '../platform/http/keyset';
import type { ShutClient, ShutWorker } from './board-names';
import { CONTACT_DUE } from './overdue.statement';

export interface HighRiskRow extends ShutClient, ShutWorker, Record<string, unknown> {
  id: string;
  caseRef: string;
  state: string;
  level: string;
  reviewAt: Date | null;
  lastContactAt: Date | null;
  contactDueAt: Date;
  planOutcome: string | null;
  planDueAt: Date | null;
  /** The sort value, to the microsecond. */
  exactReview: string;
  place: number;
  total: number;
}

const CLIENT_READ = 1 + REACH_PARAMETERS;
const [AFTER_PLACE, AFTER, AFTER_ID, LIMIT] = [0, 1, 2, 3].map((n) => `$${CLIENT_READ + REACH_PARAMETERS + n}`);
const REVIEW = `coalesce(c.risk_review_at, '-infinity'::timestamptz)`;

/** Imminent first, then by the day of the next look. */
const LIST = {
  name: 'high-risk.list',
  onePlan: true as const,
  text: `
  with found as materialized (select c.id, case c.risk_level when 'IMMINENT' then 0 else 1 end as place, ${REVIEW} as review from case_file c
         where c.state <> 'CLOSED' and c.risk_level in ('HIGH', 'IMMINENT') and ${withinReach('c', 'client_id', 1)})
  select c.id, c.case_ref as "caseRef", c.state, c.risk_level as level, c.risk_review_at as "reviewAt", c.last_contact_at as "lastContactAt",
         coalesce(${CONTACT_DUE}, c.created_at) as "contactDueAt", c.safety_plan_due as "planDueAt", p.outcome as "planOutcome", f.place,
         case when isfinite(f.review) then ${exactly('f.review')} else '-infinity' end as "exactReview", (select count(*)::int from found) as total,
         k.id as "clientId", case when ${withinReach('k', 'id', CLIENT_READ)} then k.sealed end as "clientSealed", k.seal_version as "clientSealVersion",
         s.id as "workerId", s.sealed as "workerSealed", s.seal_version as "workerSealVersion"
    from (select * from found where ${AFTER}::text is null or (place, review, id) > (${AFTER_PLACE}::int, ${AFTER}::timestamptz, ${AFTER_ID}::uuid)
           order by place, review, id limit ${LIMIT}::int) f
         join case_file c on c.id = f.id left join safety_plan p on p.case_id = c.id and p.state = 'CURRENT'
         left join client k on k.id = c.client_id left join staff_member s on s.id = c.primary_worker_id
   order by f.place, f.review, f.id`,
};

/** Who is at high or imminent risk, when that is looked at again, and when somebody last heard from them. Reads only. */
@Injectable()
export class HighRiskRecords {
  async list({ limit = 25, cursor }: ListQuery): Promise<{ rows: HighRiskRow[]; total: number; next: string | null }> {
    const [place, after, afterId] = readCursor(cursor, 3) ?? [null, null, null];
    const values = [...reachValues('risk:read'), ...reachValuesOrNone('client:read'), place, after, afterId, limit + 1];
    const rows = await currentWork().rows<HighRiskRow>(LIST, values);
    const shown = rows.slice(0, limit);
    currentLine()
      .returned(
        'case',
        shown.map(({ id }) => id),
      )
      .opened('RISK');
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { rows: shown, total: rows[0]?.total ?? 0, next: last ? cursorAfter([last.place, last.exactReview, last.id]) : null };
  }
}
