import { DemoHouse } from '../apps/api/src/demo/demo-house';
import { type House, openHouse, type OfficePlace, type Person } from './support/house';

interface Cell {
  key: string;
  column: string | null;
  count: number;
  of: number;
}
interface Counted {
  key: string;
  count: number;
  of: number;
}

/** The reports of the procedures against plain SQL over the same house, written anew: as the superuser, office by office. */
describe('reports of the procedures', () => {
  let house: House;
  let coordinator: Person;
  let north: OfficePlace;
  const counted = (text: string): Promise<Counted[]> => house.sql<Counted>(text, [north.id]);
  const cellsOf = async (
    path: string,
  ): Promise<{ count: number; of: number; cells: Cell[]; leftOut: { reason: string; count: number }[] }> =>
    (await coordinator.get(`/api/reports/${path}`)).body as never;

  beforeAll(async () => {
    house = await openHouse({ DEMO: '1' });
    await house.app.get(DemoHouse).fill();
    const [place] = await house.sql<{ org: string; id: string }>(
      `select org_id as org, id from office where name = 'North' and org_id <> $1`,
      [house.offices.north.orgId],
    );
    north = { orgId: place?.org ?? '', id: place?.id ?? '' };
    coordinator = await house.as('COORDINATOR', north);
    await house.sql(`update legal_deadline set state = 'MET', ended_at = now(), met_on = due_on, confirmed_on = due_on, trigger_date = current_date - 40, due_on = current_date - 5,
      internal_due_on = current_date - 8 where id in (select id from legal_deadline order by id limit 2)`);
    await house.sql(`update legal_deadline set met_on = due_on where state = 'MET'`);
    await house.sql(
      `update legal_deadline set met_on = due_on + 1 where id = (select id from legal_deadline where state = 'MET' order by id limit 1)`,
    );
  });
  afterAll(() => house.close());

  it('P-16: open claims by stage, and what is over beside them', async () => {
    const { cells, of, count } = await cellsOf('claims-by-stage');
    const rows = await counted(
      'select state as key, count(*)::int as count, 0 as of from protection_claim where office_id = $1 and ended_on is null group by state order by state',
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(cells.map(({ key, count: n }) => ({ key, count: n, of: 0 }))).toEqual(rows);
    expect([count, of]).toEqual([rows.reduce((sum, row) => sum + row.count, 0), rows.reduce((sum, row) => sum + row.count, 0)]);
  });

  it('P-18: met on the day or before, of those due in the time; a day late does not count', async () => {
    const { cells } = await cellsOf('deadlines-kept');
    const rows =
      await counted(`select type as key, sum(case when state = 'MET' and met_on <= due_on then 1 else 0 end)::int as count, count(*)::int as of from legal_deadline
      where office_id = $1 and due_on > current_date - 91 and due_on <= current_date and state <> 'NOT_USED' and state <> 'EXTENDED' group by type order by type`);
    expect(cells.map(({ key, count, of }) => ({ key, count, of }))).toEqual(rows);
  });

  it('P-19: permits that end within 180 days, by span', async () => {
    const { cells, leftOut } = await cellsOf('permits-ending');
    const rows =
      await counted(`select case when d <= 7 then 'D0_7' when d <= 30 then 'D8_30' when d <= 90 then 'D31_90' else 'D91_180' end as key, count(*)::int as count, 0 as of from
      (select valid_to - current_date as d from permit where office_id = $1 and valid_to is not null and renewal_lodged_on is null and successor_id is null and withdrawn_on is null) x
      where d between 0 and 180 group by 1 order by 1`);
    expect(cells.filter(({ count }) => count > 0).map(({ key, count }) => ({ key, count, of: 0 }))).toEqual(rows);
    expect(leftOut.every(({ count }) => count > 0)).toBe(true);
  });

  it('P-20: open claims with a representative', async () => {
    const { cells } = await cellsOf('representation');
    const rows = await counted(
      'select country as key, 0 as count, count(*)::int as of from protection_claim where office_id = $1 and ended_on is null group by country order by country',
    );
    expect(cells.map(({ key, count, of }) => ({ key, count, of }))).toEqual(rows);
  });

  it('as a table they hold counts and nothing of a file; the legal adviser counts the files in reach, a caseworker nothing', async () => {
    for (const path of ['claims-by-stage', 'deadlines-kept', 'permits-ending', 'representation']) {
      const { status, text, headers } = await coordinator.get(`/api/reports/${path}.csv`);
      expect([status, String(headers['content-type'])]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    }
    expect((await (await house.as('LEGAL', north)).get('/api/reports/claims-by-stage')).body).toMatchObject({ of: 0, cells: [] });
    expect((await (await house.as('CASEWORKER', north)).get('/api/reports/claims-by-stage')).status).toBe(403);
  });

  it('the demonstration marks no rule of a real country as verified', async () => {
    const verified = await house.sql<{ country: string }>(
      'select distinct country from country_profile_value where verified_by is not null',
    );
    expect(verified).toEqual([{ country: 'XX' }]);
    expect(await house.sql('select 1 from country_profile_value where verified_by = entered_by')).toEqual([]);
  });
});
