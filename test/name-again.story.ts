import { fingerprintOf } from '@panah/sealed-packages/fingerprint';
import { withdraw } from './support/consent-desk';
import { onTeam, type PaperFile } from './support/file-on-paper';
import { type Answer, type House, type Person } from './support/house';
import { admitted } from './support/known-client';
import { officeDay } from './support/office-day';
import { atPartner, withKey } from './support/partner-desk';
import { against } from './support/races';
import {
  agreeToReferral,
  done,
  opened,
  openReferralHouse,
  packagesOf,
  partnerAtWork,
  type PartnerAtWork,
  readReferral,
  sent,
  USUAL,
} from './support/referral-desk';
import { handedOver } from './support/transfer-desk';

const NAMED = [...USUAL, 'NAME'];
const ACCEPTS = { focalWorker: 'Robin Sample', noConflict: true };

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

const preview = (id: string, by = worker): Promise<Answer> => by.post(`/api/referrals/${id}/identity-previews`);
const go = (id: string, hash: string, by = worker): Promise<Answer> => by.post(`/api/referrals/${id}/identity`, { hash });
/** Looks at it and sends that; what the preview is refused with, when it is. */
const again = async (id: string, by = worker): Promise<Answer> => {
  const shown = await preview(id, by);
  return shown.status < 300 ? go(id, shown.body.hash, by) : shown;
};
const gapOf = async (id: string, by = worker): Promise<unknown> => {
  const { nameGap, actions } = await readReferral(by, id);
  expect(actions.includes('identity')).toBe(nameGap === null);
  return nameGap;
};
const itemsOf = async (id: string, seq: number, to: PartnerAtWork = partner): Promise<Record<string, unknown>[]> => {
  const kept = (await packagesOf(house, id))[seq - 1];
  return kept ? opened(kept, to.privateKey) : [];
};
const kindsOf = (items: readonly Record<string, unknown>[]): unknown[] => items.map(({ kind }) => kind);
const taken = async (one: PartnerAtWork, scope: string[]): Promise<string> => {
  const { id } = await sent(worker, file.caseId, one.id, {}, { scope });
  done(await one.member.post(`/api/inbox/${id}/opening`));
  expect(done(await one.member.post(`/api/inbox/${id}/acceptance`, ACCEPTS)).state).toBe('ACCEPTED');
  return id;
};
/** The person agrees to the name only once the partner has accepted. */
const takenThenNamed = async (one: PartnerAtWork): Promise<{ id: string; consentId: string }> => {
  const id = await taken(one, USUAL);
  return { id, consentId: done(await agreeToReferral(worker, file.caseId, one.id, NAMED)).id };
};
const newKeyAt = async (one: PartnerAtWork): Promise<PartnerAtWork & { confirm: () => Promise<Answer> }> => {
  const member = await atPartner(house, one.id);
  const { pair, keyId } = await withKey(member, one.id);
  const fingerprint = fingerprintOf(pair.publicKey);
  return {
    ...one,
    ...pair,
    member,
    keyId,
    confirm: () => coordinator.post(`/api/partners/${one.id}/keys/${keyId}/confirmation`, { fingerprint }),
  };
};

describe('the name, sent again after the partner accepted', () => {
  it('opens with the key that the partner has now, once its digits were heard, and goes to each key once', async () => {
    const one = await partnerAtWork(house, coordinator);
    const id = await taken(one, NAMED);
    expect(await gapOf(id)).toBe('ALREADY_SENT');
    expect((await again(id)).body).toMatchObject({ status: 409, code: 'not-open', fields: { 'items.NAME': ['ALREADY_SENT'] } });
    const fresh = await newKeyAt(one);
    expect(await gapOf(id)).toBe('KEY_NOT_CONFIRMED');
    expect((await again(id)).body).toMatchObject({ code: 'key-not-confirmed', fields: { partnerId: ['KEY_NOT_CONFIRMED'] } });
    expect(await packagesOf(house, id)).toHaveLength(2);
    done(await fresh.confirm());
    expect(await gapOf(id)).toBeNull();
    await house.sql('delete from mail_outbox');
    const view = done(await again(id));
    expect(view).toMatchObject({
      state: 'ACCEPTED',
      nameGap: 'ALREADY_SENT',
      history: expect.arrayContaining([expect.objectContaining({ action: 'identity' })]),
    });
    expect(view.packages[2]).toMatchObject({ scope: ['CONTACT_RULES', 'NAME'], sealedBy: { id: worker.id } });
    expect((await house.sql('select id from mail_outbox')).length).toBeGreaterThan(0);
    const kept = await packagesOf(house, id);
    expect(kept.map(({ key_id }) => key_id)).toEqual([one.keyId, one.keyId, fresh.keyId]);
    await expect(itemsOf(id, 3, one)).rejects.toThrow();
    const [before, now] = [await itemsOf(id, 2, one), await itemsOf(id, 3, fresh)];
    expect(kindsOf(now)).toEqual(kindsOf(before));
    expect(now).toContainEqual(before.find(({ kind }) => kind === 'NAME'));
  });

  it('is shown byte for byte before it goes, and goes only as it was shown', async () => {
    const { id } = await takenThenNamed(partner);
    const point = { channel: 'PHONE_CALL', value: '+355691234567', safety: 'SAFE', preferred: true };
    const before = done(await preview(id));
    expect(before).toMatchObject({ id, scope: ['CONTACT_RULES', 'NAME'], kinds: expect.arrayContaining(['REFERRAL', 'NAME']) });
    done(await worker.post(`/api/clients/${file.clientId}/contact-points`, point));
    const changed = await go(id, before.hash);
    const now = done(await preview(id));
    expect(changed.body).toMatchObject({ status: 409, code: 'package-changed', facts: { hash: now.hash } });
    expect(now.content).toContain(point.value);
    expect(await packagesOf(house, id)).toHaveLength(1);
    expect((await worker.post(`/api/referrals/${id}/identity`, {})).status).toBe(422);
    done(await go(id, now.hash));
    expect(JSON.stringify(await itemsOf(id, 2))).toBe(now.content);
  });

  it('goes when the consent names it only later, and not before; nor after it was taken back', async () => {
    const id = await taken(partner, USUAL);
    expect(await gapOf(id)).toBe('NOT_CONSENTED');
    expect((await again(id)).body).toMatchObject({ code: 'consent-missing' });
    expect(await packagesOf(house, id)).toHaveLength(1);
    const later = done(await agreeToReferral(worker, file.caseId, partner.id, NAMED));
    const { hash } = done(await preview(id));
    expect((await again(id, await house.as('CASEWORKER'))).status).toBe(404);
    expect(done(await go(id, hash)).packages).toHaveLength(2);
    expect(kindsOf(await itemsOf(id, 2))).toContain('NAME');
    done(await withdraw(worker, later.id));
    expect(await gapOf(id)).toBe('OVER');
    expect((await go(id, hash)).body).toMatchObject({ status: 409, code: 'not-open', fields: { 'items.NAME': ['OVER'] } });
    expect(await packagesOf(house, id)).toHaveLength(2);
  });

  it('goes once more with the way of contact, where the consent named only the name before', async () => {
    const bare = USUAL.filter((item) => item !== 'CONTACT_RULES');
    const { id } = await sent(worker, file.caseId, partner.id, { items: bare }, { scope: [...bare, 'NAME'] });
    done(await partner.member.post(`/api/inbox/${id}/opening`));
    done(await partner.member.post(`/api/inbox/${id}/acceptance`, ACCEPTS));
    expect(await gapOf(id)).toBe('ALREADY_SENT');
    done(await agreeToReferral(worker, file.caseId, partner.id, NAMED));
    expect(await gapOf(id)).toBeNull();
    expect(done(await again(id)).packages[2]).toMatchObject({ scope: ['CONTACT_RULES', 'NAME'] });
    expect(await gapOf(id)).toBe('ALREADY_SENT');
  });

  it('goes to a partner with an agreement in force that has accepted, and to no other', async () => {
    const one = await partnerAtWork(house, coordinator);
    const { id: waiting } = await sent(worker, file.caseId, one.id, {}, { scope: NAMED });
    expect(await gapOf(waiting)).toBe('NOT_ACCEPTED');
    expect((await again(waiting)).body).toMatchObject({ status: 409, code: 'not-open' });
    expect(await packagesOf(house, waiting)).toHaveLength(1);
    const { id } = await takenThenNamed(one);
    const until = (to: string) => house.sql(`update partner set agreement_valid_to = ${to} where id = $1`, [one.id]);
    const { hash } = done(await preview(id));
    await until('current_date - 2');
    expect(await gapOf(id)).toBe('AGREEMENT');
    expect((await go(id, hash)).body).toMatchObject({ code: 'partner-may-not-receive', fields: { partnerId: ['AGREEMENT'] } });
    await until('current_date + 30');
    done(await one.member.post(`/api/inbox/${id}/start`, { on: officeDay() }));
    expect(done(await go(id, hash))).toMatchObject({ state: 'IN_SERVICE', packages: [{}, {}] });
  });

  it('goes nowhere once the case is closed, and of a case that was handed over there is nothing here', async () => {
    const { id } = await takenThenNamed(partner);
    const { hash } = done(await preview(id));
    const [was] = await house.sql<{ state: string }>('select state from case_file where id = $1', [file.caseId]);
    await house.sql(`update case_file set state = 'CLOSED', closed_on = current_date, state_before = state where id = $1`, [file.caseId]);
    expect(await gapOf(id)).toBe('CASE_CLOSED');
    expect((await go(id, hash)).body).toMatchObject({ status: 409, code: 'not-open', fields: { 'items.NAME': ['CASE_CLOSED'] } });
    await house.sql(`update case_file set state = $2, closed_on = null, state_before = 'CLOSED' where id = $1`, [file.caseId, was?.state]);
    expect(done(await go(id, hash)).packages).toHaveLength(2);
    const over = await handedOver(house, { coordinator, worker }, partner);
    expect([(await preview(over.id)).status, (await go(over.id, hash)).status]).toEqual([404, 404]);
  });

  it('is offered to whoever reads name and way of contact, and to coordinators not at all', async () => {
    const { id } = await takenThenNamed(partner);
    expect(done(await coordinator.get(`/api/referrals/${id}`))).toMatchObject({ nameGap: null });
    expect((await preview(id, coordinator)).status).toBe(403);
    const lawyer = await house.as('LEGAL');
    await onTeam(house, file, lawyer, house.offices.north);
    expect(await gapOf(id, lawyer)).toBeNull();
  });
});

describe('the name, sent by two at once', () => {
  const ROUNDS = 12;
  const SPREAD_MS = 40;

  it('goes out once; the other is told that somebody else took the step', async () => {
    const colleague = await house.as('CASEWORKER');
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round % 3 === 0) file = await admitted(house, worker);
      if (round % 3 === 0) await onTeam(house, file, colleague, house.offices.north);
      const { id } = await takenThenNamed(partner);
      const { hash } = done(await preview(id));
      const [answers, other] = await against(SPREAD_MS, [() => go(id, hash)], () => go(id, hash, colleague));
      const both = [...answers, other];
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
        code: 'not-open',
        fields: { 'items.NAME': ['ALREADY_SENT'] },
      });
      expect(await packagesOf(house, id)).toHaveLength(2);
    }
  }, 120_000);

  it('never goes after the consent was taken back, whoever was first (R-CO-01)', async () => {
    let [went, refused] = [0, 0];
    for (let round = 0; round < 2 * ROUNDS; round += 1) {
      file = await admitted(house, worker);
      const { id, consentId } = await takenThenNamed(partner);
      const { hash } = done(await preview(id));
      const [[name], withdrawal] = await against(SPREAD_MS, [() => go(id, hash)], () => withdraw(coordinator, consentId));
      done(withdrawal);
      if (name?.status === 200) went += 1;
      else refused += 1;
      expect([200, 409, 422]).toContain(name?.status);
    }
    const late = await house.sql(
      `select s.id from process_step s join referral_package p on p.referral_id = s.subject_id join consent_event e on e.consent_id = p.consent_id and e.state = 'WITHDRAWN'
        where s.action = 'identity' and pg_xact_commit_timestamp(s.xmin) >= pg_xact_commit_timestamp(e.xmin)`,
    );
    const left = await house.sql(
      `select p.id from referral_package p join consent_event e on e.consent_id = p.consent_id and e.state = 'WITHDRAWN' where p.ciphertext is not null`,
    );
    console.info(`withdrawing against the name: ${went} sent before, ${refused} refused, ${late.length} after`);
    expect([late, left, went + refused]).toEqual([[], [], 2 * ROUNDS]);
  }, 120_000);
});
