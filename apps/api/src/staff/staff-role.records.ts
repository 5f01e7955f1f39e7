import { Injectable } from '@nestjs/common';
import type { Role } from '@panah/domain/access/access-table';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import type { RoleRow } from './staff.entity';

export interface GrantedRole {
  role: Role;
  officeId: string | null;
  duties: string[];
}

const ADD = {
  name: 'staff-role.add',
  text: 'insert into staff_role (id, org_id, staff_id, office_id, role, duties, granted_by) values ($1, $2, $3, $4, $5, $6, $7)',
};
const END = {
  name: 'staff-role.end',
  text: 'update staff_role set ended_at = now(), ended_by = $2 where id = any($1::uuid[]) and ended_at is null',
};
const DUTIES = { name: 'staff-role.duties', text: 'update staff_role set duties = $2 where id = $1 and ended_at is null' };
const CONFIRM = {
  name: 'staff-role.confirm',
  text: `update staff_role set confirmed_at = now(), confirmed_by = $2, confirmed_how = $3
          where staff_id = $1 and confirmed_at is null and ended_at is null`,
};
const EVER = { name: 'staff-role.ever-held', text: 'select distinct role from staff_role where org_id = $1 and confirmed_at is not null' };
// two who come first at the same moment: one of them is second
const ONE_AT_A_TIME = { name: 'staff-role.first-lock', text: `select pg_advisory_xact_lock(hashtextextended('first-of-its-kind', 0))` };
const BESIDE = {
  name: 'staff-role.beside',
  text: `select distinct r.role from staff_role r join staff_member s on s.id = r.staff_id
          where r.org_id = $1 and r.staff_id <> $2 and s.state = 'ACTIVE' and r.confirmed_at is not null and r.ended_at is null`,
};
// two of a kind who leave at the same moment: one of them is the last
const ONE_LEAVES_AT_A_TIME = {
  name: 'staff-role.leave-lock',
  text: `select pg_advisory_xact_lock(hashtextextended('last-of-its-kind', 0))`,
};

/** The door to roles. A role opens nothing before it is confirmed, and nothing from the request after its end. */
@Injectable()
export class StaffRoleRecords {
  async grant(staffId: string, granted: readonly GrantedRole[], grantedBy: string | null): Promise<void> {
    currentLine().changed('roles');
    for (const { role, officeId, duties } of granted)
      await currentWork().change(ADD, [newId(), currentActor().orgId, staffId, officeId, role, duties, grantedBy]);
  }

  async end(roles: readonly RoleRow[]): Promise<void> {
    currentLine().changed('roles');
    await currentWork().change(END, [roles.map(({ id }) => id), currentActor().staffId]);
  }

  async setDuties(roleId: string, duties: readonly string[]): Promise<void> {
    currentLine().changed('duties');
    await currentWork().change(DUTIES, [roleId, duties]);
  }

  /** Everything that waits on an account. */
  async confirm(staffId: string, how: 'SECOND_PERSON' | 'FIRST_OF_ITS_KIND'): Promise<void> {
    currentLine().changed('roles').because(how);
    await currentWork().change(CONFIRM, [staffId, how === 'SECOND_PERSON' ? currentActor().staffId : null, how]);
  }

  /** Roles that others than this one use now. Held until the end of the request: nobody else leaves meanwhile. */
  async beside(staffId: string): Promise<Role[]> {
    await currentWork().rows(ONE_LEAVES_AT_A_TIME);
    return (await currentWork().rows<{ role: Role }>(BESIDE, [currentActor().orgId, staffId])).map(({ role }) => role);
  }

  /** Roles that anybody ever held in this organisation. Held until the end of the request: nobody else becomes first meanwhile. */
  async everHeld(): Promise<Role[]> {
    await currentWork().rows(ONE_AT_A_TIME);
    return (await currentWork().rows<{ role: Role }>(EVER, [currentActor().orgId])).map(({ role }) => role);
  }
}
