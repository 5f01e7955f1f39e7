import './support/patience';
import { addMonths } from '@panah/domain/dates/calendar-days';
import { EXAMPLE_VALUES } from '@panah/domain/asylum/example-country';
import { walked } from './support/family-walk';
import { type FamilyDesk, familyDesk, joins, seen, type Sought, step } from './support/family-world';
import { type Answer, type House, openHouse, type Person } from './support/house';
import { dayFrom, verifiedValue } from './support/refuge-desk';
import { done } from './support/referral-desk';

let house: House;
let desk: FamilyDesk;
let lawyer: Person;

beforeAll(async () => {
  house = await openHouse();
  desk = await familyDesk(house);
  lawyer = await house.as('LEGAL');
  // the rules of the made-up country, as if they were those of another
  for (const value of EXAMPLE_VALUES) await verifiedValue(desk.coordinator, lawyer, { country: 'NO', ...value });
  await joins(desk.worker, desk.file, lawyer);
});
afterAll(() => house.close());

const SERVED = dayFrom(-5);
const APPLIED = { kind: 'APPLICATION', country: 'NO', from: SERVED };
const take = async ({ officer, link }: Sought, path: string, body: object = {}) => done(await step(officer, link, path, body));
const adds = ({ officer, link }: Sought, body: object): Promise<Answer> => step(officer, link, 'route-steps', body);
const dueOf = async ({ officer, link }: Sought): Promise<unknown> => {
  const { items } = done(await officer.get('/api/family-links?limit=100'));
  return items.find(({ id }: { id: string }) => id === link).due;
};
/** The client was given a word of the other. */
const inContact = ({ link }: Sought): Promise<unknown> => house.sql('update family_link set client_heard_at = now() where id = $1', [link]);
const readAs = (by: Person, { wish }: Sought): Promise<Answer> => by.get(`/api/family-wishes/${wish}/route`);

describe('the way through the authorities', () => {
  it('R-AS-12: the window on easier terms is computed by the verified rule of the country from the day on which protection was served', async () => {
    const sought = await walked(desk, 'BOTH_CONSENTED');
    const [computed] = done(await adds(sought, APPLIED)).routeSteps;
    expect(computed).toMatchObject({ kind: 'APPLICATION', country: 'NO', from: SERVED, rule: 'FAMILY_WINDOW' });
    // three months; a day that is none for work goes to the one before
    expect(computed.dueOn <= addMonths(SERVED, 3, 'GREGORIAN') && computed.dueOn >= addMonths(SERVED, 2, 'GREGORIAN')).toBe(true);
    const { routeSteps } = done(await adds(sought, { ...APPLIED, dueOn: dayFrom(400) }));
    expect(routeSteps.map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual([computed.dueOn, computed.dueOn]);
  });

  it('R-AS-03: where no lawyer verified a rule there is no day but the one that the authority said', async () => {
    const sought = await walked(desk, 'BOTH_CONSENTED');
    const unsaid = done(await adds(sought, { ...APPLIED, country: 'AL' })).routeSteps[0];
    expect([unsaid.dueOn, unsaid.rule]).toEqual([null, null]);
    const said = done(await adds(sought, { ...APPLIED, country: 'AL', from: dayFrom(-4), dueOn: dayFrom(40) })).routeSteps[1];
    expect([said.dueOn, said.rule]).toEqual([dayFrom(40), null]);
  });

  it('papers, visa, decision, appeal and journey are due when the authority said so', async () => {
    const sought = await walked(desk, 'BOTH_CONSENTED');
    for (const kind of ['DOCUMENTS', 'VISA_APPOINTMENT', 'DECISION', 'APPEAL', 'TRAVEL'])
      done(await adds(sought, { kind, country: 'NO', from: SERVED, dueOn: dayFrom(8) }));
    const { routeSteps, history } = await seen(sought.officer, sought.link);
    expect(routeSteps.map(({ dueOn, rule }: { dueOn: string; rule: string }) => [dueOn, rule])).toEqual(Array(5).fill([dayFrom(8), null]));
    expect(history.filter(({ event }: { event: string }) => event === 'route')).toHaveLength(5);
    expect((await adds(sought, { ...APPLIED, kind: 'HOLIDAY' })).status).toBe(422);
  });

  it('what cannot be is refused beside its field, and nothing is written', async () => {
    const sought = await walked(desk, 'BOTH_CONSENTED');
    expect((await adds(sought, { ...APPLIED, country: 'AL', dueOn: dayFrom(-6) })).body.fields).toEqual({ dueOn: ['before-trigger'] });
    const [{ id }] = done(await adds(sought, { ...APPLIED, kind: 'DOCUMENTS', from: dayFrom(-9) })).routeSteps;
    const ends = (on: string): Promise<Answer> => step(sought.officer, sought.link, `route-steps/${id}/done`, { on });
    expect((await ends(dayFrom(-10))).body.fields).toEqual({ on: ['before-trigger'] });
    expect((await ends(dayFrom(3))).body.fields).toEqual({ on: ['in-future'] });
    expect(done(await ends(dayFrom(-2))).routeSteps[0].doneOn).toBe(dayFrom(-2));
    expect((await ends(dayFrom(-2))).body.code).toBe('already-done');
  });

  it('what is due next stands on the officers’ board until it is done, and is nobody’s task', async () => {
    const sought = await walked(desk, 'BOTH_CONSENTED');
    const tasks = () => house.sql('select id from task where client_id = $1 order by id', [desk.file.clientId]);
    const before = await tasks();
    const late = done(await adds(sought, { kind: 'DECISION', country: 'NO', from: dayFrom(-9), dueOn: dayFrom(60) })).routeSteps;
    const first = done(await adds(sought, { kind: 'DOCUMENTS', country: 'NO', from: dayFrom(-8), dueOn: dayFrom(20) })).routeSteps[1];
    expect(await dueOf(sought)).toEqual({ what: 'ROUTE', at: `${dayFrom(20)}T00:00:00.000Z` });
    await take(sought, `route-steps/${first.id}/done`, { on: dayFrom(-1) });
    expect(await dueOf(sought)).toEqual({ what: 'ROUTE', at: `${dayFrom(60)}T00:00:00.000Z` });
    await take(sought, `route-steps/${late[0].id}/done`, { on: dayFrom(-1) });
    expect(await dueOf(sought)).toBeNull();
    expect(await tasks()).toEqual(before);
  });

  it('is written by the officers of the link, of a link that is open, on the version they read', async () => {
    const sought = await walked(desk, 'AWAITING_RELATIVE');
    const at = `/api/family-links/${sought.link}/route-steps`;
    for (const who of [desk.worker, desk.coordinator, lawyer]) expect((await who.post(at, APPLIED, { version: 1 })).status).toBe(403);
    expect((await (await house.as('FAMILY_LINKS')).post(at, APPLIED, { version: 1 })).status).toBe(404);
    expect((await sought.officer.post(at, APPLIED, { version: 1 })).status).toBe(412);
    const other = await walked(desk, 'AWAITING_RELATIVE');
    const [{ id }] = done(await adds(other, APPLIED)).routeSteps;
    expect((await step(sought.officer, sought.link, `route-steps/${id}/done`, { on: dayFrom(-1) })).status).toBe(404);
    await take(sought, 'declining', { neverAgain: false });
    expect((await adds(sought, APPLIED)).body.code).toBe('not-open');
  });
});

describe('what the client’s legal colleague reads of it', () => {
  it('nothing before the two are in contact; then the days and the authorities, and no word of the link', async () => {
    const sought = await walked(desk, 'BOTH_CONSENTED');
    done(await adds(sought, APPLIED));
    const unread = await readAs(lawyer, sought);
    expect(unread.status).toBe(404);
    await inContact(sought);
    const read = await readAs(lawyer, sought);
    expect(done(read)).toEqual({
      id: sought.wish,
      steps: [
        {
          id: expect.any(String),
          kind: 'APPLICATION',
          country: 'NO',
          from: SERVED,
          dueOn: expect.any(String),
          rule: 'FAMILY_WINDOW',
          doneOn: null,
        },
      ],
    });
    for (const secret of [sought.link, 'BOTH_CONSENTED', 'Mina', '+44 20']) expect(read.text).not.toContain(secret);
  });

  it('is on the client’s team for law: no other lawyer, nobody else of the team, and never the link itself', async () => {
    const sought = await walked(desk, 'BOTH_CONSENTED');
    done(await adds(sought, APPLIED));
    await inContact(sought);
    expect((await readAs(lawyer, sought)).status).toBe(200);
    expect((await readAs(sought.officer, sought)).status).toBe(200);
    expect((await readAs(await house.as('LEGAL'), sought)).status).toBe(404);
    for (const who of [desk.worker, desk.coordinator]) expect((await readAs(who, sought)).status).toBe(403);
    for (const path of ['', '/officers', '/messages'])
      expect((await lawyer.get(`/api/family-links/${sought.link}${path}`)).status).toBe(403);
    expect((await lawyer.get('/api/family-links')).status).toBe(403);
    expect(done(await lawyer.get(`/api/family-wishes/${sought.wish}`)).face).toBe('IN_CONTACT');
  });

  it('a wish out of reach, one that never was, and one that is not in contact read alike', async () => {
    const sought = await walked(desk, 'BOTH_CONSENTED');
    const unsaid = async (answer: Promise<Answer>) => {
      const { status, body } = await answer;
      return JSON.stringify([status, { ...body, requestId: null }]);
    };
    const waiting = await unsaid(readAs(lawyer, sought));
    await inContact(sought);
    expect(await unsaid(readAs(await house.as('LEGAL'), sought))).toBe(waiting);
    expect(await unsaid(lawyer.get(`/api/family-wishes/${sought.link}/route`))).toBe(waiting);
  });

  it('leaves a line in the log of the client, for it is the client’s own file that was read', async () => {
    const sought = await walked(desk, 'BOTH_CONSENTED');
    await inContact(sought);
    done(await readAs(lawyer, sought));
    const lines = await house.sql<{ client: string }>(
      `select client_id as client from audit_event where word = 'family-link:read-route' and subject_id = $1 and actor_id = $2`,
      [sought.wish, lawyer.id],
    );
    expect(lines).toEqual([{ client: desk.file.clientId }]);
  });
});
