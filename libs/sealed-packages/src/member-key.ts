import { argon2id } from '@noble/hashes/argon2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, fromBase64Url, listed, randomBytes, textBytes, toBase64Url } from './bytes';
import { type KeyPairBytes, keyPairFrom, openingKey, openWith, sealTo } from './suite';

/** Whose key it is: what is wrapped opens for this member of this partner only. Ids. */
export interface Member {
  partnerId: string;
  memberId: string;
}

/** A lock does not open: another passphrase or code, another member, or bytes that somebody changed. Which of them is not told. */
export class LockRefused extends Error {
  override readonly name = 'LockRefused';
}

/** Decision 0015: 64 MiB and three passes, as for the passwords of the house. A dearer one becomes version 2; locks say which they are. */
export const COST = { m: 64 * 1024, t: 3, p: 1 };
const VERSION = '1';
/** Passphrase and salt become 32 bytes. A browser has no Argon2id of its own, Node has. */
export type Stretch = (passphrase: Bytes, salt: Bytes) => Promise<Uint8Array>;

/**
 * Argon2id in JavaScript, which holds up whoever calls it: for a worker. `m` in KiB, `t` passes, `p` lanes.
 * @param onProgress is told now and then how much is done, from 0 to 1
 */
export const byScript =
  (cost: { m: number; t: number; p: number }, onProgress?: (done: number) => void): Stretch =>
  async (passphrase, salt) =>
    argon2id(passphrase, salt, { ...cost, dkLen: 32, ...(onProgress ? { onProgress } : {}) });

const NONCE = 12;
const SALT = 16;

/** 32 random bytes of one member. They are never sent and never kept but in locks. */
export const newMemberKey = (): Bytes => randomBytes(32);

/** The key pair that follows from a member key. Its public half lets a colleague hand over the partner's key without a secret in common. */
export async function doorOf(memberKey: Uint8Array): Promise<KeyPairBytes> {
  return keyPairFrom(derived(memberKey, 'member-door/1'));
}

/** The member key, wrapped by a passphrase. @returns `1$salt$nonce$sealed` */
export async function lockByPassphrase(
  memberKey: Uint8Array,
  passphrase: string,
  member: Member,
  stretch: Stretch = byScript(COST),
): Promise<string> {
  const salt = randomBytes(SALT);
  const sealed = await seal(new Uint8Array(await stretch(letters(passphrase), salt)), memberKey, boundTo('passphrase', member));
  return [VERSION, toBase64Url(salt), ...sealed].join('$');
}

/** @throws LockRefused */
export async function unlockByPassphrase(
  lock: string,
  passphrase: string,
  member: Member,
  stretch: Stretch = byScript(COST),
): Promise<Bytes> {
  const [version, salt, nonce, sealed] = lock.split('$');
  if (version !== VERSION || !salt || !nonce || !sealed) throw new LockRefused();
  return open(new Uint8Array(await stretch(letters(passphrase), decoded(salt))), [nonce, sealed], boundTo('passphrase', member));
}

/** The member key, wrapped by the 128 bits of a recovery code, which need no stretching. @returns `1$nonce$sealed` */
export async function lockByRecovery(memberKey: Uint8Array, secret: Uint8Array, member: Member): Promise<string> {
  return [VERSION, ...(await seal(derived(secret, 'recovery/1'), memberKey, boundTo('recovery', member)))].join('$');
}

/** @throws LockRefused */
export async function unlockByRecovery(lock: string, secret: Uint8Array, member: Member): Promise<Bytes> {
  const [version, nonce, sealed] = lock.split('$');
  if (version !== VERSION || !nonce || !sealed) throw new LockRefused();
  return open(derived(secret, 'recovery/1'), [nonce, sealed], boundTo('recovery', member));
}

/** The partner's private key, handed to a member by the public half of their door: their own, or a colleague's. @returns `1$encapsulated$sealed` */
export async function handOver(privateKey: Uint8Array, keyId: string, door: Uint8Array, member: Member): Promise<string> {
  const { encapsulated, ciphertext } = await sealTo(door, privateKey, handedTo(keyId, member));
  return [VERSION, toBase64Url(encapsulated), toBase64Url(ciphertext)].join('$');
}

/** The partner's private key, as bytes for handing on or for `openingKey`. @throws LockRefused */
export async function takeOver(handed: string, keyId: string, memberKey: Uint8Array, member: Member): Promise<Bytes> {
  const [version, encapsulated, ciphertext] = handed.split('$');
  if (version !== VERSION || !encapsulated || !ciphertext) throw new LockRefused();
  const door = await openingKey((await doorOf(memberKey)).privateKey);
  const sealed = { encapsulated: decoded(encapsulated), ciphertext: decoded(ciphertext) };
  return openWith(door, sealed, handedTo(keyId, member)).catch(refuse);
}

const boundTo = (way: string, { partnerId, memberId }: Member): Bytes => listed(`member-key/${way}/1`, partnerId, memberId);
const handedTo = (keyId: string, { partnerId, memberId }: Member) => ({
  info: listed('partner-key/1', partnerId, keyId),
  aad: listed(memberId),
});

/** One passphrase is one, however its letters were composed. */
const letters = (passphrase: string): Bytes => textBytes(passphrase.normalize('NFKC'));

const derived = (secret: Uint8Array, label: string): Bytes => new Uint8Array(hkdf(sha256, secret, undefined, textBytes(label), 32));

async function seal(key: Bytes, plain: Uint8Array, additionalData: Bytes): Promise<[string, string]> {
  const iv = randomBytes(NONCE);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, await aes(key), new Uint8Array(plain));
  return [toBase64Url(iv), toBase64Url(new Uint8Array(sealed))];
}

async function open(key: Bytes, [nonce, sealed]: [string, string], additionalData: Bytes): Promise<Bytes> {
  const how = { name: 'AES-GCM', iv: decoded(nonce), additionalData };
  return new Uint8Array(await crypto.subtle.decrypt(how, await aes(key), decoded(sealed)).catch(refuse));
}

const aes = (key: Bytes) => crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);

function decoded(text: string): Bytes {
  try {
    return fromBase64Url(text);
  } catch {
    return refuse();
  }
}

function refuse(): never {
  throw new LockRefused();
}
