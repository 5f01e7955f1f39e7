import './support/patience';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { type House, openHouse, type Person } from './support/house';

let house: House;
let coordinator: Person;
let worker: Person;
let other: Person;
const files: AdmittedFile[] = [];
beforeAll(async () => {
  house = await openHouse();
  [coordinator, worker, other] = [await house.as('COORDINATOR'), await house.as('CASEWORKER'), await house.as('CASEWORKER')];
  for (const more of [{}, { country: 'DE', priority: 'P1' }, { streams: ['FAMILY_LINKS', 'HOUSING'] }, { streams: [] }, {}])
    files.push(await admittedFile(house, coordinator, worker, more));
  files.push(await admittedFile(house, coordinator, other));
  for (const [n, { caseId }] of files.entries())
    await house.sql('update case_file set opened_on = current_date - $2::int where id = $1', [caseId, n * 40]);
  await house.sql(`update case_file set last_contact_at = now() - interval '3 days' where id = $1`, [files[0]?.caseId]);
  await house.sql(`update case_file set last_contact_at = now() - interval '9 days' where id = $1`, [files[1]?.caseId]);
});
afterAll(() => house.close());

type Line = { caseRef: string; client: { latin: string | null } | null; primaryWorker: { name: string } };
const refs = (items: Line[]): string[] => items.map(({ caseRef }) => caseRef);
const list = async (by: Person, query = ''): Promise<{ items: Line[]; total: number; next: string | null }> =>
  (await by.get(`/api/cases${query}`)).body;

describe('the caseload', () => {
  it('is the worker’s own, newest first, with the name in use', async () => {
    const { items, total } = await list(worker);
    expect(refs(items)).toEqual(refs(files.slice(0, 5) as never));
    expect([total, items[0]?.client?.latin, items[0]?.primaryWorker.name]).toEqual([5, files[0]?.name, worker.name]);
  });

  it('is the office’s for its coordinator, and nobody’s for another office', async () => {
    expect((await list(coordinator)).total).toBe(6);
    expect((await list(await house.as('COORDINATOR', house.offices.south))).total).toBe(0);
    expect((await list(await house.as('COORDINATOR', house.offices.elsewhere))).total).toBe(0);
    expect((await (await house.as('ADMIN')).get('/api/cases')).status).toBe(403);
  });

  it.each([
    ['state=OPEN', 5],
    ['state=CLOSED', 0],
    ['stream=HOUSING', 4],
    ['priority=P1', 1],
    ['country=DE', 1],
    ['risk=NONE', 5],
    ['age=D31_90', 2],
    ['age=D0_30', 1],
  ])('is filtered by %s', async (query, total) => expect((await list(worker, `?${query}`)).total).toBe(total));

  it('sorts by the longest silence: never spoken to first', async () => {
    const sorted = refs((await list(worker, '?sort=contact')).items);
    expect(sorted.slice(3)).toEqual([files[1]?.caseRef, files[0]?.caseRef]);
  });

  it.each(['opened', 'contact', 'opened&direction=asc', 'contact&direction=desc'])(
    'goes on by keyset: each case once (%s)',
    async (sort) => {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page = await list(worker, `?sort=${sort}&limit=2${cursor ? `&cursor=${cursor}` : ''}`);
        expect(page.total).toBe(5);
        seen.push(...refs(page.items));
        cursor = page.next;
      }
      expect([...seen].sort()).toEqual(refs(files.slice(0, 5) as never).sort());
    },
  );

  it('R-AC-01 a block takes the case out of list, reports and reach at once; lifted, it is back', async () => {
    const id = files[2]?.caseId;
    const second = await house.as('COORDINATOR');
    expect(
      (await second.post(`/api/cases/${id}/blocks`, { staffId: coordinator.id, kind: 'RELATIVE', source: 'CLIENT_STATED' })).status,
    ).toBe(204);
    expect((await list(coordinator)).total).toBe(5);
    expect((await coordinator.get('/api/reports/open-cases')).body.total).toBe(5);
    expect((await coordinator.get(`/api/cases/${id}`)).status).toBe(404);
    expect((await coordinator.get(`/api/cases/${id}/blocks`)).status).toBe(404);
    const [block] = (await second.get(`/api/cases/${id}/blocks`)).body.items;
    expect(block).toMatchObject({ staffId: coordinator.id, kind: 'RELATIVE', liftedAt: null });
    expect((await second.post(`/api/cases/${id}/blocks/${block.id}/lift`)).status).toBe(200);
    expect((await list(coordinator)).total).toBe(6);
  });
});

describe('the reports', () => {
  it('P-01 counts open cases by worker, and the list behind each number has as many', async () => {
    const { body } = await coordinator.get('/api/reports/open-cases?by=worker');
    expect(body).toMatchObject({
      code: 'P-01',
      total: 6,
      cells: [
        { key: worker.id, name: worker.name, count: 5 },
        { key: other.id, name: other.name, count: 1 },
      ],
    });
    for (const cell of body.cells) expect((await list(coordinator, `?state=OPEN&worker=${cell.key}`)).total).toBe(cell.count);
  });

  it.each([
    ['state', 'state'],
    ['country', 'country'],
    ['risk', 'risk'],
    ['stream', 'stream'],
  ])('P-01 by %s leads to the same lists', async (by, filter) => {
    const { body } = await coordinator.get(`/api/reports/open-cases?by=${by}`);
    for (const { key, count } of body.cells)
      expect((await list(coordinator, `?${filter === 'state' ? '' : 'state=OPEN&'}${filter}=${key}`)).total).toBe(count);
  });

  it('P-02 weighs them: an unknown risk counts as medium (R-CA-05)', async () => {
    expect((await coordinator.get('/api/reports/weighted-caseload')).body).toMatchObject({
      code: 'P-02',
      cells: [
        { key: worker.id, count: 5, points: 7.5, level: 'FREE' },
        { key: other.id, points: 1.5 },
      ],
    });
  });

  it('P-05 counts by days open, and the list behind each number has as many', async () => {
    const { body } = await coordinator.get('/api/reports/ageing');
    expect(body.cells.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(6);
    for (const { age, count } of body.cells) expect((await list(coordinator, `?state=OPEN&age=${age}`)).total).toBe(count);
  });

  it('are a coordinator’s, and counts only: no reference and no client’s name in the table', async () => {
    expect((await worker.get('/api/reports/open-cases')).status).toBe(403);
    for (const table of ['open-cases', 'weighted-caseload', 'ageing']) {
      const { text, headers, status } = await coordinator.get(`/api/reports/${table}.csv`);
      expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
      for (const { caseRef, name } of files) expect(text.includes(caseRef) || text.includes(name)).toBe(false);
    }
  });
});
