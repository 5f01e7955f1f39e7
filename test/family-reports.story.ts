import { begun, type FamilyDesk, familyDesk, type Sought } from './support/family-world';
import { type Answer, type House, openHouse, type Person } from './support/house';
import { done } from './support/referral-desk';

let house: House;
let desk: FamilyDesk;
let sought: Sought;

beforeAll(async () => {
  house = await openHouse();
  desk = await familyDesk(house);
  sought = await begun(desk);
});
afterAll(() => house.close());

interface Laid {
  state?: string;
  outcome?: string | null;
  /** Days since the last step, or since it was closed. */
  ago?: number;
  /** Without having been opened, as a wish that was only noted. */
  neverOpened?: boolean;
}
/** So many links more, in the office of the first: reports count states and days, and who they are of is nothing to them. */
const lay = (count: number, { state = 'CLOSED', outcome = null, ago = 1, neverOpened = false }: Laid): Promise<unknown> =>
  house.sql(`set session_replication_role = replica;
    with l as (insert into family_link (id, org_id, office_id, client_id, wish_id, state, state_before, pause_reason, verification, outcome, closed_at, last_step_at)
        select gen_random_uuid(), org_id, office_id, client_id, gen_random_uuid(), '${state}', ${state === 'PAUSED' ? `'TRACING', 'OFFICER'` : 'null, null'}, 'V2',
          ${outcome ? `'${outcome}', now() - interval '${ago} days'` : 'null, null'}, now() - interval '${ago} days' from family_link cross join generate_series(1, ${count}) where id = '${sought.link}' returning *)
    insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, at)
      select gen_random_uuid(), org_id, office_id, id, 'open', 'DRAFT', 'OPEN', now() - interval '200 days' from l where not ${neverOpened}`);
const report = async (by: Person, query = ''): Promise<Answer['body']> => done(await by.get(`/api/reports/family${query}`));
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const countsOf = (lines: { key: string; count: number | null }[]): Record<string, number | null> =>
  Object.fromEntries(lines.map(({ key, count }) => [key, count]));

describe('P-27: links by where they stand and how long they have stood there', () => {
  it('counts for who works in family links; below ten nothing is said, nor what would give it away', async () => {
    expect((await report(desk.officer)).open).toEqual({
      total: null,
      byState: [{ key: 'OPEN', count: null }],
      byAge: [{ key: '0-29', count: null }],
    });
    await lay(12, { state: 'TRACING', ago: 40 });
    const beside = (await report(desk.officer)).open;
    expect([beside.total, countsOf(beside.byState), countsOf(beside.byAge)]).toEqual([
      13,
      { OPEN: null, TRACING: null },
      { '0-29': null, '30-89': null },
    ]);
    await lay(14, { state: 'PAUSED', ago: 95 });
    await lay(11, { state: 'OPEN', ago: 0 });
    await lay(5, { state: 'OPEN', neverOpened: true });
    const { open, least } = await report(desk.officer);
    expect(least).toBe(10);
    expect([open.total, countsOf(open.byState), countsOf(open.byAge)]).toEqual([
      38,
      { OPEN: 12, TRACING: 12, PAUSED: 14 },
      { '0-29': 12, '30-89': 12, '90-': 14 },
    ]);
  });

  it('says nothing of it to a coordinator, to another office, or to whoever works on cases', async () => {
    expect((await report(desk.coordinator)).open).toBeNull();
    expect((await report(await house.as('FAMILY_LINKS', house.offices.south))).open).toMatchObject({ total: 0, byState: [] });
    expect((await desk.worker.get('/api/reports/family')).status).toBe(403);
  });
});

describe('P-28: how links ended', () => {
  it('says nothing of fewer than thirty, and then what came of them and in how many contact was restored', async () => {
    await lay(14, { outcome: 'REGULAR_CONTACT' });
    await lay(15, { outcome: 'NOT_FOUND' });
    expect((await report(desk.coordinator)).results).toEqual({ closed: null, byOutcome: [], restored: null });
    await lay(10, { outcome: 'NEWS_EXCHANGED' });
    await lay(7, { outcome: 'NOT_FOUND', ago: 150 });
    await lay(9, { outcome: 'UNSAFE', neverOpened: true });
    const { results } = await report(desk.coordinator);
    expect([results.closed, countsOf(results.byOutcome), results.restored]).toEqual([
      39,
      { NEWS_EXCHANGED: 10, NOT_FOUND: 15, REGULAR_CONTACT: 14 },
      62,
    ]);
    expect((await report(desk.officer)).results).toEqual(results);
  });

  it('an outcome of fewer than ten is hidden, and another with it', async () => {
    await lay(3, { outcome: 'RELATIVE_DECLINED' });
    const { closed, byOutcome } = (await report(desk.coordinator)).results;
    expect([closed, countsOf(byOutcome)]).toEqual([
      42,
      { NEWS_EXCHANGED: null, NOT_FOUND: 15, REGULAR_CONTACT: 14, RELATIVE_DECLINED: null },
    ]);
  });

  it('counts what was closed in the period that is asked for', async () => {
    const long = (await report(desk.coordinator, `?from=${day(-170)}&to=${day(0)}`)).results;
    expect([long.closed, countsOf(long.byOutcome)['NOT_FOUND']]).toEqual([49, 22]);
    expect((await report(desk.coordinator, `?from=${day(-170)}&to=${day(-120)}`)).results.closed).toBeNull();
  });
});
