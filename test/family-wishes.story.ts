import './support/patience';
import { SAID_YES } from './support/consent-desk';
import { allow, begun, type FamilyDesk, familyDesk, linkOf, note, seen, WISH } from './support/family-world';
import { admittedFile } from './support/admitted-file';
import { type House, openHouse } from './support/house';
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

const stateOf = async (wish: string): Promise<string | undefined> =>
  (await house.sql<{ state: string }>('select state from family_link where wish_id = $1', [wish]))[0]?.state;
const wishOf = async (id: string) => done(await desk.worker.get(`/api/family-wishes/${id}`));

describe('a wish to find somebody', () => {
  it('is noted in the words of the client, and read back by the case team', async () => {
    const made = await note(desk);
    expect(made).toMatchObject({ face: 'NOTED', name: 'Mina Rahimi', relation: 'SISTER', wish: WISH.wish, answerOn: null, consents: [] });
    expect(made.allowed).toEqual({ ladder: 'NOTHING', permissions: [] });
    const list = done(await desk.coordinator.get(`/api/cases/${desk.file.caseId}/family-wishes`));
    expect(list.items.map(({ id }: { id: string }) => id)).toEqual([made.id]);
  });

  it('is of the case team that knows of family links: to housing, another team and another office it is not there', async () => {
    const { id } = await note(desk);
    const stranger = await house.as('CASEWORKER');
    expect((await stranger.get(`/api/family-wishes/${id}`)).status).toBe(404);
    expect((await (await house.as('COORDINATOR', house.offices.south)).get(`/api/family-wishes/${id}`)).status).toBe(404);
    expect((await (await house.as('HOUSING')).get(`/api/family-wishes/${id}`)).status).toBe(403);
    expect((await desk.worker.get(`/api/family-wishes/${id}`)).status).toBe(200);
  });

  it('is edited on the version that was read: a late edit names what differs', async () => {
    const { id, version } = await note(desk);
    const edited = done(await desk.worker.patch(`/api/family-wishes/${id}`, { ...WISH, wish: 'To hear her voice.' }, { version }));
    expect(edited.wish).toBe('To hear her voice.');
    const late = await desk.worker.patch(`/api/family-wishes/${id}`, { ...WISH, wish: 'Something else.' }, { version });
    expect([late.status, late.body.facts.changed]).toEqual([412, ['wish']]);
  });

  it('is begun on a yes to looking and one to telling: without either it is refused, naming what is missing', async () => {
    const { id } = await note(desk);
    const none = await desk.worker.post(`/api/family-wishes/${id}/beginning`);
    expect([none.status, none.body.code, none.body.facts.missing]).toEqual([
      422,
      'wish-needs-consent',
      ['C08_TRACING', 'C09_DISCLOSE_REL'],
    ]);
    done(await allow(desk.worker, id, 'C08_TRACING', ['OWN_RECORDS']));
    expect((await desk.worker.post(`/api/family-wishes/${id}/beginning`)).body.facts.missing).toEqual(['C09_DISCLOSE_REL']);
    done(await allow(desk.worker, id, 'C09_DISCLOSE_REL', ['MEDIATED', 'COUNTRY']));
    const made = done(await desk.worker.post(`/api/family-wishes/${id}/beginning`));
    expect(made).toMatchObject({ face: 'IN_PROGRESS', answered: false, allowed: { ladder: 'MEDIATED', permissions: ['COUNTRY'] } });
    expect(new Date(made.answerOn).getUTCDay()).toBe(1);
    expect(await stateOf(id)).toBe('OPEN');
  });

  it('R-CO-05 a yes in the presence of others is none: it is not begun on it', async () => {
    const { id } = await note(desk);
    done(await allow(desk.worker, id, 'C08_TRACING', ['OWN_RECORDS'], { freeChoice: 'NOT_ALONE' }));
    done(await allow(desk.worker, id, 'C09_DISCLOSE_REL', ['ALIVE_ONLY']));
    expect((await desk.worker.post(`/api/family-wishes/${id}/beginning`)).body.facts.missing).toEqual(['C08_TRACING']);
  });

  it('R-FL-04 what is allowed about one relative says nothing about another', async () => {
    const [one, other] = [
      await note(desk),
      await note(desk, { relative: { ...WISH.relative, names: ['Reza Rahimi'], relation: 'BROTHER' } }),
    ];
    for (const purpose of ['C08_TRACING', 'C09_DISCLOSE_REL']) done(await allow(desk.worker, one.id, purpose));
    expect((await desk.worker.post(`/api/family-wishes/${other.id}/beginning`)).body.code).toBe('wish-needs-consent');
    expect((await desk.worker.post(`/api/family-wishes/${one.id}/beginning`)).status).toBe(200);
  });

  it('the warning is written down only when the client said it back', async () => {
    const { id } = await note(desk);
    const unsaid = await desk.worker.post(`/api/family-wishes/${id}/warning`, { language: 'fa', confirmed: false });
    expect([unsaid.status, unsaid.body.code]).toEqual([422, 'warning-not-confirmed']);
    expect((await wishOf(id)).warnedAt).toBeNull();
    expect(done(await desk.worker.post(`/api/family-wishes/${id}/warning`, { language: 'fa', confirmed: true })).warnedAt).not.toBeNull();
  });

  it('ends without a reason, and with it all that was allowed about this person; what lies behind it stops', async () => {
    const { wish } = await begun(desk);
    const ended = done(await desk.worker.post(`/api/family-wishes/${wish}/end`, { how: 'PHONE' }));
    expect(ended.face).toBe('ENDED');
    expect(ended.consents.map(({ state }: { state: string }) => state)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    expect(await stateOf(wish)).toBe('CLOSED');
    const tasks = await house.sql(`select id from task where client_id = $1 and kind = 'CONSENT_ENDED' and status in ('OPEN','DOING')`, [
      desk.file.clientId,
    ]);
    expect(tasks).toEqual([]);
  });

  it('is begun again on a new yes only, and its face starts anew', async () => {
    const { wish } = await begun(desk);
    done(await desk.worker.post(`/api/family-wishes/${wish}/end`, { how: 'PHONE' }));
    expect((await desk.worker.post(`/api/family-wishes/${wish}/beginning`)).body.code).toBe('wish-needs-consent');
    for (const purpose of ['C08_TRACING', 'C09_DISCLOSE_REL']) done(await allow(desk.worker, wish, purpose));
    expect(done(await desk.worker.post(`/api/family-wishes/${wish}/beginning`))).toMatchObject({
      face: 'IN_PROGRESS',
      answered: false,
      endedAt: null,
    });
    expect(await stateOf(wish)).toBe('CLOSED'); // an officer and a coordinator open it again
  });

  it('R-FL-11 pauses what lies behind it in the transaction in which a yes is taken back, and shows nothing of that', async () => {
    const { wish } = await begun(desk);
    const consents = (await wishOf(wish)).consents as { id: string; purpose: string }[];
    const tracing = consents.find(({ purpose }) => purpose === 'C08_TRACING');
    const after = done(await desk.worker.post(`/api/family-wishes/${wish}/consents/${tracing?.id}/withdrawal`, { how: 'PHONE' }));
    expect(after.face).toBe('IN_PROGRESS');
    expect(await stateOf(wish)).toBe('PAUSED');
  });

  it('a consent of something else is not taken back through it', async () => {
    const { wish } = await begun(desk);
    const other = done(await desk.worker.post(`/api/cases/${desk.file.caseId}/consents`, { ...SAID_YES, purpose: 'C16_STATS' }));
    expect((await desk.worker.post(`/api/family-wishes/${wish}/consents/${other.id}/withdrawal`, { how: 'PHONE' })).status).toBe(404);
    expect((await desk.worker.get(`/api/consents/${other.id}`)).body.state).toBe('ACTIVE');
  });

  it('what is asked about a relative is asked about the wish: elsewhere it is refused, and points here', async () => {
    const answer = await desk.worker.post(`/api/cases/${desk.file.caseId}/consents`, {
      ...SAID_YES,
      purpose: 'C08_TRACING',
      recipients: [{ kind: 'PERSON', name: 'Mina Rahimi' }],
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'of-a-wish']);
    const { id } = await note(desk);
    expect((await allow(desk.worker, id, 'C08_TRACING')).status).toBe(200);
    const { items } = done(await desk.worker.get(`/api/cases/${desk.file.caseId}/consents`));
    expect(items[0]).toMatchObject({ purpose: 'C08_TRACING', details: { recipients: [{ id, kind: 'PERSON', name: 'Mina Rahimi' }] } });
  });
});

describe('who works on what lies behind a wish', () => {
  it('is the family-links member of the team, who sees both sides; nobody else of the team sees that there is a link', async () => {
    const { wish, link } = await begun(desk);
    const both = await seen(desk.officer, link);
    expect(both).toMatchObject({ state: 'OPEN', relation: 'SISTER', officers: [{ id: desk.officer.id, side: 'CLIENT' }] });
    expect(both.client).toMatchObject({ name: desk.file.name, position: 'CONSENTED', allowed: { ladder: 'MEDIATED' } });
    expect(both.relative).toMatchObject({
      name: 'Mina Rahimi',
      position: 'NOT_ASKED',
      account: { fatherName: 'Hossein' },
      contactPoints: [],
    });
    const board = done(await desk.officer.get('/api/family-links'));
    expect(board.items.map(({ id }: { id: string }) => id)).toContain(link);
    expect(board.byState.OPEN).toBeGreaterThan(0);
    expect((await desk.worker.get(`/api/family-links/${link}`)).status).toBe(403);
    expect((await desk.coordinator.get(`/api/family-links/${link}`)).status).toBe(403);
    expect((await (await house.as('FAMILY_LINKS')).get(`/api/family-links/${link}`)).status).toBe(404);
    expect((await desk.worker.get(`/api/family-wishes/${wish}`)).text).not.toContain(link);
  });

  it('a line in the log about the link names no client', async () => {
    const { link } = await begun(desk);
    await seen(desk.officer, link);
    const lines = await house.sql<{ client: string | null }>(
      `select client_id as client from audit_event where subject_type = 'family-link' and subject_id = $1`,
      [link],
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ client }) => client === null)).toBe(true);
  });

  it('without one on the team it waits in their queue; whoever takes it up becomes the officer', async () => {
    const file = await admittedFile(house, desk.coordinator, desk.worker);
    const alone = { ...desk, file };
    const { wish, link } = await begun(alone);
    const newcomer = await house.as('FAMILY_LINKS');
    expect((await newcomer.get(`/api/family-links/${link}`)).status).toBe(404);
    const waiting = done(await newcomer.get('/api/specialist-requests')).items as { id: string; caseRef: string; question: string }[];
    const request = waiting.find(({ caseRef }) => caseRef === file.caseRef);
    expect(request?.question).not.toContain('Mina');
    done(await newcomer.post(`/api/specialist-requests/${request?.id}/taking-up`, { answer: 'NO_TIE' }));
    const { members } = done(await desk.worker.get(`/api/cases/${file.caseId}/team`));
    const place = members.find(({ staffId }: { staffId: string }) => staffId === newcomer.id);
    expect((await newcomer.get(`/api/family-links/${link}`)).status).toBe(404);
    done(await desk.worker.post(`/api/cases/${file.caseId}/team/${place.id}/client-answer`, { answer: 'NO_OBJECTION' }));
    expect((await seen(newcomer, link)).officers).toMatchObject([{ id: newcomer.id, side: 'CLIENT' }]);
    expect(await linkOf(house, wish)).toBe(link);
  });

  it('whoever leaves the team is no officer any longer', async () => {
    const { link } = await begun(desk);
    const { members } = done(await desk.worker.get(`/api/cases/${desk.file.caseId}/team`));
    const place = members.find(({ staffId }: { staffId: string }) => staffId === desk.officer.id);
    done(await desk.worker.post(`/api/cases/${desk.file.caseId}/team/${place.id}/end`, { reason: 'NO_LONGER_NEEDED' }));
    expect((await desk.officer.get(`/api/family-links/${link}`)).status).toBe(404);
    const officers = await house.sql('select id from family_link_officer where link_id = $1 and ended_at is null', [link]);
    expect(officers).toEqual([]);
  });
});
