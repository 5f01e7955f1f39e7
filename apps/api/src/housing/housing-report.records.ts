import { Injectable } from '@nestjs/common';
import type { Period } from '@panah/domain/board/period.rules';
import { currentActor, currentReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { ENDED, HOUSED, SPANS, STAYS, WAITING } from './housing-report.statement';

/** `count` of `of` under a key; a row without a key carries what was left out, by reason in `column`. */
export interface HousingRate extends Record<string, unknown> {
  key: string | null;
  column: string | null;
  count: number;
  of: number;
}

/** Quartiles of durations that have an end; how many have none yet, and their median so far. */
export interface HousingMedian extends Record<string, unknown> {
  key: string;
  n: number;
  q1: number | null;
  median: number | null;
  q3: number | null;
  longest: number | null;
  waiting: number;
  waitingMedian: number | null;
}

/** A case behind a number. */
export interface HousingCaseRow extends Record<string, unknown> {
  id: string;
  caseId: string;
  caseRef: string;
  kind: string;
  destination: string | null;
  on: string;
  days: number | null;
  total: number;
}

const QUARTILES = (
  days: string,
): string => `percentile_cont(0.25) within group (order by ${days}) as q1, percentile_cont(0.5) within group (order by ${days}) as median,
  percentile_cont(0.75) within group (order by ${days}) as q3, max(${days})::int as longest`;
const MOVED_ON = {
  name: 'report.positive-move-on',
  text: `with ended as materialized (${ENDED})
    select kind as key, null::text as column, (count(*) filter (where positive))::int as count, count(*)::int as of from ended where counted group by kind
    union all select null, 'DEATH', count(*)::int, 0 from ended where not counted order by key, "column"`,
};
const MOVED_ON_CASES = {
  name: 'report.positive-move-on-cases',
  text: `with ended as (${ENDED})
    select e.id, e.case_id as "caseId", c.case_ref as "caseRef", e.kind, e.destination, e."on", e.days, count(*) over ()::int as total from ended e join case_file c on c.id = e.case_id
     where ($4::text is null or e.kind = $4) and case $5 when 'POSITIVE' then e.counted and e.positive when 'LEFT_OUT' then not e.counted else e.counted end
     order by e."on" desc, e.id limit 200`,
};
const KEY = `case $4 when 'household' then asked.household else asked.country end`;
const HOUSED_RATE = {
  name: 'report.time-to-housing',
  text: `with asked as materialized (${HOUSED})
    select ${KEY} as key, null::text as column, count(days)::int as count, count(*)::int as of from asked where not given_up group by 1
    union all select null, 'NOT_WAITING', count(*)::int, 0 from asked where given_up order by key, "column"`,
};
const HOUSED_DAYS = {
  name: 'report.time-to-housing-days',
  text: `with asked as materialized (${HOUSED})
    select ${KEY} as key, count(days)::int as n, ${QUARTILES('days')}, (count(*) filter (where days is null))::int as waiting,
           percentile_cont(0.5) within group (order by so_far) filter (where days is null) as "waitingMedian"
      from asked where not given_up group by 1 order by 1`,
};
const HOUSED_CASES = {
  name: 'report.time-to-housing-cases',
  text: `with asked as (${HOUSED})
    select asked.id, asked.case_id as "caseId", c.case_ref as "caseRef", p.kind, null::text as destination, asked."on", coalesce(asked.days, asked.so_far) as days, count(*) over ()::int as total
      from asked join case_file c on c.id = asked.case_id join placement p on p.id = asked.id
     where ($6::text is null or ${KEY} = $6) and case $5 when 'HOUSED' then asked.days is not null when 'WAITING' then asked.days is null and not asked.given_up when 'LEFT_OUT' then asked.given_up else not asked.given_up end
     order by coalesce(asked.days, asked.so_far) desc, asked.id limit 200`,
};
const WAITS = {
  name: 'report.housing-waiting',
  text: `with line as materialized (${WAITING}),
           cut as (select case $2 when 'constraint' then x.code else l.band end as key, l.days from line l left join lateral unnest(case when $2 = 'constraint'
             then case when cardinality(l.constraints) = 0 then array['NO_CONSTRAINT'] else l.constraints end end) x(code) on true)
    select key, null::text as column, count(*)::int as count, (select count(*)::int from line) as of from cut group by key order by key`,
};
const WAIT_DAYS = {
  name: 'report.housing-waiting-days',
  text: `with line as materialized (${WAITING}),
           cut as (select case $2 when 'constraint' then x.code else l.band end as key, l.days from line l left join lateral unnest(case when $2 = 'constraint'
             then case when cardinality(l.constraints) = 0 then array['NO_CONSTRAINT'] else l.constraints end end) x(code) on true)
    select key, 0 as n, null::int as q1, null::int as median, null::int as q3, max(days)::int as longest, count(*)::int as waiting,
           percentile_cont(0.5) within group (order by days) as "waitingMedian" from cut group by key order by key`,
};
const OCCUPANCY = {
  name: 'report.occupancy',
  text: `with stay as materialized (${STAYS}), span as materialized (select *, case $4 when 'month' then month else provider_id::text end as key from (${SPANS}) each),
      there as (select key, sum(capacity * (until_day - from_day)) as nights from span where status = 'AVAILABLE' group by key),
      taken as (select p.key, sum(b.beds * (least(b.until_on, p.until_day) - greatest(b.from_on, p.from_day))) as nights
                  from span p join stay b on b.unit_id = p.id and b.from_on < p.until_day and (b.until_on is null or b.until_on > p.from_day)
                 where p.status = 'AVAILABLE' group by p.key)
    select key, null::text as column, coalesce(taken.nights, 0)::int as count, there.nights::int as of from there left join taken using (key)
    union all select null, status, sum(capacity * (until_day - from_day))::int, 0 from span where status in ('MAINTENANCE','COMPROMISED') group by status order by key, "column"`,
};

/** Counts over housing in the coordinator's offices. No row of a case leaves here but the lists behind the numbers. */
@Injectable()
export class HousingReportRecords {
  movedOn({ from, to }: Period): Promise<HousingRate[]> {
    return currentWork().rows<HousingRate>(MOVED_ON, [this.offices(), from, to]);
  }

  async movedOnCases({ from, to }: Period, key: string | null, part: string): Promise<HousingCaseRow[]> {
    return this.told(await currentWork().rows<HousingCaseRow>(MOVED_ON_CASES, [this.offices(), from, to, key, part]));
  }

  housed(by: string, { from, to }: Period): Promise<HousingRate[]> {
    return currentWork().rows<HousingRate>(HOUSED_RATE, [this.offices(), from, to, by]);
  }

  housedDays(by: string, { from, to }: Period): Promise<HousingMedian[]> {
    return currentWork().rows<HousingMedian>(HOUSED_DAYS, [this.offices(), from, to, by]);
  }

  async housedCases(by: string, { from, to }: Period, key: string | null, part: string): Promise<HousingCaseRow[]> {
    return this.told(await currentWork().rows<HousingCaseRow>(HOUSED_CASES, [this.offices(), from, to, by, part, key]));
  }

  waiting(by: string): Promise<HousingRate[]> {
    return currentWork().rows<HousingRate>(WAITS, [this.offices(), by]);
  }

  waitingDays(by: string): Promise<HousingMedian[]> {
    return currentWork().rows<HousingMedian>(WAIT_DAYS, [this.offices(), by]);
  }

  occupancy(by: string, { from, to }: Period): Promise<HousingRate[]> {
    return currentWork().rows<HousingRate>(OCCUPANCY, [this.offices(), from, to, by]);
  }

  private told(rows: HousingCaseRow[]): HousingCaseRow[] {
    currentLine().returned(
      'placement',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  /** Of nobody whom a tie keeps out (R-AC-14). */
  private offices(): string[] {
    return ['DECLARED', 'UPHELD'].includes(currentActor().tie) ? [] : currentReach('report:read').offices;
  }
}
