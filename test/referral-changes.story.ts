import { withdraw } from './support/consent-desk';
import type { PaperFile } from './support/file-on-paper';
import { type Answer, type House, type Person } from './support/house';
import { admitted } from './support/known-client';
import {
  agreeToReferral,
  done,
  opened,
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
  USUAL,
} from './support/referral-desk';

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

const ACCEPTS = { focalWorker: 'Robin Sample', noConflict: true };
const dispatch = (id: string, body: object): Promise<Answer> => worker.post(`/api/referrals/${id}/dispatch`, body);
const edit = async (id: string, body: object): Promise<Answer['body']> =>
  done(await worker.put(`/api/referrals/${id}`, { ...REFERRAL, ...body }, { version: (await readReferral(worker, id)).version }));
const itemsOf = async (id: string, seq: number, to: PartnerAtWork = partner): Promise<Record<string, unknown>[]> => {
  const kept = (await packagesOf(house, id))[seq - 1];
  return kept ? opened(kept, to.privateKey) : [];
};

describe('what was looked at is what is sent', () => {
  it('to the partner for whom it was shown, though the person agreed to both and they bear one name', async () => {
    const twin = await partnerAtWork(house, coordinator, { name: partner.name });
    for (const { id } of [partner, twin]) done(await agreeToReferral(worker, file.caseId, id, USUAL));
    const { id } = done(await refer(worker, file.caseId, partner.id));
    const shown = done(await worker.post(`/api/referrals/${id}/preview`));
    expect(JSON.parse(shown.content)[0]).toMatchObject({ kind: 'REFERRAL', to: { name: partner.name } });
    await edit(id, { partnerId: twin.id });
    expect((await dispatch(id, { hash: shown.hash })).body).toMatchObject({ status: 409, code: 'package-changed' });
    expect(await packagesOf(house, id)).toEqual([]);
    expect(done(await send(worker, id)).partner.id).toBe(twin.id);
    expect((await itemsOf(id, 1, twin))[0]).toMatchObject({ to: { name: partner.name } });
  });

  it('for as long as it was shown to be open to them', async () => {
    const { id } = done(await referOnWord(worker, file.caseId, partner.id));
    const shown = done(await worker.post(`/api/referrals/${id}/preview`));
    await edit(id, { partnerId: partner.id, viewDays: 180 });
    expect((await dispatch(id, { hash: shown.hash })).body).toMatchObject({ status: 409, code: 'package-changed' });
    const { sentAt, expiresAt } = done(await send(worker, id));
    expect(Math.round((Date.parse(expiresAt) - Date.parse(sentAt)) / 86_400_000)).toBe(180);
  });
});

describe('R-RE-01: a partner whose agreement has run out since', () => {
  const lapse = (id: string, to = 'current_date - 2') => house.sql(`update partner set agreement_valid_to = ${to} where id = $1`, [id]);

  it('is told nothing more in an answer either; with a new agreement it is', async () => {
    const one = await partnerAtWork(house, coordinator);
    const { id } = await sent(worker, file.caseId, one.id);
    done(await one.member.post(`/api/inbox/${id}/opening`));
    done(await one.member.post(`/api/inbox/${id}/question`, { text: 'Which days are free?' }));
    await lapse(one.id);
    const answer = (): Promise<Answer> => worker.post(`/api/referrals/${id}/answer`, { text: 'Mondays.', about: ['REQUEST'] });
    expect((await answer()).body).toMatchObject({
      status: 422,
      code: 'partner-may-not-receive',
      fields: { partnerId: ['AGREEMENT'] },
    });
    expect(await packagesOf(house, id)).toHaveLength(1);
    await lapse(one.id, 'current_date + 30');
    expect(done(await answer()).packages).toHaveLength(2);
  });

  it('accepts, and is not given the name with it', async () => {
    const accepted = async (lapsed: boolean): Promise<number> => {
      const one = await partnerAtWork(house, coordinator);
      const { caseId } = await admitted(house, worker);
      const { id } = await sent(worker, caseId, one.id, {}, { scope: [...USUAL, 'NAME'] });
      done(await one.member.post(`/api/inbox/${id}/opening`));
      if (lapsed) await lapse(one.id);
      expect(done(await one.member.post(`/api/inbox/${id}/acceptance`, ACCEPTS)).state).toBe('ACCEPTED');
      return (await packagesOf(house, id)).length;
    };
    expect([await accepted(true), await accepted(false)]).toEqual([1, 2]);
  });
});

describe('what follows an acceptance', () => {
  it('R-RI-07: is no way of contact that became unsafe since it was sent', async () => {
    const point = { channel: 'PHONE_CALL', value: '+355691234567', safety: 'SAFE', preferred: true };
    const made = done(await worker.post(`/api/clients/${file.clientId}/contact-points`, point)).contactPoints.at(-1);
    const accepted = async (before: () => Promise<unknown>): Promise<string> => {
      const { id } = await sent(worker, file.caseId, partner.id, {}, { scope: [...USUAL, 'NAME'] });
      done(await partner.member.post(`/api/inbox/${id}/opening`));
      await before();
      done(await partner.member.post(`/api/inbox/${id}/acceptance`, ACCEPTS));
      return JSON.stringify(await itemsOf(id, 2));
    };
    expect(await accepted(() => Promise.resolve())).toContain(point.value);
    const unsafe = { channel: point.channel, safety: 'UNSAFE', preferred: false };
    const mark = (): Promise<Answer> =>
      worker.put(`/api/clients/${file.clientId}/contact-points/${made.id}`, unsafe, { version: made.version });
    const later = await accepted(async () => done(await mark()));
    expect(later).toContain('"NAME"');
    expect(later).not.toContain(point.value);
  });

  it('is no name that the person has meanwhile agreed to no more', async () => {
    const { id } = await sent(worker, file.caseId, partner.id, {}, { scope: [...USUAL, 'NAME'] });
    done(await partner.member.post(`/api/inbox/${id}/opening`));
    done(await agreeToReferral(worker, file.caseId, partner.id, USUAL));
    expect(done(await partner.member.post(`/api/inbox/${id}/acceptance`, ACCEPTS)).state).toBe('ACCEPTED');
    expect(await packagesOf(house, id)).toHaveLength(1);
    const other = await admitted(house, worker);
    const taken = await sent(worker, other.caseId, partner.id, {}, { scope: [...USUAL, 'NAME'] });
    done(await partner.member.post(`/api/inbox/${taken.id}/opening`));
    done(await withdraw(worker, taken.consent.id));
    expect((await partner.member.post(`/api/inbox/${taken.id}/acceptance`, ACCEPTS)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('the choice of a partner', () => {
  it('is among all that offer the service, however many they are and however they are called', async () => {
    const last = await partnerAtWork(house, coordinator, { name: 'Zz last of all', services: ['SAFETY'] });
    await house.sql(
      `insert into partner (id, org_id, state, name, type, country, services, languages, sealed)
         select gen_random_uuid(), org_id, 'PROSPECT', 'Aa ' || n, type, country, services, languages, sealed from partner, generate_series(1, 150) n where id = $1`,
      [last.id],
    );
    const { partners } = done(await worker.get(`/api/cases/${file.caseId}/referral-choices?service=SAFETY`));
    expect([partners.length, partners[0].id, partners[0].mayReceive]).toEqual([151, last.id, true]);
  });
});

describe('R-RE-02: the call of an emergency', () => {
  it('belongs to this sending: one of days ago does not count', async () => {
    const { id } = done(await referOnWord(worker, file.caseId, partner.id, { urgency: 'EMERGENCY' }));
    const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
    expect((await send(worker, id, { calledAt: hoursAgo(72) })).body).toMatchObject({
      status: 422,
      code: 'call-missing',
      fields: { calledAt: ['too-old'] },
    });
    expect(done(await send(worker, id, { calledAt: hoursAgo(2) })).state).toBe('SENT');
  });
});
