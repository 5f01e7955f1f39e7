import './support/patience';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { cooled, foundSister, heard, today, walked } from './support/family-walk';
import { begun, type FamilyDesk, familyDesk, joins, relativeAllows, seen, type Sought, step } from './support/family-world';
import { type House, openHouse, type Person } from './support/house';
import { carried, messageDesk, type MessageDesk, steps, writes } from './support/message-world';
import { done } from './support/referral-desk';

let house: House;
let desk: FamilyDesk;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  desk = await familyDesk(house, desk);
});

const take = async ({ officer, link }: Sought, path: string, body: object = {}) => done(await step(officer, link, path, body));
const HOUR = 3_600_000;
const dayAhead = (days: number): string => new Date(Date.now() + days * 24 * HOUR).toISOString().slice(0, 10);
/** What the board of somebody says is due on a link. */
async function due(by: Person, link: string): Promise<{ what: string; at: string } | null> {
  const { items } = done(await by.get('/api/family-links?limit=100'));
  const line = items.find(({ id }: { id: string }) => id === link);
  if (!line) throw new Error('The link is on the board.');
  return line.due;
}
const tasksOf = ({ file }: FamilyDesk): Promise<unknown[]> =>
  house.sql('select id, kind from task where client_id = $1 order by id', [file.clientId]);

describe('R-CO-06, R-CO-10: a yes of the relative that will end', () => {
  const yesUntil = async (sought: Sought, days: number): Promise<unknown> =>
    done(await relativeAllows(sought, 'C09_DISCLOSE_REL', ['ALIVE_ONLY'], { expiresOn: dayAhead(days) }));

  it('is told of on the officers’ board thirty days and seven days before, and not earlier; a new yes ends it', async () => {
    const sought = await begun(desk);
    await foundSister(sought);
    await heard(sought);
    await yesUntil(sought, 40);
    expect(await due(sought.officer, sought.link)).toBeNull();
    await yesUntil(sought, 20);
    expect(await due(sought.officer, sought.link)).toEqual({ what: 'CONSENT_ENDS', at: expect.stringContaining(dayAhead(20)) });
    await yesUntil(sought, 5);
    expect(await due(sought.officer, sought.link)).toMatchObject({ what: 'CONSENT_ENDS_SOON' });
    await yesUntil(sought, 60);
    expect(await due(sought.officer, sought.link)).toBeNull();
  });

  it('is nobody’s task, and nothing on any page of the client’s side', async () => {
    const sought = await begun(desk);
    await foundSister(sought);
    await heard(sought);
    const pages = async () =>
      Promise.all(
        ['/api/day', `/api/cases/${desk.file.caseId}/tasks`, `/api/family-wishes/${sought.wish}`].map(
          async (page) => (await desk.worker.get(page)).text,
        ),
      );
    const [before, asked] = [await pages(), await tasksOf(desk)];
    await yesUntil(sought, 5);
    await house.app.get(Jobs).runNow('warn-of-consents');
    expect([await pages(), await tasksOf(desk)]).toEqual([before, asked]);
  });

  it('is told to whoever serves the relative, not to the other side’s officer nor to whoever mediates', async () => {
    const sought = await begun(desk);
    await foundSister(sought);
    await heard(sought);
    const [colleague, mediator] = [await house.as('FAMILY_LINKS'), await house.as('FAMILY_LINKS')];
    await take(sought, 'officers', { staffId: mediator.id, side: 'MEDIATOR' });
    await yesUntil(sought, 20);
    expect((await due(sought.officer, sought.link))?.what).toBe('CONSENT_ENDS');
    expect(await due(mediator, sought.link)).toBeNull();
    await joins(desk.worker, desk.file, colleague);
    await take(sought, 'officers', { staffId: colleague.id, side: 'RELATIVE' });
    expect((await due(colleague, sought.link))?.what).toBe('CONSENT_ENDS');
    expect(await due(sought.officer, sought.link)).toBeNull();
  });

  it('is told no longer of a link that is closed', async () => {
    const sought = await walked(desk, 'AWAITING_RELATIVE');
    await yesUntil(sought, 5);
    expect((await due(sought.officer, sought.link))?.what).toBe('CONSENT_ENDS_SOON');
    await take(sought, 'declining', { neverAgain: false });
    expect((await due(sought.officer, sought.link))?.what).toBe('ERASURE');
  });
});

describe('asking again after contact', () => {
  it('R-FL-18: two weeks, three and six months after they met; each time it is noted, the next day stands', async () => {
    const sought = await walked(desk, 'REUNITED');
    const { contacts } = await take(sought, 'follow-up');
    for (const side of ['CLIENT', 'RELATIVE']) await take(sought, `contacts/${contacts.at(-1).id}/check-in`, { side, effect: 'GOOD' });
    const [{ since }] = await house.sql<{ since: string }>(
      `select (s.at at time zone 'Europe/Tirane')::date::text as since from family_link_step s where link_id = $1 and to_state = 'FOLLOW_UP'`,
      [sought.link],
    );
    const days: string[] = [];
    for (let asked = 0; asked < 3; asked += 1) {
      const next = await due(sought.officer, sought.link);
      expect(next?.what).toBe('FOLLOW_UP');
      days.push(next?.at.slice(0, 10) ?? '');
      await take(sought, 'contacts', {
        step: 'FOLLOW_UP',
        at: new Date().toISOString(),
        supporter: 'Played: the officer',
        prepared: false,
      });
    }
    expect(await due(sought.officer, sought.link)).toBeNull();
    const [{ expected }] = await house.sql<{ expected: string[] }>(
      `select array[($1::date + 14)::text, ($1::date + interval '3 months')::date::text, ($1::date + interval '6 months')::date::text] as expected`,
      [since],
    );
    expect(days).toEqual(expected);
  });

  it('one and three months after direct contact', async () => {
    const sought = await walked(desk, 'DIRECT');
    await cooled(house, sought.link);
    await take(sought, 'follow-up');
    const [{ expected }] = await house.sql<{ expected: string }>(`select ($1::date + interval '1 month')::date::text as expected`, [
      today(),
    ]);
    expect(await due(sought.officer, sought.link)).toEqual({ what: 'FOLLOW_UP', at: `${expected}T00:00:00.000Z` });
  });

  it('R-FL-18: how a call was is asked within 72 hours, until both sides were', async () => {
    const sought = await walked(desk, 'DIRECT');
    await cooled(house, sought.link);
    const at = new Date(Date.now() - HOUR / 2).toISOString();
    const call = { step: 'SUPPORTED_CALL', at, supporter: 'Played: the officer', prepared: true };
    const { contacts } = await take(sought, 'contacts', call);
    expect(await due(sought.officer, sought.link)).toEqual({ what: 'CHECK_IN', at: new Date(Date.parse(at) + 72 * HOUR).toISOString() });
    await take(sought, `contacts/${contacts[0].id}/check-in`, { side: 'CLIENT', effect: 'GOOD' });
    expect((await due(sought.officer, sought.link))?.what).toBe('CHECK_IN');
    await take(sought, `contacts/${contacts[0].id}/check-in`, { side: 'RELATIVE', effect: 'MIXED' });
    expect((await due(sought.officer, sought.link))?.what).not.toBe('CHECK_IN');
  });
});

describe('R-RI-04: a new look at the risks', () => {
  const RISKS = { clientRisk: 'Played: none seen.', relativeRisk: 'Played: her brother asks.', relativeLevel: 'MEDIUM' };

  it('is due within a day of a message that was rejected, until it is written down; the client’s side sees nothing of it', async () => {
    const office: MessageDesk = await messageDesk(house);
    const at = await carried(office);
    const { id } = await writes(office.officer, at);
    done(await steps(office.officer, id, 'submission'));
    done(await steps(office.colleague, id, 'review'));
    done(await steps(office.colleague, id, 'rejection-request', { reason: 'PRESSURE' }));
    expect((await due(office.officer, at.link))?.what).not.toBe('RISK_REVIEW');
    done(await steps(office.coordinator, id, 'rejection'));
    const next = await due(office.officer, at.link);
    expect(next?.what).toBe('RISK_REVIEW');
    expect(Math.abs(Date.parse(next?.at ?? '') - Date.now() - 24 * HOUR)).toBeLessThan(HOUR / 6);
    expect((await seen(office.officer, at.link)).actions).toContain('review-risk');
    const view = done(await step(office.officer, at.link, 'risk-review', RISKS));
    expect(view).toMatchObject({
      state: 'MEDIATED',
      relative: { risk: 'MEDIUM', riskNote: RISKS.relativeRisk },
      client: { riskNote: RISKS.clientRisk },
    });
    expect(view.history.at(-1).event).toBe('risk_reviewed');
    expect((await due(office.officer, at.link))?.what).not.toBe('RISK_REVIEW');
    const tasks = await house.sql('select id from task where client_id = $1', [office.file.clientId]);
    expect(tasks).toEqual([]);
  });

  it('R-FL-18: and of a contact that did harm', async () => {
    const sought = await walked(desk, 'DIRECT');
    await cooled(house, sought.link);
    const call = { step: 'SUPPORTED_CALL', at: new Date(Date.now() - 60_000).toISOString(), supporter: 'Played', prepared: true };
    const { contacts } = await take(sought, 'contacts', call);
    const id = contacts[0].id;
    await take(sought, `contacts/${id}/check-in`, { side: 'CLIENT', effect: 'HARMFUL' });
    expect((await due(sought.officer, sought.link))?.what).toBe('RISK_REVIEW');
    await take(sought, 'risk-review', RISKS);
    expect((await due(sought.officer, sought.link))?.what).not.toBe('RISK_REVIEW');
    expect((await seen(sought.officer, sought.link)).state).toBe('PAUSED');
  });

  it('R-FL-11: acute danger to the relative stops both sides in the same act; less than that stops nothing', async () => {
    const sought = await walked(desk, 'MEDIATED');
    expect(await take(sought, 'risk-review', { ...RISKS, relativeLevel: 'HIGH' })).toMatchObject({ state: 'MEDIATED' });
    expect((await step(sought.officer, sought.link, 'direct-contact')).body.code).not.toBe('not-open');
    expect(await take(sought, 'risk-review', { ...RISKS, relativeLevel: 'IMMINENT' })).toMatchObject({
      state: 'PAUSED',
      stateBefore: 'MEDIATED',
      relative: { risk: 'IMMINENT' },
    });
    expect((await desk.worker.get(`/api/family-wishes/${sought.wish}`)).body.face).toBe('IN_PROGRESS');
  });

  it('is written by the officers of the link, on the version they read, while it is open', async () => {
    const sought = await walked(desk, 'AWAITING_RELATIVE');
    const at = `/api/family-links/${sought.link}/risk-review`;
    expect((await sought.officer.post(at, RISKS, { version: 1 })).status).toBe(412);
    expect((await desk.worker.post(at, RISKS, { version: 1 })).status).toBe(403);
    expect((await (await house.as('FAMILY_LINKS')).post(at, RISKS, { version: 1 })).status).toBe(404);
    await take(sought, 'declining', { neverAgain: false });
    expect((await step(sought.officer, sought.link, 'risk-review', RISKS)).body.code).toBe('not-open');
  });
});
