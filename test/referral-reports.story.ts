import { type House, openHouse, type Person } from './support/house';
import { lend, type PartnerDesk, partnerDesk } from './support/lent-referral';
import { endOfDay } from '@panah/domain/dates/zoned-time';
import { dayAt } from '@panah/domain/staff/office-calendar';

const HOUR = 3_600_000;
const LAID = [
  // state, urgency, hours since it was sent, hours until it was decided
  ['ACCEPTED', 'URGENT', 200, 10],
  ['IN_SERVICE', 'URGENT', 300, 30],
  ['COMPLETED', 'ROUTINE', 700, 100],
  ['DECLINED', 'ROUTINE', 500, 50],
  ['DISCONTINUED', 'ROUTINE', 400, 20],
  ['SENT', 'ROUTINE', 40, null],
  ['RECEIVED', 'EMERGENCY', 6, null],
  ['EXPIRED', 'URGENT', 120, null],
  ['REVOKED', 'ROUTINE', 90, null],
] as const;

let house: House;
let people: { coordinator: Person; worker: Person };
let [busy, other]: PartnerDesk[] = [];
let asked: string;

beforeAll(async () => {
  house = await openHouse();
  people = { coordinator: await house.as('COORDINATOR'), worker: await house.as('CASEWORKER') };
  [busy, other] = [await partnerDesk(house, people.coordinator), await partnerDesk(house, people.coordinator)];
  await house.sql('alter table referral disable trigger user');
  for (const [state, urgency, hoursAgo, decided] of LAID) {
    const { id } = await lend(house, people, busy, { state, urgency, hoursAgo });
    if (decided !== null) await house.sql(`update referral set decided_at = sent_at + $2 * interval '1 hour' where id = $1`, [id, decided]);
    if (state === 'IN_SERVICE') asked = id;
  }
  await house.sql('alter table referral enable trigger user');
  await lend(house, people, other, { state: 'DECLINED', hoursAgo: 10 });
  // a question of five hours, answered: only those five are not counted
  const message = (side: string, kind: string, by: string, at: number) =>
    house.sql(
      `insert into referral_message (id, org_id, office_id, client_id, referral_id, partner_id, side, kind, by_id, at, sealed)
       select gen_random_uuid(), org_id, office_id, client_id, id, partner_id, $2, $3, $4, sent_at + $5 * interval '1 hour', '\\x00' from referral where id = $1`,
      [asked, side, kind, by, at],
    );
  await message('PARTNER', 'QUESTION', busy.member.id, 2);
  await message('US', 'ANSWER', people.worker.id, 7);
});
afterAll(() => house.close());

const day = (hoursAgo: number): string => dayAt(new Date(Date.now() - hoursAgo * HOUR).toISOString(), 'Europe/Tirane');
const PERIOD = `from=${day(60 * 24)}&to=${day(0)}`;
const report = async (path: string, by = people.coordinator) => (await by.get(`/api/reports/${path}`)).body;
const cell = (body: { cells: { key: string }[] }, key: string) => body.cells.find((each) => each.key === key);

describe('reports of referrals', () => {
  it('P-30: hours until the decision without the permitted pause; who waits still stands apart', async () => {
    const body = await report(`referral-answers?by=partner&${PERIOD}`);
    expect(body).toMatchObject({ code: 'P-30', definition: 1, count: 6, of: 8 });
    expect(cell(body, busy.id)).toMatchObject({ name: busy.name, count: 5, of: 7 });
    const median = body.medians.find(({ key }: { key: string }) => key === busy.id);
    // 10, 20, 25 (30 without the question), 50, 100
    expect(median).toMatchObject({ name: busy.name, n: 5, q1: 20, median: 25, q3: 50, longest: 100, waiting: 2 });
    expect(Math.abs(median.waitingMedian - 23)).toBeLessThan(0.5);
    expect(body.leftOut).toEqual(
      expect.arrayContaining([
        { reason: 'EXPIRED', count: 1 },
        { reason: 'RECALLED', count: 1 },
      ]),
    );
    const byUrgency = await report(`referral-answers?by=urgency&${PERIOD}`);
    expect(cell(byUrgency, 'URGENT')).toMatchObject({ count: 2, of: 2 });
    expect(cell(byUrgency, 'EMERGENCY')).toMatchObject({ count: 0, of: 1 });
  });

  it('P-31: accepted, of what was accepted, declined or expired', async () => {
    const body = await report(`referral-acceptance?by=partner&${PERIOD}`);
    expect(body).toMatchObject({ code: 'P-31', count: 4, of: 7 });
    expect(cell(body, busy.id)).toMatchObject({ count: 4, of: 6 });
    expect(cell(body, other.id)).toMatchObject({ count: 0, of: 1 });
    expect(cell(await report(`referral-acceptance?by=service&${PERIOD}`), 'EDUCATION')).toMatchObject({ count: 4, of: 7 });
  });

  it('P-32: with an outcome, or a report of the last thirty days, of what was accepted', async () => {
    const loop = () => report(`referral-loop?${PERIOD}`);
    expect(await loop()).toMatchObject({ code: 'P-32', count: 1, of: 3, leftOut: [{ reason: 'DISCONTINUED', count: 1 }] });
    await house.sql(`update referral set feedback_at = now() - interval '29 days' where id = $1`, [asked]);
    expect(await loop()).toMatchObject({ count: 2, of: 3 });
    await house.sql(`update referral set feedback_at = now() - interval '31 days' where id = $1`, [asked]);
    expect(await loop()).toMatchObject({ count: 1, of: 3 });
  });

  it('P-32: the thirty days are counted back from the end of the last day as the office has it', async () => {
    const last = day(10 * 24);
    const heard = async (minutes: number) => {
      const at = new Date(endOfDay(last, 'Europe/Tirane').getTime() + minutes * 60_000 - 30 * 24 * HOUR);
      await house.sql('update referral set feedback_at = $2 where id = $1', [asked, at]);
      return (await report(`referral-loop?from=${day(60 * 24)}&to=${last}`)).count;
    };
    const none = await heard(-10);
    expect(await heard(10)).toBe(none + 1);
  });

  it('each number leads to its list, and a table carries counts alone', async () => {
    for (const [path, query] of [
      ['answers', 'by=partner'],
      ['acceptance', 'by=partner'],
      ['loop', ''],
    ] as const) {
      const { cells } = await report(`referral-${path}?${query}&${PERIOD}`);
      for (const { key, count, of } of cells) {
        const list = await report(`referral-${path}/cases?${query}&key=${key}&${PERIOD}`);
        expect([path, list.total, list.items.filter(({ counted }: { counted: boolean }) => counted).length]).toEqual([path, of, count]);
      }
      const table = (await people.coordinator.get(`/api/reports/referral-${path}.csv?${query}&${PERIOD}`)).text;
      const refs = await house.sql<{ ref: string }>('select case_ref as ref from case_file');
      expect(refs.filter(({ ref }) => table.includes(ref))).toEqual([]);
    }
  });

  it('are of the coordinator’s own offices; the other office counts none, and a caseworker reads none', async () => {
    const south = await house.as('COORDINATOR', house.offices.south);
    expect(await report(`referral-answers?${PERIOD}`, south)).toMatchObject({ count: 0, of: 0, cells: [] });
    expect((await people.worker.get('/api/reports/referral-answers')).status).toBe(403);
  });

  it('a partner counts its own, also what it no longer reads, and nobody else’s', async () => {
    const { status, body } = await busy.member.get(`/api/inbox-figures?${PERIOD}`);
    expect([status, body.id]).toEqual([200, busy.id]);
    expect(body.answers).toMatchObject({ code: 'P-30', by: 'urgency', count: 5, of: 7 });
    expect(body.acceptance).toMatchObject({ code: 'P-31', count: 4, of: 6 });
    expect(body.loop).toMatchObject({ code: 'P-32', of: 3 });
    expect(JSON.stringify(body)).not.toContain(other.id);
    expect((await other.member.get(`/api/inbox-figures?${PERIOD}`)).body.answers).toMatchObject({ count: 1, of: 1 });
    expect((await busy.member.get('/api/reports/referral-answers')).status).toBe(403);
    expect((await people.coordinator.get('/api/inbox-figures')).status).toBe(403);
  });
});
