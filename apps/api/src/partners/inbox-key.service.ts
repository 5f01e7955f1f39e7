import { Injectable } from '@nestjs/common';
import type { HandOverInput, InboxKeyInput, LocksInput, MemberKeyInput, OwnInboxView } from '@panah/contracts/inbox-key.contract';
import { move, RuleBroken } from '@panah/domain/process/process';
import { partnerKeyProcess } from '@panah/domain/partners/partner-key.process';
import { currentActor } from '../platform/access/current-reach';
import { notFound } from '../platform/errors/problem';
import { inboxView } from './inbox-key.view';
import { MemberKeyRecords, type OwnLocks } from './member-key.records';
import { PartnerKeyRecords, type PartnerKeyRow } from './partner-key.records';

/** What a partner's people do with their keys. The server keeps what their browsers made, and opens none of it. */
@Injectable()
export class InboxKeyService {
  constructor(
    private readonly keys: PartnerKeyRecords,
    private readonly members: MemberKeyRecords,
  ) {}

  async read(): Promise<OwnInboxView> {
    const partnerId = ownPartner();
    const key = inUse(await this.keys.newest(partnerId));
    const own = await this.members.own(key?.id ?? null);
    const waiting = key && own?.handed ? await this.members.waiting(partnerId, key.id) : [];
    return inboxView(partnerId, { key, own, waiting });
  }

  async makeMemberKey(input: MemberKeyInput): Promise<OwnInboxView> {
    await this.members.make(ownPartner(), input);
    return this.read();
  }

  async lockAnew(version: number, input: LocksInput): Promise<OwnInboxView> {
    await this.members.lockAnew(await this.ownLocks(null), version, input);
    return this.read();
  }

  /** The new key takes the place of the old at once: nothing is sealed to either until somebody has confirmed the digits. */
  async makeKey({ id, publicKey, shares }: InboxKeyInput): Promise<OwnInboxView> {
    const partnerId = ownPartner();
    const own = await this.ownLocks(null);
    if (!shares.some(({ memberKeyId }) => memberKeyId === own.id)) throw new RuleBroken('key-not-kept', undefined, { shares: ['missing'] });
    const before = await this.keys.holdInUse(partnerId);
    if (before) {
      move(partnerKeyProcess, before.state, 'replace');
      await this.keys.replace(before);
    }
    await this.keys.register(id, partnerId, Buffer.from(publicKey, 'base64url'));
    for (const share of shares) await this.members.share(partnerId, id, share);
    return this.read();
  }

  /** A colleague gets what the one who asks has. */
  async handOver({ keyId, ...share }: HandOverInput): Promise<OwnInboxView> {
    const partnerId = ownPartner();
    const key = await this.keys.holdInUse(partnerId);
    if (key?.id !== keyId || !(await this.ownLocks(keyId)).handed) throw notFound();
    await this.members.share(partnerId, keyId, share);
    return this.read();
  }

  private async ownLocks(keyId: string | null): Promise<OwnLocks> {
    const own = await this.members.own(keyId);
    if (!own) throw notFound();
    return own;
  }
}

const inUse = (key: PartnerKeyRow | null): PartnerKeyRow | null => (key && ['REGISTERED', 'CONFIRMED'].includes(key.state) ? key : null);

/** The association of the one who asks: the only one there is for them. */
function ownPartner(): string {
  const { partnerId } = currentActor();
  if (!partnerId) throw notFound();
  return partnerId;
}
