import { admitted } from './support/known-client';
import type { Answer, House, Person } from './support/house';
import { officeDay } from './support/office-day';
import { done, openReferralHouse, partnerAtWork, type PartnerAtWork, referOnWord, sent } from './support/referral-desk';

/** Of two offices: what lies at a partner, who is told of it, and who was affected when the work with it stopped (R-RE-10, goal 23). */
describe('what lies at a partner', () => {
  let house: House;
  let coordinator: Person;
  let southern: Person;
  let worker: Person;
  let partner: PartnerAtWork;
  let opened: Record<'id' | 'caseId', string>;
  let unopened: Record<'id' | 'caseId', string>;
  let far: string;
  let [declined, completed, stopped] = ['', '', ''];
  const at = (by: Person, id = partner.id, query = ''): Promise<Answer> => by.get(`/api/partners/${id}/referrals${query}`);
  const affected = (by: Person, query = ''): Promise<Answer> => at(by, partner.id, `?which=AFFECTED${query}`);
  const lineOf = (body: Answer['body'], id: string) => body.items.find((line: { id: string }) => line.id === id);

  beforeAll(async () => {
    ({ house, coordinator, worker } = await openReferralHouse());
    partner = await partnerAtWork(house, coordinator);
    southern = await house.as('COORDINATOR', house.offices.south);
    const farWorker = await house.as('CASEWORKER', house.offices.south);
    const [one, two] = [await admitted(house, worker), await admitted(house, worker)];
    const there = await admitted(house, farWorker, {}, house.offices.south);
    opened = { id: (await sent(worker, one.caseId, partner.id)).id, caseId: one.caseId };
    unopened = { id: (await sent(worker, two.caseId, partner.id)).id, caseId: two.caseId };
    far = (await sent(farWorker, there.caseId, partner.id)).id;
    done(await referOnWord(worker, (await admitted(house, worker)).caseId, partner.id)); // not sent: nothing of it lies there
    done(await partner.member.post(`/api/inbox/${opened.id}/opening`, {}));
  });
  afterAll(() => house.close());

  it('is counted over every office; each coordinator reads the lines of their own cases, which name nobody', async () => {
    const { body, text } = await at(coordinator);
    expect(body.lent).toEqual({ packages: 3, opened: 1, people: 3, referrals: 3 });
    expect(body.total).toBe(2);
    expect(lineOf(body, opened.id)).toEqual({
      id: opened.id,
      caseId: opened.caseId,
      caseRef: expect.stringMatching(/\S/),
      service: 'LEGAL',
      state: 'RECEIVED',
      sentAt: expect.any(String),
      openedAt: expect.any(String),
      accessEndedAt: null,
      deletionConfirmedAt: null,
      deletionHeardOn: null,
    });
    expect(lineOf(body, unopened.id)).toMatchObject({ state: 'SENT', openedAt: null, accessEndedAt: null });
    expect(text).not.toContain(far);

    const elsewhere = (await at(southern)).body;
    expect(elsewhere.lent).toEqual(body.lent);
    expect(elsewhere.items.map(({ id }: { id: string }) => id)).toEqual([far]);
  });

  it('is nothing at another partner, and not found for one of somebody else', async () => {
    const other = await partnerAtWork(house, coordinator);
    expect((await at(coordinator, other.id)).body).toEqual({
      id: other.id,
      lent: { packages: 0, opened: 0, people: 0, referrals: 0 },
      affected: { people: 0, referrals: 0, opened: 0, confirmed: 0 },
      items: [],
      total: 0,
      next: null,
      actions: [],
    });
    expect((await at(coordinator, opened.id)).status).toBe(404);
  });

  it('is for coordinators alone', async () => {
    for (const by of [worker, partner.member, await house.as('ADMIN'), await house.as('AUDITOR')]) expect((await at(by)).status).toBe(403);
  });

  it('is not counted once its time has passed; the line says when', async () => {
    const late = await partnerAtWork(house, coordinator);
    const { id } = await sent(worker, (await admitted(house, worker)).caseId, late.id);
    expect((await at(coordinator, late.id)).body.lent).toMatchObject({ packages: 1, people: 1 });
    await house.sql('alter table referral_package disable trigger referral_package_stays');
    await house.sql(
      `update referral_package set sealed_at = now() - interval '2 days', expires_at = now() - interval '1 day' where referral_id = $1`,
      [id],
    );
    await house.sql('alter table referral_package enable trigger referral_package_stays');
    const { body } = await at(coordinator, late.id);
    expect(body.lent).toEqual({ packages: 0, opened: 0, people: 0, referrals: 0 });
    expect(lineOf(body, id)).toMatchObject({ state: 'SENT', accessEndedAt: expect.any(String) });
  });

  it('of what was ever opened is listed also what was over before: declined, completed, stopped; and not what nobody opened', async () => {
    const over = async (acts: readonly [string, object][]): Promise<string> => {
      const { id } = await sent(worker, (await admitted(house, worker)).caseId, partner.id);
      for (const [act, body] of acts) done(await partner.member.post(`/api/inbox/${id}/${act}`, body));
      return id;
    };
    const accepts: [string, object] = ['acceptance', { focalWorker: 'Robin Sample', noConflict: true }];
    declined = await over([
      ['opening', {}],
      ['refusal', { reason: 'NO_CAPACITY' }],
    ]);
    completed = await over([
      ['opening', {}],
      accepts,
      ['start', { on: officeDay() }],
      ['outcome', { outcome: 'SERVICE_COMPLETED', text: 'It went well.' }],
    ]);
    stopped = await over([['opening', {}], accepts, ['discontinuation', { text: 'The room is gone.' }]]);
    const unread = await over([]);
    done(await worker.post(`/api/referrals/${unread}/revocation`, { reason: 'Sent too early' }));
    const { body, text } = await affected(coordinator);
    const states = Object.fromEntries(body.items.map(({ id, state }: { id: string; state: string }) => [id, state]));
    expect(states).toEqual({ [opened.id]: 'RECEIVED', [declined]: 'DECLINED', [completed]: 'COMPLETED', [stopped]: 'DISCONTINUED' });
    for (const { openedAt } of body.items) expect(openedAt).toEqual(expect.any(String));
    expect(body.affected).toEqual({ people: 4, referrals: 4, opened: 4, confirmed: 0 });
    for (const id of [far, unread]) expect(text).not.toContain(id);
    expect((await affected(southern)).body).toMatchObject({ affected: body.affected, items: [], total: 0 });
    expect((await at(coordinator)).body.items.map(({ id }: { id: string }) => id).sort()).toEqual([opened.id, unopened.id].sort());
  });

  it('after a suspension nothing lies there, and each office reads at once who was affected and what had been opened', async () => {
    done(await coordinator.post(`/api/partners/${partner.id}/suspension`, { reason: 'A question about its safety' }));
    expect((await at(coordinator)).body).toMatchObject({ lent: { packages: 0, opened: 0, people: 0, referrals: 0 }, items: [], total: 0 });
    const { body } = await affected(coordinator);
    expect(body.total).toBe(5);
    expect(lineOf(body, opened.id)).toMatchObject({ state: 'REVOKED', openedAt: expect.any(String), accessEndedAt: expect.any(String) });
    expect(lineOf(body, unopened.id)).toMatchObject({ state: 'REVOKED', openedAt: null, accessEndedAt: expect.any(String) });
    for (const [id, state] of [
      [declined, 'DECLINED'],
      [completed, 'COMPLETED'],
      [stopped, 'DISCONTINUED'],
    ] as const)
      expect(lineOf(body, id)).toMatchObject({ state, openedAt: expect.any(String), accessEndedAt: expect.any(String) });
    expect(body.affected).toEqual({ people: 6, referrals: 6, opened: 4, confirmed: 0 });
    const elsewhere = await affected(southern);
    expect(elsewhere.body).toMatchObject({
      affected: body.affected,
      items: [{ id: far, state: 'REVOKED', openedAt: null }],
      total: 1,
      actions: [],
    });
    for (const id of [opened.id, opened.caseId, declined, completed, stopped]) expect(elsewhere.text).not.toContain(id);
  });

  it('is read page by page, each line once, however short the pages', async () => {
    const whole = (await affected(coordinator)).body;
    expect(whole.next).toBeNull();
    for (const limit of [1, 2, 4]) {
      const ids: string[] = [];
      for (let cursor = ''; ;) {
        const { body } = await affected(coordinator, `&limit=${limit}${cursor && `&cursor=${cursor}`}`);
        expect([body.total, body.items.length <= limit]).toEqual([5, true]);
        ids.push(...body.items.map(({ id }: { id: string }) => id));
        cursor = body.next ?? '';
        if (!cursor) break;
      }
      expect(ids).toEqual(whole.items.map(({ id }: { id: string }) => id));
    }
    expect((await affected(coordinator, '&limit=101')).status).toBe(422);
    expect((await affected(coordinator, '&cursor=WzFd')).status).toBe(422);
    expect((await at(coordinator, partner.id, '?which=ALL')).status).toBe(422);
  });

  it('is a table of counts over every office, with nothing of a case', async () => {
    const table = (by: Person): Promise<Answer> => by.get(`/api/partners/${partner.id}/referrals.csv`);
    const { text, status } = await table(coordinator);
    expect(status).toBe(200);
    const lines = text.trim().split('\r\n');
    expect(lines[0]).toMatch(/^R-RE-10,state,[^,]+,6$/);
    expect(lines.slice(1)).toEqual([
      'state,referrals,people,opened,deletion',
      'COMPLETED,1,1,1,0',
      'DECLINED,1,1,1,0',
      'DISCONTINUED,1,1,1,0',
      'REVOKED,3,3,1,0',
    ]);
    expect((await table(southern)).text.split('\r\n').slice(1)).toEqual(text.split('\r\n').slice(1));
    expect((await table(worker)).status).toBe(403);
    expect((await coordinator.get(`/api/partners/${opened.id}/referrals.csv`)).status).toBe(404);
  });
});
