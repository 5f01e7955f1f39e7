import { Injectable } from '@nestjs/common';
import type { ContactCasesQuery, OnTimeCasesQuery } from '@panah/contracts/practice-lists.contract';
import type { Period } from '@panah/domain/board/period.rules';
import { REACH_PARAMETERS, reachValues, reachValuesOrNone, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import type { ShutClient, ShutWorker } from './board-names';
import { OPENED_LONG_AGO, WEEKS_KEPT } from './practice.statement';

interface CaseRow extends ShutClient, ShutWorker, Record<string, unknown> {
  id: string;
  caseRef: string;
  total: number;
}

export interface ContactCaseRow extends CaseRow {
  level: string;
  count: number;
  of: number;
  /** Of all lines together. */
  kept: number;
  weeks: number;
}

export interface OnTimeCaseRow extends CaseRow {
  openedOn: string;
  assessed: boolean;
  planned: boolean;
}

export interface CasesPage<Row> {
  rows: Row[];
  total: number;
  next: string | null;
}

/** Of the reader's reach to persons; what is asked of each list follows. */
const person = (first: number): string =>
  `k.id as "clientId", case when ${withinReachOfOne('k', 'id', first)} then k.sealed end as "clientSealed", k.seal_version as "clientSealVersion",
         s.id as "workerId", s.sealed as "workerSealed", s.seal_version as "workerSealVersion"`;
const FROM_CASES = `join case_file c on c.id = p.id left join client k on k.id = c.client_id left join staff_member s on s.id = c.primary_worker_id`;

const CONTACT_FIRST = REACH_PARAMETERS + 4;
const asked = (first: number) => (n: number) => `$${first + REACH_PARAMETERS + n}`;
const ofContact = asked(CONTACT_FIRST);
/** P-08: each case with its weeks at one level; where most were missed comes first. */
const CONTACT = {
  name: 'report.contact-cases',
  text: `
  with ${WEEKS_KEPT},
       line as materialized (select k.id, k.level, (count(*) filter (where k.kept))::int as count, count(*)::int as of from kept k
         where (${ofContact(0)}::text is null or k.level = ${ofContact(0)}) and (${ofContact(1)}::text is null or coalesce(k.worker_id::text, 'NONE') = ${ofContact(1)})
         group by 1, 2),
       page as (select *, of - count as missed from line where ${ofContact(2)}::int is null
                   or (of - count, id, level) < (${ofContact(2)}::int, ${ofContact(3)}::uuid, ${ofContact(4)}::text)
                 order by of - count desc, id desc, level desc limit ${ofContact(5)}::int)
  select p.id, p.level, p.count, p.of, c.case_ref as "caseRef", t.total, t.kept, t.weeks, ${person(CONTACT_FIRST)}
    from page p cross join (select count(*)::int as total, coalesce(sum(count), 0)::int as kept, coalesce(sum(of), 0)::int as weeks from line) t ${FROM_CASES}
   order by p.missed desc, p.id desc, p.level desc`,
};

const ON_TIME_FIRST = REACH_PARAMETERS + 3;
const ofOnTime = asked(ON_TIME_FIRST);
const PART = `case coalesce(${ofOnTime(1)}::text, 'BOTH') when 'BOTH' then o.assessed and o.planned when 'ASSESSMENT' then o.assessed else o.planned end`;
/** P-09: the cases that are counted, newest first. */
const ON_TIME = {
  name: 'report.on-time-cases',
  text: `
  with ${OPENED_LONG_AGO},
       line as materialized (select o.*, f.opened_on from opened o join case_file f on f.id = o.id
         where o.old and (${ofOnTime(0)}::text is null or o.key = ${ofOnTime(0)}) and (${ofOnTime(2)}::boolean is null or ${PART} = ${ofOnTime(2)})),
       page as (select * from line where ${ofOnTime(3)}::date is null or (opened_on, id) < (${ofOnTime(3)}::date, ${ofOnTime(4)}::uuid)
                 order by opened_on desc, id desc limit ${ofOnTime(5)}::int)
  select p.id, p.opened_on as "openedOn", p.assessed, p.planned, c.case_ref as "caseRef", (select count(*)::int from line) as total, ${person(ON_TIME_FIRST)}
    from page p ${FROM_CASES} order by p.opened_on desc, p.id desc`,
};

/** The cases behind the numbers of P-08 and P-09, in the same reach and by the same reckoning. Reads only. */
@Injectable()
export class PracticeListRecords {
  async contact(
    { level, worker, limit = 25, cursor }: ContactCasesQuery,
    { from, to }: Period,
    weeks: number,
  ): Promise<CasesPage<ContactCaseRow>> {
    const [missed, id, atLevel] = readCursor(cursor, 3) ?? [null, null, null];
    const values = [...reachValues('report:read'), from, to, weeks, ...reachValuesOrNone('client:read')];
    const found = await currentWork().rows<ContactCaseRow>(CONTACT, [...values, level, worker, missed, id, atLevel, limit + 1].map(orNull));
    return page(found, limit, (last) => [last.of - last.count, last.id, last.level]);
  }

  async onTime({ office, part, kept, limit = 25, cursor }: OnTimeCasesQuery, { from, to }: Period): Promise<CasesPage<OnTimeCaseRow>> {
    const [openedOn, id] = readCursor(cursor, 2) ?? [null, null];
    const values = [...reachValues('report:read'), from, to, ...reachValuesOrNone('client:read')];
    const isKept = kept === undefined ? null : kept === 'YES';
    const found = await currentWork().rows<OnTimeCaseRow>(ON_TIME, [...values, office, part, isKept, openedOn, id, limit + 1].map(orNull));
    return page(found, limit, (last) => [last.openedOn, last.id]);
  }
}

const orNull = (value: unknown): unknown => value ?? null;

function page<Row extends CaseRow>(found: readonly Row[], limit: number, after: (last: Row) => (string | number)[]): CasesPage<Row> {
  const rows = found.slice(0, limit);
  currentLine().returned(
    'case',
    rows.map(({ id }) => id),
  );
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, total: found[0]?.total ?? 0, next: last ? cursorAfter(after(last)) : null };
}
