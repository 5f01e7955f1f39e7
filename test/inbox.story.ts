import { Client } from 'pg';
import { fromBase64Url } from '@panah/sealed-packages/bytes';
import { openPackage } from '@panah/sealed-packages/sealed-package';
import type { OpeningKey } from '@panah/sealed-packages/suite';
import { referralProcess } from '@panah/domain/referrals/referral.process';
import { type Answer, type House, openHouse, type Person } from './support/house';
import { withdraw } from './support/consent-desk';
import { addPackage, ITEMS, lend, lendOn, type PartnerDesk, partnerDesk } from './support/lent-referral';
import { atPartner } from './support/partner-desk';
import { officeDay } from './support/office-day';

let house: House;
let people: { coordinator: Person; worker: Person };
let partner: PartnerDesk;
let other: PartnerDesk;
beforeAll(async () => {
  house = await openHouse();
  people = { coordinator: await house.as('COORDINATOR'), worker: await house.as('CASEWORKER') };
  [partner, other] = [await partnerDesk(house, people.coordinator), await partnerDesk(house, people.coordinator)];
});
afterAll(() => house.close());

const inbox = async (by: Person): Promise<Answer['body']> => (await by.get('/api/inbox')).body;
const read = (id: string, by: Person = partner.member): Promise<Answer> => by.get(`/api/inbox/${id}`);
const act = (id: string, what: string, body: object = {}, by: Person = partner.member): Promise<Answer> =>
  by.post(`/api/inbox/${id}/${what}`, body);
const ACCEPTS = { focalWorker: 'Robin Sample', noConflict: true };
const OUTCOME = { outcome: 'SERVICE_COMPLETED', text: 'The course is finished.' };

/** What the partner's browser makes of an answer to an opening. */
const opened = (body: Answer['body'], key: OpeningKey): Promise<unknown[]> =>
  Promise.all(
    body.packages.map(
      (
        sealed: Record<'kem' | 'ciphertext', string> &
          Parameters<typeof openPackage>[2] &
          Pick<Parameters<typeof openPackage>[1], 'manifest'>,
      ) =>
        openPackage(
          key,
          { manifest: sealed.manifest, encapsulated: fromBase64Url(sealed.kem), ciphertext: fromBase64Url(sealed.ciphertext) },
          sealed,
          Date.now(),
        ),
    ),
  );
const steps = async (id: string): Promise<string[]> =>
  (
    await house.sql<{ step: string }>(
      `select action || ' ' || from_state || ' ' || to_state as step from process_step where subject_id = $1 order by id`,
      [id],
    )
  ).map(({ step }) => step);
const tasks = (id: string) => house.sql(`select kind, status, for_coordinators as office from task where record_id = $1 order by id`, [id]);

describe('a partner’s inbox', () => {
  it('R-RE-02: lists what was sent to it by the time an answer is due, and no one else’s', async () => {
    const [ours, theirs] = [await partnerDesk(house, people.coordinator), await lend(house, people, other)];
    const sent = [];
    for (const urgency of ['ROUTINE', 'EMERGENCY', 'URGENT'] as const) sent.push(await lend(house, people, ours, { urgency }));
    const { items, total } = await inbox(ours.member);
    expect(items.map(({ urgency }: { urgency: string }) => urgency)).toEqual(['EMERGENCY', 'URGENT', 'ROUTINE']);
    expect(total).toBe(3);
    for (const { id, reference, dueAt, sentAt, urgency } of items) {
      expect(reference).toBe(id.slice(-6));
      expect((Date.parse(dueAt) - Date.parse(sentAt)) / 3_600_000).toBe({ EMERGENCY: 24, URGENT: 72, ROUTINE: 336 }[urgency as 'URGENT']);
    }
    expect(items.map(({ id }: { id: string }) => id)).not.toContain(theirs.id);
    const first = (await ours.member.get('/api/inbox?limit=2')).body;
    const rest = (await ours.member.get(`/api/inbox?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...rest.items].map(({ id }: { id: string }) => id)).toEqual(items.map(({ id }: { id: string }) => id));
    expect(rest.next).toBeNull();
    // what has no day stands last, and a page that ends there goes on
    for (const state of ['COMPLETED', 'INFO_REQUESTED', 'COMPLETED']) await lend(house, people, ours, { state });
    const all: { id: string; dueAt: string | null }[] = (await inbox(ours.member)).items;
    expect(all.map(({ dueAt }) => dueAt === null)).toEqual([false, false, false, true, true, true]);
    const paged: string[] = [];
    for (let cursor = ''; paged.length < all.length;) {
      const page = (await ours.member.get(`/api/inbox?limit=1${cursor}`)).body;
      paged.push(page.items[0].id);
      cursor = `&cursor=${page.next}`;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
  });

  it('R-AC-10: in each state a partner reads what is open to it; another one never, and neither does anybody of ours', async () => {
    const seen: Record<string, number[]> = {};
    const sample = await lend(house, people, partner);
    for (const state of Object.keys(referralProcess.states)) {
      const id = await lendOn(house, people.worker, sample, { state });
      const answers = [read(id), act(id, 'opening'), read(id, other.member), act(id, 'opening', {}, other.member), read(id, people.worker)];
      seen[state] = (await Promise.all(answers)).map(({ status }) => status);
      const listed = (await partner.member.get('/api/inbox?limit=100')).body.items.some((line: { id: string }) => line.id === id);
      expect([state, listed]).toEqual([state, seen[state]?.[0] === 200]);
    }
    const [closed, lent, notice] = [
      [404, 404, 404, 404, 403],
      [200, 200, 404, 404, 403],
      [200, 409, 404, 404, 403],
    ];
    expect(seen).toEqual({
      ...{ DRAFT: closed, AWAITING_CONSENT: closed, READY: closed, DECLINED: closed },
      ...{ SENT: lent, RECEIVED: lent, INFO_REQUESTED: lent, ACCEPTED: lent, IN_SERVICE: lent },
      ...{ COMPLETED: notice, EXPIRED: notice, REVOKED: notice, DISCONTINUED: notice },
    });
  });

  it('R-AC-10: keeps the dates of a completed one for 30 days', async () => {
    const { id } = await lend(house, people, partner, { state: 'COMPLETED' });
    expect((await read(id)).body).toMatchObject({ state: 'COMPLETED', outcome: 'SERVICE_COMPLETED', packages: [], actions: [] });
    await house.sql(`update referral set completed_at = now() - interval '31 days' where id = $1`, [id]);
    expect((await read(id)).status).toBe(404);
  });

  it('tells no client, no case, no office, no name: not in an answer, and not to plain SQL in the partner’s context', async () => {
    const lent = await lend(house, people, partner, { state: 'RECEIVED' });
    const strange = await lend(house, people, other, { state: 'RECEIVED' });
    const answers = [await inbox(partner.member), (await read(lent.id)).body, (await act(lent.id, 'opening')).body].map((body) =>
      JSON.stringify(body),
    );
    const [{ ref }] = await house.sql<{ ref: string }>('select case_ref as ref from case_file where id = $1', [lent.file.caseId]);
    for (const word of [
      lent.file.clientId,
      lent.file.caseId,
      house.offices.north.id,
      people.worker.id,
      people.worker.name,
      ref,
      lent.consentId,
    ])
      expect(answers.filter((answer) => answer.includes(word))).toEqual([]);

    const runtime = new Client(house.urls.app);
    await runtime.connect();
    const setting = (name: string, value: string): string => `set_config('app.${name}', '${value}', true)`;
    const enter = [
      setting('org_id', house.offices.north.orgId),
      setting('partner_id', partner.id),
      setting('staff_id', partner.member.id),
      setting('member', partner.member.id),
    ];
    await runtime.query(`begin; select ${enter.join(', ')}`);
    const found = async (text: string): Promise<number> => (await runtime.query(text)).rowCount ?? 0;
    expect(await found(`select id from referral where id = '${lent.id}'`)).toBe(1);
    expect(await found(`select id from referral where id = '${strange.id}'`)).toBe(0);
    expect(await found(`select id from referral_package where referral_id = '${strange.id}'`)).toBe(0);
    expect(await found(`select id from referral where partner_id <> '${partner.id}'`)).toBe(0);
    for (const table of ['client', 'case_file', 'case_note', 'consent', 'task', 'partner', 'name_token', 'case_team'])
      expect([table, await found(`select 1 from ${table}`)]).toEqual([
        table,
        table === 'partner' ? await found('select 1 from partner') : 0,
      ]);
    expect((await runtime.query(`select app.act_for_referral('${strange.id}') as opened`)).rows).toEqual([{ opened: null }]);
    await runtime.query('rollback');
    await runtime.end();
  });

  it('is closed to somebody who has left the partner, and to a partner that is suspended', async () => {
    const desk = await partnerDesk(house, people.coordinator);
    const { id } = await lend(house, people, desk);
    const leaver = await atPartner(house, desk.id);
    expect((await read(id, leaver)).status).toBe(200);
    await house.sql(`update staff_member set state = 'ENDED' where id = $1`, [leaver.id]);
    expect((await read(id, leaver)).status).toBe(401);
    expect((await act(id, 'opening', {}, leaver)).status).toBe(401);
    expect((await read(id, desk.member)).status).toBe(200);
    await house.sql(`update partner set state = 'SUSPENDED' where id = $1`, [desk.id]);
    expect((await read(id, desk.member)).status).toBe(401);
  });
});

describe('opening', () => {
  it('is a POST that acknowledges once, gives bytes that only the partner’s key opens, and is written down each time', async () => {
    const { id, file } = await lend(house, people, partner);
    expect((await read(id)).body).toMatchObject({
      state: 'SENT',
      acknowledgedAt: null,
      packages: [{ seq: 1, kinds: ['PSEUDONYM', 'REQUEST'], openedAt: null }],
    });
    const first = await act(id, 'opening');
    expect(first).toMatchObject({ status: 200, body: { id, referral: { state: 'RECEIVED', acknowledgedAt: expect.any(String) } } });
    expect(await opened(first.body, partner.opening)).toEqual([ITEMS]);
    await expect(opened(first.body, other.opening)).rejects.toThrow();
    const again = await act(id, 'opening');
    expect(again.body.referral).toMatchObject({ state: 'RECEIVED', acknowledgedAt: first.body.referral.acknowledgedAt });
    expect(again.body.referral.packages[0].openedAt).toBe(first.body.referral.packages[0].openedAt);
    expect(await steps(id)).toEqual(['acknowledge SENT RECEIVED']);
    const lines = await house.sql(`select outcome, client_id from audit_event where word = 'inbox:open' and subject_id = $1`, [id]);
    expect(lines).toEqual([1, 2].map(() => ({ outcome: 'DONE', client_id: file.clientId })));
    for (const value of ['Juniper 42', 'A place to learn']) expect(house.said()).not.toContain(value);
  });

  it('gives a supplement beside the first package, and nothing whose time is over', async () => {
    const lent = await lend(house, people, partner);
    await addPackage(house, people.worker, lent, [{ kind: 'ANSWER' }], ['REQUEST']);
    const { body } = await act(lent.id, 'opening');
    expect(body.packages.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2]);
    expect(await opened(body, partner.opening)).toEqual([ITEMS, [{ kind: 'ANSWER' }]]);
    await house.sql(`alter table referral_package disable trigger user`);
    await house.sql(
      `update referral_package set sealed_at = now() - interval '2 days', expires_at = now() - interval '1 hour' where referral_id = $1 and seq = 1`,
      [lent.id],
    );
    await house.sql(`alter table referral_package enable trigger user`);
    expect((await act(lent.id, 'opening')).body.packages.map(({ seq }: { seq: number }) => seq)).toEqual([2]);
    expect((await read(lent.id)).body.packages).toHaveLength(1);
  });

  it('R-CO-01: asks for the consent at that moment, also when nobody has written down yet that it is over', async () => {
    const { id, consentId } = await lend(house, people, partner);
    await house.sql('alter table consent_event disable trigger user');
    await house.sql(
      `update consent_event set given_at = now() - interval '8 months', expires_at = now() - interval '1 minute' where consent_id = $1`,
      [consentId],
    );
    await house.sql('alter table consent_event enable trigger user');
    expect((await act(id, 'opening')).status).toBe(404);
    expect(await house.sql('select opened_at from referral_package where referral_id = $1', [id])).toEqual([{ opened_at: null }]);
  });
});

describe('a partner’s answer', () => {
  it('R-RE-05: a question is asked once it has read, kept sealed, and is a task where it was sent from', async () => {
    const { id } = await lend(house, people, partner);
    const question = { text: 'Which days would suit?' };
    expect((await act(id, 'question', question)).body).toMatchObject({ status: 409, code: 'not-open' });
    await act(id, 'opening');
    expect((await act(id, 'question', question)).body).toMatchObject({
      state: 'INFO_REQUESTED',
      paused: true,
      due: null,
      messages: [{ kind: 'QUESTION', text: question.text }],
    });
    expect(await tasks(id)).toEqual([{ kind: 'REFERRAL_QUESTION', status: 'OPEN', office: false }]);
    expect((await act(id, 'question', question)).status).toBe(409);
    const kept = await house.sql<{ all: string }>(`select string_agg(m::text, '') as all from referral_message m where referral_id = $1`, [
      id,
    ]);
    expect(kept[0]?.all).not.toContain('suit');
  });

  it('accepts with a focal worker who says that nothing ties them; starts, reports, completes', async () => {
    const { id } = await lend(house, people, partner);
    await act(id, 'opening');
    expect((await act(id, 'acceptance', { focalWorker: 'Robin Sample' })).status).toBe(422);
    expect((await act(id, 'acceptance', { ...ACCEPTS, noConflict: false })).status).toBe(422);
    expect((await act(id, 'acceptance', ACCEPTS)).body).toMatchObject({ state: 'ACCEPTED', focalWorker: 'Robin Sample', due: 'REPORT' });
    const today = officeDay();
    expect((await act(id, 'start', { on: '2099-01-01' })).body).toMatchObject({ status: 422, fields: { on: ['in-future'] } });
    expect((await act(id, 'start', { on: today })).body).toMatchObject({ state: 'IN_SERVICE', startedOn: today });
    expect((await act(id, 'progress', { text: 'First lesson.' })).body).toMatchObject({
      state: 'IN_SERVICE',
      messages: [{ kind: 'ACCEPTANCE' }, { kind: 'PROGRESS' }],
    });
    expect((await act(id, 'outcome', OUTCOME)).body).toMatchObject({ state: 'COMPLETED', outcome: 'SERVICE_COMPLETED', packages: [] });
    expect(await steps(id)).toEqual([
      'acknowledge SENT RECEIVED',
      'accept RECEIVED ACCEPTED',
      'start ACCEPTED IN_SERVICE',
      'report IN_SERVICE IN_SERVICE',
      'complete IN_SERVICE COMPLETED',
    ]);
    expect((await tasks(id)).map(({ kind }) => kind)).toEqual(['REFERRAL_ACCEPTED', 'REFERRAL_COMPLETED']);
    expect(await house.sql(`select end_reason, ciphertext from referral_package where referral_id = $1`, [id])).toEqual([
      { end_reason: 'COMPLETED', ciphertext: null },
    ]);
    expect((await act(id, 'opening')).status).toBe(409);
  });

  it('is given the name with the acceptance when the consent names it, sealed like all the rest; otherwise it stays without', async () => {
    const scope = ['PSEUDONYM', 'REQUEST', 'CONTACT_RULES', 'NAME'];
    const named = await lend(house, people, partner, { state: 'RECEIVED', scope });
    expect((await act(named.id, 'acceptance', ACCEPTS)).body.packages).toMatchObject([{ seq: 1 }, { seq: 2, openedAt: null }]);
    const [first, second] = await opened((await act(named.id, 'opening')).body, partner.opening);
    expect([JSON.stringify(first).includes(named.file.name), JSON.stringify(second).includes(named.file.name)]).toEqual([false, true]);
    expect(house.said()).not.toContain(named.file.name);

    const unnamed = await lend(house, people, partner, { state: 'RECEIVED' });
    expect((await act(unnamed.id, 'acceptance', ACCEPTS)).body).toMatchObject({ state: 'ACCEPTED', packages: [{ seq: 1 }] });
    const gone = await lend(house, people, partner, { state: 'RECEIVED', scope });
    await withdraw(people.coordinator, gone.consentId);
    expect((await act(gone.id, 'acceptance', ACCEPTS)).status).toBe(409);
    expect(await house.sql('select seq from referral_package where referral_id = $1', [gone.id])).toEqual([{ seq: 1 }]);
  });

  it('declines with a reason, and it is gone for it at once; a repeat of the same request does nothing more', async () => {
    const { id } = await lend(house, people, partner, { state: 'RECEIVED' });
    expect((await act(id, 'refusal', { reason: 'NO_REASON' })).status).toBe(422);
    const key = crypto.randomUUID();
    const decline = (): Promise<Answer> => partner.member.post(`/api/inbox/${id}/refusal`, { reason: 'NO_CAPACITY' }, { key });
    expect([(await decline()).status, (await decline()).status]).toEqual([204, 204]);
    expect((await read(id)).status).toBe(404);
    expect(await steps(id)).toEqual(['decline RECEIVED DECLINED']);
    expect(await tasks(id)).toEqual([{ kind: 'REFERRAL_DECLINED', status: 'OPEN', office: false }]);
    expect(await house.sql('select ciphertext from referral_package where referral_id = $1', [id])).toEqual([{ ciphertext: null }]);
  });

  it('stops what it had accepted, and says what it deleted: then nothing is left of it there', async () => {
    const { id } = await lend(house, people, partner, { state: 'IN_SERVICE' });
    expect((await act(id, 'deletion', { what: 'A printed page.' })).status).toBe(409);
    expect((await act(id, 'discontinuation', { text: 'The course was cancelled.' })).body).toMatchObject({
      ...{
        state: 'DISCONTINUED',
        endReason: 'STOPPED',
        recalled: true,
        due: 'CONFIRM_DELETION',
        packages: [],
        actions: ['confirm-deletion'],
      },
    });
    expect((await act(id, 'deletion', { what: 'A printed page.' })).status).toBe(204);
    expect((await read(id)).status).toBe(404);
    const kept = await house.sql('select kind, side from referral_message where referral_id = $1 order by at', [id]);
    expect(kept).toEqual([
      { kind: 'STOP', side: 'PARTNER' },
      { kind: 'DELETION', side: 'PARTNER' },
    ]);
  });

  it('two people of a partner who answer at once: one answer counts', async () => {
    const { id } = await lend(house, people, partner, { state: 'RECEIVED' });
    const colleague = await atPartner(house, partner.id);
    const answers = await Promise.all([act(id, 'acceptance', ACCEPTS), act(id, 'refusal', { reason: 'NO_CAPACITY' }, colleague)]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status < 300)).toHaveLength(1);
    expect(await steps(id)).toHaveLength(1);
  });

  it('R-CO-04: takes down a withdrawal that the person tells it: the consent itself ends', async () => {
    const { id, consentId, file } = await lend(house, people, partner, { state: 'IN_SERVICE' });
    expect((await act(id, 'withdrawal', {}, other.member)).status).toBe(404);
    expect((await act(id, 'withdrawal')).status).toBe(204);
    const events = await house.sql(`select action, by_id from consent_event where consent_id = $1 order by seq desc limit 1`, [consentId]);
    expect(events).toEqual([{ action: 'withdraw', by_id: partner.member.id }]);
    expect((await act(id, 'opening')).status).toBe(409);
    expect((await read(id)).body).toMatchObject({ state: 'DISCONTINUED', endReason: 'CONSENT_GONE', recalled: true, packages: [] });
    expect(await house.sql(`select kind from task where record_id = $1 and client_id = $2`, [consentId, file.clientId])).toEqual([
      { kind: 'CONSENT_ENDED' },
    ]);
  });
});
