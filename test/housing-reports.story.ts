import './support/patience';
import { newId } from '../apps/api/src/platform/new-id';
import { admittedFile } from './support/admitted-file';
import { type House, openHouse, type Person } from './support/house';
import { aProvider, aUnit, day } from './support/housing-desk';

let house: House;
let coordinator: Person;
let officer: Person;
/** A chain of numbers that looks like chance and is the same each time. */
let seed = 11;
const chance = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
};
const KINDS = ['EMERGENCY', 'TRANSITIONAL', 'SAFE_HOUSE'];
const GOALS = ['INDEPENDENT_RENT', 'SHELTER', 'FAMILY_PERMANENT', 'INSTITUTION', 'UNKNOWN', 'SOCIAL_HOUSING'];

beforeAll(async () => {
  house = await openHouse();
  [coordinator, officer] = [await house.as('COORDINATOR'), await house.as('HOUSING')];
  const worker = await house.as('CASEWORKER');
  const provider = await aProvider(officer);
  const other = await aProvider(officer);
  const units = [
    (await aUnit(officer, provider.id, { capacity: 30 })).id,
    (await aUnit(officer, other.id, { capacity: 20, opensOn: day(-40) })).id,
    (await aUnit(officer, other.id, { capacity: 5 })).id,
  ];
  await officer.post(`/api/housing/units/${units[2]}/closing`, { reason: 'The roof leaks' });
  await house.sql(`update process_step set at = now() - interval '100 days' where subject_type = 'housing_unit' and action = 'add'`);
  await house.sql(`update process_step set at = now() - interval '20 days' where subject_id = $1 and action = 'close'`, [units[2]]);
  for (let at = 0; at < 60; at += 1) {
    const { caseId, clientId } = await admittedFile(house, coordinator, worker);
    const lay = (state: string, asked: number, more: Record<string, unknown>) => {
      const row = {
        state,
        kind: KINDS[chance(3)],
        needed_from: day(-asked + chance(5)),
        requested_on: day(-asked),
        household_size: 1 + chance(4),
        ...more,
      };
      const names = Object.keys(row);
      return house.sql(
        `insert into placement (id, org_id, office_id, client_id, case_id, created_by, sealed, ${names.join(', ')})
         select $1, org_id, office_id, client_id, id, primary_worker_id, '', ${names.map((_, n) => `$${n + 3}`).join(', ')} from case_file where id = $2`,
        [newId(), caseId, ...Object.values(row)],
      );
    };
    const asked = 10 + chance(75);
    const moved = Math.max(1, asked - chance(30));
    const unit_id = units[at % 2 && moved < 39 ? 1 : 0];
    const lived = { unit_id, household_size: 1, reserved_from: day(-moved), moved_in_on: day(-moved) };
    if (at % 5 === 0) await lay('REQUESTED', asked, { constraints: at % 2 ? ['ACCESSIBLE', 'PETS'] : [] });
    else if (at % 5 === 1) await lay('CANCELLED', asked, { end_reason: 'OWN_SOLUTION' });
    else if (at % 5 === 2) await lay('IN_RESIDENCE', asked, lived);
    else
      await lay('MOVED_OUT', asked, {
        ...lived,
        moved_out_on: day(-chance(moved)),
        move_out_reason: at % 11 === 3 ? 'DEATH' : 'OTHER',
        destination: GOALS[chance(6)],
        care_planned: chance(2) === 1,
      });
    if (at % 7 === 0) await house.sql(`update case_file set risk_level = $2 where id = $1`, [caseId, at % 2 ? 'HIGH' : 'IMMINENT']);
    if (at % 9 === 0)
      await house.sql(
        `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) values ($1, $2, $3, $4, $5, 'RELATIVE', 'CLIENT_STATED')`,
        [newId(), house.offices.north.orgId, house.offices.north.id, clientId, coordinator.id],
      );
  }
});
afterAll(() => house.close());

const open = `not exists (select from access_block b where b.subject_id = p.client_id and b.lifted_at is null)`;
const report = async (path: string) => (await coordinator.get(`/api/reports/${path}`)).body;
const PERIOD = `from=${day(-60)}&to=${day()}`;

describe('reports of housing equal a plain recount', () => {
  it('P-14: stays that led on well, of those that ended, but for deaths; each number has its list', async () => {
    const { code, count, of, cells, leftOut, definition } = await report(`positive-move-on?${PERIOD}`);
    const ended = `from placement p where state = 'MOVED_OUT' and moved_out_on >= $1 and moved_out_on <= $2 and ${open}`;
    const good = `(destination in ('INDEPENDENT_RENT','INDEPENDENT_SUPPORTED','SOCIAL_HOUSING','FAMILY_PERMANENT') or destination = 'INSTITUTION' and care_planned)`;
    const [plain] = await house.sql<{ good: number; all: number; deaths: number }>(
      `select count(*) filter (where ${good} and move_out_reason <> 'DEATH')::int as good, count(*) filter (where move_out_reason <> 'DEATH')::int as all,
         count(*) filter (where move_out_reason = 'DEATH')::int as deaths ${ended}`,
      [day(-60), day()],
    );
    expect({ code, definition, count, of }).toEqual({ code: 'P-14', definition: 1, count: plain?.good, of: plain?.all });
    expect([plain?.deaths, plain?.good]).not.toContain(0);
    expect(leftOut).toEqual([{ reason: 'DEATH', count: plain?.deaths }]);
    for (const cell of cells) {
      const [one] = await house.sql<{ n: number; of: number }>(
        `select count(*) filter (where ${good})::int as n, count(*)::int as of ${ended} and move_out_reason <> 'DEATH' and kind = $3`,
        [day(-60), day(), cell.key],
      );
      expect([cell.count, cell.of]).toEqual([one?.n, one?.of]);
      const list = await report(`positive-move-on-cases?${PERIOD}&key=${cell.key}&part=POSITIVE`);
      expect([list.total, list.items.length]).toEqual([cell.count, cell.count]);
    }
    expect((await report(`positive-move-on-cases?${PERIOD}&part=LEFT_OUT`)).total).toBe(plain?.deaths);
    expect((await coordinator.get(`/api/reports/positive-move-on.csv?${PERIOD}`)).text).toContain(`all,${count},${of}`);
  });

  it('P-11: days to the first home that is no emergency; who waits still stands apart, who gave up is said', async () => {
    const { count, of, medians, leftOut } = await report(`time-to-housing?by=country&${PERIOD}`);
    const rows = (
      await house.sql<{ days: number | null; so: number; waits: boolean }>(
        `select case when p.moved_in_on is not null and p.kind <> 'EMERGENCY' then greatest(0, p.moved_in_on - greatest(p.requested_on, p.needed_from)) end as days,
           $3::date - greatest(p.requested_on, p.needed_from) as so, p.state = 'REQUESTED' or (p.kind = 'EMERGENCY' and p.state = 'IN_RESIDENCE') as waits
           from placement p where p.requested_on between $1 and $2 and ${open}`,
        [day(-60), day(), day()],
      )
    ).sort((a, b) => (a.days ?? 0) - (b.days ?? 0));
    const ended = rows.filter(({ days }) => days !== null);
    const waiting = rows.filter(({ days, waits }) => days === null && waits);
    const gone = rows.length - ended.length - waiting.length;
    expect([count, of]).toEqual([ended.length, ended.length + waiting.length]);
    expect(leftOut).toEqual([{ reason: 'NOT_WAITING', count: gone }]);
    const middle = (values: number[]): number => {
      const sorted = [...values].sort((a, b) => a - b);
      const half = (sorted.length - 1) / 2;
      return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
    };
    expect(medians).toMatchObject([
      {
        key: 'AL',
        n: ended.length,
        median: middle(ended.map(({ days }) => days ?? 0)),
        waiting: waiting.length,
        waitingMedian: middle(waiting.map(({ so }) => so)),
      },
    ]);
    for (const [part, n] of [
      ['HOUSED', ended.length],
      ['WAITING', waiting.length],
      ['LEFT_OUT', gone],
    ] as const)
      expect(await report(`time-to-housing-cases?${PERIOD}&part=${part}`)).toMatchObject({ total: n });
  });

  it('P-12: who waits now, by urgency and by what matters', async () => {
    const { count, cells, medians } = await report('housing-waiting?by=urgency');
    const rows = await house.sql<{ level: string | null; days: number }>(
      `select c.risk_level as level, $1::date - p.requested_on as days from placement p join case_file c on c.id = p.case_id where p.state in ('REQUESTED','MATCHED','OFFERED') and ${open}`,
      [day()],
    );
    expect(count).toBe(rows.length);
    for (const [band, level] of [
      ['NOW', 'IMMINENT'],
      ['HIGH', 'HIGH'],
    ]) {
      const own = rows.filter((row) => row.level === level);
      expect(cells.find(({ key }: { key: string }) => key === band)?.count ?? 0).toBe(own.length);
      if (own.length)
        expect(medians.find(({ key }: { key: string }) => key === band).longest).toBe(Math.max(...own.map(({ days }) => days)));
    }
    const constraints = await report('housing-waiting?by=constraint');
    const [pets] = await house.sql<{ n: number }>(
      `select count(*)::int as n from placement p where state = 'REQUESTED' and 'PETS' = any(constraints) and ${open}`,
    );
    expect(constraints.cells.find(({ key }: { key: string }) => key === 'PETS').count).toBe(pets?.n);
  });

  it('P-13: nights slept in, of those there were; nights under repair are said and not counted', async () => {
    const { count, of, leftOut } = await report(`occupancy?by=provider&${PERIOD}`);
    const [plain] = await house.sql<{ taken: number; there: number; shut: number }>(
      `with night as (select g::date as d from generate_series($1::timestamp, $2::timestamp, interval '1 day') g),
         each as (select u.id, u.capacity, d, u.status = 'MAINTENANCE' and d > $2::date - 21 as shut from housing_unit u join night on d >= u.opens_on)
       select coalesce(sum((select count(*) from placement p where p.unit_id = e.id and p.moved_in_on <= d and coalesce(p.moved_out_on, 'infinity') > d)) filter (where not shut), 0)::int as taken,
         sum(capacity) filter (where not shut)::int as there, sum(capacity) filter (where shut)::int as shut from each e`,
      [day(-60), day()],
    );
    expect([count, of]).toEqual([plain?.taken, plain?.there]);
    expect(leftOut).toEqual([{ reason: 'MAINTENANCE', count: plain?.shut }]);
    const months = await report(`occupancy?by=month&${PERIOD}`);
    expect([months.count, months.of]).toEqual([count, of]);
  });

  it('are the coordinator’s alone, and of their own offices', async () => {
    expect((await officer.get('/api/reports/positive-move-on')).status).toBe(403);
    const south = await house.as('COORDINATOR', house.offices.south);
    expect((await south.get(`/api/reports/positive-move-on?${PERIOD}`)).body).toMatchObject({ count: 0, of: 0, leftOut: [] });
    const odd = await coordinator.get(`/api/reports/positive-move-on?from=${day()}&to=${day(-3)}`);
    expect([odd.status, odd.body.fields]).toEqual([422, { from: ['after-end'] }]);
  });
});
