import { admitted } from './support/known-client';
import type { Answer, House, Person } from './support/house';
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
  const at = (by: Person, id = partner.id): Promise<Answer> => by.get(`/api/partners/${id}/referrals`);
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
      items: [],
      total: 0,
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

  it('after a suspension nothing lies there, and each office reads at once who was affected and what had been opened', async () => {
    done(await coordinator.post(`/api/partners/${partner.id}/suspension`, { reason: 'A question about its safety' }));
    const { body } = await at(coordinator);
    expect(body.lent).toEqual({ packages: 0, opened: 0, people: 0, referrals: 0 });
    expect(body.total).toBe(2);
    expect(lineOf(body, opened.id)).toMatchObject({ state: 'REVOKED', openedAt: expect.any(String), accessEndedAt: expect.any(String) });
    expect(lineOf(body, unopened.id)).toMatchObject({ state: 'REVOKED', openedAt: null, accessEndedAt: expect.any(String) });
    expect((await at(southern)).body.items).toMatchObject([{ id: far, state: 'REVOKED', openedAt: null }]);
    await house.sql('update referral set deletion_confirmed_at = now(), deletion_confirmed_by = $2 where id = $1', [
      opened.id,
      partner.member.id,
    ]);
    expect(lineOf((await at(coordinator)).body, opened.id)).toMatchObject({ deletionConfirmedAt: expect.any(String) });
  });
});
