import fc from 'fast-check';
import { type House, openHouse, type Person } from './support/house';
import { fileOnPaper } from './support/file-on-paper';

const CUTS: Record<string, string> = {
  worker: 'primary_worker_id::text',
  state: 'state',
  country: 'country',
  risk: `coalesce(risk_level, 'NONE')`,
  stream: `unnest(case when streams = '{}' then '{NONE}'::text[] else streams end)`,
};
const CHANGES = {
  state: ['ASSESSMENT', 'PLANNING', 'ACTIVE', 'ON_HOLD', 'CLOSED'],
  country: ['AL', 'DE', 'FR'],
  risk_level: [null, 'LOW', 'MEDIUM', 'HIGH', 'IMMINENT'],
  streams: ['{}', '{HOUSING}', '{HOUSING,FAMILY_LINKS}'],
} as const;

let house: House;
let coordinator: Person;
let blocked: Person;
let abroad: Person;
const files: { caseId: string; clientId: string }[] = [];
beforeAll(async () => {
  house = await openHouse();
  [coordinator, blocked] = [await house.as('COORDINATOR'), await house.as('COORDINATOR')];
  abroad = await house.as('COORDINATOR', house.offices.south);
  const worker = await house.as('CASEWORKER');
  for (let n = 0; n < 8; n++) files.push(await fileOnPaper(house, worker));
});
afterAll(() => house.close());

const counted = async (who: Person, by: string) =>
  (await who.get(`/api/reports/open-cases?by=${by}`)).body as { total: number; cells: { key: string; count: number }[] };
const inOrder = (rows: { key: string; count: number }[]) => [...rows].sort((a, b) => String(a.key).localeCompare(String(b.key)));

/** What the tables say, row by row. */
async function recounted(by: string, without: string | null = null) {
  return house.sql<{ key: string; count: number }>(
    `select ${CUTS[by]} as key, count(*)::int as count from case_file where office_id = $1 and state <> 'CLOSED' and client_id is distinct from $2 group by 1`,
    [house.offices.north.id, without],
  );
}

async function expectCountsOf(who: Person, without: string | null = null): Promise<void> {
  const open = (await recounted('state', without)).reduce((sum, { count }) => sum + count, 0);
  for (const by of Object.keys(CUTS)) {
    const { cells, total } = await counted(who, by);
    expect([by, total]).toEqual([by, open]);
    expect([by, inOrder(cells.map(({ key, count }) => ({ key, count })))]).toEqual([by, inOrder(await recounted(by, without))]);
  }
}

describe('the counts of open cases', () => {
  it('are those of a recount, whatever changes and whenever the sums are folded', async () => {
    const change = fc.constantFrom(...(Object.keys(CHANGES) as (keyof typeof CHANGES)[])).chain((column) =>
      fc.record({
        column: fc.constant(column),
        value: fc.constantFrom<string | null>(...CHANGES[column]),
        file: fc.nat(files.length - 1),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(change, fc.constant('fold' as const)), { maxLength: 12 }), async (steps) => {
        for (const step of steps)
          if (step === 'fold') await house.sql('select app.fold_case_tally(100)');
          else
            await house.sql(
              `update case_file set ${step.column} = $2, closed_on = case when $3::text = 'CLOSED' or ($3 is null and state = 'CLOSED') then current_date end,
                 hold_reason = 'TRAVEL', hold_review_on = current_date where id = $1`,
              [files[step.file]?.caseId, step.value, step.column === 'state' ? step.value : null],
            );
        await expectCountsOf(coordinator);
      }),
      { numRuns: 12 },
    );
    await house.sql('select app.fold_case_tally(1000)');
    await expectCountsOf(coordinator);
    expect(await house.sql('select count(*)::int as lines from case_tally')).toEqual([{ lines: 0 }]);
  });

  it('R-AC-01 leave out whoever the reader is closed off from, before and after folding; their colleagues still count them', async () => {
    const [{ caseId, clientId } = { caseId: '', clientId: '' }] = files;
    await house.sql(`update case_file set state = 'ACTIVE', closed_on = null where id = $1`, [caseId]);
    const person = { staffId: blocked.id, kind: 'RELATIVE', source: 'CLIENT_STATED' };
    expect((await coordinator.post(`/api/cases/${caseId}/blocks`, person)).status).toBe(204);
    await expectCountsOf(blocked, clientId);
    await house.sql('select app.fold_case_tally(1000)');
    await expectCountsOf(blocked, clientId);
    await expectCountsOf(coordinator);
  });

  it('are nobody’s in another office, and no table of theirs is read by the runtime login', async () => {
    expect(await counted(abroad, 'state')).toMatchObject({ total: 0, cells: [] });
    expect((await counted(coordinator, 'state')).total).toBeGreaterThan(0);
    expect(
      await house.sql(
        `select grantee from information_schema.role_table_grants where table_name in ('case_tally', 'case_total') and grantee <> 'panah_owner'`,
      ),
    ).toEqual([]);
  });
});
