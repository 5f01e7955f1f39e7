import type { Answer, House, Person } from './support/house';
import { admitted } from './support/known-client';
import { officeDay } from './support/office-day';
import { atPartner } from './support/partner-desk';
import { done, openReferralHouse, partnerAtWork, type PartnerAtWork, readReferral, sent } from './support/referral-desk';

const SAID = { who: 'Elira of the front desk', on: officeDay(), what: 'Both letters were shredded, the mail was emptied.' };
const WHY = { reason: 'A question about its safety' };
const ACCEPTS = { focalWorker: 'Robin Sample', noConflict: true };

/** Of two offices: what a partner deleted when the work with it rests, and its people do not sign in to say so (R-RE-10, walls.md 3.3). */
describe('what a suspended partner says on the telephone that it deleted', () => {
  let house: House;
  let coordinator: Person;
  let southern: Person;
  let worker: Person;
  let partner: PartnerAtWork;
  let read: string;
  let unread: string;
  let completed: string;
  let far: string;
  const hear = (by: Person, id: string, more: object = {}): Promise<Answer> =>
    by.post(`/api/referrals/${id}/deletion`, { ...SAID, ...more });
  const hearAll = (by: Person, more: object = {}): Promise<Answer> =>
    by.post(`/api/partners/${partner.id}/deletions`, { ...SAID, ...more });
  const affected = async (by: Person): Promise<Answer['body']> =>
    done(await by.get(`/api/partners/${partner.id}/referrals?which=AFFECTED`));
  const made = async (by: Person, where = house.offices.north): Promise<string> =>
    (await sent(by, (await admitted(house, by, {}, where)).caseId, partner.id)).id;
  const opens = async (id: string, acts: readonly [string, object][] = []): Promise<string> => {
    for (const [act, body] of [['opening', {}] as const, ...acts]) done(await partner.member.post(`/api/inbox/${id}/${act}`, body));
    return id;
  };

  beforeEach(async () => {
    partner = await partnerAtWork(house, coordinator);
    read = await opens(await made(worker));
    unread = await made(worker);
    completed = await opens(await made(worker), [
      ['acceptance', ACCEPTS],
      ['start', { on: officeDay() }],
      ['outcome', { outcome: 'SERVICE_COMPLETED', text: 'It went well.' }],
    ]);
    far = await opens(await made(await house.as('CASEWORKER', house.offices.south), house.offices.south));
  });
  beforeAll(async () => {
    ({ house, coordinator, worker } = await openReferralHouse());
    southern = await house.as('COORDINATOR', house.offices.south);
  });
  afterAll(() => house.close());

  const suspend = async (): Promise<void> => void done(await coordinator.post(`/api/partners/${partner.id}/suspension`, WHY));

  it('is written down by a coordinator, with who said it, who heard it and when; the history says that it was heard', async () => {
    await suspend();
    expect((await partner.member.post(`/api/inbox/${read}/deletion`, { what: SAID.what })).status).toBeGreaterThanOrEqual(401);
    expect((await readReferral(coordinator, read)).actions).toContain('hear-deletion');
    const view = done(await hear(coordinator, read));
    expect(view).toMatchObject({
      deletionConfirmedAt: expect.any(String),
      deletionHeardBy: { id: coordinator.id },
      deletionHeardOn: SAID.on,
    });
    expect(view.messages.at(-1)).toMatchObject({
      side: 'US',
      kind: 'DELETION',
      text: SAID.what,
      heardFrom: SAID.who,
      by: { id: coordinator.id },
    });
    expect(view.history[0]).toMatchObject({ action: 'hear-deletion', by: { id: coordinator.id } });
    expect(view.actions).not.toContain('hear-deletion');
    const [row] = await house.sql('select deletion_confirmed_by, deletion_heard_by from referral where id = $1', [read]);
    expect(row).toEqual({ deletion_confirmed_by: null, deletion_heard_by: coordinator.id });
    expect((await affected(coordinator)).items.find(({ id }: { id: string }) => id === read)).toMatchObject({ deletionHeardOn: SAID.on });
  });

  it('is said once, of what was read and is over, on a day that has come', async () => {
    expect((await hear(coordinator, read)).body).toMatchObject({ status: 409, code: 'not-open' });
    await suspend();
    expect((await hear(coordinator, unread)).body).toMatchObject({ status: 409, code: 'not-open' });
    for (const [day, why] of [
      [1, 'in-future'],
      [-5, 'before-end'],
    ] as const)
      expect((await hear(coordinator, read, { on: officeDay(day) })).body).toMatchObject({
        status: 422,
        code: 'deletion-day',
        fields: { on: [why] },
      });
    done(await hear(coordinator, read));
    expect((await hear(coordinator, read)).body).toMatchObject({ status: 409, code: 'not-open' });
    await expect(
      house.sql('update referral set deletion_heard_on = null, deletion_heard_by = null where id = $1', [read]),
    ).rejects.toThrow();
    expect(done(await hear(coordinator, completed)).deletionHeardOn).toBe(SAID.on);
  });

  it('is written down where the case is, and by coordinators alone', async () => {
    await suspend();
    expect((await hear(southern, read)).status).toBe(404);
    for (const by of [worker, await house.as('ADMIN'), await house.as('AUDITOR')]) {
      expect((await hear(by, read)).status).toBe(403);
      expect((await hearAll(by)).status).toBe(403);
    }
    expect((await affected(coordinator)).affected.confirmed).toBe(0);
  });

  it('is written down in one call for all of it, each office for its own', async () => {
    await suspend();
    expect((await affected(coordinator)).actions).toEqual(['hear-deletion']);
    const after = done(await hearAll(coordinator));
    expect(after).toMatchObject({ affected: { opened: 3, confirmed: 2 }, actions: [] });
    for (const id of [read, completed])
      expect(await readReferral(coordinator, id)).toMatchObject({ deletionHeardBy: { id: coordinator.id } });
    expect(await readReferral(coordinator, unread)).toMatchObject({ deletionConfirmedAt: null });
    expect(await readReferral(southern, far)).toMatchObject({ deletionConfirmedAt: null });
    expect((await hearAll(coordinator)).body).toMatchObject({ status: 409, code: 'not-open' });
    expect(done(await hearAll(southern)).affected).toMatchObject({ confirmed: 3 });
    expect((await readReferral(southern, far)).deletionHeardBy.id).toBe(southern.id);
    expect((await coordinator.post(`/api/partners/${read}/deletions`, SAID)).status).toBe(404);
  });

  it('covers what was over by the day of the call, and leaves what ended later', async () => {
    await suspend();
    await house.sql(
      `update referral set ended_at = ended_at - interval '9 days', completed_at = completed_at - interval '9 days' where id = $1`,
      [completed],
    );
    done(await hearAll(coordinator, { on: officeDay(-5) }));
    expect((await readReferral(coordinator, completed)).deletionHeardOn).toBe(officeDay(-5));
    expect((await readReferral(coordinator, read)).deletionConfirmedAt).toBeNull();
  });

  it('need not be heard: once the work is taken up again, the partner finds the notice and says it itself', async () => {
    await suspend();
    done(await hear(coordinator, completed));
    done(await coordinator.post(`/api/partners/${partner.id}/reinstatement`));
    const back = await atPartner(house, partner.id);
    done(await back.post(`/api/inbox/${read}/deletion`, { what: 'Nothing was kept.' }));
    expect(await readReferral(coordinator, read)).toMatchObject({
      deletionConfirmedAt: expect.any(String),
      deletionHeardBy: null,
      deletionHeardOn: null,
    });
    expect((await hear(coordinator, read)).status).toBe(409);
  });
});
