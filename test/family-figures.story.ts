import { endedQuarters } from '@panah/domain/family/quarters';
import { familyDesk, type FamilyDesk, note } from './support/family-world';
import { today } from './support/family-walk';
import { countThere } from './support/at-the-database';
import { type House, openHouse, type Person } from './support/house';
import { done } from './support/referral-desk';

let house: House;
let desk: FamilyDesk;
const [last, before] = endedQuarters(today(), 2);

beforeAll(async () => {
  house = await openHouse();
  desk = await familyDesk(house);
  const { id } = await note(desk);
  await laid(id, 31, 'REGULAR_CONTACT');
  await laid(id, 14, 'NOT_FOUND');
  await laid(id, 12, null);
});
afterAll(() => house.close());

/** So many links that were begun before the last quarter, and closed on its third day where they have an outcome. */
async function laid(wish: string, count: number, outcome: string | null): Promise<void> {
  const closes = outcome ? `state = 'CLOSED', outcome = '${outcome}', closed_at = day.closed` : `state = 'TRACING'`;
  await house.sql(`set session_replication_role = replica;
    create temporary table day as select (date '${last?.from}' + interval '60 hours') as closed, (date '${before?.from}' + interval '60 hours') as begun;
    create temporary table wished as select gen_random_uuid() as id, gen_random_uuid() as link from generate_series(1, ${count});
    insert into family_wish (id, org_id, office_id, client_id, case_id, noted_by, sealed) select n.id, w.org_id, w.office_id, w.client_id, w.case_id, w.noted_by, w.sealed from family_wish w, wished n where w.id = '${wish}';
    insert into family_link (id, org_id, office_id, client_id, wish_id) select n.link, w.org_id, w.office_id, w.client_id, n.id from family_wish w join wished n on n.id = w.id;
    update family_link set ${closes} from day where id in (select link from wished);
    insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, at)
      select gen_random_uuid(), l.org_id, l.office_id, l.id, s.event, s.from_state, s.to_state, day.begun + s.after from family_link l join wished n on n.link = l.id cross join day
        cross join (values ('open', 'DRAFT', 'OPEN', interval '0'), ('start_tracing', 'OPEN', 'TRACING', interval '1 day')) s (event, from_state, to_state, after);
    insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, at, outcome)
      select gen_random_uuid(), l.org_id, l.office_id, l.id, 'close', 'TRACING', 'CLOSED', day.closed, l.outcome from family_link l join wished n on n.link = l.id cross join day where l.outcome is not null;
    drop table day, wished`);
}

const figures = async (who: Person, asked = ''): Promise<unknown> => done(await who.get(`/api/reports/family${asked}`));

describe('the figures of family links', () => {
  it('P-28: how links ended in the last quarter that is over, in fives', async () => {
    expect(await figures(desk.coordinator)).toEqual({
      quarter: last?.name,
      from: last?.from,
      to: last?.to,
      least: 10,
      open: null,
      results: {
        closed: 45,
        byOutcome: [
          { key: 'NOT_FOUND', count: 14 },
          { key: 'REGULAR_CONTACT', count: 31 },
        ],
        restored: 70,
      },
      messages: null,
    });
  });

  it('P-27: where links stood when it ended, for who works on them', async () => {
    expect(await figures(desk.officer)).toMatchObject({
      open: { total: 10, byState: [{ key: 'TRACING', count: 12 }], byAge: [{ key: '90-', count: 12 }] },
    });
    expect(await figures(desk.officer, `?quarter=${before?.name}`)).toMatchObject({
      open: { total: 55, byState: [{ key: 'TRACING', count: 57 }] },
      results: { closed: null, byOutcome: [], restored: null },
    });
  });

  it('R-PU-04: nobody chooses a first or a last day, nor a quarter that goes on', async () => {
    for (const asked of [`?from=${last?.from}&to=${last?.to}`, '?quarter=2026', `?quarter=${last?.from}`])
      expect([400, 422]).toContain((await desk.officer.get(`/api/reports/family${asked}`)).status);
    const [year = '', number = ''] = (last?.name ?? '').split('-Q');
    const goesOn = number === '4' ? `${Number(year) + 1}-Q1` : `${year}-Q${Number(number) + 1}`;
    expect((await desk.officer.get(`/api/reports/family?quarter=${goesOn}`)).body).toMatchObject({
      code: 'period',
      fields: { quarter: ['in-future'] },
    });
  });

  it('R-PU-04: what was said of a quarter stays: whoever opens again, whoever is kept from one of them, whatever closes now', async () => {
    const said = await figures(desk.officer);
    await house.sql(`set session_replication_role = replica;
      with again as (update family_link set state = 'OPEN', outcome = null, closed_at = null where id = (select id from family_link where outcome = 'NOT_FOUND' limit 1) returning *)
      insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state) select gen_random_uuid(), org_id, office_id, id, 'reopen', 'CLOSED', 'OPEN' from again;
      with over as (update family_link set state = 'CLOSED', outcome = 'NOT_FOUND', closed_at = now() where id = (select id from family_link where state = 'TRACING' limit 1) returning *)
      insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, outcome) select gen_random_uuid(), org_id, office_id, id, 'not_found', 'TRACING', 'CLOSED', outcome from over`);
    expect(await figures(desk.officer)).toEqual(said);
    const kept = await house.as('FAMILY_LINKS');
    await house.sql(
      `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) values (gen_random_uuid(), $1, $2, $3, $4, 'RELATIVE', 'SAFETY')`,
      [house.offices.north.orgId, house.offices.north.id, desk.file.clientId, kept.id],
    );
    expect(await figures(kept)).toEqual(said);
  });

  it('says nothing to another office, nor to plain SQL of anybody else', async () => {
    const south = await house.as('COORDINATOR', house.offices.south);
    expect(await figures(south)).toMatchObject({ results: { closed: null, byOutcome: [] } });
    const asked = (name: string, from?: string): string => `select * from app.${name}('{${house.offices.north.id}}', '${from}')`;
    for (const who of [south, desk.worker, desk.coordinator]) {
      expect(await countThere(house, who, asked('family_open_figures', last?.from))).toBe(0);
      expect(await countThere(house, who, asked('message_moves', last?.from))).toBe(0);
    }
    for (const who of [south, desk.worker]) expect(await countThere(house, who, asked('family_result_figures', last?.from))).toBe(0);
    expect(await countThere(house, desk.coordinator, asked('family_result_figures', last?.from))).toBe(2);
    // three months that begin on another day are no quarter
    expect(await countThere(house, desk.coordinator, asked('family_result_figures', last?.to))).toBe(0);
  });
});
