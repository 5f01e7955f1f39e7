import { allow, familyDesk, type FamilyDesk, seen, type Sought, step } from './support/family-world';
import { countThere } from './support/at-the-database';
import { decides, PLAN, RISKS, walked, worksOn } from './support/family-walk';
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
const waiting = async ({ link }: Sought) =>
  done(await desk.coordinator.get('/api/family-approvals')).items.find((each: { id: string }) => each.id === link);
/** What is asked of a coordinator since this client said again that we may look. */
const renewalOf = async ({ link }: Sought) => {
  const [found] = await house.sql<{ id: string }>('select id from family_renewal where link_id = $1 and decided_at is null', [link]);
  return done(await desk.coordinator.get('/api/family-approvals')).renewals.find((each: { id: string }) => each.id === found?.id);
};

describe('what a coordinator decides about a link', () => {
  it('R-FL-06: an approach, after a note of both sides, without a name', async () => {
    const sought = await walked(desk, 'VERIFIED');
    const { officer, link } = sought;
    expect((await decides(desk.coordinator, officer, link, 'approach-approval')).body.code).toBe('approach-not-assessed');
    await take(sought, 'approach-assessment', { ...RISKS, channelSafe: false });
    expect((await decides(desk.coordinator, officer, link, 'approach-approval')).body.code).toBe('channel-not-safe');
    await take(sought, 'approach-assessment', RISKS);
    const line = await waiting(sought);
    expect(line).toMatchObject({
      kind: 'APPROACH',
      relation: 'SISTER',
      verification: 'V2',
      clientRisk: RISKS.clientRisk,
      actions: ['approve_approach', 'stop_unsafe'],
    });
    const { client, relative } = await seen(officer, link);
    for (const name of [...client.names, ...relative.names, '7946 0011']) expect(JSON.stringify(line)).not.toContain(name);
    expect(done(await decides(desk.coordinator, officer, link, 'approach-approval'))).toMatchObject({
      state: 'APPROACH_APPROVED',
      kind: 'NOTHING',
      actions: [],
    });
    expect(await waiting(sought)).toBeUndefined();
  });

  it('R-FL-06: not by who works on the link or found the person, in the rules and in the database', async () => {
    const sought = await walked(desk, 'VERIFIED');
    await take(sought, 'approach-assessment', RISKS);
    await worksOn(house, sought.link, desk.coordinator);
    expect((await decides(desk.coordinator, sought.officer, sought.link, 'approach-approval')).body.code).toBe('approved-by-officer');
    const approve = `update family_link set state = 'APPROACH_APPROVED', approved_by = $2, approved_at = now() where id = $1`;
    await expect(house.sql(approve, [sought.link, desk.coordinator.id])).rejects.toThrow('nobody approves what they work on');
    await expect(house.sql(approve, [sought.link, desk.officer.id])).rejects.toThrow('family_link_approved_by_another');
    const other = await house.as('COORDINATOR');
    expect(done(await decides(other, sought.officer, sought.link, 'approach-approval')).state).toBe('APPROACH_APPROVED');
  });

  it('stops as unsafe, and the client’s own side shows nothing of it', async () => {
    const sought = await walked(desk, 'VERIFIED');
    await take(sought, 'approach-assessment', RISKS);
    const before = await desk.worker.get(`/api/family-wishes/${sought.wish}`);
    expect(done(await decides(desk.coordinator, sought.officer, sought.link, 'unsafe', { reason: 'Played.' }))).toMatchObject({
      state: 'CLOSED',
    });
    expect((await desk.worker.get(`/api/family-wishes/${sought.wish}`)).text).toBe(before.text);
    expect((await seen(sought.officer, sought.link)).outcome).toBe('UNSAFE');
  });

  it('R-FL-11: a pause takes the approval with it, and goes on where it was once a coordinator allows it', async () => {
    const sought = await walked(desk, 'APPROACH_APPROVED');
    const { officer, link } = sought;
    expect(await take(sought, 'pause', { reason: 'Played: a bad feeling.' })).toMatchObject({
      state: 'PAUSED',
      approach: { approvedBy: null },
    });
    expect((await step(officer, link, 'resumption')).body).toMatchObject({ code: 'step-not-allowed', facts: { step: 'resume' } });
    await take(sought, 'request', { what: 'resume', reason: 'Played: it was nothing.' });
    expect(await waiting(sought)).toMatchObject({ kind: 'STEP', asked: 'resume', reason: 'Played: it was nothing.', actions: ['allow'] });
    expect((await officer.post(`/api/family-approvals/${link}/allowance`, {}, { version: 1 })).status).toBe(403);
    done(await decides(desk.coordinator, officer, link, 'allowance'));
    expect((await decides(desk.coordinator, officer, link, 'allowance')).body.code).toBe('nothing-to-allow');
    expect(await take(sought, 'resumption')).toMatchObject({ state: 'VERIFIED', approach: null });
    expect((await decides(desk.coordinator, officer, link, 'approach-approval')).body.code).toBe('approach-not-assessed');
  });

  it('asks for nothing that needs no coordinator', async () => {
    const sought = await walked(desk, 'TRACING');
    for (const what of ['resume', 'approach'])
      expect((await step(sought.officer, sought.link, 'request', { what, reason: 'Played.' })).body.code).toBe('nothing-to-ask');
  });

  it('R-FL-15: for somebody who may not be of age, safeguards stand and each step is allowed by itself', async () => {
    const young = { names: ['Nava Rahimi'], relation: 'NEPHEW_NIECE' };
    const { id: wish } = done(
      await desk.worker.post(`/api/cases/${desk.file.caseId}/family-wishes`, { relative: young, wish: 'Played: to know of her.' }),
    );
    done(await allow(desk.worker, wish, 'C08_TRACING', PLAN.methods));
    done(await allow(desk.worker, wish, 'C09_DISCLOSE_REL', ['MEDIATED']));
    done(await desk.worker.post(`/api/family-wishes/${wish}/beginning`));
    const [{ link }] = await house.sql<{ link: string }>('select id as link from family_link where wish_id = $1', [wish]);
    const sought = { ...desk, wish, link };
    const { officer } = desk;
    expect((await step(officer, link, 'tracing', PLAN)).body).toMatchObject({ code: 'safeguard-missing', facts: { side: 'RELATIVE' } });
    await take(sought, 'safeguards', { side: 'RELATIVE', guardian: 'Played: her aunt', bestInterests: 'Played.', childsView: 'Played.' });
    expect((await step(officer, link, 'tracing', PLAN)).body).toMatchObject({ code: 'step-not-allowed', facts: { step: 'start_tracing' } });
    await take(sought, 'request', { what: 'start_tracing', reason: 'Played.' });
    expect((await step(officer, link, 'tracing', PLAN)).body.code).toBe('step-not-allowed');
    expect(await waiting(sought)).toMatchObject({
      kind: 'STEP',
      relativeMinor: true,
      safeguards: [expect.objectContaining({ side: 'RELATIVE' })],
    });
    done(await decides(desk.coordinator, officer, link, 'allowance'));
    expect(await take(sought, 'tracing', PLAN)).toMatchObject({ state: 'TRACING', asked: null, relative: { minor: true } });
  });

  it('opens again on a yes that the client gave since', async () => {
    const sought = await walked(desk, 'AWAITING_RELATIVE');
    const { officer, link, wish } = sought;
    await take(sought, 'declining', { neverAgain: false });
    expect(await renewalOf(sought)).toBeUndefined();
    done(await allow(desk.worker, wish, 'C08_TRACING', PLAN.methods));
    expect(await waiting(sought)).toBeUndefined();
    const asked = await renewalOf(sought);
    expect(asked).toMatchObject({
      relation: 'SISTER',
      clientAllows: { ladder: 'MEETING' },
      askedBy: { name: desk.worker.name },
      actions: ['reopen'],
    });
    expect((await officer.post(`/api/family-approvals/${asked.id}/reopening`, {}, { version: 1 })).status).toBe(403);
    expect((await desk.coordinator.post(`/api/family-approvals/${asked.id}/reopening`, {}, { version: 2 })).status).toBe(412);
    expect(done(await desk.coordinator.post(`/api/family-approvals/${asked.id}/reopening`, {}, { version: 1 }))).toEqual({
      ...asked,
      version: 2,
      actions: [],
    });
    expect((await desk.coordinator.post(`/api/family-approvals/${asked.id}/reopening`, {}, { version: 2 })).body.code).toBe(
      'nothing-to-allow',
    );
    expect(await seen(officer, link)).toMatchObject({ state: 'OPEN', outcome: null, verification: 'V0', relative: { contactPoints: [] } });
  });

  it('R-FL-12: whoever reads the client’s file is asked the same of a link that goes on, and is answered the same', async () => {
    const own = await familyDesk(house, desk);
    const [goesOn, closed] = [await walked(own, 'TRACING'), await walked(await familyDesk(house, desk), 'AWAITING_RELATIVE')];
    await take(closed, 'declining', { neverAgain: false });
    const asUnnamed = (text: string): string =>
      text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');
    const told = await Promise.all(
      [goesOn, closed].map(async (sought) => {
        done(await allow(desk.worker, sought.wish, 'C08_TRACING', PLAN.methods));
        const line = await renewalOf(sought);
        const answer = await desk.coordinator.post(`/api/family-approvals/${line.id}/reopening`, {}, { version: line.version });
        const [log] = await house.sql(
          `select word, outcome, status, subject_type, record_count, changed_fields from audit_event where actor_id = $1 and word = 'family-link:reopen' and subject_id = $2`,
          [desk.coordinator.id, sought.link],
        );
        return asUnnamed(JSON.stringify([line, answer.status, answer.text, log]));
      }),
    );
    expect(told[1]).toBe(told[0]);
    expect((await seen(goesOn.officer, goesOn.link)).state).toBe('TRACING');
    expect((await seen(closed.officer, closed.link)).state).toBe('OPEN');
  });

  it('opens nothing on a yes from before it was closed, nor on one that was taken back', async () => {
    const sought = await walked(await familyDesk(house, desk), 'AWAITING_RELATIVE');
    done(await allow(desk.worker, sought.wish, 'C08_TRACING', PLAN.methods));
    const { id, version } = await renewalOf(sought);
    await take(sought, 'declining', { neverAgain: false });
    done(await desk.coordinator.post(`/api/family-approvals/${id}/reopening`, {}, { version }));
    expect((await seen(sought.officer, sought.link)).state).toBe('CLOSED');
  });

  it('R-FL-06: not by who works on it, nor by who asked, of plain SQL either', async () => {
    const sought = await walked(await familyDesk(house, desk), 'TRACING');
    done(await allow(desk.worker, sought.wish, 'C08_TRACING', PLAN.methods));
    const { id } = await renewalOf(sought);
    const decide = (by: string): string => `update family_renewal set decided_by = '${by}', decided_at = now() where id = '${id}'`;
    for (const who of [desk.worker, desk.officer]) expect(await countThere(house, who, decide(who.id))).toBe(0);
    const other = await house.as('COORDINATOR');
    for (const named of [desk.worker, other])
      await expect(countThere(house, desk.coordinator, decide(named.id))).rejects.toThrow('in the name of another');
    expect(await countThere(house, other, decide(other.id))).toBe(1);
  });
});
