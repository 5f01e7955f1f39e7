import { randomUUID } from 'node:crypto';
import { fingerprintOf } from '@panah/sealed-packages/fingerprint';
import { counted } from './support/counts';
import { SAID_YES, withdraw } from './support/consent-desk';
import type { PaperFile } from './support/file-on-paper';
import { type Answer, type House, type Person } from './support/house';
import { admitted } from './support/known-client';
import { atPartner, withKey } from './support/partner-desk';
import {
  agreeToItem,
  agreeToReferral,
  done,
  openReferralHouse,
  packagesOf,
  type PartnerAtWork,
  partnerAtWork,
  readReferral,
  refer,
  REFERRAL,
  referOnWord,
  send,
  sent,
  TEXTS,
  USUAL,
} from './support/referral-desk';

let house: House;
let coordinator: Person;
let worker: Person;
let partner: PartnerAtWork;
let rival: PartnerAtWork;
let file: PaperFile;
beforeAll(async () => {
  ({ house, coordinator, worker, partner } = await openReferralHouse());
  rival = await partnerAtWork(house, coordinator);
});
afterAll(() => house.close());
beforeEach(async () => {
  file = await admitted(house, worker);
});

const yes = (partnerId: string, scope: string[] = USUAL): Promise<Answer> => agreeToReferral(worker, file.caseId, partnerId, scope);
const housed = (): Promise<PaperFile> =>
  admitted(house, worker, {
    residences: [
      { from: null, to: null, country: 'AL', city: 'Lakeside', address: 'Willow Street 9', knownTo: [], safety: 'SAFE', remarks: null },
    ],
  });
/** As somebody sends it who writes the bytes themself. */
const raw = (by: Person, url: string, payload: string, key: string = randomUUID()): Promise<{ statusCode: number; body: string }> =>
  house.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { cookie: by.cookie, 'content-type': 'application/json', 'x-requested-with': 'office', 'idempotency-key': key },
  });

describe('R-RE-04: what a coordinator agreed to', () => {
  it('goes to the partner and for the service that they saw, and to no other', async () => {
    const { caseId } = await housed();
    const items = ['PSEUDONYM', 'REQUEST', 'ADDRESS'];
    const body = { ...REFERRAL, items, service: 'HOUSING' };
    for (const to of [partner, rival]) done(await agreeToReferral(worker, caseId, to.id, items));
    const made = done(await worker.post(`/api/cases/${caseId}/referrals`, { ...body, partnerId: partner.id }));
    const agree = (): Promise<Answer> => agreeToItem(coordinator, made.id, 'ADDRESS');
    done(await agree());
    const { version } = await readReferral(worker, made.id);
    const turned = done(await worker.put(`/api/referrals/${made.id}`, { ...body, partnerId: rival.id }, { version }));
    expect(turned.approvals).toEqual([{ item: 'ADDRESS', by: null, at: null, changed: true }]);
    expect((await send(worker, made.id)).body).toMatchObject({ status: 422, code: 'approval-outdated', facts: { items: ['ADDRESS'] } });
    expect(await packagesOf(house, made.id)).toEqual([]);
    const tasks = await house.sql(`select status from task where kind = 'REFERRAL_APPROVAL' and record_id = $1 order by id`, [made.id]);
    expect(tasks.at(-1)).toEqual({ status: 'OPEN' });
    done(await agree());
    // other words for the same partner leave it as it is
    const again = await readReferral(worker, made.id);
    const texts = { ...TEXTS, request: 'Said in other words.' };
    done(await worker.put(`/api/referrals/${made.id}`, { ...body, texts, partnerId: rival.id }, { version: again.version }));
    expect(done(await send(worker, made.id)).state).toBe('SENT');
  });

  it('is not told in an answer either, before they have: nor the name before the partner accepts, nor an address to whoever houses nobody', async () => {
    const { caseId } = await housed();
    const scope = [...USUAL, 'ADDRESS', 'NAME'];
    const asked = async (service: string): Promise<string> => {
      const { id } = await sent(worker, caseId, partner.id, { service }, { scope });
      done(await partner.member.post(`/api/inbox/${id}/opening`));
      done(await partner.member.post(`/api/inbox/${id}/question`, { text: 'Where do they live, and what is their name?' }));
      return id;
    };
    const answer = (id: string, about: string[]): Promise<Answer> =>
      worker.post(`/api/referrals/${id}/answer`, { text: 'Willow Street 9.', about });
    const [legal, housing] = [await asked('LEGAL'), await asked('HOUSING')];
    expect((await answer(legal, ['ADDRESS'])).body).toMatchObject({
      code: 'item-not-offered',
      fields: { 'items.ADDRESS': ['NOT_FOR_SERVICE'] },
    });
    expect((await answer(legal, ['REQUEST', 'NAME'])).body).toMatchObject({ fields: { 'items.NAME': ['AFTER_ACCEPTANCE'] } });
    expect((await answer(housing, ['ADDRESS'])).body).toMatchObject({
      status: 422,
      code: 'approval-missing',
      facts: { items: ['ADDRESS'] },
    });
    for (const id of [legal, housing]) expect(await packagesOf(house, id)).toHaveLength(1);
    const more = { items: ['ADDRESS'], needIds: [], documentIds: [] };
    done(await worker.post(`/api/referrals/${housing}/supplement-previews`, more));
    done(await agreeToItem(coordinator, housing, 'ADDRESS'));
    expect(done(await answer(housing, ['ADDRESS'])).packages).toHaveLength(2);
    expect(done(await answer(legal, ['REQUEST'])).packages).toHaveLength(2);
  });
});

describe('a package goes to nobody else', () => {
  it('whatever partner an edit, a sending, a supplement or a consent names besides', async () => {
    done(await yes(partner.id));
    const { id, version } = done(await refer(worker, file.caseId, partner.id));
    const { hash } = done(await worker.post(`/api/referrals/${id}/preview`));
    const turned = await worker.put(`/api/referrals/${id}`, { ...REFERRAL, partnerId: rival.id }, { version });
    expect(turned.body).toMatchObject({ status: 422, code: 'consent-missing' });
    const { decision: _, ...said } = SAID_YES;
    const recipients = [{ kind: 'PARTNER', partnerId: rival.id }];
    const refused = [
      await worker.post(`/api/referrals/${id}/dispatch`, { hash, partnerId: rival.id }),
      await worker.post(`/api/referrals/${id}/dispatch`, { hash, recipient: rival.id, keyId: rival.keyId }),
      await worker.post(`/api/referrals/${id}/consent`, { consent: { ...said, recipients } }),
      await worker.post(`/api/referrals/${id}/dispatch?partnerId=${rival.id}`, { hash, referral: { partnerId: rival.id } }),
    ];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [400, 'unknown-field']));
    expect(await packagesOf(house, id)).toEqual([]);
    done(await worker.post(`/api/referrals/${id}/dispatch`, { hash }));
    expect(await packagesOf(house, id)).toMatchObject([{ partner_id: partner.id, recipient: partner.id, key_id: partner.keyId }]);
    const after = await readReferral(worker, id);
    const late = await worker.put(`/api/referrals/${id}`, { ...REFERRAL, partnerId: rival.id }, { version: after.version });
    expect(late.status).toBeGreaterThanOrEqual(400);
    for (const path of ['', '/opening', '/line'])
      expect(
        (await (path === '/opening' ? rival.member.post(`/api/inbox/${id}${path}`) : rival.member.get(`/api/inbox/${id}${path}`))).status,
      ).toBe(404);
  });

  it('nor another body by a field that stands twice, or is no field at all: what was shown is what goes', async () => {
    const { id } = done(await referOnWord(worker, file.caseId, partner.id));
    const { hash } = done(await worker.post(`/api/referrals/${id}/preview`));
    const to = `/api/referrals/${id}/dispatch`;
    const wrong = 'A'.repeat(43);
    for (const payload of [
      `{"hash":"${hash}","hash":"${wrong}"}`,
      `{"hash":["${hash}"]}`,
      `{"hash":{"toString":"${hash}"}}`,
      `{"hash":"${hash}","__proto__":{"state":"SENT"}}`,
      `{"hash":"${hash}","constructor":{"prototype":{"hash":"${wrong}"}}}`,
      `{"hash":"${hash}","Hash":"${wrong}"}`,
      `[{"hash":"${hash}"}]`,
      `{"hash":"${hash}"}{"hash":"${hash}"}`,
    ])
      expect([payload, Math.floor((await raw(worker, to, payload)).statusCode / 100)]).toEqual([payload, 4]);
    expect(await packagesOf(house, id)).toEqual([]);
    expect((await raw(worker, to, `{"hash":"${wrong}","hash":"${hash}"}`)).statusCode).toBe(200);
    expect(await packagesOf(house, id)).toHaveLength(1);
  });

  it('R-RE-03: nor a supplement whose consent ended between its preview and its sending', async () => {
    const wide = [...USUAL, 'BIRTH'];
    const { id, consent } = await sent(worker, file.caseId, partner.id, {}, { scope: wide });
    const more = { items: ['WORK_DONE'], needIds: [], documentIds: [], texts: { ...TEXTS, workDone: 'A third talk.' } };
    const { hash } = done(await worker.post(`/api/referrals/${id}/supplement-previews`, more));
    done(await withdraw(coordinator, consent.id));
    expect((await worker.post(`/api/referrals/${id}/supplements`, { ...more, hash })).body).toMatchObject({
      status: 409,
      code: 'not-open',
    });
    const kept = await packagesOf(house, id);
    expect(kept.map(({ seq, ciphertext }) => [seq, ciphertext])).toEqual([[1, null]]);
  });
});

describe('a partner’s member who means ill', () => {
  it('gets nothing by sending an old opening again once it was recalled, to the byte as it was', async () => {
    const { id } = await sent(worker, file.caseId, partner.id);
    const key = randomUUID();
    const open = (): Promise<{ statusCode: number; body: string }> => raw(partner.member, `/api/inbox/${id}/opening`, '{}', key);
    const first = await open();
    expect([first.statusCode, JSON.parse(first.body).packages]).toEqual([
      200,
      [expect.objectContaining({ ciphertext: expect.any(String) })],
    ]);
    done(await worker.post(`/api/referrals/${id}/revocation`, { reason: 'Sent too early' }));
    const later = await open();
    expect(later.statusCode).toBe(409);
    expect(later.body).not.toContain(JSON.parse(first.body).packages[0].ciphertext.slice(0, 40));
  });

  it('confirms no key: not their own, not a colleague’s, not under another partner’s path, nor with a coordinator’s role beside', async () => {
    const desk = await partnerAtWork(house, coordinator);
    const { keyId, pair } = await withKey(await atPartner(house, desk.id), desk.id);
    const fingerprint = fingerprintOf(pair.publicKey);
    const member = await atPartner(house, desk.id);
    for (const who of [desk.member, member, rival.member])
      for (const path of [desk.id, rival.id, partner.id])
        expect((await who.post(`/api/partners/${path}/keys/${keyId}/confirmation`, { fingerprint })).status).toBe(403);
    for (const path of [rival.id, partner.id])
      expect((await coordinator.post(`/api/partners/${path}/keys/${keyId}/confirmation`, { fingerprint })).status).toBe(404);
    const admin = await house.as('ADMIN');
    const role = { role: 'COORDINATOR', officeId: house.offices.north.id, duties: [] };
    expect((await admin.post(`/api/staff/${desk.member.id}/roles`, role)).status).toBeGreaterThanOrEqual(400);
    expect(await house.sql('select state from partner_key where id = $1', [keyId])).toEqual([{ state: 'REGISTERED' }]);
    expect((await coordinator.post(`/api/partners/${desk.id}/keys/${keyId}/confirmation`, { fingerprint })).status).toBe(200);
  });

  it('reads nothing more that was sealed to a key whose digits turned out to be others', async () => {
    const desk = await partnerAtWork(house, coordinator);
    const { id } = await sent(worker, file.caseId, desk.id);
    expect((await desk.member.post(`/api/inbox/${id}/opening`)).body.packages).toHaveLength(1);
    done(await coordinator.post(`/api/partners/${desk.id}/keys/${desk.keyId}/refusal`, { reason: 'They read other digits' }));
    const after = await desk.member.post(`/api/inbox/${id}/opening`);
    expect(after.text).not.toContain('ciphertext');
    expect((await desk.member.get(`/api/inbox/${id}`)).body.packages ?? []).toEqual([]);
    const other = await sent(worker, (await admitted(house, worker)).caseId, partner.id);
    expect((await partner.member.post(`/api/inbox/${other.id}/opening`)).body.packages).toHaveLength(1);
  });

  it('of a suspended partner finds every door closed at once, with the session they came in by and after a new one', async () => {
    const desk = await partnerAtWork(house, coordinator);
    const { id } = await sent(worker, file.caseId, desk.id);
    done(await desk.member.post(`/api/inbox/${id}/opening`));
    done(await coordinator.post(`/api/partners/${desk.id}/suspension`, { reason: 'Something was told to us' }));
    const doors: [string, (who: Person) => Promise<Answer>][] = [
      ['list', (who) => who.get('/api/inbox')],
      ['read', (who) => who.get(`/api/inbox/${id}`)],
      ['open', (who) => who.post(`/api/inbox/${id}/opening`)],
      ['accept', (who) => who.post(`/api/inbox/${id}/acceptance`, { focalWorker: 'Robin Sample', noConflict: true })],
      ['key', (who) => who.get('/api/inbox-key')],
      ['report', (who) => who.get('/api/reports/referral-answers')],
      ['refer', (who) => who.post('/api/own-referrals', {})],
    ];
    const fresh = await atPartner(house, desk.id);
    const got: string[] = [];
    for (const who of [desk.member, fresh])
      for (const [name, knock] of doors) {
        const { status } = await knock(who);
        if (status !== 401) got.push(`${name}: ${String(status)}`);
      }
    counted('Closed', { probes: doors.length * 2, 'got in': got.length });
    expect(got).toEqual([]);
  });
});
