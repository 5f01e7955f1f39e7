import './support/patience';
import { randomUUID } from 'node:crypto';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { SAID_YES } from './support/consent-desk';
import { foundSister, heard } from './support/family-walk';
import { begun, type FamilyDesk, familyDesk, relativeAllows, seen, type Sought, step } from './support/family-world';
import { type Answer, type House, openHouse } from './support/house';
import { done } from './support/referral-desk';

let house: House;
let people: FamilyDesk;
let sought: Sought;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  people = await familyDesk(house, people);
  sought = await begun(people);
  await foundSister(sought);
});

const consents = async (): Promise<{ id: string; purpose: string; state: string; scope: string[] }[]> =>
  (await seen(sought.officer, sought.link)).relative.consents;
const position = async (): Promise<string> => (await seen(sought.officer, sought.link)).relative.position;
const says = (more: object): Promise<Answer> =>
  sought.officer.post(`/api/family-links/${sought.link}/relative-consents`, {
    ...SAID_YES,
    purpose: 'C09_DISCLOSE_REL',
    scope: ['ALIVE_ONLY'],
    ...more,
  });
const takesBack = (id: string | undefined, by = sought.officer): Promise<Answer> =>
  by.post(`/api/family-links/${sought.link}/relative-consents/${id}/withdrawal`, { how: 'PHONE' });

describe('R-CO-10 a relative decides for themself', () => {
  it('what they allow is theirs: read by the officers of the link, by nobody else of either side', async () => {
    await heard(sought);
    done(await says({ scope: ['MEDIATED'] }));
    const [consent] = await consents();
    expect(consent).toMatchObject({ purpose: 'C09_DISCLOSE_REL', state: 'ACTIVE', scope: ['ALIVE_ONLY', 'ONE_MESSAGE', 'MEDIATED'] });
    expect(await position()).toBe('CONSENTED');
    for (const who of [sought.worker, sought.coordinator, sought.officer])
      expect((await who.get(`/api/consents/${consent?.id}`)).status).toBe(404);
    for (const who of [sought.worker, sought.coordinator]) {
      expect((await takesBack(consent?.id, who)).status).toBe(403);
      expect((await who.get(`/api/cases/${sought.file.caseId}/consents`)).text).not.toContain(consent?.id);
      expect((await who.get(`/api/cases/${sought.file.caseId}/timeline?limit=100`)).text).not.toContain(consent?.id);
      expect((await who.get(`/api/family-wishes/${sought.wish}`)).text).not.toContain(consent?.id);
    }
    expect((await takesBack(consent?.id, await house.as('FAMILY_LINKS'))).status).toBe(404);
    expect((await takesBack(consent?.id)).status).toBe(200);
  });

  it('a client’s yes is none of theirs, nor theirs the client’s; what is not asked of a relative is refused', async () => {
    await heard(sought);
    expect((await says({ purpose: 'C09_DISCLOSE_REL', scope: ['OWN_RECORDS'] })).body.code).toBe('consent-incomplete');
    expect((await says({ purpose: 'C08_TRACING', scope: ['OWN_RECORDS'] })).status).toBe(422);
    const client = (await seen(sought.officer, sought.link)).client.consents as { id: string }[];
    expect((await takesBack(client[0]?.id)).status).toBe(404);
    expect(await consents()).toEqual([]);
  });

  it('what was said of another link is not found through this one', async () => {
    await heard(sought);
    done(await says({}));
    const [own] = await consents();
    const other = await begun(people);
    await foundSister(other);
    expect(
      (await other.officer.post(`/api/family-links/${other.link}/relative-consents/${own?.id}/withdrawal`, { how: 'PHONE' })).status,
    ).toBe(404);
    expect(
      (await other.officer.post(`/api/family-links/${other.link}/relative-consents/${randomUUID()}/withdrawal`, { how: 'PHONE' })).status,
    ).toBe(404);
  });

  it('nobody decides for somebody who is not found', async () => {
    const other = await begun(people);
    await heard(other);
    const answer = await other.officer.post(`/api/family-links/${other.link}/relative-consents`, {
      ...SAID_YES,
      purpose: 'C22_RELATIVE_DATA',
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'relative-not-known']);
  });

  it('lies under the relative’s own key, and holds nothing of the client', async () => {
    await heard(sought);
    done(await says({}));
    const [row] = await house.sql<{ person: string; sealed: Buffer; client: string | null; recipients: string[] }>(
      'select related_person_id as person, sealed, client_id as client, recipients from consent where related_person_id is not null order by recorded_at desc limit 1',
    );
    expect(row).toMatchObject({ client: null, recipients: [sought.link] });
    const keys = await house.keysSql<{ compartment: string }>('select compartment from subject_key where subject_id = $1', [row?.person]);
    expect(keys).toEqual([{ compartment: 'family' }]);
  });
});

describe('R-FL-07 a relative who was not heard freely', () => {
  it.each([
    ['through somebody else', { spokenDirectly: false }],
    ['with others there', { alone: false }],
    ['in doubt whether they are free', { duress: 'DOUBT' }],
    ['without being asked whether they are free', { duress: 'NOT_DONE' }],
  ])('heard %s is unable to consent, and no yes of theirs is taken; heard alone, it is', async (_, how) => {
    expect((await says({})).body.code).toBe('relative-not-heard');
    await heard(sought, how);
    expect(await position()).toBe('UNABLE');
    const refused = await says({});
    expect([refused.status, refused.body.code]).toEqual([422, 'relative-not-heard']);
    expect(await consents()).toEqual([]);
    await heard(sought);
    expect((await says({})).status).toBe(200);
    expect(await position()).toBe('CONSENTED_LIMITED');
  });

  it('may say no however they were heard', async () => {
    expect((await says({ decision: 'REFUSED' })).status).toBe(200);
    expect((await consents()).map(({ state }) => state)).toEqual(['REFUSED']);
  });

  it('R-CO-05 a yes given in the presence of others is suspended', async () => {
    await heard(sought);
    done(await says({ freeChoice: 'NOT_ALONE' }));
    expect((await consents()).map(({ state }) => state)).toEqual(['SUSPENDED']);
  });
});

describe('R-FL-11 when a relative takes a yes back', () => {
  it('the link pauses in that transaction; the client’s side shows the same as before, byte for byte, and nobody there is asked anything', async () => {
    await heard(sought);
    for (const [purpose, scope] of [
      ['C22_RELATIVE_DATA', ['RELATIVE_DATA']],
      ['C09_DISCLOSE_REL', ['MEDIATED']],
      ['C10_MESSAGES', ['MEDIATED']],
    ] as const)
      done(await relativeAllows(sought, purpose, [...scope]));
    const pages = [
      `/api/family-wishes/${sought.wish}`,
      `/api/cases/${sought.file.caseId}/family-wishes`,
      `/api/cases/${sought.file.caseId}/timeline?limit=100`,
      `/api/cases/${sought.file.caseId}/consents`,
    ];
    const look = async () => Promise.all(pages.map(async (page) => (await sought.worker.get(page)).text));
    const tasks = () => house.sql('select id, version from task where client_id = $1 order by id', [sought.file.clientId]);
    const [before, asked] = [await look(), await tasks()];
    const told = (await consents()).find(({ purpose }) => purpose === 'C10_MESSAGES');
    expect(done(await takesBack(told?.id))).toMatchObject({ state: 'PAUSED', relative: { position: 'CONSENTED' } });
    expect([await look(), await tasks()]).toEqual([before, asked]);
    const [reason] = await house.sql('select pause_reason from family_link where id = $1', [sought.link]);
    expect(reason).toEqual({ pause_reason: 'RELATIVE_CONSENT' });
  });

  it('a newer yes takes the older one’s place, also where it allows less, and pauses nothing', async () => {
    await heard(sought);
    done(await says({ scope: ['CALL'] }));
    const { state } = await seen(sought.officer, sought.link);
    const after = done(await says({ scope: ['ALIVE_ONLY'] }));
    expect(after.relative).toMatchObject({ allowed: { ladder: 'ALIVE_ONLY' }, consents: [{ scope: ['ALIVE_ONLY'] }] });
    expect(after.state).toBe(state);
  });

  it('R-CO-06 what runs out pauses it too, by the clock, which asks nobody on the client’s side to do anything', async () => {
    await heard(sought);
    done(await says({}));
    const [consent] = await consents();
    await house.sql(
      `set session_replication_role = replica; update consent_event set expires_at = now() - interval '1 hour', given_at = now() - interval '2 days' where consent_id = '${consent?.id}' and state = 'ACTIVE'`,
    );
    const tasks = () => house.sql('select id from task where client_id = $1 order by id', [sought.file.clientId]);
    const asked = await tasks();
    await house.app.get(Jobs).runNow('end-consents');
    expect((await consents()).map(({ state }) => state)).toEqual(['EXPIRED']);
    expect((await seen(sought.officer, sought.link)).state).toBe('PAUSED');
    expect(await tasks()).toEqual(asked);
  });
});

describe('R-FL-14 who serves which side', () => {
  const assign = (by: Sought['officer'], body: object, link = sought.link): Promise<Answer> => step(by, link, 'officers', body);

  it('is set by a coordinator without a name of the two people, and by an officer', async () => {
    const mediator = await house.as('FAMILY_LINKS');
    const { version } = done(await sought.coordinator.get(`/api/family-links/${sought.link}/officers`));
    const answer = await sought.coordinator.post(
      `/api/family-links/${sought.link}/officers`,
      { staffId: mediator.id, side: 'MEDIATOR' },
      { version },
    );
    expect(done(answer).officers.map(({ side }: { side: string }) => side)).toEqual(['CLIENT', 'MEDIATOR']);
    for (const secret of [sought.file.name, 'Mina']) expect(answer.text).not.toContain(secret);
    expect((await seen(mediator, sought.link)).client.name).toBe(sought.file.name);
    expect((await sought.coordinator.get(`/api/family-links/${sought.link}`)).status).toBe(403);
  });

  it('is nobody who does not hold the specialty there, or who is not on the client’s team', async () => {
    const outsider = await house.as('FAMILY_LINKS', house.offices.south);
    const stranger = await house.as('FAMILY_LINKS');
    for (const [staffId, side] of [
      [outsider.id, 'MEDIATOR'],
      [sought.worker.id, 'MEDIATOR'],
      [stranger.id, 'CLIENT'],
    ])
      expect((await assign(sought.officer, { staffId, side })).body.code).toBe('not-suitable');
    expect((await assign(sought.officer, { staffId: stranger.id, side: 'MEDIATOR' })).status).toBe(200);
  });
});
