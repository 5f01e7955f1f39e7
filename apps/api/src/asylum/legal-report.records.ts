import { Injectable } from '@nestjs/common';
import type { Period } from '@panah/domain/board/period.rules';
import { REACH_PARAMETERS, reachValues, withinReach } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';

/** `count` of `of` under a key; never whose. Rows whose key is null carry what was left out, by reason in `column`. */
export interface LegalRate extends Record<string, unknown> {
  key: string | null;
  column: string | null;
  count: number;
  of: number;
}

const [FROM, TO] = [1, 2].map((n) => `$${REACH_PARAMETERS + n}`);

/** P-16: claims that are open now, by where they stand. */
const STAGES = ['state', 'country', 'procedure_type'].map((by) => ({
  by,
  statement: {
    name: `legal-report.stages-${by}`,
    text: `
    with own as materialized (select c.* from protection_claim c where ${withinReach('c', 'client_id', 1)})
    select ${by} as key, ${by === 'state' ? 'null::text' : 'state'} as column, count(*)::int as count, (sum(count(*)) over ())::int as of from own where ended_on is null group by 1, 2
    union all select null, 'CLAIM_ENDED', count(*)::int, 0 from own where ended_on is not null order by key, "column"`,
  },
}));

/** P-18: of the deadlines whose day lay in the time, those that were met on it or before. */
const KEPT = ['type', 'country'].map((by) => ({
  by,
  statement: {
    name: `legal-report.kept-${by}`,
    text: `
    with own as materialized (select d.* from legal_deadline d where ${withinReach('d', 'client_id', 1)}),
         due as (select * from own where due_on between ${FROM}::date and ${TO}::date)
    select ${by} as key, null::text as column, (count(*) filter (where state = 'MET' and met_on <= due_on))::int as count, count(*)::int as of
      from due where state not in ('NOT_USED', 'EXTENDED') group by 1
    union all select null, state, count(*)::int, 0 from due where state in ('NOT_USED', 'EXTENDED') group by state
    union all select null, 'NO_DAY', count(*)::int, 0 from own where due_on is null and state = 'OPEN' order by key, "column"`,
  },
}));

/** P-19: permits that end in the next 180 days with nothing after them. Counted from the day it is in each office. */
const ENDING = {
  name: 'legal-report.permits',
  text: `
  with own as materialized (select p.*, p.valid_to - (now() at time zone o.time_zone)::date as days from permit p join office o on o.id = p.office_id
         where p.withdrawn_on is null and ${withinReach('p', 'client_id', 1)}),
       told as (select *, case when unlimited then 'PERMIT_NO_END' when renewal_lodged_on is not null or successor_id is not null then 'RENEWED' when valid_to is null then 'AWAITED'
              when days < 0 then 'OVER' when days > 180 then 'LATER' end as why from own)
  select s.key, null::text as column, (count(t.id))::int as count, (sum(count(t.id)) over ())::int as of
    from (values ('D0_7', 0, 7), ('D8_30', 8, 30), ('D31_90', 31, 90), ('D91_180', 91, 180)) s(key, first, last)
    left join told t on t.why is null and t.days between s.first and s.last group by s.key
  union all select null, why, count(*)::int, 0 from told where why is not null group by why order by key, "column"`,
};

/** P-20: of the claims that are open now, those with a representative who stands on the day it is in their office. */
const REPRESENTED = {
  name: 'legal-report.represented',
  text: `
  select c.country as key, null::text as column, (count(*) filter (where exists (select from legal_representation r where r.client_id = c.client_id and (r.claim_id is null or r.claim_id = c.id)
           and r.from_on <= d.today and (r.to_on is null or r.to_on >= d.today))))::int as count, count(*)::int as of
    from protection_claim c join (select id, (now() at time zone time_zone)::date as today from office) d on d.id = c.office_id where c.ended_on is null and ${withinReach('c', 'client_id', 1)} group by 1 order by 1`,
};

/** Counts of how the procedures go, over the files in reach. No row of a file leaves here. */
@Injectable()
export class LegalReportRecords {
  async stages(by: string): Promise<LegalRate[]> {
    const found = STAGES.find((each) => each.by === (by === 'procedure' ? 'procedure_type' : by));
    return found ? currentWork().rows<LegalRate>(found.statement, reachValues('legal-report:read')) : [];
  }

  async kept(by: string, { from, to }: Period): Promise<LegalRate[]> {
    const found = KEPT.find((each) => each.by === by);
    return found ? currentWork().rows<LegalRate>(found.statement, [...reachValues('legal-report:read'), from, to]) : [];
  }

  async ending(): Promise<LegalRate[]> {
    return currentWork().rows<LegalRate>(ENDING, reachValues('legal-report:read'));
  }

  async represented(): Promise<LegalRate[]> {
    return currentWork().rows<LegalRate>(REPRESENTED, reachValues('legal-report:read'));
  }
}
