import type { InboxSealedPackageView } from '@panah/contracts/inbox.contract';
import type { PackageItem } from '@panah/domain/referrals/package-items';
import { fromBase64Url, toBase64Url } from '@panah/sealed-packages/bytes';
import {
  doorOf,
  handOver,
  lockByPassphrase,
  lockByRecovery,
  type Member,
  newMemberKey,
  type Stretch,
  takeOver,
  unlockByPassphrase,
  unlockByRecovery,
} from '@panah/sealed-packages/member-key';
import { newRecoverySecret, printedCode, readCode } from '@panah/sealed-packages/recovery-code';
import { openPackage, PackageRefused, type SealedPackage } from '@panah/sealed-packages/sealed-package';
import { type OpeningKey, newKeyPair, openingKey } from '@panah/sealed-packages/suite';
import type { OpenedPackage } from './opened-package.part';

/** Both ways to open a member's key, and the code for the paper, which is shown once. */
export interface MadeLocks {
  byPassphrase: string;
  byRecovery: string;
  code: string;
}

/** The partner's key as one member has it. */
export interface HandedKey {
  member: Member;
  keyId: string;
  handed: string;
}

/**
 * What holds a member's key while their page is open. It lives in a worker of its own: the page asks it to lock, to open and to hand over,
 * and never sees the key.
 */
export class InboxVault {
  private memberKey: Uint8Array | null = null;

  constructor(private readonly stretch?: Stretch) {}

  /** A new key for this member, in the place of any other here. */
  async begin({ member, passphrase }: { member: Member; passphrase: string }): Promise<MadeLocks & { door: string }> {
    this.memberKey = newMemberKey();
    const door = toBase64Url((await doorOf(this.memberKey)).publicKey);
    return { door, ...(await this.lockAnew({ member, passphrase })) };
  }

  /** Rejects with LockRefused. */
  async unlock({ member, lock, passphrase }: { member: Member; lock: string; passphrase: string }): Promise<void> {
    this.memberKey = await unlockByPassphrase(lock, passphrase, member, this.stretch);
  }

  /** Rejects with LockRefused, also for what is no code. */
  async unlockByCode({ member, lock, code }: { member: Member; lock: string; code: string }): Promise<void> {
    this.memberKey = await unlockByRecovery(lock, readCode(code) ?? new Uint8Array(), member);
  }

  /** Another passphrase and another code for the key that is open. */
  async lockAnew({ member, passphrase }: { member: Member; passphrase: string }): Promise<MadeLocks> {
    const [key, secret] = [this.opened(), newRecoverySecret()];
    return {
      byPassphrase: await lockByPassphrase(key, passphrase, member, this.stretch),
      byRecovery: await lockByRecovery(key, secret, member),
      code: printedCode(secret),
    };
  }

  /** A key for the partner, handed to this member: what the server keeps of it. */
  async makeKey({ member, memberKeyId }: { member: Member; memberKeyId: string }) {
    const [id, pair, own] = [crypto.randomUUID(), await newKeyPair(), await doorOf(this.opened())];
    const handed = await handOver(pair.privateKey, id, own.publicKey, member);
    return { id, publicKey: toBase64Url(pair.publicKey), shares: [{ memberKeyId, handed }] };
  }

  /** The partner's key as this member has it, for a colleague's door. */
  async handOver(given: HandedKey & { door: string; to: Member }): Promise<string> {
    const privateKey = await takeOver(given.handed, given.keyId, this.opened(), given.member);
    return handOver(privateKey, given.keyId, fromBase64Url(given.door), given.to);
  }

  /** What was sealed for the partner, read. Rejects with LockRefused when the key itself was not handed to this member. */
  async read({
    packages,
    now,
    ...given
  }: HandedKey & { packages: readonly InboxSealedPackageView[]; now: number }): Promise<OpenedPackage[]> {
    const key = await openingKey(await takeOver(given.handed, given.keyId, this.opened(), given.member));
    return Promise.all(packages.map(async (each) => (each.keyId === given.keyId ? opened(key, each, now) : refused(each, 'other-key'))));
  }

  private opened(): Uint8Array {
    if (!this.memberKey) throw new Error('The vault is locked.');
    return this.memberKey;
  }
}

const refused = ({ id, expiresAt }: InboxSealedPackageView, why: OpenedPackage['refused']): OpenedPackage => ({
  ...{ id, expiresAt, items: null, refused: why },
});

async function opened(key: OpeningKey, view: InboxSealedPackageView, now: number): Promise<OpenedPackage> {
  const { id, manifest, kem, ciphertext, ...journey } = view;
  const sealed = { manifest, encapsulated: fromBase64Url(kem), ciphertext: fromBase64Url(ciphertext) } as SealedPackage;
  try {
    return { id, expiresAt: view.expiresAt, items: await openPackage<PackageItem>(key, sealed, journey, now), refused: null };
  } catch (error) {
    if (error instanceof PackageRefused) return refused(view, error.code);
    throw error;
  }
}
