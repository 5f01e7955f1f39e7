import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { secondFactorPlace } from '../platform/session/credentials';
import { newOneTimeCode, newRecoveryCodes, recoveryCodeHash } from '../platform/session/second-factor';

export type InvitationKind = 'FIRST' | 'INVITED' | 'RESET';

export interface Invitation {
  staffId: string;
  orgId: string;
  kind: InvitationKind;
  /** The sealed secret of the authenticator that was shown last. */
  secondFactor: Buffer | null;
}

const FIND = 'select staff_id as "staffId", org_id as "orgId", kind, second_factor as "secondFactor" from app.invitation($1)';
const WITHDRAW = {
  name: 'activation.withdraw',
  text: 'update staff_invitation set withdrawn_at = now() where staff_id = $1 and used_at is null and withdrawn_at is null',
};
const ADD = {
  name: 'activation.add',
  text: `insert into staff_invitation (id, org_id, staff_id, kind, code_hash, made_by, ends_at)
         values ($1, $2, $3, $4, $5, $6, case $4 when 'FIRST' then 'infinity' else now() + interval '72 hours' end)`,
};
const USE = {
  name: 'activation.use',
  text: 'update staff_invitation set used_at = now() where staff_id = $1 and used_at is null and withdrawn_at is null',
};
const SECRET = { name: 'activation.secret', text: 'update staff_member set second_factor = $2 where id = $1' };
const CREDENTIALS = {
  name: 'activation.credentials',
  text: `update staff_member set password_hash = $2, second_factor_step = $3, activated_at = now(), confirmation_round = confirmation_round + 1, version = version + 1 where id = $1`,
};
const PASSWORD = { name: 'activation.password', text: 'update staff_member set password_hash = $2, version = version + 1 where id = $1' };
const FORGET = {
  name: 'activation.forget',
  text: 'update staff_member set password_hash = null, second_factor = null, version = version + 1 where id = $1',
};
const NO_CODES = { name: 'activation.no-recovery-codes', text: 'delete from recovery_code where staff_id = $1' };
const CODES = {
  name: 'activation.recovery-codes',
  text: 'insert into recovery_code (id, org_id, staff_id, hash) select id, $2, $3, hash from unnest($1::uuid[], $4::bytea[]) as made (id, hash)',
};
const LEFT = {
  name: 'activation.recovery-codes-left',
  text: 'select count(*)::int as count from recovery_code where staff_id = $1 and used_at is null',
};
const SESSION = { name: 'activation.session', text: 'select app.open_session($1, $2, $3, $4::interval)' };

/** The door to what proves who somebody is: one-time codes, passwords, authenticators, recovery codes. Nothing of it can be read back. */
@Injectable()
export class ActivationRecords {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly sealer: Sealer,
  ) {}

  /** What stands behind a one-time code: null when it is wrong, used, withdrawn or over. Needs no session. */
  async find(code: string): Promise<Invitation | null> {
    const rows: Invitation[] = await this.source.query(FIND, [recoveryCodeHash(code)]);
    return rows[0] ?? null;
  }

  /** A new one-time code in the place of any other; 72 hours. */
  async invite(staffId: string, kind: InvitationKind, code = newOneTimeCode()): Promise<string> {
    const { orgId, staffId: by } = currentActor();
    await currentWork().change(WITHDRAW, [staffId]);
    await currentWork().change(ADD, [newId(), orgId, staffId, kind, recoveryCodeHash(code), kind === 'FIRST' ? null : by]);
    return code;
  }

  async withdraw(staffId: string): Promise<void> {
    await currentWork().change(WITHDRAW, [staffId]);
  }

  /** False when somebody was quicker. */
  async use(staffId: string): Promise<boolean> {
    return (await currentWork().change(USE, [staffId])) === 1;
  }

  async keepSecret(staffId: string, secret: string): Promise<void> {
    await currentWork().change(SECRET, [staffId, await this.sealer.seal(secondFactorPlace(staffId), { secret })]);
  }

  async secretOf({ staffId, secondFactor }: Invitation): Promise<string | null> {
    return secondFactor && (await this.sealer.open<{ secret: string }>(secondFactorPlace(staffId), secondFactor)).secret;
  }

  async setCredentials(staffId: string, passwordHash: string, step: number): Promise<void> {
    currentLine().changed('password', 'secondFactor');
    await currentWork().change(CREDENTIALS, [staffId, passwordHash, step]);
  }

  async setPassword(staffId: string, passwordHash: string): Promise<void> {
    currentLine().changed('password');
    await currentWork().change(PASSWORD, [staffId, passwordHash]);
  }

  /** Nobody signs in to this account before it is activated anew. */
  async forgetCredentials(staffId: string): Promise<void> {
    currentLine().changed('password', 'secondFactor', 'recoveryCodes');
    await currentWork().change(FORGET, [staffId]);
    await currentWork().change(NO_CODES, [staffId]);
  }

  /** Ten new codes in the place of the old ones. */
  async renewRecoveryCodes(staffId: string): Promise<string[]> {
    currentLine().changed('recoveryCodes');
    const codes = newRecoveryCodes();
    await currentWork().change(NO_CODES, [staffId]);
    await currentWork().change(CODES, [codes.map(() => newId()), currentActor().orgId, staffId, codes.map(recoveryCodeHash)]);
    return codes;
  }

  async recoveryCodesLeft(staffId: string): Promise<number> {
    return (await currentWork().row<{ count: number }>(LEFT, [staffId]))?.count ?? 0;
  }

  async openSession(staffId: string, tokenHash: Buffer): Promise<void> {
    await currentWork().rows(SESSION, [newId(), tokenHash, staffId, '10 hours']);
  }
}
