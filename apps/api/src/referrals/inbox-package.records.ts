import { Injectable } from '@nestjs/common';
import type { Manifest } from '@panah/sealed-packages/manifest';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import type { InboxRow } from './inbox.records';

/** A package that has not ended. The server cannot read it. */
export interface LivePackage extends Record<string, unknown> {
  id: string;
  seq: number;
  keyId: string;
  consentId: string;
  scope: string[];
  manifest: Manifest;
  sealedAt: Date;
  openedAt: Date | null;
  expiresAt: Date;
}

export interface SealedBytes extends LivePackage {
  kem: Buffer;
  ciphertext: Buffer;
}

const COLUMNS = `p.id, p.seq, p.key_id as "keyId", p.consent_id as "consentId", p.scope, p.manifest, p.sealed_at as "sealedAt", p.opened_at as "openedAt", p.expires_at as "expiresAt"`;
/** Not what was sealed to a key that turned out to be somebody else's. */
const LIVE = `p.org_id = $1 and p.partner_id = $2 and p.referral_id = $3 and p.ended_at is null and p.expires_at > now()
  and not exists (select from partner_key k where k.id = p.key_id and k.state = 'REFUSED')`;
const OF = { name: 'inbox-package.of', text: `select ${COLUMNS} from referral_package p where ${LIVE} order by p.seq` };
const SEALED = {
  name: 'inbox-package.sealed',
  text: `select ${COLUMNS}, p.kem, p.ciphertext from referral_package p where ${LIVE} order by p.seq`,
};
const OPEN = {
  name: 'inbox-package.open',
  text: `update referral_package p set opened_at = coalesce(p.opened_at, now()) where ${LIVE} returning ${COLUMNS}, p.kem, p.ciphertext`,
};

/** The door to what is sealed for a partner. The caller has reached the referral. */
@Injectable()
export class InboxPackages {
  of({ id, partnerId }: Pick<InboxRow, 'id' | 'partnerId'>, orgId: string): Promise<LivePackage[]> {
    return currentWork().rows<LivePackage>(OF, [orgId, partnerId, id]);
  }

  /** With their bytes, which are handed out by `open`. */
  sealed({ id, partnerId }: Pick<InboxRow, 'id' | 'partnerId'>, orgId: string): Promise<SealedBytes[]> {
    return currentWork().rows<SealedBytes>(SEALED, [orgId, partnerId, id]);
  }

  /** Hands them out, and writes down when that was for the first time; later openings are lines in the log. The caller holds the referral, and what the packages rest on. */
  async open(
    { id, partnerId }: Pick<InboxRow, 'id' | 'partnerId'>,
    orgId: string,
    sealed: readonly SealedBytes[],
  ): Promise<readonly SealedBytes[]> {
    currentLine().returned(
      'referral_package',
      sealed.map((each) => each.id),
    );
    if (sealed.every(({ openedAt }) => openedAt)) return sealed;
    currentLine().changed('openedAt');
    return (await currentWork().rows<SealedBytes>(OPEN, [orgId, partnerId, id])).sort((one, other) => one.seq - other.seq);
  }
}
