import './support/patience';
import { newId } from '../apps/api/src/platform/new-id';
import { admittedFile } from './support/admitted-file';
import { type House, openHouse, type Person } from './support/house';

const DOMAINS = ['D01', 'D02', 'D04', 'D05', 'D06', 'D07', 'D08', 'D11', 'D12'];
const ANSWERS = ['1', '2', '3', '4', '5', 'N', '?'];

let house: House;
let coordinator: Person;
/** A chain of numbers that looks like chance and is the same each time. */
let seed = 7;
const chance = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
};

const lay = (caseId: string, point: string, daysAgo: number, levels: readonly string[]) =>
  house.sql(
    `insert into outcome_review (id, org_id, office_id, client_id, case_id, point, reviewed_on, reviewer_id, done_with_client, sealed, ${DOMAINS.map((d) => d.toLowerCase()).join(', ')})
     select $1, org_id, office_id, client_id, id, $3, current_date - $4::int, primary_worker_id, true, '', ${DOMAINS.map((_, at) => `$${at + 5}`).join(', ')} from case_file where id = $2`,
    [newId(), caseId, point, daysAgo, ...levels],
  );
const drawn = (low = 0): string[] => DOMAINS.map(() => ANSWERS[low + chance(7 - low)] ?? '?');

beforeAll(async () => {
  house = await openHouse();
  coordinator = await house.as('COORDINATOR');
  const worker = await house.as('CASEWORKER');
  for (let at = 0; at < 40; at += 1) {
    const { caseId, clientId } = await admittedFile(
      house,
      coordinator,
      worker,
      {},
      at % 7 === 0 ? house.offices.south : house.offices.north,
    );
    await house.sql('update client set birth_year_from = $2, birth_year_to = $3 where id = $1', [
      clientId,
      1950 + at,
      1950 + at + (at % 5 === 0 ? 3 : 0),
    ]);
    if (at % 11 === 0) continue;
    const began = 200 + chance(500);
    await lay(caseId, 'BASELINE', began, drawn());
    const firm = at % 3 === 1;
    if (at % 3) await lay(caseId, 'M6', began - 180, firm ? DOMAINS.map(() => '4') : drawn());
    if (at % 2 && began > 370) await lay(caseId, 'M12', began - 365, firm ? DOMAINS.map(() => '5') : drawn());
    if (at % 5 === 0) await lay(caseId, 'AD_HOC', 3, drawn());
  }
});
afterAll(() => house.close());

interface Cell {
  key: string;
  column: string | null;
  count: number;
  of: number;
}
const report = async (
  path: string,
): Promise<{
  count: number;
  of: number;
  cells: Cell[];
  medians: { key: string; column: string; n: number; median: number }[];
  leftOut: { reason: string; count: number }[];
}> => (await coordinator.get(`/api/reports/${path}`)).body;
const inNorth = (): [string] => [house.offices.north.id];

describe('P-24: before and after', () => {
  it.each(['M6', 'M12'])('at %s equals a plain recount, domain by domain, with denominators and medians', async (point) => {
    const { cells, medians, count, of, leftOut } = await report(`reintegration?point=${point}`);
    for (const domain of DOMAINS) {
      const column = domain.toLowerCase();
      const [recount] = await house.sql<Record<string, number>>(
        `select count(*) filter (where a.${column}::int > b.${column}::int)::int as "IMPROVED", count(*) filter (where a.${column} = b.${column})::int as "SAME",
            count(*) filter (where a.${column}::int < b.${column}::int)::int as "WORSE", count(*)::int as "of",
            percentile_cont(0.5) within group (order by b.${column}::int) as before, percentile_cont(0.5) within group (order by a.${column}::int) as after
           from outcome_review b, outcome_review a where a.case_id = b.case_id and b.point = 'BASELINE' and a.point = '${point}' and b.office_id = $1
            and b.${column} not in ('N', '?') and a.${column} not in ('N', '?')`,
        inNorth(),
      );
      const told = Object.fromEntries(cells.filter(({ key }) => key === domain).map(({ column: change, count: some }) => [change, some]));
      expect([domain, told]).toEqual([domain, { IMPROVED: recount?.['IMPROVED'], SAME: recount?.['SAME'], WORSE: recount?.['WORSE'] }]);
      expect(cells.find(({ key }) => key === domain)?.of).toBe(recount?.['of']);
      for (const side of ['before', 'after'])
        expect([side, medians.find(({ key, column: part }) => key === domain && part === side)?.median]).toEqual([side, recount?.[side]]);
    }
    const [both] = await house.sql<{ count: number; of: number }>(
      `select count(*) filter (where exists (select from outcome_review a where a.case_id = b.case_id and a.point = '${point}'))::int as count, count(*)::int as of
         from outcome_review b where b.point = 'BASELINE' and b.office_id = $1`,
      inNorth(),
    );
    expect({ count, of }).toEqual(both);
    const left = Object.fromEntries(leftOut.map(({ reason, count: some }) => [reason, some]));
    expect((left['NOT_YET'] ?? 0) + (left['POINT_MISSED'] ?? 0)).toBe(of - count);
    expect(left['NO_BASELINE']).toBeGreaterThan(0);
  });

  it('leads to the cases behind each number, and to those alone', async () => {
    const { cells } = await report('reintegration?point=M6');
    for (const { key, column, count } of cells.filter(({ key }) => key === 'D02')) {
      const { body } = await coordinator.get(`/api/reports/reintegration/cases?point=M6&domain=${key}&change=${String(column)}&limit=100`);
      expect([column, body.total, body.items.length]).toEqual([column, count, count]);
    }
  });

  it('is cut by age, where somebody of two bands is of none', async () => {
    const bands = ['A0_29', 'A30_49', 'A50_64', 'A65_UP', 'UNKNOWN'];
    const sums = await Promise.all(bands.map(async (age) => (await report(`reintegration?point=M6&age=${age}`)).count));
    expect(sums.reduce((all, one) => all + one, 0)).toBe((await report('reintegration?point=M6')).count);
    expect(sums.filter((one) => one > 0).length).toBeGreaterThan(2);
  });

  it('counts the sealed domains without a case, and has a table for each number', async () => {
    await house.sql(
      `insert into outcome_tally (org_id, office_id, domain, point, age_band, before, after, change) values ($1, $2, 'D09', 'M6', 'A30_49', 2, 4, 3), ($1, $2, 'D09', 'M6', 'A30_49', 2, 4, -1), ($1, $3, 'D09', 'M6', 'A30_49', 2, 1, 5)`,
      [house.offices.north.orgId, house.offices.north.id, house.offices.south.id],
    );
    const { cells, medians } = await report('reintegration?point=M6');
    expect(cells.filter(({ key }) => key === 'D09')).toEqual([
      { key: 'D09', name: null, column: 'IMPROVED', count: 2, of: 2 },
      { key: 'D09', name: null, column: 'SAME', count: 0, of: 2 },
      { key: 'D09', name: null, column: 'WORSE', count: 0, of: 2 },
    ]);
    expect(medians.filter(({ key }) => key === 'D09').map(({ column, n, median }) => [column, n, median])).toEqual([
      ['before', 2, 2],
      ['after', 2, 4],
    ]);
    const { text } = await coordinator.get('/api/reports/reintegration.csv?point=M6');
    expect(text).toContain('D09,IMPROVED,2,2');
    expect((await coordinator.get('/api/reports/reintegration/cases?domain=D09')).body.total).toBe(0);
    expect((await (await house.as('CASEWORKER')).get('/api/reports/reintegration')).status).toBe(403);
  });
});

describe('P-25: stable independence', () => {
  it('equals a plain recount: level 4 or 5 in four domains at two points in turn, of clients whose baseline is a year old', async () => {
    const { count, of, leftOut } = await report('stable-independence');
    const rows = await house.sql<{ caseId: string; point: string; firm: boolean; old: boolean }>(
      `select r.case_id as "caseId", r.point, (r.d01 in ('4','5') and r.d02 in ('4','5') and r.d04 in ('4','5') and r.d12 in ('4','5')) as firm,
              b.reviewed_on <= (current_date - interval '12 months')::date as old
         from outcome_review r join outcome_review b on b.case_id = r.case_id and b.point = 'BASELINE'
        where r.point <> 'AD_HOC' and r.office_id = $1 order by r.case_id, r.reviewed_on`,
      inNorth(),
    );
    const old = new Set(rows.filter((row) => row.old).map(({ caseId }) => caseId));
    const stable = new Set(
      rows
        .filter((row, at) => row.old && row.firm && rows[at - 1]?.caseId === row.caseId && rows[at - 1]?.firm)
        .map(({ caseId }) => caseId),
    );
    expect([count, of]).toEqual([stable.size, old.size]);
    expect(count).toBeGreaterThan(0);
    const young = new Set(rows.filter((row) => !row.old).map(({ caseId }) => caseId)).size;
    expect(leftOut.find(({ reason }) => reason === 'TOO_YOUNG')?.count).toBe(young);
    const { body } = await coordinator.get('/api/reports/stable-independence/cases?stable=YES&limit=100');
    expect(new Set(body.items.map(({ id }: { id: string }) => id))).toEqual(stable);
    expect((await coordinator.get('/api/reports/stable-independence.csv')).text).toContain('P-25');
  });
});
