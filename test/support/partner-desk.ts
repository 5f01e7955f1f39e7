import { argon2Sync, randomUUID } from 'node:crypto';
import { toBase64Url } from '@panah/sealed-packages/bytes';
import {
  doorOf,
  handOver,
  lockByPassphrase,
  lockByRecovery,
  type Member,
  newMemberKey,
  type Stretch,
} from '@panah/sealed-packages/member-key';
import { newRecoverySecret } from '@panah/sealed-packages/recovery-code';
import { newKeyPair } from '@panah/sealed-packages/suite';
import type { House, OfficePlace, Person } from './house';

export const PASSPHRASE = 'six lanterns on a quiet wall';

/** Decision 0015, by Node's own Argon2id: what a browser needs a second for. */
export const byNode: Stretch = async (message, nonce) =>
  argon2Sync('argon2id', { message, nonce, memory: 64 * 1024, passes: 3, parallelism: 1, tagLength: 32 });

/** Somebody who signs in for a partner, their account already confirmed. */
export async function atPartner(house: House, partnerId: string, where: OfficePlace = house.offices.north): Promise<Person> {
  const person = await house.as('PARTNER', where);
  await house.sql('update staff_member set partner_id = $2 where id = $1', [person.id, partnerId]);
  return person;
}

/** What a member's browser makes: the key, and the body that locks it. */
export async function madeMemberKey(member: Member) {
  const [key, secret] = [newMemberKey(), newRecoverySecret()];
  const body = {
    door: toBase64Url((await doorOf(key)).publicKey),
    byPassphrase: await lockByPassphrase(key, PASSPHRASE, member, byNode),
    byRecovery: await lockByRecovery(key, secret, member),
  };
  return { key, secret, body };
}

/** A key pair for the partner, handed to its maker: the body, and what nobody but the browser has. */
export async function madeInboxKey(member: Member, memberKeyId: string, memberKey: Uint8Array) {
  const [id, pair] = [randomUUID(), await newKeyPair()];
  const handed = await handOver(pair.privateKey, id, (await doorOf(memberKey)).publicKey, member);
  return { pair, body: { id, publicKey: toBase64Url(pair.publicKey), shares: [{ memberKeyId, handed }] } };
}

/** A partner's first member with both keys made: what their page does on the first day. */
export async function withKey(person: Person, partnerId: string) {
  const member = { partnerId, memberId: person.id };
  const { key, secret, body } = await madeMemberKey(member);
  const own = (await person.post('/api/inbox-key/member-key', body)).body.own;
  const { pair, body: made } = await madeInboxKey(member, own.id, key);
  const answer = await person.post('/api/inbox-key/keys', made);
  if (answer.status !== 200) throw new Error(answer.text);
  return { member, key, secret, pair, keyId: made.id };
}
