import './support/patience';
import { LoadSet } from '../apps/api/src/demo/load-set';
import { type House, openHouse, type Person } from './support/house';
import { officeDay } from './support/office-day';

const CLIENTS = 400;
const [FROM, TO] = [-180, 0].map((days) => officeDay(days)) as [string, string];
const PERIOD = `from=${FROM}&to=${TO}`;
const ZONE = `'Europe/Tirane'`;

let house: House;
let org: string;
let coordinator: Person;

beforeAll(async () => {
  house = await openHouse({ DEMO: '1' });
  org = await house.app.get(LoadSet).fill({ clients: CLIENTS, notes: CLIENTS, staff: 21, seed: 5 }, () => undefined);
  const [office] = await house.sql<{ id: string }>('select id from office where org_id = $1', [org]);
  coordinator = await house.as('COORDINATOR', { orgId: org, id: office?.id ?? '' });
});
afterAll(() => house.close());

interface Cell {
  key: string;
  column: string | null;
  count: number;
  of: number;
}
const report = async (path: string) => {
  const { status, text, body } = await coordinator.get(`/api/reports/${path}`);
  if (status !== 200) throw new Error(text);
  return body;
};
const plain = async <Row>(sql: string, ...values: unknown[]): Promise<Row> => {
  const [row] = await house.sql<Row>(sql, [org, ...values]);
  if (!row) throw new Error('the recount gave nothing');
  return row;
};
const cellOf = (cells: Cell[], key: string): Cell | undefined => cells.find((cell) => cell.key === key);

/** Counts by key, over all columns. */
const summed = (cells: readonly Cell[]): Record<string, number> =>
  cells.reduce<Record<string, number>>((sums, { key, count }) => ({ ...sums, [key]: (sums[key] ?? 0) + count }), {});

describe('a load set', () => {
  it('has people who wait for a place, live in one and moved on, who wait for counselling and came to it, and how lives went', async () => {
    const seen = await plain<Record<string, number>>(
      `select (select count(distinct client_id) from placement where org_id = $1)::int as asked, (select count(*) from placement where org_id = $1 and state = 'REQUESTED')::int as wait,
         (select count(*) from placement where org_id = $1 and state in ('IN_RESIDENCE','NOTICE'))::int as live, (select count(*) from placement where org_id = $1 and state = 'MOVED_OUT')::int as left,
         (select count(*) from counselling_episode where org_id = $1)::int as talk, (select count(*) from counselling_episode where org_id = $1 and state = 'ACTIVE')::int as active,
         (select count(*) from counselling_session where org_id = $1)::int as sessions, (select count(*) from outcome_review where org_id = $1)::int as looks`,
    );
    expect(seen['asked']).toBeGreaterThan(CLIENTS * 0.4);
    expect(seen['talk']).toBeGreaterThan(CLIENTS * 0.28);
    for (const name of ['wait', 'live', 'left', 'active']) expect([name, (seen[name] ?? 0) > 10]).toEqual([name, true]);
    expect([(seen['sessions'] ?? 0) > 500, (seen['looks'] ?? 0) > CLIENTS / 2]).toEqual([true, true]);
  });

  it('has people who asked for protection at every stage, by days that were kept, missed or still run, with papers and representatives', async () => {
    const seen = await plain<Record<string, number>>(
      `select (select count(distinct client_id) from protection_claim where org_id = $1)::int as asked, (select count(distinct state) from protection_claim where org_id = $1)::int as stages,
         (select count(*) from claim_decision where org_id = $1)::int as decided, (select count(*) from claim_decision where org_id = $1 and outcome is not null)::int as ruled,
         (select count(*) from legal_deadline where org_id = $1 and state = 'OPEN')::int as open, (select count(*) from legal_deadline where org_id = $1 and state = 'MET')::int as met,
         (select count(*) from legal_deadline where org_id = $1 and state = 'MISSED')::int as missed, (select count(*) from legal_deadline where org_id = $1 and due_on is null)::int as unknown,
         (select count(*) from permit where org_id = $1)::int as papers, (select count(*) from legal_representation where org_id = $1)::int as represented`,
    );
    expect(seen['asked']).toBeGreaterThan(CLIENTS * 0.45);
    expect(seen['stages']).toBeGreaterThan(12);
    for (const name of ['decided', 'met', 'papers', 'represented']) expect([name, (seen[name] ?? 0) > 50]).toEqual([name, true]);
    for (const name of ['ruled', 'open', 'missed', 'unknown']) expect([name, (seen[name] ?? 0) > 9]).toEqual([name, true]);
  });

  it('leaves no deadline open on a case that is closed, and verifies no rule of a real country', async () => {
    const row = await plain<{ open: number; verified: string[]; reckoned: number }>(
      `select (select count(*)::int from legal_deadline d join case_file f on f.id = d.case_id where d.org_id = $1 and d.state = 'OPEN' and f.state = 'CLOSED') as open,
         (select array_agg(distinct country) from country_profile_value where org_id = $1 and verified_by is not null) as verified,
         (select count(*)::int from legal_deadline where org_id = $1 and country <> 'XX' and rule_number is not null and due_on is not null) as reckoned`,
    );
    expect(row).toEqual({ open: 0, verified: ['XX'], reckoned: 0 });
  });

  it('is closed to an outsider, and each counsellor stands on the team of whom they see', async () => {
    const stranger = await house.as('COORDINATOR');
    expect((await stranger.get(`/api/reports/occupancy?${PERIOD}`)).body).toMatchObject({ count: 0, of: 0 });
    const apart = await plain<{ n: number }>(
      `select count(*)::int as n from counselling_episode e where e.org_id = $1 and e.state = 'ACTIVE'
         and not exists (select from case_team t where t.client_id = e.client_id and t.staff_id = e.counsellor_id and t.ended_at is null)`,
    );
    expect(apart.n).toBe(0);
  });
});

describe('reports over a load set equal a plain recount', () => {
  it('P-11: time to safe housing', async () => {
    const { count, of, medians } = await report(`time-to-housing?by=household&${PERIOD}`);
    const row = await plain<{ housed: number; waiting: number; median: number }>(
      `with first as (select distinct on (client_id) * from placement where org_id = $1 order by client_id, requested_on, created_at, id),
         each as (select f.client_id, (select greatest(min(m.moved_in_on), f.requested_on, f.needed_from) - greatest(f.requested_on, f.needed_from) from placement m
               where m.client_id = f.client_id and m.kind <> 'EMERGENCY' and m.moved_in_on is not null having min(m.moved_in_on) is not null) as days,
             exists (select from placement w where w.client_id = f.client_id and (w.state = 'REQUESTED' or w.kind = 'EMERGENCY' and w.moved_in_on is not null and w.moved_out_on is null)) as waits
           from first f where f.requested_on between $2 and $3 and f.household_size = 1)
       select count(days)::int as housed, (count(*) filter (where days is null and waits))::int as waiting, percentile_cont(0.5) within group (order by days) as median from each`,
      FROM,
      TO,
    );
    expect(row.housed).toBeGreaterThan(10);
    const alone = (medians as { key: string; n: number; median: number; waiting: number }[]).find(({ key }) => key === '1');
    expect(alone).toMatchObject({ n: row.housed, median: row.median, waiting: row.waiting });
    expect([count > row.housed, of > count]).toEqual([true, true]);
  });

  it('P-12: who waits for a place now, and since when', async () => {
    const { count, medians } = await report('housing-waiting?by=urgency');
    const row = await plain<{ n: number; longest: number }>(
      `select count(*)::int as n, max((now() at time zone ${ZONE})::date - requested_on)::int as longest from placement where org_id = $1 and state = 'REQUESTED'`,
    );
    expect([count, Math.max(...(medians as { longest: number }[]).map(({ longest }) => longest))]).toEqual([row.n, row.longest]);
  });

  it('P-13: nights slept in of those there were, without those on which a unit was closed', async () => {
    const { count, of, leftOut } = await report(`occupancy?by=provider&${PERIOD}`);
    const row = await plain<{ taken: number; there: number; shut: number }>(
      `with night as (select g::date as d from generate_series($2::timestamp, $3::timestamp, interval '1 day') g),
         shut as (select subject_id as unit, min(at) filter (where action = 'close') as a, min(at) filter (where action = 'open') as b from process_step
                   where org_id = $1 and subject_type = 'housing_unit' and action in ('close', 'open') group by 1),
         each as (select u.id, u.capacity, d, coalesce((d + 1)::timestamp at time zone ${ZONE} > s.a and (d + 1)::timestamp at time zone ${ZONE} <= s.b, false) as closed
           from housing_unit u cross join night left join shut s on s.unit = u.id where u.org_id = $1)
       select coalesce(sum((select sum(household_size) from placement p where p.unit_id = e.id and p.moved_in_on <= d and coalesce(p.moved_out_on, 'infinity') > d)) filter (where not closed), 0)::int as taken,
         sum(capacity) filter (where not closed)::int as there, coalesce(sum(capacity) filter (where closed), 0)::int as shut from each e`,
      FROM,
      TO,
    );
    expect([count, of, leftOut]).toEqual([row.taken, row.there, row.shut ? [{ reason: 'MAINTENANCE', count: row.shut }] : []]);
    expect(count).toBeGreaterThan(1000);
  });

  it('P-14: stays that led on well', async () => {
    const { count, of, leftOut } = await report(`positive-move-on?${PERIOD}`);
    const row = await plain<{ good: number; all: number; deaths: number }>(
      `select count(*) filter (where reason <> 'DEATH' and (goal in ('INDEPENDENT_RENT','INDEPENDENT_SUPPORTED','SOCIAL_HOUSING','FAMILY_PERMANENT') or goal = 'INSTITUTION' and planned))::int as good,
         count(*) filter (where reason <> 'DEATH')::int as all, count(*) filter (where reason = 'DEATH')::int as deaths
         from (select move_out_reason as reason, destination as goal, care_planned as planned from placement where org_id = $1 and moved_out_on between $2 and $3) p`,
      FROM,
      TO,
    );
    expect([count, of]).toEqual([row.good, row.all]);
    expect((leftOut as { count: number }[]).reduce((sum, one) => sum + one.count, 0)).toBe(row.deaths);
    expect(row.good).toBeGreaterThan(5);
  });

  it('P-16: claims that are open now by stage, country and procedure; ended ones beside them', async () => {
    for (const [by, column] of [
      ['state', 'state'],
      ['country', 'country'],
      ['procedure', 'procedure_type'],
    ] as const) {
      const { count, of, cells, leftOut } = await report(`claims-by-stage?by=${by}`);
      const rows = await house.sql<{ key: string; n: number }>(
        `select ${column} as key, count(*)::int as n from protection_claim
          where org_id = $1 and state not in ('FINAL_POSITIVE', 'FINAL_NEGATIVE', 'WITHDRAWN', 'TRANSFERRED_STATE') group by 1`,
        [org],
      );
      const ended = await plain<{ n: number }>(
        `select count(*)::int as n from protection_claim where org_id = $1 and state in ('FINAL_POSITIVE', 'FINAL_NEGATIVE', 'WITHDRAWN', 'TRANSFERRED_STATE')`,
      );
      const all = rows.reduce((sum, { n }) => sum + n, 0);
      expect([by, summed(cells as Cell[])]).toEqual([by, Object.fromEntries(rows.map(({ key, n }) => [key, n]))]);
      expect([count, of, leftOut]).toEqual([all, all, [{ reason: 'CLAIM_ENDED', count: ended.n }]]);
      expect([all > CLIENTS / 5, rows.length > 2, ended.n > 20]).toEqual([true, true, true]);
    }
  });

  it('P-18: deadlines met on their day or before, of those due in the time that were neither extended nor unused', async () => {
    for (const by of ['type', 'country'] as const) {
      const { count, of, cells, leftOut } = await report(`deadlines-kept?by=${by}&${PERIOD}`);
      const rows = await house.sql<{ key: string; kept: number; late: number; due: number }>(
        `select ${by} as key, sum((state = 'MET' and met_on <= due_on)::int)::int as kept, sum((state = 'MET' and met_on > due_on)::int)::int as late, count(*)::int as due
           from legal_deadline where org_id = $1 and due_on >= $2 and due_on <= $3 and state in ('OPEN', 'MET', 'MISSED') group by 1 order by 1`,
        [org, FROM, TO],
      );
      const aside = await house.sql<{ reason: string; count: number }>(
        `select reason, count(*)::int as count from (select case when due_on is null and state = 'OPEN' then 'NO_DAY' when due_on between $2 and $3 and state in ('NOT_USED', 'EXTENDED') then state end as reason
           from legal_deadline where org_id = $1) x where reason is not null group by 1`,
        [org, FROM, TO],
      );
      expect((cells as Cell[]).map(({ key, count: kept, of: due }) => [key, kept, due])).toEqual(
        rows.map(({ key, kept, due }) => [key, kept, due]),
      );
      expect(Object.fromEntries((leftOut as { reason: string; count: number }[]).map((each) => [each.reason, each.count]))).toEqual(
        Object.fromEntries(aside.map((each) => [each.reason, each.count])),
      );
      const sum = (name: 'kept' | 'late' | 'due'): number => rows.reduce((all, row) => all + row[name], 0);
      expect([count, of]).toEqual([sum('kept'), sum('due')]);
      expect([sum('kept') > 30, sum('late') > 0, sum('due') > sum('kept') + sum('late'), aside.length]).toEqual([true, true, true, 3]);
    }
  });

  it('P-19: permits that end in 180 days with nothing after them, by span of days', async () => {
    const { count, of, cells, leftOut } = await report('permits-ending');
    const rows = await house.sql<{ span: string; n: number }>(
      `select span, count(*)::int as n from (
         select case when unlimited then 'PERMIT_NO_END' when successor_id is not null or renewal_lodged_on is not null then 'RENEWED' when valid_to is null then 'AWAITED'
                  when valid_to < today then 'OVER' when valid_to <= today + 7 then 'D0_7' when valid_to <= today + 30 then 'D8_30' when valid_to <= today + 90 then 'D31_90'
                  when valid_to <= today + 180 then 'D91_180' else 'LATER' end as span
           from permit, (select (now() at time zone ${ZONE})::date as today) t where org_id = $1 and withdrawn_on is null) x group by 1`,
      [org],
    );
    const plainly = new Map(rows.map(({ span, n }) => [span, n]));
    const spans = ['D0_7', 'D8_30', 'D31_90', 'D91_180'].map((span) => [span, plainly.get(span) ?? 0] as const);
    expect(summed(cells as Cell[])).toEqual(Object.fromEntries(spans));
    const within = spans.reduce((sum, [, n]) => sum + n, 0);
    expect([count, of, within > 20]).toEqual([within, within, true]);
    const aside = ['PERMIT_NO_END', 'RENEWED', 'AWAITED', 'OVER', 'LATER'].map((reason) => [reason, plainly.get(reason) ?? 0]);
    expect(Object.fromEntries((leftOut as { reason: string; count: number }[]).map((each) => [each.reason, each.count]))).toEqual(
      Object.fromEntries(aside),
    );
  });

  it.each(['Europe/Tirane', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    'P-20: open claims with a representative who stands on the day it is in the office, in %s',
    async (zone) => {
      await house.sql('update office set time_zone = $2 where org_id = $1', [org, zone]);
      // somebody who begins on this very day, and somebody whose last day was the day before
      await house.sql(
        `update legal_representation r set from_on = (now() at time zone $2)::date - 30 * n::int, to_on = (now() at time zone $2)::date - n::int, claim_id = null
           from (select id, row_number() over (order by id) - 1 as n from legal_representation p where org_id = $1 and to_on is null
                   and exists (select from protection_claim c where c.client_id = p.client_id and c.ended_on is null) order by id limit 2) two where two.id = r.id`,
        [org, zone],
      );
      const { count, of, cells } = await report('representation');
      const rows = await house.sql<{ key: string; held: number; open: number }>(
        `with today as (select (now() at time zone $2)::date as d), standing as (select client_id, claim_id from legal_representation, today where org_id = $1 and d between from_on and coalesce(to_on, 'infinity'))
         select country as key, count(*) filter (where id in (select claim_id from standing) or client_id in (select client_id from standing where claim_id is null))::int as held, count(*)::int as open
           from protection_claim where org_id = $1 and ended_on is null group by 1 order by 1`,
        [org, zone],
      );
      await house.sql(`update office set time_zone = ${ZONE} where org_id = $1`, [org]);
      expect((cells as Cell[]).map(({ key, count: held, of: open }) => [key, held, open])).toEqual(
        rows.map(({ key, held, open }) => [key, held, open]),
      );
      const held = rows.reduce((sum, row) => sum + row.held, 0);
      expect([count, of]).toEqual([held, rows.reduce((sum, row) => sum + row.open, 0)]);
      expect([held > 30, of > held]).toEqual([true, true]);
    },
  );

  it('P-21: days from the request to the first session that somebody came to', async () => {
    const { all } = await report(`counselling-access?${PERIOD}`);
    const row = await plain<{ of: number; seen: number; median: number; waiting: number }>(
      `select count(*)::int as of, count(first)::int as seen, percentile_cont(0.5) within group (order by first - asked) as median, (count(*) filter (where first is null and ended_at is null))::int as waiting
         from (select (e.requested_at at time zone ${ZONE})::date as asked, e.ended_at,
                 (select min(s.at) from counselling_session s where s.episode_id = e.id and s.status = 'ATTENDED')::timestamptz::date as first
                 from counselling_episode e where e.org_id = $1) each where asked between $2 and $3`,
      FROM,
      TO,
    );
    expect([all.of, all.seen, all.medianDays, all.waiting]).toEqual([row.of, row.seen, row.median, row.waiting]);
    expect([row.seen > 10, row.waiting > 0]).toEqual([true, true]);
  });

  it('P-22: sessions attended of those attended, missed or cut short', async () => {
    const { count, of, cells } = await report(`counselling-attendance?${PERIOD}`);
    const row = await plain<{ came: number; held: number; phone: number }>(
      `select count(*) filter (where status = 'ATTENDED')::int as came, count(*) filter (where status in ('ATTENDED','DNA','CUT_SHORT'))::int as held,
         count(*) filter (where status = 'ATTENDED' and modality = 'PHONE')::int as phone from counselling_session
        where org_id = $1 and (at at time zone ${ZONE})::date between $2 and $3`,
      FROM,
      TO,
    );
    expect([count, of, cellOf(cells as Cell[], 'PHONE')?.count]).toEqual([row.came, row.held, row.phone]);
    expect(row.held).toBeGreaterThan(300);
  });

  it('P-24: how lives went between the first look and the one after six months, domain by domain', async () => {
    const { cells } = await report('reintegration?point=M6');
    for (const column of ['d01', 'd02', 'd12']) {
      const row = await plain<Record<string, number>>(
        `select count(*) filter (where a.${column}::int > b.${column}::int)::int as "IMPROVED", count(*) filter (where a.${column} = b.${column})::int as "SAME",
            count(*) filter (where a.${column}::int < b.${column}::int)::int as "WORSE"
           from outcome_review b join outcome_review a on a.case_id = b.case_id and a.point = 'M6' where b.point = 'BASELINE' and b.org_id = $1`,
      );
      const told = (cells as Cell[]).filter(({ key }) => key === column.toUpperCase()).map(({ column: change, count }) => [change, count]);
      expect([column, Object.fromEntries(told)]).toEqual([column, row]);
    }
  });

  it('P-25: level 4 or 5 in four domains at two points in turn, of those who began a year ago', async () => {
    const { count, of } = await report('stable-independence');
    const row = await plain<{ stable: number; old: number }>(
      `with look as (select r.case_id, b.reviewed_on <= (now() at time zone ${ZONE})::date - interval '12 months' as old, least(r.d01, r.d02, r.d04, r.d12) >= '4' as firm,
           lag(least(r.d01, r.d02, r.d04, r.d12) >= '4') over (partition by r.case_id order by r.reviewed_on, r.id) as before
         from outcome_review r join outcome_review b on b.case_id = r.case_id and b.point = 'BASELINE' where r.org_id = $1)
       select count(distinct case_id) filter (where old and firm and before)::int as stable, count(distinct case_id) filter (where old)::int as old from look`,
    );
    expect([count, of]).toEqual([row.stable, row.old]);
    expect(of).toBeGreaterThan(5);
  });
});
