import { argon2Sync } from 'node:crypto';
import { randomBytes, textBytes } from './bytes';
import {
  byScript,
  doorOf,
  handOver,
  LockRefused,
  lockByPassphrase,
  lockByRecovery,
  type Member,
  newMemberKey,
  type Stretch,
  takeOver,
  unlockByPassphrase,
  unlockByRecovery,
} from './member-key';
import { newRecoverySecret } from './recovery-code';
import { newKeyPair } from './suite';

const member: Member = { partnerId: '0195a000-0000-7000-8000-000000000002', memberId: '0195a000-0000-7000-8000-00000000000a' };
const colleague: Member = { ...member, memberId: '0195a000-0000-7000-8000-00000000000b' };
const keyId = '0195a000-0000-7000-8000-000000000003';
const PASSPHRASE = 'four plain words and a fé'; // one letter that can be composed in two ways

/** Every seventh letter of a lock in turn is another, from the version to the end. */
const altered = (lock: string) =>
  Array.from(lock, (letter, at) => lock.slice(0, at) + (letter === 'A' ? 'B' : 'A') + lock.slice(at + 1)).filter((_, at) => at % 7 === 0);

describe('the key of a member', () => {
  it('is opened by its passphrase, however its letters were composed, and by no other', async () => {
    const key = newMemberKey();
    const lock = await lockByPassphrase(key, PASSPHRASE, member, byNode);
    expect(lock).toMatch(/^1\$[\w-]{22}\$[\w-]{16}\$[\w-]{64}$/);
    expect(await unlockByPassphrase(lock, PASSPHRASE.normalize('NFD'), member, byNode)).toEqual(key);
    for (const [passphrase, who] of [
      [`${PASSPHRASE} `, member],
      [PASSPHRASE.toUpperCase(), member],
      ['', member],
      [PASSPHRASE, colleague],
    ] as const)
      await expect(unlockByPassphrase(lock, passphrase, who, byNode)).rejects.toThrow(LockRefused);
  });

  it('lies under Argon2id: what the script makes of a passphrase Node’s own makes too', async () => {
    const salt = randomBytes(16);
    const cheap = { memory: 256, passes: 3, parallelism: 1, tagLength: 32 };
    const byNodeToo = argon2Sync('argon2id', { message: PASSPHRASE, nonce: salt, ...cheap });
    expect(Buffer.from(await byScript({ m: 256, t: 3, p: 1 })(textBytes(PASSPHRASE), salt))).toEqual(byNodeToo);
  });

  it('is opened by its recovery code, and by no other, nor when anything of it was changed', async () => {
    const [key, secret] = [newMemberKey(), newRecoverySecret()];
    const lock = await lockByRecovery(key, secret, member);
    expect(await unlockByRecovery(lock, secret, member)).toEqual(key);
    await expect(unlockByRecovery(lock, newRecoverySecret(), member)).rejects.toThrow(LockRefused);
    await expect(unlockByRecovery(lock, secret, colleague)).rejects.toThrow(LockRefused);
    for (const other of altered(lock)) await expect(unlockByRecovery(other, secret, member)).rejects.toThrow(LockRefused);
  });

  it('does not open by one way what was locked by the other', async () => {
    const secret = newRecoverySecret();
    const lock = await lockByRecovery(newMemberKey(), secret, member);
    await expect(unlockByPassphrase(lock, PASSPHRASE, member)).rejects.toThrow(LockRefused);
    await expect(unlockByPassphrase('', PASSPHRASE, member)).rejects.toThrow(LockRefused);
    await expect(unlockByRecovery(`1$AA$AA$AA`, secret, member)).rejects.toThrow(LockRefused);
  });
});

describe('the private key of a partner', () => {
  it('is taken over by the member it was handed to, for the key it is, and by nobody else', async () => {
    const [own, others] = [newMemberKey(), newMemberKey()];
    const { privateKey } = await newKeyPair();
    const handed = await handOver(privateKey, keyId, (await doorOf(own)).publicKey, member);
    expect(await takeOver(handed, keyId, own, member)).toEqual(privateKey);
    await expect(takeOver(handed, keyId, others, member)).rejects.toThrow(LockRefused);
    await expect(takeOver(handed, keyId, own, colleague)).rejects.toThrow(LockRefused);
    await expect(takeOver(handed, member.memberId, own, member)).rejects.toThrow(LockRefused);
    for (const other of altered(handed)) await expect(takeOver(other, keyId, own, member)).rejects.toThrow(LockRefused);
  });

  it('goes from one member to the next without a secret in common', async () => {
    const [first, second] = [newMemberKey(), newMemberKey()];
    const { privateKey } = await newKeyPair();
    const own = await handOver(privateKey, keyId, (await doorOf(first)).publicKey, member);
    const passedOn = await handOver(await takeOver(own, keyId, first, member), keyId, (await doorOf(second)).publicKey, colleague);
    expect(await takeOver(passedOn, keyId, second, colleague)).toEqual(privateKey);
  });

  it('a member’s door follows from their key, each time the same', async () => {
    const key = newMemberKey();
    expect(await doorOf(key)).toEqual(await doorOf(key));
    expect((await doorOf(newMemberKey())).publicKey).not.toEqual((await doorOf(key)).publicKey);
  });
});

/** Decision 0015, by Node's own Argon2id. */
const byNode: Stretch = async (message, nonce) =>
  argon2Sync('argon2id', { message, nonce, memory: 64 * 1024, passes: 3, parallelism: 1, tagLength: 32 });
