import { admitted } from './support/known-client';
import { withdraw } from './support/consent-desk';
import type { PaperFile } from './support/file-on-paper';
import { type Answer, type House, type Person } from './support/house';
import {
  agreeToReferral,
  done,
  openReferralHouse,
  packagesOf,
  partnerAtWork,
  type PartnerAtWork,
  readReferral,
  refer,
  referOnWord,
  sent,
  USUAL,
} from './support/referral-desk';
import { officeDay } from './support/office-day';

let house: House;
let coordinator: Person;
let worker: Person;
let partner: PartnerAtWork;
let file: PaperFile;

beforeAll(async () => {
  ({ house, coordinator, worker, partner } = await openReferralHouse());
});
afterAll(() => house.close());
beforeEach(async () => {
  file = await admitted(house, worker);
});

const yes = (scope: string[]): Promise<Answer> => agreeToReferral(worker, file.caseId, partner.id, scope);
const read = (id: string, by: Person = worker): Promise<Answer['body']> => readReferral(by, id);

describe('R-CO-03: a withdrawal', () => {
  const accepted = (): string => `decided_by = '${partner.member.id}', decided_at = now()`;
  const ways: Record<string, [to: string, change: () => string][]> = {
    SENT: [],
    RECEIVED: [['RECEIVED', () => 'acknowledged_at = now()']],
    INFO_REQUESTED: [
      ['RECEIVED', () => 'acknowledged_at = now()'],
      ['INFO_REQUESTED', () => 'asked_at = now()'],
    ],
    ACCEPTED: [
      ['RECEIVED', () => 'acknowledged_at = now()'],
      ['ACCEPTED', accepted],
    ],
    IN_SERVICE: [
      ['RECEIVED', () => 'acknowledged_at = now()'],
      ['ACCEPTED', accepted],
      ['IN_SERVICE', () => 'started_on = current_date'],
    ],
  };
  const inState = async (state: string): Promise<{ id: string; consentId: string }> => {
    const made = await sent(worker, file.caseId, partner.id);
    for (const [to, change] of ways[state] ?? [])
      await house.sql(`update referral set state = '${to}', ${change()} where id = $1`, [made.id]);
    expect((await read(made.id)).state).toBe(state);
    return { id: made.id, consentId: made.consent.id };
  };

  it.each([
    ['SENT', 'REVOKED'],
    ['RECEIVED', 'REVOKED'],
    ['INFO_REQUESTED', 'REVOKED'],
    ['ACCEPTED', 'DISCONTINUED'],
    ['IN_SERVICE', 'DISCONTINUED'],
  ])('ends one that is %s as %s in its own transaction, and the package is gone', async (state, end) => {
    const { id, consentId } = await inState(state);
    done(await withdraw(coordinator, consentId));
    expect(await read(id)).toMatchObject({ state: end, endReason: 'CONSENT_GONE', packages: [{ endReason: 'CONSENT_GONE' }] });
    expect(await packagesOf(house, id)).toMatchObject([{ ciphertext: null, kem: null }]);
  });

  it('ends one that waits for a consent to this partner, and leaves one that rests on another', async () => {
    const other = await partnerAtWork(house, coordinator);
    const waits = done(await refer(worker, file.caseId, partner.id));
    done(await worker.post(`/api/referrals/${waits.id}/consent-request`));
    const goesOn = await sent(worker, file.caseId, other.id);
    const consent = done(await yes(['PSEUDONYM']));
    done(await withdraw(coordinator, consent.id));
    expect([(await read(waits.id)).state, (await read(goesOn.id)).state]).toEqual(['REVOKED', 'SENT']);
  });

  it('a newer yes that covers all of it carries it on; a narrower one ends it', async () => {
    const wide = await sent(worker, file.caseId, partner.id);
    const newer = done(await yes(USUAL));
    expect(await read(wide.id)).toMatchObject({ state: 'SENT', packages: [{ consentId: newer.id, endedAt: null }] });
    done(await yes(['PSEUDONYM']));
    expect(await read(wide.id)).toMatchObject({ state: 'REVOKED', endReason: 'CONSENT_GONE' });
  });
});

describe('recalling', () => {
  it('takes an unopened package away at once, with the reason kept for us; a stranger to the case cannot', async () => {
    const { id } = await sent(worker, file.caseId, partner.id);
    expect((await (await house.as('CASEWORKER')).post(`/api/referrals/${id}/revocation`, { reason: 'Sent too early' })).status).toBe(404);
    expect((await worker.post(`/api/referrals/${id}/discontinuation`, { reason: 'Sent too early' })).body).toMatchObject({
      status: 409,
      code: 'not-open',
    });
    const after = done(await worker.post(`/api/referrals/${id}/revocation`, { reason: 'Sent too early' }));
    expect(after).toMatchObject({ state: 'REVOKED', endReason: 'RECALLED', packages: [{ endReason: 'RECALLED' }] });
    expect(after.history[0]).toMatchObject({ action: 'revoke', note: 'Sent too early', by: { id: worker.id } });
    expect(await packagesOf(house, id)).toMatchObject([{ ciphertext: null }]);
  });

  it('tells whoever listens, in the transaction that ends it', async () => {
    const { id } = await sent(worker, file.caseId, partner.id);
    const { Client } = await import('pg');
    const listener = new Client(house.urls.app);
    await listener.connect();
    const heard = new Promise<string | undefined>((resolve) => listener.on('notification', ({ payload }) => resolve(payload)));
    await listener.query('listen referral_ended');
    done(await worker.post(`/api/referrals/${id}/revocation`, { reason: 'Sent too early' }));
    expect(await heard).toBe(id);
    await listener.end();
  });
});

describe('R-RE-10: a partner that is suspended', () => {
  it('loses every open package at once, from whichever office; the workers get tasks', async () => {
    const one = await partnerAtWork(house, coordinator);
    const south = await house.as('CASEWORKER', house.offices.south);
    const far = await admitted(house, south, {}, house.offices.south);
    const [here, there] = [await sent(worker, file.caseId, one.id), await sent(south, far.caseId, one.id)];
    const unsent = done(await referOnWord(worker, (await admitted(house, worker)).caseId, one.id));
    done(await coordinator.post(`/api/partners/${one.id}/suspension`, { reason: 'A question about its safety' }));
    for (const [id, by] of [
      [here.id, worker],
      [there.id, south],
    ] as [string, Person][])
      expect(await read(id, by)).toMatchObject({
        state: 'REVOKED',
        endReason: 'PARTNER_SUSPENDED',
        packages: [{ endReason: 'PARTNER_SUSPENDED' }],
      });
    expect((await read(unsent.id)).state).toBe('READY');
    const tasks = await house.sql(`select record_id from task where kind = 'REFERRAL_STOPPED' and record_id = any($1::uuid[])`, [
      [here.id, there.id],
    ]);
    expect(tasks).toHaveLength(2);
    expect((await coordinator.get(`/api/referrals/${there.id}`)).status).toBe(404);
  });
});

describe('the history of what was told', () => {
  it('says what, to whom, on which consent, when it was opened and when it ended; to the team and to nobody else', async () => {
    const { id } = await sent(worker, file.caseId, partner.id);
    await house.sql('update referral_package set opened_at = now() where referral_id = $1', [id]);
    done(await worker.post(`/api/referrals/${id}/revocation`, { reason: 'Sent too early' }));
    const { items, language } = done(await worker.get(`/api/cases/${file.caseId}/referral-packages`));
    expect(items).toMatchObject([
      {
        referralId: id,
        partner: { name: partner.name },
        service: 'LEGAL',
        scope: USUAL,
        openedAt: expect.any(String),
        endReason: 'RECALLED',
      },
    ]);
    expect([language, items[0].consentGivenOn]).toEqual(['fa', expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
    expect((await (await house.as('CASEWORKER')).get(`/api/cases/${file.caseId}/referral-packages`)).status).toBe(404);
    expect((await partner.member.get(`/api/cases/${file.caseId}/referral-packages`)).status).toBe(403);
  });

  it('names who of us took a step, and nobody at the partner', async () => {
    const { id } = await sent(worker, file.caseId, partner.id);
    for (const [act, body] of [
      ['opening', {}],
      ['acceptance', { focalWorker: 'Robin Sample', noConflict: true }],
      ['start', { on: officeDay() }],
      ['progress', { text: 'It goes well.' }],
    ] as const)
      done(await partner.member.post(`/api/inbox/${id}/${act}`, body));
    const { history } = await read(id);
    const by = (action: string) => history.find((step: { action: string }) => step.action === action)?.by;
    expect(by('send')).toMatchObject({ name: worker.name });
    for (const action of ['acknowledge', 'accept', 'start', 'report']) expect([action, by(action)]).toEqual([action, null]);
    expect(JSON.stringify(history)).not.toContain(partner.member.name);
  });
});
