import { Injectable } from '@nestjs/common';
import type { Period } from '@panah/domain/board/period.rules';
import { contactEvery } from '@panah/domain/risk/risk-rhythm';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { currentReach, REACH_PARAMETERS, reachValues, withinReach } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { overdueReach } from './overdue.records';
import { dueWork, OVERDUE_WORDS, TASK_COUNTED, withinWord } from './overdue.statement';

/** `count` of `of` under a key; never which cases. Rows whose key is null carry what was left out, by reason in `column`. */
export interface Rate extends Record<string, unknown> {
  key: string | null;
  column: string | null;
  count: number;
  of: number;
}

export interface OfficeDay extends Record<string, unknown> {
  timeZone: string;
}

const OF_CASES = withinReach('c', 'client_id', 1);
const [FROM, TO, WEEKS] = [1, 2, 3].map((n) => `$${REACH_PARAMETERS + n}`);
const LEVELS = riskLevel.codes.map((level) => `'${level}'`).join(', ');
const CADENCE = `case level ${riskLevel.codes.map((level) => `when '${level}' then interval '${contactEvery(level) * 24} hours'`).join(' ')} end`;

/** A statement names the types of all its parameters, also of the word whose reach it does not ask. */
const UNASKED = withinReach('nobody', 'client_id', 1 + OVERDUE_WORDS.indexOf('client:read') * REACH_PARAMETERS).replaceAll(
  /nobody\.\w+/g,
  'null::uuid',
);
const BANDS = `case when days <= 7 then 'D0_7' when days <= 30 then 'D8_30' when days <= 90 then 'D31_90' else 'D91_UP' end`;
/** P-07 by kind, by worker and kind, or by how late. */
const OVERDUE = ['kind', 'worker', 'late'].map((by) => ({
  by,
  statement: {
    name: `report.overdue-${by}`,
    onePlan: true as const,
    text: `
    with line as materialized (${dueWork('open')})
    ${
      by === 'late'
        ? `select b.key, null::text as column, count(line.kind)::int as count, (select count(*)::int from line) as of
             from unnest('{D0_7,D8_30,D31_90,D91_UP}'::text[]) b(key) left join line on line.late and ${BANDS} = b.key group by b.key`
        : `select ${by === 'worker' ? `coalesce(worker_id::text, 'NONE')` : 'kind'} as key, ${by === 'worker' ? 'kind' : 'null::text'} as column,
             (count(*) filter (where late))::int as count, count(*)::int as of from line group by 1, 2`
    }
    union all select null, 'PAUSED', count(*)::int, 0 from task t where ${TASK_COUNTED} and t.paused_on is not null and ${withinWord('task:read', 't')}
    union all select null, 'NO_END', count(*)::int, 0 from consent k join case_file c on c.client_id = k.client_id and c.state <> 'CLOSED'
      where ${withinWord('consent:read', 'k')} and exists (select from consent_event g where g.consent_id = k.id and g.action = 'give' and g.expires_at is null)
        and (select l.state from consent_event l where l.consent_id = k.id order by l.seq desc limit 1) = 'ACTIVE'
    union all select null, null, 0, 0 where ${UNASKED}
    order by key, "column"`,
  },
}));

/**
 * P-08: whole weeks back from the last day, of cases that were open all week; the level is the one that stood when the week began. The standard is
 * kept when at no time of the week more than one cadence lay between contacts, counted from the assessment where that is later (R-RI-11, R-CA-07).
 */
const CONTACT = ['level', 'worker'].map((by) => ({
  by,
  statement: {
    name: `report.contact-${by}`,
    text: `
    with week as (select ${TO}::date - 7 * n - 6 as first, ${TO}::date - 7 * n as last from generate_series(0, ${WEEKS}::int - 1) n where ${FROM}::date is not null),
         asked as materialized (
           select c.id, c.primary_worker_id as worker_id, (w.first::timestamp at time zone o.time_zone) as from_at,
                  ((w.last + 1)::timestamp at time zone o.time_zone) as to_at
             from case_file c join office o on o.id = c.office_id join week w on c.opened_on <= w.first and (c.closed_on is null or c.closed_on > w.last)
            where ${OF_CASES}),
         levelled as materialized (
           select a.*, r.level, r.assessed_at from asked a left join lateral (select x.level, x.assessed_at from risk_assessment x
             where x.case_id = a.id and x.state = 'FINAL' and x.final_at <= a.from_at order by x.final_at desc limit 1) r on true),
         kept as (
           select l.level, l.worker_id, coalesce(m.began <= l.from_at and m.close_enough, false) as kept from levelled l
             cross join lateral (select min(y.at) as began, bool_and(y.next - y.at <= ${CADENCE}) as close_enough from (
               select z.at, lead(z.at, 1, least(l.to_at, now())) over (order by z.at) as next from (
                 select n.happened_at as at from case_note n where n.case_id = l.id and n.type = 'CONTACT' and n.state in ('FINAL', 'VOID_ASKED')
                    and n.happened_at > l.from_at - ${CADENCE} and n.happened_at < l.to_at
                 union all select l.assessed_at where l.assessed_at > l.from_at - ${CADENCE}) z) y) m
            where l.level is not null)
    select ${by === 'worker' ? `coalesce(worker_id::text, 'NONE')` : 'level'} as key, ${by === 'worker' ? 'level' : 'null::text'} as column,
           (count(*) filter (where kept))::int as count, count(*)::int as of from kept group by 1, 2
    union all select null, 'NOT_ASSESSED', count(*)::int, 0 from levelled where level is null
    order by key, "column"`,
  },
}));

/** P-09: cases opened in the period whose clock of 15 working days is over (R-CA-03), by office. */
const ON_TIME = {
  name: 'report.on-time',
  text: `
  with opened as materialized (
    select c.office_id::text as key, c.plan_due < (now() at time zone o.time_zone)::date as old,
           exists (select from risk_assessment r where r.case_id = c.id and r.state = 'FINAL' and (r.final_at at time zone o.time_zone)::date <= c.assessment_due) as assessed,
           exists (select from plan_version v where v.case_id = c.id and (v.approved_at at time zone o.time_zone)::date <= c.plan_due) as planned
      from case_file c join office o on o.id = c.office_id
     where c.opened_on between ${FROM}::date and ${TO}::date and c.plan_due is not null and c.assessment_due is not null and ${OF_CASES})
  select key, p.column, (count(*) filter (where case p.column when 'BOTH' then assessed and planned when 'ASSESSMENT' then assessed else planned end))::int as count,
         count(*)::int as of
    from opened cross join unnest('{BOTH,ASSESSMENT,PLAN}'::text[]) p("column") where old group by 1, 2
  union all select null, 'TOO_YOUNG', count(*)::int, 0 from opened where not old
  order by key, "column"`,
};

/** The level of each case that was open on a day, as it stood at the end of it. */
const levelsOn = (day: string): string => `
  select c.id, c.office_id, r.level from case_file c join office o on o.id = c.office_id
    left join lateral (select x.level from risk_assessment x where x.case_id = c.id and x.state = 'FINAL'
      and x.final_at < ((${day}::date + 1)::timestamp at time zone o.time_zone) order by x.final_at desc limit 1) r on true
   where c.opened_on <= ${day}::date and (c.closed_on is null or c.closed_on > ${day}::date) and ${OF_CASES}`;

/** P-10: clients by level on the last day, by office; and from which level to which since the first. One open case for each client (R-CA-02). */
const RISK = {
  name: 'report.risk-profile',
  text: `
  with then_at as materialized (${levelsOn(FROM ?? '')}), now_at as materialized (${levelsOn(TO ?? '')}),
       told as (select * from now_at where level is not null)
  select 'level' as part, t.office_id::text as key, l.level as column, (count(*) filter (where t.level = l.level))::int as count, count(*)::int as of
    from told t cross join unnest(array[${LEVELS}]) l(level) group by 2, 3
  union all select 'flow', b.level, t.level, count(*)::int, (sum(count(*)) over (partition by b.level))::int
    from told t join then_at b on b.id = t.id and b.level is not null group by b.level, t.level
  union all select null, null, 'NOT_ASSESSED', count(*)::int, 0 from now_at where level is null
  union all select null, null, 'NOT_AT_START', count(*)::int, 0 from told t where not exists (select from then_at b where b.id = t.id and b.level is not null)
  order by part, key, "column"`,
};
const ZONE = { name: 'report.office-zone', text: 'select time_zone as "timeZone" from office where id = $1' };

/** Counts of how the work goes in the coordinator's offices. No row of a case leaves here. */
@Injectable()
export class PracticeReportRecords {
  async overdue(by: string): Promise<Rate[]> {
    const found = OVERDUE.find((each) => each.by === by);
    return found ? currentWork().rows<Rate>(found.statement, overdueReach()) : [];
  }

  async contact(by: string, { from, to }: Period, weeks: number): Promise<Rate[]> {
    const found = CONTACT.find((each) => each.by === by);
    return found ? currentWork().rows<Rate>(found.statement, [...reachValues('report:read'), from, to, weeks]) : [];
  }

  async onTime({ from, to }: Period): Promise<Rate[]> {
    return currentWork().rows<Rate>(ON_TIME, [...reachValues('report:read'), from, to]);
  }

  /** `part` says whether a row is of the levels or of the flow. */
  async riskProfile({ from, to }: Period): Promise<(Rate & { part: string | null })[]> {
    return currentWork().rows<Rate & { part: string | null }>(RISK, [...reachValues('report:read'), from, to]);
  }

  /** The time zone in which days of a report are counted when nobody names one: that of the reader's first office. */
  async timeZone(): Promise<string> {
    const [officeId] = currentReach('report:read').offices;
    return (await currentWork().row<OfficeDay>(ZONE, [officeId]))?.timeZone ?? 'UTC';
  }
}
