import { REQUEST } from './support/counselling-desk';
import { recordConsent, standingConsent, withdraw } from './support/consent-desk';
import { type Answer, type House, openHouse, type Person } from './support/house';
import { done, partnerAtWork, type PartnerAtWork, referOnWord, send, USUAL } from './support/referral-desk';
import {
  accept,
  activeFile,
  handedOver,
  meet,
  offer,
  offered,
  readyToGoOver,
  takeOver,
  transferDraft,
  transferReady,
} from './support/transfer-desk';
import { officeDay } from './support/office-day';

let house: House;
let coordinator: Person;
let worker: Person;
let partner: PartnerAtWork;
let people: { coordinator: Person; worker: Person };
beforeAll(async () => {
  house = await openHouse();
  [coordinator, worker] = [await house.as('COORDINATOR'), await house.as('CASEWORKER')];
  people = { coordinator, worker };
  partner = await partnerAtWork(house, coordinator);
});
afterAll(() => house.close());

const caseOf = async (id: string, by: Person = worker): Promise<Answer['body']> => done(await by.get(`/api/cases/${id}`));
const referralOf = async (id: string): Promise<Answer['body']> => done(await worker.get(`/api/referrals/${id}`));
const inDays = (days: number): string => officeDay(days);

describe('R-RE-07: a case is offered to a partner', () => {
  it('by a coordinator, on the client’s consent to a transfer; the case waits for the answer', async () => {
    const file = await activeFile(house, worker);
    const ready = done(await transferReady(worker, file.caseId, partner.id));
    expect(ready).toMatchObject({ state: 'READY', kind: 'TRANSFER', purpose: 'C03_TRANSFER' });
    expect(ready.actions).not.toContain('send');
    expect((await send(worker, ready.id)).body).toMatchObject({ status: 422, code: 'coordinator-offers' });
    expect((await worker.post(`/api/referrals/${ready.id}/offer`, { hash: 'A'.repeat(43) })).status).toBe(403);
    expect(done(await coordinator.get(`/api/referrals/${ready.id}`)).actions).toContain('offer');
    expect(done(await offer(coordinator, ready.id))).toMatchObject({ state: 'SENT', sentBy: { id: coordinator.id } });
    expect(await caseOf(file.caseId)).toMatchObject({ state: 'TRANSFER_PENDING' });
    const steps = done(await worker.get(`/api/cases/${file.caseId}/history`)).steps;
    expect(steps[0]).toMatchObject({ action: 'offer_transfer', from: 'ACTIVE', to: 'TRANSFER_PENDING' });
  });

  it('not without that consent: one to a referral is another', async () => {
    const file = await activeFile(house, worker);
    const recipients = [{ kind: 'PARTNER', partnerId: partner.id }];
    done(await recordConsent(worker, file.caseId, { purpose: 'C02_REFERRAL', recipients, scope: USUAL }));
    expect(done(await transferDraft(worker, file.caseId, partner.id)).state).toBe('DRAFT');
    done(await recordConsent(worker, file.caseId, { purpose: 'C03_TRANSFER', recipients, scope: USUAL }));
    expect(done(await transferDraft(worker, file.caseId, partner.id)).state).toBe('READY');
  });

  it('to another country only where the person agreed to that too', async () => {
    const abroad = await partnerAtWork(house, coordinator, { country: 'DE' });
    const file = await activeFile(house, worker);
    const { id } = done(await transferReady(worker, file.caseId, abroad.id));
    expect((await offer(coordinator, id)).body).toMatchObject({
      status: 422,
      code: 'border-consent-missing',
      facts: { purpose: 'C20_CROSS_BORDER' },
    });
    const recipients = [{ kind: 'PARTNER', partnerId: abroad.id }];
    done(await recordConsent(worker, file.caseId, { purpose: 'C20_CROSS_BORDER', recipients, scope: USUAL }));
    expect(done(await offer(coordinator, id)).state).toBe('SENT');
  });

  it('while its plan is in force, and to one partner at a time', async () => {
    const file = await activeFile(house, worker);
    const [first, second] = [
      await transferReady(worker, file.caseId, partner.id),
      await transferDraft(worker, file.caseId, partner.id),
    ].map(done);
    await house.sql(`update case_file set state = 'PLANNING' where id = $1`, [file.caseId]);
    expect((await offer(coordinator, first.id)).body).toMatchObject({ status: 409, code: 'not-open' });
    expect(await referralOf(first.id)).toMatchObject({ state: 'READY', packages: [] });
    await house.sql(`update case_file set state = 'ACTIVE' where id = $1`, [file.caseId]);
    done(await offer(coordinator, first.id));
    expect((await offer(coordinator, second.id)).body).toMatchObject({ status: 409, code: 'not-open' });
  });

  it('a referral is sent, not offered', async () => {
    const file = await activeFile(house, worker);
    const { id } = done(await referOnWord(worker, file.caseId, partner.id));
    expect((await offer(coordinator, id)).body).toMatchObject({ status: 409, code: 'not-open' });
    expect(done(await send(worker, id)).state).toBe('SENT');
    expect(await caseOf(file.caseId)).toMatchObject({ state: 'ACTIVE' });
  });
});

describe('R-RE-07: until it goes over', () => {
  it('both sides meet after the acceptance, and only then the partner takes over', async () => {
    const { id, file } = await offered(house, people, partner);
    expect((await meet(worker, id)).body).toMatchObject({ status: 409, code: 'not-open' });
    expect(done(await accept(partner, id)).actions).not.toContain('take-over');
    expect((await takeOver(partner.member, id)).body).toMatchObject({ status: 409, code: 'not-open' });
    expect((await partner.member.post(`/api/inbox/${id}/start`, { on: inDays(0) })).body).toMatchObject({ status: 409, code: 'not-open' });
    expect((await meet(worker, id, { on: inDays(2) })).body).toMatchObject({ fields: { on: ['in-future'] } });
    expect((await meet(worker, id, { on: inDays(-9) })).body).toMatchObject({ fields: { on: ['before-acceptance'] } });
    const met = done(await meet(worker, id, { present: 'Robin Sample and both of us' }));
    expect(met.handover).toMatchObject({
      focalWorker: 'Robin Sample',
      metOn: inDays(0),
      present: 'Robin Sample and both of us',
      holds: [],
    });
    expect(met.handover.recordedBy).toMatchObject({ id: worker.id });
    expect(done(await partner.member.get(`/api/inbox/${id}`))).toMatchObject({ metOn: inDays(0), takenOverAt: null });
    const mine = done(await takeOver(partner.member, id));
    expect(mine).toMatchObject({ state: 'IN_SERVICE', actions: ['open', 'complete'] });
    expect(mine.takenOverAt).toEqual(expect.any(String));
    expect((await worker.get(`/api/cases/${file.caseId}`)).status).toBe(404);
  });

  it.each([
    ['declines', 'refusal', { reason: 'NO_CAPACITY' }, 'transfer_declined'],
    ['stops', 'discontinuation', { text: 'We cannot after all' }, 'transfer_declined'],
  ])('the case is ours again when the partner %s', async (_, noun, body, event) => {
    const { id, file } = await offered(house, people, partner);
    if (noun === 'discontinuation') done(await accept(partner, id));
    else done(await partner.member.post(`/api/inbox/${id}/opening`));
    done(await partner.member.post(`/api/inbox/${id}/${noun}`, body));
    expect(await caseOf(file.caseId)).toMatchObject({ state: 'ACTIVE' });
    expect(done(await worker.get(`/api/cases/${file.caseId}/history`)).steps[0]).toMatchObject({ action: event });
  });

  it('and when we take it back, or the person does: then nothing is left there', async () => {
    const ours = await offered(house, people, partner);
    done(await coordinator.post(`/api/referrals/${ours.id}/revocation`, { reason: 'The person stays with us' }));
    expect(await caseOf(ours.file.caseId)).toMatchObject({ state: 'ACTIVE' });
    const theirs = await readyToGoOver(house, people, partner);
    done(await withdraw(worker, theirs.consentId));
    expect(await caseOf(theirs.file.caseId)).toMatchObject({ state: 'ACTIVE' });
    expect(await referralOf(theirs.id)).toMatchObject({
      state: 'DISCONTINUED',
      endReason: 'CONSENT_GONE',
      handover: { takenOverAt: null },
    });
    expect((await takeOver(partner.member, theirs.id)).body).toMatchObject({ status: 409 });
    expect(await house.sql('select id from referral_package where referral_id = $1 and ciphertext is not null', [theirs.id])).toEqual([]);
  });

  it('not while something runs that only this office sees to: it is named to us, and to the partner only that something does', async () => {
    const { id, file } = await readyToGoOver(house, people, partner);
    done(await worker.post(`/api/cases/${file.caseId}/counselling`, REQUEST));
    expect((await referralOf(id)).handover.holds).toEqual(['OPEN_EPISODE']);
    const refused = (await takeOver(partner.member, id)).body;
    expect(refused).toMatchObject({ status: 422, code: 'handover-held' });
    expect(JSON.stringify(refused)).not.toContain('EPISODE');
    await house.sql(
      `update counselling_episode set state = 'DECLINED', urgency = 'ROUTINE', ended_at = now(), end_reason = 'OTHER' where case_id = $1`,
      [file.caseId],
    );
    expect(done(await takeOver(partner.member, id)).state).toBe('IN_SERVICE');
  });
});

describe('R-RE-07: a case that went over', () => {
  it('is closed here in the same act: what was open is ended, it is kept until its day', async () => {
    const { id, file } = await readyToGoOver(house, people, partner);
    done(await worker.post(`/api/cases/${file.caseId}/tasks`, { kind: 'FOLLOW_UP', title: 'Ask about the course', dueOn: inDays(3) }));
    done(await takeOver(partner.member, id));
    const [row] = await house.sql(
      `select c.state, c.closure_reason, c.closed_by, c.closure_requested_by, c.closed_on::text, k.retention_until > c.closed_on + interval '6 years' as kept,
         (select count(*)::int from task t where t.case_id = c.id and t.status in ('OPEN','IN_PROGRESS','BLOCKED')) as open,
         (select count(*)::int from task t where t.case_id = c.id and t.end_reason = 'CASE_CLOSED') as ended
         from case_file c join case_closure k on k.case_id = c.id and k.state = 'APPROVED' where c.id = $1`,
      [file.caseId],
    );
    expect(row).toMatchObject({
      state: 'CLOSED',
      closure_reason: 'TRANSFERRED',
      closed_by: partner.member.id,
      closure_requested_by: worker.id,
    });
    expect(row).toMatchObject({ closed_on: inDays(0), kept: true, open: 0 });
    expect((row as { ended: number }).ended).toBeGreaterThan(0);
  });

  it('leaves a summary to who worked on it and to its office: dates, the reason, to whom, and what was told', async () => {
    const { id, file } = await handedOver(house, people, partner);
    for (const reader of [worker, coordinator]) {
      expect((await reader.get(`/api/cases/${file.caseId}`)).status).toBe(404);
      const left = done(await reader.get(`/api/cases/${file.caseId}/hand-over`));
      expect(left).toMatchObject({ id: file.caseId, caseRef: file.caseRef, reason: 'TRANSFERRED', closedOn: inDays(0), metOn: inDays(0) });
      expect(left.partner).toEqual({ id: partner.id, name: partner.name });
      expect(left.history.map(({ action }: { action: string }) => action)).toEqual([
        'start',
        'meet',
        'accept',
        'acknowledge',
        'send',
        'ready',
        'create',
      ]);
      expect(left.packages).toMatchObject([{ scope: USUAL, endedAt: null }]);
      expect(left.actions).toEqual(reader === coordinator ? ['unlock'] : []);
      for (const hidden of ['مریم', 'Robin', file.clientId]) expect(JSON.stringify(left)).not.toContain(hidden);
    }
    const [stranger, elsewhere] = [await house.as('CASEWORKER'), await house.as('COORDINATOR', house.offices.south)];
    for (const reader of [stranger, elsewhere]) expect((await reader.get(`/api/cases/${file.caseId}/hand-over`)).status).toBe(404);
    expect((await partner.member.get(`/api/cases/${file.caseId}/hand-over`)).status).toBe(403);
    const ours = await activeFile(house, worker);
    expect((await worker.get(`/api/cases/${ours.caseId}/hand-over`)).status).toBe(404);
    expect(done(await partner.member.get(`/api/inbox/${id}`)).actions).toContain('open');
  });

  it('stands in a list of its office’s coordinators, the newest first and page by page, until it is opened again; in nobody else’s', async () => {
    const listed = async (by: Person, query = ''): Promise<Answer['body']> => done(await by.get(`/api/handed-over-cases${query}`));
    const [south, southern] = [await house.as('COORDINATOR', house.offices.south), await house.as('CASEWORKER', house.offices.south)];
    expect(await listed(south)).toEqual({ items: [], total: 0, next: null });
    const [first, second] = [await handedOver(house, people, partner), await handedOver(house, people, partner)];
    const all = await listed(coordinator, '?limit=100');
    expect(all.total).toBe(all.items.length);
    expect(all.items.slice(0, 2)).toMatchObject([
      { id: second.file.caseId, caseRef: second.file.caseRef, partner: { id: partner.id, name: partner.name }, service: 'LEGAL' },
      { id: first.file.caseId, caseRef: first.file.caseRef, takenOverAt: expect.any(String), retentionUntil: expect.any(String) },
    ]);
    for (const hidden of ['مریم', 'Robin', first.file.clientId, second.file.clientId]) expect(JSON.stringify(all)).not.toContain(hidden);
    const paged: string[] = [];
    for (let cursor = ''; paged.length < all.total;) {
      const page = await listed(coordinator, `?limit=1${cursor}`);
      paged.push(page.items[0].id);
      cursor = `&cursor=${page.next}`;
    }
    expect(paged).toEqual(all.items.map(({ id }: { id: string }) => id));
    for (const other of [worker, southern, partner.member, await house.as('ADMIN'), await house.as('AUDITOR')])
      expect((await other.get('/api/handed-over-cases')).status).toBe(403);
    expect((await listed(south)).items).toEqual([]);
    const closedOff = await house.as('COORDINATOR');
    const third = await readyToGoOver(house, people, partner);
    done(
      await coordinator.post(`/api/cases/${third.file.caseId}/blocks`, { staffId: closedOff.id, kind: 'DISPUTE', source: 'CLIENT_STATED' }),
    );
    done(await takeOver(partner.member, third.id));
    expect([(await listed(coordinator)).total, (await listed(closedOff)).total]).toEqual([all.total + 1, all.total]);
    done(await coordinator.post(`/api/cases/${first.file.caseId}/unlocking`, { reason: 'The person asked us to look' }));
    expect((await listed(coordinator, '?limit=100')).items.map(({ id }: { id: string }) => id)).not.toContain(first.file.caseId);
    expect((await listed(coordinator)).total).toBe(all.total);
  });

  it('is the partner’s own: neither a withdrawal here nor we take it back, and it goes on reading until its time is over (decision 0017)', async () => {
    const { id, file } = await handedOver(house, people, partner);
    done(await coordinator.post(`/api/cases/${file.caseId}/unlocking`, { reason: 'The person asked us to look' }));
    expect((await coordinator.post(`/api/referrals/${id}/discontinuation`, { reason: 'We want it back' })).body).toMatchObject({
      code: 'not-open',
    });
    const [on] = await house.sql<{ id: string }>('select consent_id as id from referral where id = $1', [id]);
    done(await withdraw(coordinator, on?.id ?? ''));
    const opened = done(await partner.member.post(`/api/inbox/${id}/opening`));
    expect(opened.packages).toHaveLength(1);
    expect(opened.referral).toMatchObject({ state: 'IN_SERVICE', endedAt: null });
    for (const noun of ['withdrawal', 'progress', 'discontinuation'])
      expect((await partner.member.post(`/api/inbox/${id}/${noun}`, { text: 'Words of the partner' })).status).not.toBe(200);
    expect(done(await partner.member.post(`/api/inbox/${id}/outcome`, { outcome: 'SERVICE_COMPLETED', text: 'All is well' })).state).toBe(
      'COMPLETED',
    );
  });

  it('R-CO-04: stops, behind the lock, what a colleague is told to stop against its reference; the answer is that of no such case', async () => {
    const it = await readyToGoOver(house, people, partner);
    const legal = await standingConsent(worker, it.file.caseId);
    const health = await standingConsent(worker, it.file.caseId, { purpose: 'C06_HEALTH' });
    done(await takeOver(partner.member, it.id));
    const hearer = await house.as('HOUSING');
    const hear = (caseRef: string, purposes?: string[]): Promise<Answer> => hearer.post('/api/withdrawals', { caseRef, purposes });
    const stateOf = async (id: string): Promise<unknown> =>
      (await house.sql('select state from consent_event where consent_id = $1 order by seq desc limit 1', [id]))[0];
    const unknown = await hear('0A1B2C-V');
    const named = await hear(it.file.caseRef, ['C06_HEALTH']);
    expect([await stateOf(health.id), await stateOf(legal.id)]).toEqual([{ state: 'WITHDRAWN' }, { state: 'ACTIVE' }]);
    const whole = await hear(it.file.caseRef.toLowerCase());
    for (const said of [named, whole])
      expect([said.status, said.text, Object.keys(said.headers)]).toEqual([202, '', Object.keys(unknown.headers)]);
    expect([unknown.status, unknown.text]).toEqual([202, '']);
    expect([await stateOf(legal.id), await stateOf(it.consentId)]).toEqual([{ state: 'WITHDRAWN' }, { state: 'WITHDRAWN' }]);
    // it says so in the log and nowhere else: the file stays locked, and what the partner has is its own
    const lines = await house.sql(`select reason from audit_event where subject_id = $1 and reason = 'HEARD_BY_COLLEAGUE'`, [
      it.file.caseId,
    ]);
    expect(lines).toHaveLength(2);
    for (const reader of [worker, coordinator, hearer])
      expect((await reader.get(`/api/consents/${legal.id}`)).status).toBeGreaterThanOrEqual(403);
    expect(done(await partner.member.post(`/api/inbox/${it.id}/opening`)).packages).toHaveLength(1);
  });

  it('is opened again by a coordinator of its office, with a reason that stands in its history and in the log', async () => {
    const { file } = await handedOver(house, people, partner);
    const unlock = (by: Person, body: object = { reason: 'A court asks for the file' }) =>
      by.post(`/api/cases/${file.caseId}/unlocking`, body);
    expect((await unlock(worker)).status).toBe(403);
    expect((await unlock(await house.as('COORDINATOR', house.offices.south))).status).toBe(404);
    expect((await unlock(coordinator, {})).body).toMatchObject({ status: 422 });
    expect((await coordinator.get(`/api/cases/${file.caseId}`)).status).toBe(404);
    expect(done(await unlock(coordinator))).toEqual({ id: file.caseId });
    expect((await unlock(coordinator)).status).toBe(404);
    expect(await caseOf(file.caseId, coordinator)).toMatchObject({ state: 'CLOSED', closureReason: 'TRANSFERRED' });
    expect(done(await coordinator.get(`/api/cases/${file.caseId}/history`)).steps[0]).toMatchObject({
      action: 'unlock',
      note: 'A court asks for the file',
      by: { id: coordinator.id },
    });
    const told = done(await coordinator.get(`/api/cases/${file.caseId}/timeline`));
    expect(JSON.stringify(told)).toContain('"unlock"');
    const lines = await house.sql(
      `select reason from audit_event where word = 'handover:unlock' and outcome = 'DONE' and subject_id = $1`,
      [file.caseId],
    );
    expect(lines).toHaveLength(1);
    expect((await coordinator.get(`/api/cases/${file.caseId}/hand-over`)).status).toBe(404);
    // as after any closure: who was the primary worker reads on
    expect(await caseOf(file.caseId)).toMatchObject({ state: 'CLOSED' });
  });

  it('P-31: is counted as accepted, and nothing tells of whose it was', async () => {
    const [north, other] = [await house.as('COORDINATOR'), await partnerAtWork(house, coordinator)];
    const before = await handedOver(house, people, other);
    const declined = await offered(house, people, other);
    done(await other.member.post(`/api/inbox/${declined.id}/opening`));
    done(await other.member.post(`/api/inbox/${declined.id}/refusal`, { reason: 'NO_CAPACITY' }));
    const report = done(await north.get('/api/reports/referral-acceptance'));
    expect(report.cells.find(({ key }: { key: string }) => key === other.id)).toMatchObject({ count: 1, of: 2 });
    const behind = done(await north.get(`/api/reports/referral-acceptance/cases?key=${other.id}`));
    expect(behind.items.map(({ caseId }: { caseId: string }) => caseId)).toEqual([declined.file.caseId]);
    expect(JSON.stringify(behind)).not.toContain(before.file.caseRef);
    const loop = done(await north.get('/api/reports/referral-loop'));
    expect(loop.cells.find(({ key }: { key: string }) => key === other.id)).toMatchObject({ count: 1, of: 1 });
  });
});
