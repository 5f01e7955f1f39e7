import { Injectable } from '@nestjs/common';
import type { OverdueKindView, OverdueQuery } from '@panah/contracts/board.contract';
import type { OverdueKind } from '@panah/domain/vocabulary/board';
import { currentActor, currentReach, hasWord, reachValuesOrNone } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { cursorAfter, exactly, readCursor } from '../platform/http/keyset';
import type { ShutClient, ShutWorker } from './board-names';
import { dueWork, OVERDUE_PARAMETERS, OVERDUE_WORDS, withinWord } from './overdue.statement';

export interface OverdueRow extends ShutClient, ShutWorker, Record<string, unknown> {
  kind: OverdueKind;
  id: string;
  caseId: string | null;
  caseRef: string | null;
  taskKind: string | null;
  incidentId: string | null;
  dueAt: Date;
  dueOn: string | null;
  days: number;
}

export interface OverduePage {
  rows: OverdueRow[];
  total: number;
  kinds: OverdueKindView[];
  next: string | null;
}

interface ListRow extends Omit<OverdueRow, 'id'> {
  /** Null on the one row that carries the counts of an empty page. */
  id: string | null;
  exactDue: string;
  total: number;
  kinds: OverdueKindView[];
}

/** After the parameters of reach: kind, worker, the last row of the page before, limit. */
const [KIND, WORKER, AFTER, AFTER_KIND, AFTER_ID, LIMIT] = [1, 2, 3, 4, 5, 6].map((n) => `$${OVERDUE_PARAMETERS + n}`);

/** The late work of the offices in one statement: what is late longest first, and how much there is of each kind. */
const LIST = {
  name: 'overdue.list',
  // so many lines are planned longer than they are gathered
  onePlan: true as const,
  alongIndexes: true as const,
  text: `
  with line as materialized (${dueWork('late')}),
       theirs as (select * from line where ${WORKER}::uuid is null or worker_id = ${WORKER}::uuid),
       told as (select * from theirs where ${KIND}::text is null or kind = ${KIND}::text),
       page as (select * from told where ${AFTER}::text is null or (due_at, kind, id) > (${AFTER}::timestamptz, ${AFTER_KIND}::text, ${AFTER_ID}::uuid)
                 order by due_at, kind, id limit ${LIMIT}::int),
       sums as (select (select count(*)::int from told) as total,
                       (select coalesce(jsonb_agg(each), '[]') from (select kind, count(*)::int as total from theirs group by kind) each) as kinds)
  select sums.*, p.kind, p.id, p.case_id as "caseId", coalesce(c.case_ref, e.case_ref) as "caseRef", t.kind as "taskKind", t.incident_id as "incidentId", p.due_at as "dueAt",
         ${exactly('p.due_at')} as "exactDue", p.due_on as "dueOn", p.days,
         k.id as "clientId", case when ${withinWord('client:read', 'k', 'id')} then k.sealed end as "clientSealed", k.seal_version as "clientSealVersion",
         s.id as "workerId", s.sealed as "workerSealed", s.seal_version as "workerSealVersion"
    from sums left join page p on true left join case_file c on c.id = p.case_id left join enquiry e on e.id = p.id and p.client_id is null
         left join task t on t.id = p.id and p.kind in ('TASK', 'INCIDENT_ACTION') left join client k on k.id = p.client_id left join staff_member s on s.id = p.worker_id
   order by p.due_at, p.kind, p.id`,
};

/** What should have been done by now, over the tables of several capabilities, each within the reach of its own word. Reads only. */
@Injectable()
export class OverdueRecords {
  async list({ kind, worker, limit = 25, cursor }: OverdueQuery): Promise<OverduePage> {
    const [after, afterKind, afterId] = readCursor(cursor, 3) ?? [null, null, null];
    const values = [...overdueReach(), kind ?? null, worker ?? null, after, afterKind, afterId, limit + 1];
    const found = await currentWork().rows<ListRow>(LIST, values);
    const rows = found.filter((row): row is ListRow & OverdueRow => row.id !== null);
    const shown = rows.slice(0, limit);
    currentLine().returned(
      'overdue',
      shown.map(({ id }) => id),
    );
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const { total = 0, kinds = [] } = found[0] ?? {};
    return { rows: shown, total, kinds, next: last ? cursorAfter([last.exactDue, last.kind, last.id]) : null };
  }
}

/** The values of the parameters of `dueWork`. */
export function overdueReach(): unknown[] {
  const open = !['DECLARED', 'UPHELD'].includes(currentActor().tie);
  const enquiries = open && hasWord('enquiry:list') ? currentReach('enquiry:list').offices : [];
  return [...OVERDUE_WORDS.flatMap(reachValuesOrNone), enquiries];
}
