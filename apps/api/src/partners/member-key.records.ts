import { Injectable } from '@nestjs/common';
import type { LocksInput, MemberKeyInput, ShareInput } from '@panah/contracts/inbox-key.contract';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';

/** A member's own key: locks that only they can open, and the partner's key when somebody has handed it over. */
export interface OwnLocks extends Record<string, unknown> {
  id: string;
  door: Buffer;
  version: number;
  byPassphrase: string;
  byRecovery: string;
  handed: string | null;
}

/** A colleague's door at which the partner's key has not been handed over yet. */
export interface WaitingDoor extends Record<string, unknown> {
  memberKeyId: string;
  memberId: string;
  door: Buffer;
  madeAt: Date;
}

const OWN = {
  name: 'member-key.own',
  text: `select m.id, m.door, m.version, m.by_passphrase as "byPassphrase", m.by_recovery as "byRecovery", s.handed
           from partner_member_key m left join partner_key_share s on s.member_key_id = m.id and s.key_id = $3
          where m.org_id = $1 and m.staff_id = $2 and m.ended_at is null`,
};
const END_OWN_SHARES = {
  name: 'member-key.end-own-shares',
  text: 'update partner_key_share set handed = null where member_key_id in (select id from partner_member_key where staff_id = $1)',
};
const END_OWN = {
  name: 'member-key.end-own',
  text: `update partner_member_key set by_passphrase = null, by_recovery = null, ended_at = now(), version = version + 1
          where staff_id = $1 and ended_at is null`,
};
const MAKE = {
  name: 'member-key.make',
  text: `insert into partner_member_key (id, org_id, partner_id, staff_id, door, by_passphrase, by_recovery) values ($1, $2, $3, $4, $5, $6, $7)`,
};
const LOCK_ANEW = {
  name: 'member-key.lock-anew',
  text: `update partner_member_key set by_passphrase = $3, by_recovery = $4, version = version + 1
          where staff_id = $1 and ended_at is null and version = $2`,
};
const WAITING = {
  name: 'member-key.waiting',
  text: `select m.id as "memberKeyId", m.staff_id as "memberId", m.door, m.made_at as "madeAt"
           from partner_member_key m
          where m.org_id = $1 and m.partner_id = $2 and m.ended_at is null and m.staff_id <> $4
            and not exists (select from partner_key_share s where s.member_key_id = m.id and s.key_id = $3)
          order by m.made_at`,
};
const SHARE = {
  name: 'member-key.share',
  text: `insert into partner_key_share (key_id, member_key_id, org_id, partner_id, handed, handed_by)
         select $1, m.id, m.org_id, m.partner_id, $4, $5 from partner_member_key m
          where m.id = $2 and m.partner_id = $3 and m.ended_at is null`,
};

/** The door to what a partner's people open with. Reach: one's own; of a colleague's only the public half. */
@Injectable()
export class MemberKeyRecords {
  /** With the partner's key `keyId` as it was handed to this member. */
  async own(keyId: string | null): Promise<OwnLocks | null> {
    const { orgId, staffId } = currentActor();
    const row = await currentWork().row<OwnLocks>(OWN, [orgId, staffId, keyId]);
    if (row) currentLine().returned('partner_member_key', [row.id]);
    return row;
  }

  /** In the place of any other of theirs: what was handed to the old one is gone. */
  async make(partnerId: string, { door, byPassphrase, byRecovery }: MemberKeyInput): Promise<void> {
    const { orgId, staffId } = currentActor();
    const id = newId();
    currentLine().about('partner_member_key', id).changed('door', 'byPassphrase', 'byRecovery');
    await currentWork().change(END_OWN_SHARES, [staffId]);
    await currentWork().change(END_OWN, [staffId]);
    await currentWork().change(MAKE, [id, orgId, partnerId, staffId, Buffer.from(door, 'base64url'), byPassphrase, byRecovery]);
  }

  /** Another passphrase, another recovery code; the key behind them stays. Throws 412. */
  async lockAnew(own: OwnLocks, version: number, { byPassphrase, byRecovery }: LocksInput): Promise<void> {
    const changed = ['byPassphrase', 'byRecovery'];
    currentLine()
      .about('partner_member_key', own.id)
      .changed(...changed);
    if (!(await currentWork().change(LOCK_ANEW, [currentActor().staffId, version, byPassphrase, byRecovery])))
      throw staleEdit(own.version, changed);
  }

  async waiting(partnerId: string, keyId: string): Promise<WaitingDoor[]> {
    const { orgId, staffId } = currentActor();
    return currentWork().rows<WaitingDoor>(WAITING, [orgId, partnerId, keyId, staffId]);
  }

  /** Throws 404 for a door that is not of this partner or no longer used, 409 when it was handed over before. */
  async share(partnerId: string, keyId: string, { memberKeyId, handed }: ShareInput): Promise<void> {
    currentLine().changed('handed');
    const shared = await currentWork().change(SHARE, [keyId, memberKeyId, partnerId, handed, currentActor().staffId]);
    if (!shared) throw notFound();
  }
}
