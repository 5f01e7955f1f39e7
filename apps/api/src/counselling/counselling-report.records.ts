import { Injectable } from '@nestjs/common';
import type { Period } from '@panah/domain/board/period.rules';
import { currentActor, currentReach, hasWord } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { ledOffices } from './counselling-reach';

/** One row of P-21; `key` is null for all together. */
export interface AccessRow extends Record<string, unknown> {
  key: string | null;
  of: number;
  seen: number;
  lowerDays: number | null;
  medianDays: number | null;
  upperDays: number | null;
  waiting: number;
  waitingMedianDays: number | null;
  declined: number;
  endedBefore: number;
}

export interface AttendanceRow extends Record<string, unknown> {
  key: string | null;
  column: string | null;
  count: number;
  of: number;
}

export interface ReportCaseRow extends Record<string, unknown> {
  id: string;
  caseId: string;
  caseRef: string;
  on: string;
  days: number | null;
  status: string | null;
  total: number;
}

const WITHIN = (alias: string): string =>
  `${alias}.office_id = any($1::uuid[]) and not (${alias}.client_id = any((select app.blocked())::uuid[]))`;
/** Requests of the period, each with the day of the first session that somebody came to. */
const ASKED = `select e.id, e.case_id, e.case_ref, case $4 when 'language' then e.language else e.service end as key, e.state, (e.requested_at at time zone o.time_zone)::date as asked_on,
    (f.at at time zone o.time_zone)::date - (e.requested_at at time zone o.time_zone)::date as days, e.ended_at is not null as ended,
    (now() at time zone o.time_zone)::date - (e.requested_at at time zone o.time_zone)::date as so_far
  from counselling_episode e join office o on o.id = e.office_id
  left join lateral (select min(s.at) as at from counselling_session s where s.episode_id = e.id and s.status = 'ATTENDED') f on true
 where (e.requested_at at time zone o.time_zone)::date between $2::date and $3::date and ${WITHIN('e')}`;
const ACCESS = {
  name: 'report.counselling-access',
  text: `with asked as materialized (${ASKED})
    select key, count(*)::int as of, count(days)::int as seen,
      percentile_cont(0.25) within group (order by days) as "lowerDays", percentile_cont(0.5) within group (order by days) as "medianDays",
      percentile_cont(0.75) within group (order by days) as "upperDays",
      (count(*) filter (where days is null and not ended))::int as waiting,
      percentile_cont(0.5) within group (order by so_far) filter (where days is null and not ended) as "waitingMedianDays",
      (count(*) filter (where days is null and state = 'DECLINED'))::int as declined,
      (count(*) filter (where days is null and state = 'ENDED'))::int as "endedBefore"
    from asked group by grouping sets ((key), ()) order by key nulls first`,
};
const ACCESS_CASES = {
  name: 'report.counselling-access-cases',
  text: `with asked as (${ASKED})
    select id, case_id as "caseId", case_ref as "caseRef", asked_on as "on", coalesce(days, so_far) as days, state as status, count(*) over ()::int as total from asked
     where ($5 = 'ALL' or key = $5) and case $6 when 'COUNTED' then days is not null when 'WAITING' then days is null and not ended else days is null and ended end
     order by coalesce(days, so_far) desc, id limit 100`,
};
/** Sessions of the period that are over, by the day of the office. */
const HELD = `select s.id, e.case_id, e.case_ref, s.modality, s.status, (s.at at time zone o.time_zone)::date as day
  from counselling_session s join counselling_episode e on e.id = s.episode_id join office o on o.id = s.office_id
 where (s.at at time zone o.time_zone)::date between $2::date and $3::date and ${WITHIN('s')}`;
const ATTENDANCE = {
  name: 'report.counselling-attendance',
  text: `with held as materialized (${HELD})
    select modality as key, null::text as column, (count(*) filter (where status = 'ATTENDED'))::int as count, count(*)::int as of
      from held where status in ('ATTENDED', 'DNA', 'CUT_SHORT') group by modality
    union all select null, status, count(*)::int, 0 from held where status not in ('ATTENDED', 'DNA', 'CUT_SHORT') group by status order by key, "column"`,
};
const ATTENDANCE_CASES = {
  name: 'report.counselling-attendance-cases',
  text: `with held as (${HELD})
    select id, case_id as "caseId", case_ref as "caseRef", day as "on", null::int as days, status, count(*) over ()::int as total from held
     where ($4 = 'ALL' or modality = $4) and case $5 when 'COUNTED' then status in ('ATTENDED', 'DNA', 'CUT_SHORT') else status not in ('ATTENDED', 'DNA', 'CUT_SHORT') end
     order by day desc, id limit 100`,
};

/** Counts over counselling in the offices one coordinates or leads. They are made of requests and attendance: no note is counted, private or not (R-CN-01). */
@Injectable()
export class CounsellingReportRecords {
  async access(by: string, { from, to }: Period): Promise<AccessRow[]> {
    return currentWork().rows<AccessRow>(ACCESS, [this.offices(), from, to, by]);
  }

  async accessCases(by: string, { from, to }: Period, key: string, part: string): Promise<ReportCaseRow[]> {
    return this.told(await currentWork().rows<ReportCaseRow>(ACCESS_CASES, [this.offices(), from, to, by, key, part]));
  }

  async attendance({ from, to }: Period): Promise<AttendanceRow[]> {
    return currentWork().rows<AttendanceRow>(ATTENDANCE, [this.offices(), from, to]);
  }

  async attendanceCases({ from, to }: Period, key: string, part: string): Promise<ReportCaseRow[]> {
    return this.told(await currentWork().rows<ReportCaseRow>(ATTENDANCE_CASES, [this.offices(), from, to, key, part]));
  }

  private told(rows: ReportCaseRow[]): ReportCaseRow[] {
    currentLine().returned(
      'counselling',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  /** Offices that one coordinates, and those one leads; whoever has neither reads of nobody. */
  private offices(): string[] {
    const open = !['DECLARED', 'UPHELD'].includes(currentActor().tie);
    const coordinated = open && hasWord('report:read') ? currentReach('report:read').offices : [];
    return [...new Set([...coordinated, ...ledOffices()])];
  }
}
