import { begun, familyDesk, type FamilyDesk, seen, type Sought, step } from './support/family-world';
import { approaching, CARD, found, FREE, LOCATED, PLAN, relativeSays, RISKS, today, walked, WAYS, worksOn } from './support/family-walk';
import { type House, openHouse, type Person } from './support/house';
import { done } from './support/referral-desk';

let house: House;
let desk: FamilyDesk;

beforeAll(async () => {
  house = await openHouse();
  desk = await familyDesk(house);
});
afterAll(() => house.close());

const refused = async (
  by: Person,
  link: string,
  path: string,
  body: object = {},
): Promise<{ code: string; facts: object; fields: object }> => {
  const before = await seen(desk.officer, link).catch(() => null);
  const answer = await step(by, link, path, body);
  expect(answer.status).toBe(answer.body.code === 'not-open' ? 409 : 422);
  if (before) expect(await seen(desk.officer, link)).toEqual(before);
  return answer.body;
};
const take = async ({ officer, link }: Sought, path: string, body: object = {}) => done(await step(officer, link, path, body));

describe('looking for somebody', () => {
  it('R-FL-19: only in the ways that the consent lists, by plan and step by step', async () => {
    const sought = await begun(desk, { ways: WAYS });
    const { officer, link } = sought;
    expect(await refused(officer, link, 'tracing', { ...PLAN, methods: ['RED_CROSS', 'OPEN_SOURCE'] })).toMatchObject({
      code: 'tracing-method-not-allowed',
      facts: { methods: ['OPEN_SOURCE'] },
      fields: { methods: ['not-allowed'] },
    });
    await take(sought, 'tracing', { ...PLAN, methods: ['RED_CROSS'] });
    expect((await refused(officer, link, 'tracing-steps', { ...LOCATED, method: 'OPEN_SOURCE' })).code).toBe('tracing-method-not-allowed');
    expect((await refused(officer, link, 'tracing-steps', { ...LOCATED, method: 'OWN_RECORDS' })).code).toBe('tracing-method-not-planned');
    expect((await refused(officer, link, 'tracing-steps', { ...LOCATED, on: '2090-01-01' })).fields).toEqual({ on: ['in-future'] });
    expect((await take(sought, 'tracing-steps', LOCATED)).tracing).toEqual([
      expect.objectContaining({ method: 'RED_CROSS', externalRef: 'RC 77' }),
    ]);
  });

  it('writes down first what could happen to somebody in the group or in the state of origin', async () => {
    const sought = await begun(desk);
    const plan = { ...PLAN, context: 'IN_GROUP' };
    expect((await refused(sought.officer, sought.link, 'tracing', plan)).fields).toEqual({ riskNote: ['missing'] });
    expect(await take(sought, 'tracing', { ...plan, riskNote: 'Played: asked about at roll-call.' })).toMatchObject({ state: 'TRACING' });
  });

  it('finds who was found by a step, under a key of their own; a step in the wrong order is refused with what is open', async () => {
    const sought = await walked(desk, 'TRACING');
    const { tracing } = await take(sought, 'tracing-steps', { ...LOCATED, outcome: 'NO_RESULT' });
    const finding = { tracingStepId: tracing[0].id, context: 'OTHER_STATE', contactPoints: [] };
    expect((await refused(sought.officer, sought.link, 'finding', finding)).fields).toEqual({ tracingStepId: ['not-located'] });
    expect((await refused(sought.officer, sought.link, 'finding', { ...finding, tracingStepId: sought.link })).fields).toEqual({
      tracingStepId: ['unknown'],
    });
    expect(await refused(sought.officer, sought.link, 'verified')).toMatchObject({ code: 'not-open', facts: { state: 'TRACING' } });
    const view = await found(sought);
    expect(view).toMatchObject({
      state: 'LOCATED',
      relative: { country: 'GB', contactPoints: [expect.objectContaining({ value: '+44 20 7946 0011' })] },
    });
    expect(view.tracing.at(-1).details).toBe(LOCATED.details);
    const [{ own }] = await house.sql<{ own: boolean }>(
      `select t.related_person_id = l.related_person_id as own from family_link l join family_tracing t on t.link_id = l.id and t.outcome = 'LOCATED' where l.id = $1`,
      [sought.link],
    );
    expect(own).toBe(true);
  });

  it('gives nobody up before three ways were tried', async () => {
    const sought = await walked(desk, 'TRACING');
    for (const method of ['RED_CROSS', 'OWN_RECORDS']) await take(sought, 'tracing-steps', { ...LOCATED, method, outcome: 'NO_RESULT' });
    expect((await refused(sought.officer, sought.link, 'not-found')).facts).toEqual({ tried: 2, needs: 3 });
    await take(sought, 'tracing-steps', { ...LOCATED, method: 'RELATIVE_NETWORK', outcome: 'NO_RESULT' });
    expect(await take(sought, 'not-found')).toMatchObject({ state: 'CLOSED', outcome: 'NOT_FOUND' });
  });

  it('R-FL-13: a death is confirmed or reported twice, and told in person to somebody who wants to know and is not alone', async () => {
    const sought = await walked(desk, 'TRACING');
    const { officer, link } = sought;
    const reported = { ...LOCATED, outcome: 'DECEASED_REPORTED' };
    const one = (await take(sought, 'tracing-steps', reported)).tracing.at(-1).id;
    const plan = { who: 'Played: the officer', where: 'Played: here', support: 'Played: her friend' };
    expect((await refused(officer, link, 'death', { tracingStepIds: [one], independent: true, ...plan })).code).toBe('death-not-certain');
    const two = (await take(sought, 'tracing-steps', { ...reported, method: 'OWN_RECORDS' })).tracing.find(
      (each: { id: string }) => each.id !== one,
    ).id;
    expect((await refused(officer, link, 'death', { tracingStepIds: [one, two], independent: false, ...plan })).fields).toEqual({
      independent: ['missing'],
    });
    await take(sought, 'death', { tracingStepIds: [one, two], independent: true, ...plan });
    const told = { on: today(), clientWantsToKnow: true, supportPresent: true, inPerson: true };
    expect((await refused(officer, link, 'death-news', { ...told, inPerson: false })).fields).toEqual({ inPerson: ['needed'] });
    expect(await take(sought, 'death-news', told)).toMatchObject({ state: 'FOLLOW_UP' });
    expect((await refused(officer, link, 'closing', { outcome: 'REGULAR_CONTACT' })).code).toBe('outcome-not-so');
    expect(await take(sought, 'closing', { outcome: 'FATE_KNOWN' })).toMatchObject({ state: 'CLOSED', outcome: 'FATE_KNOWN' });
  });
});

describe('whether it is they', () => {
  it('R-FL-05: nobody is taken for verified below V2', async () => {
    const sought = await walked(desk, 'LOCATED');
    await take(sought, 'verifications', { ...CARD, level: 'V1' });
    expect(await refused(sought.officer, sought.link, 'verified')).toMatchObject({
      code: 'verification-too-low',
      facts: { level: 'V1', needs: 'V2', secondVerifier: false },
    });
    await take(sought, 'verifications', CARD);
    expect(await take(sought, 'verified')).toMatchObject({ state: 'VERIFIED', verification: 'V2' });
  });

  it('R-FL-05: in the group a second person looks, and the one who found them is not enough', async () => {
    const sought = await walked(desk, 'LOCATED', { context: 'IN_GROUP' });
    const card = { ...CARD, context: 'IN_GROUP' };
    await take(sought, 'verifications', card);
    expect((await refused(sought.officer, sought.link, 'verified')).facts).toMatchObject({ level: 'V0', secondVerifier: true });
    done(await step(await worksOn(house, sought.link), sought.link, 'verifications', card));
    expect(await take(sought, 'verified')).toMatchObject({ state: 'VERIFIED', needsSecondVerifier: true });
  });

  it('R-FL-05: who is elsewhere now is verified again; what went further waits', async () => {
    const sought = await walked(desk, 'APPROACH_APPROVED');
    expect(await take(sought, 'verifications', { ...CARD, context: 'HOME_STATE' })).toMatchObject({
      state: 'PAUSED',
      stateBefore: 'APPROACH_APPROVED',
      verification: 'V0',
    });
    const still = await walked(desk, 'APPROACH_APPROVED');
    expect(await take(still, 'verifications', { ...CARD, context: 'DIASPORA_FREE' })).toMatchObject({
      state: 'APPROACH_APPROVED',
      verification: 'V2',
    });
  });

  it('R-FL-17: somebody else is let go of in thirty days, and the search goes on', async () => {
    const sought = await walked(desk, 'LOCATED');
    const [{ person }] = await house.sql<{ person: string }>('select related_person_id as person from family_link where id = $1', [
      sought.link,
    ]);
    expect(await take(sought, 'false-match', { reason: 'Played: she has no brother.' })).toMatchObject({
      state: 'TRACING',
      relative: { contactPoints: [], country: null },
    });
    const [{ days }] = await house.sql<{ days: number }>('select erase_after - current_date as days from related_person where id = $1', [
      person,
    ]);
    expect(days).toBeGreaterThanOrEqual(29);
    expect(days).toBeLessThanOrEqual(31);
    expect(await found(sought)).toMatchObject({ state: 'LOCATED' });
  });
});

describe('asking the relative', () => {
  it('R-FL-07: who was not alone, not reached or not free is unable, and nothing follows', async () => {
    const sought = await walked(desk, 'APPROACH_APPROVED');
    for (const heard of [{ alone: false }, { spokenDirectly: false }, { duress: 'DOUBT' }, { duress: 'NOT_DONE' }])
      expect(await take(sought, 'approach', approaching(heard))).toMatchObject({
        state: 'APPROACH_APPROVED',
        relative: { position: 'UNABLE' },
      });
    expect((await refused(sought.officer, sought.link, 'approach', approaching({ noticeGiven: false }))).code).toBe('notice-not-given');
    expect(await take(sought, 'approach', approaching())).toMatchObject({ state: 'AWAITING_RELATIVE', relative: { position: 'ASKED' } });
  });

  it('both have agreed when the relative said so freely, and to being kept and being known to live', async () => {
    const sought = await walked(desk, 'AWAITING_RELATIVE');
    const { officer, link } = sought;
    expect((await refused(officer, link, 'agreement')).facts).toEqual({ side: 'RELATIVE', purpose: 'C22_RELATIVE_DATA' });
    await relativeSays(sought, 'C22_RELATIVE_DATA', ['RELATIVE_DATA']);
    await relativeSays(sought, 'C09_DISCLOSE_REL', ['NOTHING']);
    expect((await refused(officer, link, 'agreement')).code).toBe('telling-not-allowed');
    await relativeSays(sought, 'C09_DISCLOSE_REL', ['ALIVE_ONLY']);
    await take(sought, 'hearings', { side: 'RELATIVE', on: today(), ...FREE, duress: 'NOT_DONE' });
    expect((await refused(officer, link, 'agreement')).code).toBe('relative-not-heard');
    await take(sought, 'hearings', { side: 'RELATIVE', on: today(), ...FREE });
    expect(await take(sought, 'agreement')).toMatchObject({ state: 'BOTH_CONSENTED', ladder: 'ALIVE_ONLY' });
  });

  it('the database takes no state that lacks the yes of both, whoever writes it', async () => {
    const { link } = await walked(desk, 'AWAITING_RELATIVE');
    const plain = `update family_link set state = 'BOTH_CONSENTED' where id = $1`;
    await expect(house.sql(plain, [link])).rejects.toThrow('a link rests on the free yes of both');
    const agreed = await walked(desk, 'BOTH_CONSENTED');
    await expect(house.sql(`update family_link set state = 'MEDIATED' where id = $1`, [agreed.link])).rejects.toThrow(
      'a link rests on the free yes of both',
    );
  });

  it('takes nobody for silent before two approaches thirty days apart', async () => {
    const sought = await walked(desk, 'AWAITING_RELATIVE');
    expect((await refused(sought.officer, sought.link, 'no-reply')).facts).toMatchObject({ approaches: 1, needs: 2 });
    await take(sought, 'approach', approaching({ spokenDirectly: false }));
    expect((await refused(sought.officer, sought.link, 'no-reply')).facts).toMatchObject({ approaches: 2, apart: 0 });
    await house.sql('update family_hearing set held_on = held_on - 30 where link_id = $1 and approach_no = 1', [sought.link]);
    expect(await take(sought, 'no-reply')).toMatchObject({ state: 'CLOSED', outcome: 'NOT_FOUND' });
  });

  it('R-FL-11: acute danger to the relative stops both sides in the note that says so', async () => {
    const sought = await walked(desk, 'VERIFIED');
    expect(await take(sought, 'approach-assessment', { ...RISKS, relativeLevel: 'IMMINENT' })).toMatchObject({
      state: 'PAUSED',
      stateBefore: 'VERIFIED',
    });
  });

  it('R-FL-12, R-FL-17: who declines is kept as little as can be, for thirty days; who asked never to be asked again is known by a mark alone', async () => {
    const sought = await walked(desk, 'AWAITING_RELATIVE');
    const face = await desk.worker.get(`/api/family-wishes/${sought.wish}`);
    expect(await take(sought, 'declining', { neverAgain: true })).toMatchObject({
      state: 'CLOSED',
      outcome: 'RELATIVE_DECLINED',
      relative: { contactPoints: [] },
    });
    expect((await desk.worker.get(`/api/family-wishes/${sought.wish}`)).text).toBe(face.text);
    const again = await walked(desk, 'VERIFIED');
    expect((await refused(again.officer, again.link, 'approach-assessment', RISKS)).code).toBe('asked-never-again');
  });
});
