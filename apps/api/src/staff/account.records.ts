import { Injectable } from '@nestjs/common';
import type { StaffListQuery } from '@panah/contracts/staff.contract';
import type { Word } from '@panah/domain/access/access-table';
import type { StaffAction, StaffState } from '@panah/domain/staff/staff.process';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import { newId } from '../platform/new-id';
import { ProcessSteps, type StepTaken } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import { Tokens } from '../platform/sealing/tokens';
import { type StaffSecrets, staffPlace } from '../platform/session/credentials';
import type { OpenStaff, StaffRow } from './staff.entity';
import { staffReachValues, withinStaffReach } from './staff-reach';

export interface StaffPage {
  rows: OpenStaff[];
  total: number;
  next: string | null;
}

const ROLES = `coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'officeId', r.office_id, 'officeName', o.name, 'duties', r.duties,
      'grantedBy', r.granted_by, 'grantedAt', r.granted_at, 'confirmedAt', r.confirmed_at, 'confirmedBy', r.confirmed_by, 'confirmedHow', r.confirmed_how)
      order by r.granted_at, r.role) from staff_role r left join office o on o.id = r.office_id where r.staff_id = s.id and r.ended_at is null), '[]') as roles`;
const COLUMNS = `s.id, s.state, s.tie_state as "tieState", s.language, s.partner_id as "partnerId", s.sealed, s.seal_version as "sealVersion", s.version,
  s.confirmation_round as "confirmationRound", s.invited_by as "invitedBy", s.invited_at as "invitedAt", s.activated_at as "activatedAt",
  s.suspended_at as "suspendedAt", s.ended_at as "endedAt", ${ROLES}`;
const FILTER = `s.org_id = $1 and ${withinStaffReach(2)} and ($4::text is null or s.state = $4)
  and (($5::text is null and $6::uuid is null) or exists (select from staff_role f where f.staff_id = s.id and f.ended_at is null
        and ($5::text is null or f.role = $5) and ($6::uuid is null or f.office_id = $6)))`;
const LIST = {
  name: 'staff.list',
  text: `select ${COLUMNS}, (select count(*)::int from staff_member s where ${FILTER}) as total from staff_member s
          where ${FILTER} and ($7::uuid is null or s.id < $7) order by s.id desc limit $8`,
};
const ONE = {
  name: 'staff.one',
  text: `select ${COLUMNS} from staff_member s where s.id = $1 and s.org_id = $2 and ${withinStaffReach(3)}`,
};
const HOLD = { name: 'staff.hold', text: `${ONE.text} for update of s` };
const OWN = { name: 'staff.own', text: `select ${COLUMNS} from staff_member s where s.id = $1 and s.org_id = $2 for update of s` };
const OF_PARTNER = {
  name: 'staff.of-partner',
  text: `select ${COLUMNS} from staff_member s where s.org_id = $1 and s.partner_id = $2 order by s.id`,
};
const ADD = {
  name: 'staff.add',
  text: `insert into staff_member (id, org_id, state, login_token, language, sealed, invited_by, partner_id) values ($1, $2, 'INVITED', $3, $4, $5, $6, $7)`,
};
const MOVE = {
  name: 'staff.move',
  text: `update staff_member set state = $2, version = version + 1,
           suspended_at = case $2 when 'SUSPENDED' then now() when 'ACTIVE' then null else suspended_at end,
           ended_at = case $2 when 'ENDED' then now() else ended_at end where id = $1`,
};
const TIE = { name: 'staff.tie', text: 'update staff_member set tie_state = $2, version = version + 1 where id = $1' };
const LANGUAGE = { name: 'staff.language', text: 'update staff_member set language = $2, version = version + 1 where id = $1' };
const ROUND = {
  name: 'staff.next-round',
  text: 'update staff_member set confirmation_round = confirmation_round + 1, version = version + 1 where id = $1',
};

export interface NewAccount extends StaffSecrets {
  language: string;
  invitedBy: string | null;
  /** Of somebody who works at a partner. */
  partnerId?: string;
}

/** The door to accounts. Reach: one's own, one's office's, or the organisation's. */
@Injectable()
export class AccountRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly tokens: Tokens,
    private readonly steps: ProcessSteps,
  ) {}

  async list({ state, role, officeId, limit = 25, cursor }: StaffListQuery): Promise<StaffPage> {
    const [after] = readCursor(cursor, 1) ?? [null];
    const filter = [currentActor().orgId, ...staffReachValues('staff:list'), state ?? null, role ?? null, officeId ?? null];
    const rows = await currentWork().rows<StaffRow & { total: number }>(LIST, [...filter, after, limit + 1]);
    const page = rows.slice(0, limit);
    currentLine().returned(
      'staff',
      page.map(({ id }) => id),
    );
    const next = rows.length > limit ? cursorAfter([page.at(-1)?.id ?? null]) : null;
    return { rows: await this.openAll(page), total: rows[0]?.total ?? 0, next };
  }

  async get(id: string): Promise<OpenStaff> {
    return this.found(id, await currentWork().row<StaffRow>(ONE, [id, currentActor().orgId, ...staffReachValues('staff:read')]));
  }

  /** Who signs in, or once did, for a partner. The caller has checked that the partner is in reach. */
  async ofPartner(partnerId: string): Promise<OpenStaff[]> {
    const rows = await currentWork().rows<StaffRow>(OF_PARTNER, [currentActor().orgId, partnerId]);
    currentLine().returned(
      'staff',
      rows.map(({ id }) => id),
    );
    return this.openAll(rows);
  }

  /** As far as `word` reaches; nobody else changes the account until this request is over. */
  async hold(word: Word, id: string): Promise<OpenStaff> {
    return this.found(id, await currentWork().row<StaffRow>(HOLD, [id, currentActor().orgId, ...staffReachValues(word)]));
  }

  /** The account of the one who is asking, held. */
  async holdOwn(): Promise<OpenStaff> {
    const { staffId, orgId } = currentActor();
    return this.found(staffId, await currentWork().row<StaffRow>(OWN, [staffId, orgId]));
  }

  /** Throws 409 when somebody signs in by this name already. */
  async add({ displayName, login, language, invitedBy, partnerId }: NewAccount): Promise<string> {
    const id = newId();
    currentLine().about('staff', id).changed('displayName', 'login', 'language', 'roles');
    const sealed = await this.sealer.seal(staffPlace(id, 1), { displayName, login } satisfies StaffSecrets);
    const token = await this.tokens.of('login', login.trim().toLowerCase());
    await currentWork().change(ADD, [id, currentActor().orgId, token, language, sealed, invitedBy, partnerId ?? null]);
    await this.steps.record({ type: 'staff', id, action: 'invite', from: null, to: 'INVITED' });
    return id;
  }

  async move({ row }: OpenStaff, action: StaffAction, to: StaffState, note: string | null = null): Promise<void> {
    currentLine().changed('state');
    await currentWork().change(MOVE, [row.id, to]);
    await this.record(row, action, { to, note });
  }

  /** A line of the history without a change of state: roles, duties, ties. `reason` is a code. */
  async record(
    row: StaffRow,
    action: string,
    { to = row.state, note = null, reason = null }: { to?: string; note?: string | null; reason?: string | null } = {},
  ): Promise<void> {
    await this.steps.record({ type: 'staff', id: row.id, action, from: row.state, to, note, reason });
  }

  async setTie({ row }: OpenStaff, action: string, tie: string, note: string | null): Promise<void> {
    currentLine().changed('tie').because(tie);
    await currentWork().change(TIE, [row.id, tie]);
    await this.record(row, action, { note, reason: tie });
  }

  async setLanguage({ row }: OpenStaff, language: string): Promise<void> {
    currentLine().changed('language');
    await currentWork().change(LANGUAGE, [row.id, language]);
  }

  /** There is something new to confirm: digits of an earlier time are worth nothing. */
  async nextRound(id: string): Promise<void> {
    await currentWork().change(ROUND, [id]);
  }

  history(id: string): Promise<StepTaken[]> {
    return this.steps.of(id);
  }

  private async found(id: string, row: StaffRow | null): Promise<OpenStaff> {
    currentLine().about('staff', id);
    if (!row) throw notFound();
    currentLine().returned('staff', [id]);
    const [opened] = await this.openAll([row]);
    return opened;
  }

  private async openAll(rows: StaffRow[]): Promise<OpenStaff[]> {
    const secrets = await this.sealer.openMany<StaffSecrets>(
      rows.map((row) => ({ place: staffPlace(row.id, row.sealVersion), sealed: row.sealed })),
    );
    return rows.map((row, index) => ({ row, secrets: secrets[index] }));
  }
}
