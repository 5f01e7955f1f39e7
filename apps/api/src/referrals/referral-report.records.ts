import { Injectable } from '@nestjs/common';
import type { Period } from '@panah/domain/board/period.rules';
import { currentActor, currentReach, hasWord } from '../platform/access/current-reach';
import { endOf } from '../platform/access/today';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';

export type ReferralReport = 'answers' | 'acceptance' | 'loop';

/** `count` of `of` under a key; a row without a key carries what was left out, by reason in `column`. */
export interface ReferralRate extends Record<string, unknown> {
  key: string | null;
  column: string | null;
  count: number;
  of: number;
}

export interface ReferralMedian extends Record<string, unknown> {
  key: string;
  n: number;
  q1: number | null;
  median: number | null;
  q3: number | null;
  longest: number | null;
  waiting: number;
  waitingMedian: number | null;
}

export interface ReferralBehind extends Record<string, unknown> {
  id: string;
  caseId: string;
  caseRef: string;
  partnerId: string;
  urgency: string;
  service: string;
  state: string;
  sentOn: string;
  hours: number;
  counted: boolean;
  total: number;
}

/** SQL: `$1` the offices, `$2` and `$3` the first and the last day, `$4` by what it is cut, `$5` the last moment of the last day. */
const FIGURE = `select f.*, $5::timestamptz as until, case $4 when 'urgency' then f.urgency when 'service' then f.service else f.partner_id::text end as key from app.referral_figures($1::uuid[]) f`;
const WITHIN = (day: string): string => `f.${day} between $2::date and $3::date`;

/**
 * Which referrals are in a report (`is_in`), which of them its figure counts (`counts`), and why others of the same time are not in it (model 6.2).
 * P-30: decided in the period, or undecided on its last day. P-31: accepted, declined or expired in it. P-32: accepted and not over before it.
 */
const REPORTS: Readonly<Record<ReferralReport, { isIn: string; counts: string; leftOut: string }>> = {
  answers: {
    isIn: `(${WITHIN('decided_on')} or (f.decided_on is null and f.ended_on is null and f.sent_on <= $3::date))`,
    counts: 'f.decided_on is not null',
    leftOut: `case when f.decided_on is null and ${WITHIN('ended_on')} then case f.state when 'EXPIRED' then 'EXPIRED' else 'RECALLED' end end`,
  },
  acceptance: {
    isIn: `(${WITHIN('decided_on')} or (f.state = 'EXPIRED' and ${WITHIN('ended_on')}))`,
    counts: 'f.accepted',
    leftOut: `case when f.decided_on is null and f.state = 'REVOKED' and ${WITHIN('ended_on')} then 'RECALLED' end`,
  },
  loop: {
    isIn: `(f.accepted and f.decided_on <= $3::date and (f.ended_on is null or f.ended_on >= $2::date) and f.state <> 'DISCONTINUED')`,
    counts: `(f.state = 'COMPLETED' or f.handed_over or f.feedback_at > least(now(), f.until) - interval '30 days')`,
    leftOut: `case when f.accepted and f.state = 'DISCONTINUED' and ${WITHIN('ended_on')} then 'DISCONTINUED' end`,
  },
};

const ratesOf = (report: ReferralReport): string => {
  const { isIn, counts, leftOut } = REPORTS[report];
  return `with f as materialized (${FIGURE})
    select f.key, null::text as column, (count(*) filter (where coalesce(${counts}, false)))::int as count, count(*)::int as of from f where ${isIn} group by f.key
    union all select null, why, count(*)::int, 0 from (select ${leftOut} as why from f) l where why is not null group by why
    order by key, "column"`;
};
const QUARTILES = [0.25, 0.5, 0.75].map(
  (part, at) => `percentile_cont(${part}) within group (order by hours) filter (where decided) as ${['q1', 'median', 'q3'][at]}`,
);
const MEDIANS = `with f as materialized (${FIGURE}), d as (select f.key, f.hours, f.decided_on is not null as decided from f where ${REPORTS.answers.isIn})
  select key, (count(*) filter (where decided))::int as n, ${QUARTILES.join(', ')}, max(hours) filter (where decided) as longest,
         (count(*) filter (where not decided))::int as waiting, percentile_cont(0.5) within group (order by hours) filter (where not decided) as "waitingMedian"
    from d group by key order by key`;
const behind = (report: ReferralReport): string => {
  const { isIn, counts } = REPORTS[report];
  return `with f as (${FIGURE})
    select f.id, f.case_id as "caseId", c.case_ref as "caseRef", f.partner_id as "partnerId", f.urgency, f.service, f.state, f.sent_on as "sentOn", f.hours,
           coalesce(${counts}, false) as counted, count(*) over ()::int as total
      from f join case_file c on c.id = f.case_id where ${isIn} and ($6::text is null or f.key = $6) order by f.sent_on desc, f.id limit 200`;
};

/** Counts over referrals: of the coordinator's offices, or of what was sent to the partner of the one who asks. */
@Injectable()
export class ReferralReportRecords {
  rates(report: ReferralReport, by: string, period: Period): Promise<ReferralRate[]> {
    return currentWork().rows<ReferralRate>({ name: `report.referral-${report}`, text: ratesOf(report) }, cut(period, by));
  }

  /** P-30: hours until the decision, without the permitted pause. */
  medians(by: string, period: Period): Promise<ReferralMedian[]> {
    return currentWork().rows<ReferralMedian>({ name: 'report.referral-hours', text: MEDIANS }, cut(period, by));
  }

  /** The newest two hundred behind a number. */
  async behind(report: ReferralReport, by: string, period: Period, key: string | null): Promise<ReferralBehind[]> {
    const statement = { name: `report.referral-${report}-cases`, text: behind(report) };
    const rows = await currentWork().rows<ReferralBehind>(statement, [...cut(period, by), key]);
    currentLine().returned(
      'referral',
      rows.map(({ id }) => id),
    );
    return rows;
  }
}

const cut = ({ from, to }: Period, by: string): unknown[] => [offices(), from, to, by, endOf(to)];

/** Of nobody whom a tie keeps out (R-AC-14); a partner has none, and is counted by what was sent to it. */
function offices(): string[] {
  if (!hasWord('report:read') || ['DECLARED', 'UPHELD'].includes(currentActor().tie)) return [];
  return currentReach('report:read').offices;
}
