import { Injectable } from '@nestjs/common';
import type { Period } from '@panah/domain/board/period.rules';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { REACH_PARAMETERS, reachValues, withinReach } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { overdueReach } from './overdue.records';
import { FROM, OF_CASES, OPENED_LONG_AGO, TO, WEEKS_KEPT } from './practice.statement';
import { dueWork, OVERDUE_WORDS, TASK_COUNTED, withinWord } from './overdue.statement';

/** `count` of `of` under a key; never which cases. Rows whose key is null carry what was left out, by reason in `column`. */
export interface Rate extends Record<string, unknown> {
  key: string | null;
  column: string | null;
  count: number;
  of: number;
}

const LEVELS = riskLevel.codes.map((level) => `'${level}'`).join(', ');

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
    alongIndexes: true as const,
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

/** P-08 by level, or by worker and level. */
const CONTACT = ['level', 'worker'].map((by) => ({
  by,
  statement: {
    name: `report.contact-${by}`,
    text: `
    with ${WEEKS_KEPT}
    select ${by === 'worker' ? `coalesce(worker_id::text, 'NONE')` : 'level'} as key, ${by === 'worker' ? 'level' : 'null::text'} as column,
           (count(*) filter (where kept))::int as count, count(*)::int as of from kept group by 1, 2
    union all select null, 'NOT_ASSESSED', count(*)::int, 0 from levelled where level is null
    order by key, "column"`,
  },
}));

/** P-09, by office. */
const ON_TIME = {
  name: 'report.on-time',
  text: `
  with ${OPENED_LONG_AGO}
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
  with then_at as materialized (${levelsOn(FROM)}), now_at as materialized (${levelsOn(TO)}),
       told as (select * from now_at where level is not null)
  select 'level' as part, t.office_id::text as key, l.level as column, (count(*) filter (where t.level = l.level))::int as count, count(*)::int as of
    from told t cross join unnest(array[${LEVELS}]) l(level) group by 2, 3
  union all select 'flow', b.level, t.level, count(*)::int, (sum(count(*)) over (partition by b.level))::int
    from told t join then_at b on b.id = t.id and b.level is not null group by b.level, t.level
  union all select null, null, 'NOT_ASSESSED', count(*)::int, 0 from now_at where level is null
  union all select null, null, 'NOT_AT_START', count(*)::int, 0 from told t where not exists (select from then_at b where b.id = t.id and b.level is not null)
  order by part, key, "column"`,
};

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
}
