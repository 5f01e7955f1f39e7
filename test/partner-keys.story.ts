import { randomUUID } from 'node:crypto';
import { fromBase64Url, toBase64Url } from '@panah/sealed-packages/bytes';
import { fingerprintOf } from '@panah/sealed-packages/fingerprint';
import {
  handOver,
  lockByPassphrase,
  lockByRecovery,
  takeOver,
  unlockByPassphrase,
  unlockByRecovery,
} from '@panah/sealed-packages/member-key';
import { newRecoverySecret } from '@panah/sealed-packages/recovery-code';
import { codeOf } from '../apps/api/src/platform/session/second-factor';
import { type Answer, type House, openHouse, type Person } from './support/house';
import { atPartner, byNode, madeInboxKey, madeMemberKey, PASSPHRASE, withKey } from './support/partner-desk';
import { officeDay } from './support/office-day';

let house: House;
let coordinator: Person;
let second: Person;
let caseworker: Person;

beforeAll(async () => {
  house = await openHouse();
  [coordinator, second, caseworker] = [await house.as('COORDINATOR'), await house.as('COORDINATOR'), await house.as('CASEWORKER')];
});
afterAll(() => house.close());

const known = async (): Promise<string> => {
  const body = {
    name: 'Partner Association (AL)',
    type: 'ASSOCIATION',
    country: 'AL',
    services: ['HOUSING'],
    languages: ['sq'],
    contacts: [],
    agreementSignedOn: '2026-01-01',
    agreementValidTo: '2099-12-31',
    transferMechanism: 'SCC',
    securityCheckedOn: officeDay(),
  };
  const { id } = (await coordinator.post('/api/partners', body)).body;
  await coordinator.post(`/api/partners/${id}/activation`);
  return id;
};
const people = async (partnerId: string): Promise<Answer['body']> => (await coordinator.get(`/api/partners/${partnerId}/people`)).body;
const confirmKey = (partnerId: string, keyId: string, fingerprint: string, by = coordinator): Promise<Answer> =>
  by.post(`/api/partners/${partnerId}/keys/${keyId}/confirmation`, { fingerprint });

describe('somebody at a partner', () => {
  const invite = (partnerId: string, by: Person, login = `${randomUUID()}@example.org`): Promise<Answer> =>
    by.post(`/api/partners/${partnerId}/people`, { displayName: 'Robin Sample', login, language: 'en' });

  it('comes in when one of us has invited and another has typed the six digits; the second factor is compulsory', async () => {
    const partnerId = await known();
    const login = `${randomUUID()}@example.org`;
    const invited = await invite(partnerId, coordinator, login);
    expect(invited).toMatchObject({ status: 201, body: { id: partnerId, people: [{ state: 'INVITED', waits: false, hasKey: false }] } });
    const code = invited.body.activationCode;
    const { secret } = (await house.stranger.post('/api/activation/look', { code })).body;
    const password = 'four lanterns by the wide river';
    const activated = (await house.stranger.post('/api/activation', { code, password, secondFactor: codeOf(secret) })).body;
    expect(activated).toMatchObject({ state: 'ACTIVATED', waitsFor: 'COORDINATOR', digits: expect.stringMatching(/^\d{6}$/) });

    const personId = invited.body.people[0].id;
    const confirm = (by: Person, digits: string): Promise<Answer> =>
      by.post(`/api/partners/${partnerId}/people/${personId}/confirmation`, { digits });
    expect((await confirm(coordinator, activated.digits)).body).toMatchObject({ status: 422, code: 'same-person' });
    const wrong = String((Number(activated.digits) + 1) % 1_000_000).padStart(6, '0');
    expect((await confirm(second, wrong)).body).toMatchObject({ status: 422, code: 'digits-refused' });
    expect((await confirm(caseworker, activated.digits)).status).toBe(403);
    expect(await confirm(second, activated.digits)).toMatchObject({ status: 200, body: { people: [{ state: 'ACTIVE', waits: false }] } });

    expect((await house.stranger.post('/api/session', { login, password })).body).toMatchObject({
      status: 401,
      code: 'second-factor-required',
    });
    const entered = await house.stranger.post('/api/session', { login, password, code: activated.recoveryCodes[0] });
    expect(entered.body).toMatchObject({ state: 'OPEN', user: { roles: ['PARTNER'] } });
    expect(entered.body.words.filter((word: string) => !/^(session|account|inbox|inbox-key):/.test(word))).toEqual([]);
  });

  it('is not invited to a partner that is suspended, by a caseworker, or under another one’s path', async () => {
    const [partnerId, other] = [await known(), await known()];
    expect((await invite(partnerId, caseworker)).status).toBe(403);
    const personId = (await invite(partnerId, coordinator)).body.people[0].id;
    expect((await coordinator.post(`/api/partners/${other}/people/${personId}/invitation`)).status).toBe(404);
    expect((await coordinator.post(`/api/partners/${other}/people/${caseworker.id}/end`, { reason: 'Not there' })).status).toBe(404);
    expect((await coordinator.post(`/api/partners/${partnerId}/people/${personId}/invitation`)).body.activationCode).toMatch(/-/);
    await coordinator.post(`/api/partners/${partnerId}/suspension`, { reason: 'No answer for months' });
    expect((await invite(partnerId, coordinator)).body).toMatchObject({ status: 409, code: 'not-open' });
  });

  it('R-AC-10: sees nothing of ours: no list, no search, no colleague, no partner', async () => {
    const person = await atPartner(house, await known());
    for (const path of ['partners', 'staff', 'cases', 'enquiries', 'day', 'offices', 'audit'])
      expect([path, (await person.get(`/api/${path}`)).status]).toEqual([path, 403]);
    expect((await person.post('/api/clients/search', { text: 'a' })).status).toBe(403);
    expect((await person.get('/api/inbox-key')).body).toMatchObject({ memberId: person.id, key: null, own: null, waiting: [] });
  });

  it('R-RE-10: is out with the next request when the partner is suspended, and does not come back in by that session', async () => {
    const partnerId = await known();
    const person = await atPartner(house, partnerId);
    expect((await person.get('/api/inbox-key')).status).toBe(200);
    await coordinator.post(`/api/partners/${partnerId}/suspension`, { reason: 'Something was told to us' });
    expect((await person.get('/api/inbox-key')).body).toMatchObject({ status: 401, code: 'signed-out' });
    await coordinator.post(`/api/partners/${partnerId}/reinstatement`);
    expect((await person.get('/api/inbox-key')).status).toBe(401);
    expect((await (await atPartner(house, partnerId)).get('/api/inbox-key')).status).toBe(200);
  });

  it('the door itself is closed while the partner is suspended, also to a session that nobody ended', async () => {
    const partnerId = await known();
    const person = await atPartner(house, partnerId);
    await house.sql(`update partner set state = 'SUSPENDED' where id = $1`, [partnerId]);
    expect((await person.get('/api/inbox-key')).status).toBe(401);
    await house.sql(`update partner set state = 'ACTIVE' where id = $1`, [partnerId]);
    expect((await person.get('/api/inbox-key')).status).toBe(200);
  });
});

describe('the key of a partner', () => {
  it('is made in its browser, and trusted when its digits were heard on the telephone', async () => {
    const partnerId = await known();
    const person = await atPartner(house, partnerId);
    const { pair, keyId } = await withKey(person, partnerId);
    const digits = fingerprintOf(pair.publicKey);
    expect((await people(partnerId)).key).toMatchObject({ state: 'REGISTERED', fingerprint: null, actions: ['confirm-key', 'refuse-key'] });

    expect(
      (
        await confirmKey(
          partnerId,
          keyId,
          digits.replace(/\d$/, (last) => String((Number(last) + 1) % 10)),
        )
      ).body,
    ).toMatchObject({
      status: 422,
      code: 'fingerprint-refused',
      fields: { fingerprint: ['wrong'] },
    });
    expect((await confirmKey(partnerId, keyId, digits, caseworker)).status).toBe(403);
    expect((await confirmKey(await known(), keyId, digits)).status).toBe(404);
    expect((await confirmKey(partnerId, keyId, digits.replaceAll(' ', ''))).body.key).toMatchObject({
      state: 'CONFIRMED',
      fingerprint: digits,
    });
    expect((await person.get('/api/inbox-key')).body.key).toMatchObject({ id: keyId, state: 'CONFIRMED' });
    expect((await people(partnerId)).people).toMatchObject([{ id: person.id, hasKey: true }]);
  });

  it('opens from what the server keeps by passphrase and by recovery code, and the server keeps nothing that opens by itself', async () => {
    const partnerId = await known();
    const person = await atPartner(house, partnerId);
    const { member, secret, pair, key, keyId } = await withKey(person, partnerId);
    const { own } = (await person.get('/api/inbox-key')).body;
    expect(await unlockByPassphrase(own.byPassphrase, PASSPHRASE, member, byNode)).toEqual(key);
    expect(await unlockByRecovery(own.byRecovery, secret, member)).toEqual(key);
    expect(await takeOver(own.handed, keyId, key, member)).toEqual(pair.privateKey);
    const [kept] = await house.sql<{ all: string }>(
      `select string_agg(t, ' ') as all from (select k::text from partner_key k union all select m::text from partner_member_key m
         union all select s::text from partner_key_share s) rows (t)`,
    );
    for (const bytes of [pair.privateKey, key, secret])
      for (const written of [toBase64Url(bytes), Buffer.from(bytes).toString('hex')]) {
        expect(kept?.all).not.toContain(written);
        expect(house.said()).not.toContain(written);
      }
  });

  it('a changed one blocks what would be sent until it is confirmed again; the old one is never used again', async () => {
    const partnerId = await known();
    const person = await atPartner(house, partnerId);
    const first = await withKey(person, partnerId);
    await confirmKey(partnerId, first.keyId, fingerprintOf(first.pair.publicKey));
    const { own } = (await person.get('/api/inbox-key')).body;
    const changed = await madeInboxKey(first.member, own.id, first.key);
    expect((await person.post('/api/inbox-key/keys', changed.body)).body.key).toMatchObject({ id: changed.body.id, state: 'REGISTERED' });
    expect((await people(partnerId)).key).toMatchObject({ id: changed.body.id, state: 'REGISTERED', fingerprint: null });
    expect((await confirmKey(partnerId, first.keyId, fingerprintOf(first.pair.publicKey))).body).toMatchObject({
      status: 409,
      code: 'not-open',
    });
    const again = { ...changed.body, id: randomUUID(), publicKey: toBase64Url(first.pair.publicKey) };
    expect((await person.post('/api/inbox-key/keys', again)).status).toBe(409);
    expect((await confirmKey(partnerId, changed.body.id, fingerprintOf(changed.pair.publicKey))).body.key.state).toBe('CONFIRMED');
  });

  it('is refused when the digits are others, also after it was confirmed', async () => {
    const partnerId = await known();
    const { keyId, pair } = await withKey(await atPartner(house, partnerId), partnerId);
    await confirmKey(partnerId, keyId, fingerprintOf(pair.publicKey));
    const refused = await coordinator.post(`/api/partners/${partnerId}/keys/${keyId}/refusal`, { reason: 'They read other digits' });
    expect(refused.body.key).toMatchObject({ state: 'REFUSED', fingerprint: null, actions: [] });
    expect((await confirmKey(partnerId, keyId, fingerprintOf(pair.publicKey))).status).toBe(409);
  });

  it('is handed to a second member by the first, and to nobody of another partner', async () => {
    const partnerId = await known();
    const [person, colleague] = [await atPartner(house, partnerId), await atPartner(house, partnerId)];
    const stranger = await atPartner(house, await known());
    const first = await withKey(person, partnerId);
    const theirs = await madeMemberKey({ partnerId, memberId: colleague.id });
    expect((await colleague.post('/api/inbox-key/member-key', theirs.body)).body.own).toMatchObject({ handed: null });
    const strange = await madeMemberKey({ partnerId, memberId: stranger.id });
    const strangeId = (await stranger.post('/api/inbox-key/member-key', strange.body)).body.own.id;

    const { waiting } = (await person.get('/api/inbox-key')).body;
    expect(waiting).toMatchObject([{ memberId: colleague.id, door: theirs.body.door }]);
    const [{ memberKeyId, door }] = waiting;
    const handed = await handOver(first.pair.privateKey, first.keyId, fromBase64Url(door), { partnerId, memberId: colleague.id });
    const give = (who: Person, body: object): Promise<Answer> =>
      who.post('/api/inbox-key/hand-over', { keyId: first.keyId, memberKeyId, handed, ...body });
    expect((await give(stranger, {})).status).toBe(404);
    expect((await give(colleague, {})).status).toBe(404);
    expect((await give(person, { memberKeyId: strangeId })).status).toBe(404);
    expect((await give(person, {})).body.waiting).toEqual([]);
    const { own } = (await colleague.get('/api/inbox-key')).body;
    expect(await takeOver(own.handed, first.keyId, theirs.key, { partnerId, memberId: colleague.id })).toEqual(first.pair.privateKey);
    expect((await give(person, {})).status).toBe(409);
    expect((await stranger.get('/api/inbox-key')).body).toMatchObject({ key: null, waiting: [] });
  });

  it('a lost passphrase is replaced by way of the recovery code; an older page does not write over it', async () => {
    const partnerId = await known();
    const person = await atPartner(house, partnerId);
    const { member, key, secret } = await withKey(person, partnerId);
    const { own } = (await person.get('/api/inbox-key')).body;
    const opened = await unlockByRecovery(own.byRecovery, secret, member);
    const [passphrase, code] = ['another quiet wall of lanterns', newRecoverySecret()];
    const locks = {
      byPassphrase: await lockByPassphrase(opened, passphrase, member, byNode),
      byRecovery: await lockByRecovery(opened, code, member),
    };
    const anew = (await person.put('/api/inbox-key/locks', locks, { version: own.version })).body.own;
    expect(await unlockByPassphrase(anew.byPassphrase, passphrase, member, byNode)).toEqual(key);
    await expect(unlockByPassphrase(anew.byPassphrase, PASSPHRASE, member, byNode)).rejects.toThrow();
    await expect(unlockByRecovery(anew.byRecovery, secret, member)).rejects.toThrow();
    expect((await person.put('/api/inbox-key/locks', locks, { version: own.version })).body).toMatchObject({
      status: 412,
      code: 'stale-edit',
    });
  });

  it('is kept by whoever makes it: a key that nobody could open is refused', async () => {
    const partnerId = await known();
    const [person, colleague] = [await atPartner(house, partnerId), await atPartner(house, partnerId)];
    const { key } = await withKey(person, partnerId);
    const { own } = (await person.get('/api/inbox-key')).body;
    const { body } = await madeInboxKey({ partnerId, memberId: person.id }, own.id, key);
    const theirs = await madeMemberKey({ partnerId, memberId: colleague.id });
    const { id } = (await colleague.post('/api/inbox-key/member-key', theirs.body)).body.own;
    const toOthersOnly = { ...body, shares: body.shares.map((share) => ({ ...share, memberKeyId: id })) };
    expect((await person.post('/api/inbox-key/keys', toOthersOnly)).body).toMatchObject({ status: 422, code: 'key-not-kept' });
    expect((await person.get('/api/inbox-key')).body.key.state).toBe('REGISTERED');
  });

  it('takes a sign-in that is fresh, as whoever finds an open page must not make one', async () => {
    const partnerId = await known();
    const person = await atPartner(house, partnerId);
    await house.sql(`update session set fresh_at = now() - interval '6 minutes' where staff_id = $1`, [person.id]);
    const { body } = await madeMemberKey({ partnerId, memberId: person.id });
    expect((await person.post('/api/inbox-key/member-key', body)).body).toMatchObject({ status: 403, code: 'fresh-sign-in-needed' });
    await house.sql(`update session set fresh_at = now() where staff_id = $1`, [person.id]);
    const { pair, keyId } = await withKey(person, partnerId);
    const tired = await house.as('COORDINATOR');
    await house.sql(`update session set fresh_at = now() - interval '6 minutes' where staff_id = $1`, [tired.id]);
    const refused = await tired.post(`/api/partners/${partnerId}/keys/${keyId}/refusal`, { reason: 'Nobody answers there' });
    for (const { body: said } of [refused, await confirmKey(partnerId, keyId, fingerprintOf(pair.publicKey), tired)])
      expect(said).toMatchObject({ status: 403, code: 'fresh-sign-in-needed' });
    expect((await confirmKey(partnerId, keyId, fingerprintOf(pair.publicKey))).status).toBe(200);
  });

  it('leaves nothing with somebody who no longer works there, whoever ended their account', async () => {
    const partnerId = await known();
    for (const end of [
      (id: string) => coordinator.post(`/api/partners/${partnerId}/people/${id}/end`, { reason: 'Moved on' }),
      async (id: string) => (await house.as('ADMIN')).post(`/api/staff/${id}/end`, { reason: 'Moved on' }),
    ]) {
      const person = await atPartner(house, partnerId);
      await withKey(person, partnerId);
      expect((await end(person.id)).status).toBe(200);
      expect((await person.get('/api/inbox-key')).status).toBe(401);
      const left = await house.sql(
        `select m.by_passphrase, m.by_recovery, s.handed from partner_member_key m join partner_key_share s on s.member_key_id = m.id where m.staff_id = $1`,
        [person.id],
      );
      expect(left).toEqual([{ by_passphrase: null, by_recovery: null, handed: null }]);
    }
  });

  it('is not confirmed by its maker, nor changed afterwards, by whoever writes into the database', async () => {
    const partnerId = await known();
    const person = await atPartner(house, partnerId);
    const { keyId } = await withKey(person, partnerId);
    const { Client } = await import('pg');
    const runtime = new Client(house.urls.app);
    await runtime.connect();
    const write = (text: string) =>
      runtime.query(`${text} where id = '${keyId}'`).then(
        () => 'written',
        (error: { message: string }) => error.message,
      );
    expect(await write(`update partner_key set public_key = decode(repeat('00', 32), 'hex')`)).toMatch(/permission denied/);
    await expect(
      house.sql(`update partner_key set state = 'CONFIRMED', settled_by = registered_by, settled_at = now() where id = $1`, [keyId]),
    ).rejects.toThrow(/partner_key_second_person/);
    await expect(house.sql(`update partner_key set state = 'CONFIRMED' where id = $1`, [keyId])).rejects.toThrow(/partner_key_confirmed/);
    await runtime.end();
  });
});
