import { allow, familyDesk, type FamilyDesk, seen, type Sought, step } from './support/family-world';
import { cooled, delivered, direct, relativeSays, takesBack, today, walked } from './support/family-walk';
import { type House, openHouse } from './support/house';
import { done } from './support/referral-desk';

let house: House;
let desk: FamilyDesk;

beforeAll(async () => {
  house = await openHouse();
  desk = await familyDesk(house);
});
afterAll(() => house.close());

const take = async ({ officer, link }: Sought, path: string, body: object = {}) => done(await step(officer, link, path, body));
const code = async ({ officer, link }: Sought, path: string, body: object = {}): Promise<string> =>
  (await step(officer, link, path, body)).body.code;
const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const call = (more: object = {}): object => ({
  step: 'SUPPORTED_CALL',
  at: soon(1),
  supporter: 'Played: the officer',
  prepared: true,
  ...more,
});

/** What ends or stops what was between two people. */
const stops = {
  relative: async (sought: Sought) => takesBack(sought, (await seen(sought.officer, sought.link)).relative.consents[0].id),
  client: async ({ worker, wish }: Sought) => done(await worker.post(`/api/family-wishes/${wish}/end`, { how: 'PHONE' })),
  officer: (sought: Sought) => take(sought, 'closing', { outcome: 'CLIENT_STOPPED' }),
};

describe('what one side is told of the other', () => {
  it('R-FL-04: never above what that other allowed, in the rules and in the database', async () => {
    const sought = await walked(desk, 'MEDIATED');
    const told = { to: 'CLIENT', what: 'COUNTRY', on: today() };
    expect(await code(sought, 'tellings', told)).toBe('telling-not-allowed');
    const [{ yes }] = await house.sql<{ yes: string }>(
      `select c.id as yes from consent c join family_link l on l.related_person_id = c.related_person_id where l.id = $1 and c.purpose = 'C09_DISCLOSE_REL'`,
      [sought.link],
    );
    const plain = `insert into family_telling (id, org_id, office_id, link_id, told_side, what, consent_id, told_on, by_id)
      select gen_random_uuid(), org_id, office_id, id, 'CLIENT', $2, $3, current_date, $4 from family_link where id = $1`;
    await expect(house.sql(plain, [sought.link, 'COUNTRY', yes, sought.officer.id])).rejects.toThrow('nobody allowed this to be told');
    await house.sql(plain, [sought.link, 'ALIVE_ONLY', yes, sought.officer.id]);
  });

  it('the first word that the client is given shows, and nothing before it', async () => {
    const sought = await walked(desk, 'MEDIATED');
    const wish = async () => (await desk.worker.get(`/api/family-wishes/${sought.wish}`)).body.face;
    expect(await wish()).toBe('IN_PROGRESS');
    await take(sought, 'tellings', { to: 'RELATIVE', what: 'ALIVE_ONLY', on: today() });
    expect(await wish()).toBe('IN_PROGRESS');
    await take(sought, 'tellings', { to: 'CLIENT', what: 'ALIVE_ONLY', on: today() });
    expect(await wish()).toBe('IN_CONTACT');
    await take(sought, 'pause', { reason: 'Played.' });
    expect(await wish()).toBe('IN_CONTACT');
    expect(await code(sought, 'tellings', { to: 'CLIENT', what: 'ALIVE_ONLY', on: today() })).toBe('telling-not-now');
  });

  it('R-FL-12: nobody is told anything before they heard that no answer can mean anything', async () => {
    const sought = await walked(desk, 'BOTH_CONSENTED');
    expect(await code(sought, 'tellings', { to: 'CLIENT', what: 'ALIVE_ONLY', on: today() })).toBe('client-not-warned');
    done(await allow(desk.worker, sought.wish, 'C10_MESSAGES', ['MEDIATED']));
    await relativeSays(sought, 'C10_MESSAGES', ['MEDIATED']);
    expect(await code(sought, 'mediation', { mediatorId: sought.officer.id, preparedOn: today() })).toBe('client-not-warned');
  });
});

describe('speaking to each other', () => {
  it('messages need the yes of both and somebody between them', async () => {
    const sought = await walked(desk, 'BOTH_CONSENTED');
    const body = { mediatorId: sought.officer.id, preparedOn: today() };
    done(await allow(desk.worker, sought.wish, 'C10_MESSAGES', ['MEDIATED']));
    expect((await step(sought.officer, sought.link, 'mediation', body)).body.facts).toEqual({ side: 'RELATIVE', purpose: 'C10_MESSAGES' });
    await relativeSays(sought, 'C10_MESSAGES', ['MEDIATED']);
    const { version } = done(await desk.worker.get(`/api/family-wishes/${sought.wish}`));
    done(await desk.worker.post(`/api/family-wishes/${sought.wish}/warning`, { language: 'fa', confirmed: true }, { version }));
    expect(await code(sought, 'mediation', { ...body, mediatorId: desk.worker.id })).toBe('invalid');
    expect(await take(sought, 'mediation', body)).toMatchObject({
      state: 'MEDIATED',
      officers: expect.arrayContaining([expect.objectContaining({ side: 'MEDIATOR' })]),
    });
  });

  it('nobody may skip a message each way, high risk, or the yes of one of them', async () => {
    const sought = await walked(desk, 'MEDIATED');
    done(await allow(desk.worker, sought.wish, 'C11_DIRECT', ['CALL']));
    expect((await step(sought.officer, sought.link, 'direct-contact')).body.facts).toEqual({ side: 'RELATIVE', purpose: 'C11_DIRECT' });
    await relativeSays(sought, 'C11_DIRECT', ['CALL']);
    expect(await code(sought, 'direct-contact')).toBe('no-message-each-way');
    await delivered(house, sought.link);
    await house.sql(`update family_link set relative_level = 'HIGH', version = version + 1 where id = $1`, [sought.link]);
    expect((await step(sought.officer, sought.link, 'direct-contact')).body).toMatchObject({
      code: 'risk-too-high',
      facts: { side: 'RELATIVE' },
    });
    await house.sql(`update family_link set relative_level = 'LOW', version = version + 1 where id = $1`, [sought.link]);
    const { state, coolingUntil } = await take(sought, 'direct-contact');
    expect(state).toBe('DIRECT');
    expect(Date.parse(coolingUntil) - Date.now()).toBeGreaterThan(71 * 3_600_000);
  });

  it('waits 72 hours, and keeps to what both said: a call is no meeting', async () => {
    const sought = await walked(desk, 'MEDIATED');
    await direct(sought, ['CALL']);
    expect(await code(sought, 'contacts', call())).toBe('cooling-off');
    expect(await code(sought, 'contacts', call({ at: soon(90) }))).toBe('cooling-off');
    await cooled(house, sought.link);
    expect(await code(sought, 'contacts', call({ step: 'SUPPORTED_MEETING' }))).toBe('contact-not-allowed');
    expect(await code(sought, 'contacts', call({ step: 'MESSAGE_OUT' }))).toBe('contact-step-not-here');
    const { contacts } = await take(sought, 'contacts', call());
    expect(Date.parse(contacts[0].checkInDue) - Date.parse(contacts[0].at)).toBe(72 * 3_600_000);
    const plain = `insert into family_contact (id, org_id, office_id, link_id, step, planned_at, check_in_due, by_id, sealed) select gen_random_uuid(), org_id, office_id, id, 'SUPPORTED_MEETING', now(), now(), $2, '\\x00' from family_link where id = $1`;
    await expect(house.sql(plain, [sought.link, sought.officer.id])).rejects.toThrow('a contact rests on the yes of both');
  });

  it('R-FL-18: each is asked how it was; what did harm stops both sides in the same press', async () => {
    const sought = await walked(desk, 'MEDIATED');
    await direct(sought, ['CALL']);
    await cooled(house, sought.link);
    const { contacts } = await take(sought, 'contacts', call({ at: soon(-0.2) }));
    const checkIn = `contacts/${contacts[0].id}/check-in`;
    await take(sought, checkIn, { side: 'CLIENT', effect: 'GOOD', note: 'Played: she sang.' });
    expect(await code(sought, checkIn, { side: 'CLIENT', effect: 'GOOD' })).toBe('already-asked');
    expect(await take(sought, checkIn, { side: 'RELATIVE', effect: 'HARMFUL' })).toMatchObject({ state: 'PAUSED', stateBefore: 'DIRECT' });
    expect(
      done(await desk.officer.get('/api/family-links?state=PAUSED')).items.find((each: { id: string }) => each.id === sought.link).due.what,
    ).toBe('RISK_REVIEW');
  });

  it('a call that is still to come is called off, and is then no more', async () => {
    const sought = await walked(desk, 'MEDIATED');
    await direct(sought, ['CALL']);
    await cooled(house, sought.link);
    const later = (await take(sought, 'contacts', call({ at: soon(5) }))).contacts[0].id;
    expect(await code(sought, `contacts/${later}/check-in`, { side: 'CLIENT', effect: 'GOOD' })).toBe('contact-not-yet');
    expect((await take(sought, `contacts/${later}/calling-off`)).contacts[0].calledOff).toBe(true);
    expect(await code(sought, `contacts/${later}/calling-off`)).toBe('contact-called-off');
    const other = await walked(desk, 'MEDIATED');
    expect((await step(other.officer, other.link, `contacts/${later}/calling-off`)).status).toBe(404);
  });

  it.each([
    ['the relative takes a yes back', 'PAUSED', [stops.relative]],
    ['the client ends it', 'PAUSED', [stops.client]],
    ['it is closed', 'CLOSED', [stops.client, stops.officer]],
  ])('what was agreed on is called off, and what was held asked about, also after %s; nothing new is agreed on', async (_, state, acts) => {
    const sought = await walked(desk, 'MEDIATED');
    await direct(sought, ['CALL']);
    await cooled(house, sought.link);
    await take(sought, 'contacts', call({ at: soon(-0.2) }));
    const { contacts } = await take(sought, 'contacts', call({ at: soon(5) }));
    const [past, later] = [contacts[0].id, contacts[1].id];
    const due = async () =>
      done(await desk.officer.get(`/api/family-links?state=${state}`)).items.find((each: { id: string }) => each.id === sought.link).due;
    for (const act of acts) await act(sought);
    const { actions } = await seen(sought.officer, sought.link);
    expect(actions).toEqual(expect.arrayContaining(['check-in', 'call-off']));
    expect(actions).not.toContain('contact');
    expect(await due()).toEqual({ what: 'CALL_OFF', at: contacts[1].at });
    expect((await take(sought, `contacts/${later}/calling-off`)).contacts[1].calledOff).toBe(true);
    expect((await due()).what).toBe('CHECK_IN');
    for (const side of ['CLIENT', 'RELATIVE']) await take(sought, `contacts/${past}/check-in`, { side, effect: 'GOOD' });
    expect((await due())?.what).not.toBe('CHECK_IN');
  });
});

describe('meeting again', () => {
  it('on the day, with every yes asked again, after a legal colleague looked at the way', async () => {
    const planned = await walked(desk, 'DIRECT');
    const plan = { safetyPlan: 'Played: two doors.', route: 'VISIT', legalCheckedBy: desk.worker.id };
    expect(await code(planned, 'reunion-plan', plan)).toBe('invalid');
    const sought = await walked(desk, 'REUNION_PLANNED');
    expect(await code(sought, 'reunion', { on: '2026-01-01' })).toBe('not-on-the-day');
    await house.sql(`update family_link set cooling_until = now() + interval '1 hour', version = version + 1 where id = $1`, [sought.link]);
    expect(await code(sought, 'reunion', { on: today() })).toBe('cooling-off');
    await cooled(house, sought.link);
    expect(await take(sought, 'reunion', { on: today() })).toMatchObject({ state: 'REUNITED' });
    expect(await code(sought, 'closing', { outcome: 'REUNITED_VISIT' })).toBe('not-open');
    await take(sought, 'follow-up');
    expect(await code(sought, 'closing', { outcome: 'NOT_FOUND' })).toBe('outcome-not-so');
    expect(await take(sought, 'closing', { outcome: 'REUNITED_VISIT' })).toMatchObject({ state: 'CLOSED', outcome: 'REUNITED_VISIT' });
  });

  it('R-FL-11: a yes taken back pauses a planned meeting at once; without it anew nothing goes on', async () => {
    const sought = await walked(desk, 'REUNION_PLANNED');
    const [{ id }] = await house.sql<{ id: string }>(
      `select c.id from consent c join family_link l on l.related_person_id = c.related_person_id where l.id = $1 and c.purpose = 'C11_DIRECT'`,
      [sought.link],
    );
    await takesBack(sought, id);
    expect(await seen(sought.officer, sought.link)).toMatchObject({ state: 'PAUSED', stateBefore: 'REUNION_PLANNED' });
    expect(await code(sought, 'reunion', { on: today() })).toBe('not-open');
    expect((await desk.worker.get(`/api/family-wishes/${sought.wish}`)).body.face).toBe('IN_PROGRESS');
  });
});
