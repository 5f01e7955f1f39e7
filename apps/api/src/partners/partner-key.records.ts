import { Injectable } from '@nestjs/common';
import type { PartnerKeyState } from '@panah/domain/partners/partner-key.process';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';

/** A key of a partner, as far as the house has it. */
export interface PartnerKeyRow extends Record<string, unknown> {
  id: string;
  partnerId: string;
  state: PartnerKeyState;
  publicKey: Buffer;
  registeredAt: Date;
  settledAt: Date | null;
  version: number;
}

const COLUMNS = `id, partner_id as "partnerId", state, public_key as "publicKey", registered_at as "registeredAt", settled_at as "settledAt", version`;
const NEWEST = {
  name: 'partner-key.newest',
  text: `select ${COLUMNS} from partner_key where org_id = $1 and partner_id = $2 order by registered_at desc, id desc limit 1`,
};
const STATES = {
  name: 'partner-key.states',
  text: `select partner_id as "partnerId", state from partner_key where org_id = $1 and partner_id = any($2::uuid[]) and state in ('REGISTERED', 'CONFIRMED')`,
};
const HOLD_IN_USE = {
  name: 'partner-key.hold-in-use',
  text: `select ${COLUMNS} from partner_key where org_id = $1 and partner_id = $2 and state in ('REGISTERED', 'CONFIRMED') for update`,
};
const HOLD = {
  name: 'partner-key.hold',
  text: `select ${COLUMNS} from partner_key where org_id = $1 and partner_id = $2 and id = $3 for update`,
};
const REGISTER = {
  name: 'partner-key.register',
  text: 'insert into partner_key (id, org_id, partner_id, public_key, registered_by) values ($1, $2, $3, $4, $5)',
};
const REPLACE = { name: 'partner-key.replace', text: `update partner_key set state = 'REPLACED', version = version + 1 where id = $1` };
const SETTLE = {
  name: 'partner-key.settle',
  text: 'update partner_key set state = $2, settled_by = $3, settled_at = now(), version = version + 1 where id = $1',
};
const HOLDERS = {
  name: 'partner-key.holders',
  text: `select distinct m.staff_id as id from partner_key_share s join partner_member_key m on m.id = s.member_key_id
          where s.org_id = $1 and s.key_id = $2 and s.handed is not null and m.ended_at is null`,
};

/** The door to the keys of partners: the public halves, and what became of each. Reach: the partner's own people, and the organisation's. */
@Injectable()
export class PartnerKeyRecords {
  /** The key that is in use, or the last one when none is. */
  async newest(partnerId: string): Promise<PartnerKeyRow | null> {
    const row = await currentWork().row<PartnerKeyRow>(NEWEST, [currentActor().orgId, partnerId]);
    if (row) currentLine().returned('partner_key', [row.id]);
    return row;
  }

  /** Where the keys that are in use stand, by partner; a partner without one is absent. */
  async statesOf(partnerIds: readonly string[]): Promise<Map<string, PartnerKeyState>> {
    const values = [currentActor().orgId, partnerIds];
    const rows = await currentWork().rows<Pick<PartnerKeyRow, 'partnerId' | 'state'>>(STATES, values);
    return new Map(rows.map(({ partnerId, state }) => [partnerId, state]));
  }

  /** Held until this request is over: nobody else registers or settles one meanwhile. */
  holdInUse(partnerId: string): Promise<PartnerKeyRow | null> {
    return currentWork().row<PartnerKeyRow>(HOLD_IN_USE, [currentActor().orgId, partnerId]);
  }

  async hold(partnerId: string, id: string): Promise<PartnerKeyRow> {
    currentLine().about('partner_key', id);
    const row = await currentWork().row<PartnerKeyRow>(HOLD, [currentActor().orgId, partnerId, id]);
    if (!row) throw notFound();
    return row;
  }

  /** Throws 409 when this key, or this id, was there before. */
  async register(id: string, partnerId: string, publicKey: Buffer): Promise<void> {
    currentLine().about('partner_key', id).changed('publicKey');
    await currentWork().change(REGISTER, [id, currentActor().orgId, partnerId, publicKey, currentActor().staffId]);
  }

  async replace({ id }: PartnerKeyRow): Promise<void> {
    await currentWork().change(REPLACE, [id]);
  }

  /** What a coordinator found on the telephone. */
  async settle({ id }: PartnerKeyRow, to: PartnerKeyState): Promise<void> {
    currentLine().changed('state');
    await currentWork().change(SETTLE, [id, to, currentActor().staffId]);
  }

  /** Who can open what is sealed to this key. */
  async holders(keyId: string): Promise<Set<string>> {
    const rows = await currentWork().rows<{ id: string }>(HOLDERS, [currentActor().orgId, keyId]);
    return new Set(rows.map(({ id }) => id));
  }
}
