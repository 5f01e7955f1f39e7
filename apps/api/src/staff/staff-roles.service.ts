import { Injectable } from '@nestjs/common';
import type { RoleInput, StaffView } from '@panah/contracts/staff.contract';
import type { Role, Word } from '@panah/domain/access/access-table';
import { actionsFrom, move, RuleBroken } from '@panah/domain/process/process';
import { staffProcess } from '@panah/domain/staff/staff.process';
import { assertMayConfirm, assertOthersStay, isFirstOfItsKind } from '@panah/domain/staff/staff.rules';
import { currentActor } from '../platform/access/current-reach';
import { notFound } from '../platform/errors/problem';
import { ConfirmationDigits } from '../platform/session/confirmation-digits';
import { SessionRecords } from '../platform/session/session.records';
import { AccountRecords } from './account.records';
import type { OpenStaff, RoleRow, StaffRow } from './staff.entity';
import { reachesOffice } from './staff-reach';
import { assertFit, grantOf, rolesInUse, StaffService } from './staff.service';
import { StaffRoleRecords } from './staff-role.records';

/** Roles and duties; and the second person without whom a new account, role or reset opens nothing. */
@Injectable()
export class StaffRolesService {
  constructor(
    private readonly accounts: AccountRecords,
    private readonly roles: StaffRoleRecords,
    private readonly staff: StaffService,
    private readonly sessions: SessionRecords,
    private readonly digits: ConfirmationDigits,
  ) {}

  async grant(id: string, input: RoleInput): Promise<StaffView> {
    const held = await this.accounts.hold('staff:grant-role', id);
    if (held.row.state === 'ENDED') throw notOpen(held.row, 'grant-role');
    const granted = grantOf('staff:grant-role', input);
    assertFit([...held.row.roles, granted]);
    await this.roles.grant(id, [granted], currentActor().staffId);
    await this.accounts.nextRound(id);
    await this.accounts.record(held.row, 'grant-role', { reason: granted.role });
    if (held.row.state === 'ACTIVE') await this.confirmFirst(id, [granted.role]);
    return this.staff.read(id);
  }

  async end(id: string, roleId: string): Promise<StaffView> {
    const { held, role } = await this.holdRole('staff:end-role', id, roleId);
    assertOthersStay(rolesInUse(held.row, [role]), await this.roles.beside(id));
    await this.roles.end([role]);
    await this.accounts.record(held.row, 'end-role', { reason: role.role });
    await this.sessions.endAllOf(id, 'ROLE_CHANGED');
    return this.staff.read(id);
  }

  async setDuties(id: string, roleId: string, duties: string[]): Promise<StaffView> {
    const { held, role } = await this.holdRole('staff:grant-role', id, roleId);
    assertFit(held.row.roles.map((each) => (each.id === role.id ? { role: each.role, duties } : each)));
    await this.roles.setDuties(roleId, duties);
    await this.accounts.record(held.row, 'change-duties', { reason: role.role });
    return this.staff.read(id);
  }

  /** Throws 422 `same-person`, `not-confirmer`, `digits-refused`. */
  async confirm(id: string, digits: string): Promise<StaffView> {
    const held = await this.accounts.hold('staff:confirm', id);
    const waiting = held.row.roles.filter(({ confirmedAt }) => confirmedAt === null);
    if (waiting.length === 0 || !['ACTIVATED', 'ACTIVE'].includes(held.row.state)) throw notOpen(held.row, 'confirm');
    for (const role of waiting)
      this.assertMayConfirm(
        held.row,
        role,
        waiting.map((each) => each.role),
      );
    await this.digits.assertRight(held.row.id, held.row.confirmationRound, digits);
    await this.roles.confirm(id, 'SECOND_PERSON');
    await this.accounts.nextRound(id);
    await this.open(held);
    await this.sessions.endAllOf(id, 'ROLE_CHANGED');
    return this.staff.read(id);
  }

  /** The very first coordinator, auditor and admin have nobody to confirm them; the log shows it for good. */
  async confirmFirst(id: string, waiting: readonly Role[]): Promise<boolean> {
    if (!isFirstOfItsKind(waiting, await this.roles.everHeld())) return false;
    await this.roles.confirm(id, 'FIRST_OF_ITS_KIND');
    return true;
  }

  /** What stands on the screen of somebody who waits for a second person. */
  digitsOf({ id, confirmationRound }: StaffRow): Promise<string> {
    return this.digits.of(id, confirmationRound);
  }

  private async open(held: OpenStaff): Promise<void> {
    if (held.row.state === 'ACTIVATED') return this.accounts.move(held, 'confirm', move(staffProcess, held.row.state, 'confirm'));
    return this.accounts.record(held.row, 'confirm');
  }

  private assertMayConfirm(row: StaffRow, role: RoleRow, accountRoles: readonly Role[]): void {
    const { staffId, roles } = currentActor();
    assertMayConfirm({ by: staffId, byRoles: roles.map((own) => own.role), account: row.id, accountRoles, askedBy: role.grantedBy ?? '' });
    if (!reachesOffice('staff:confirm', role.officeId)) throw new RuleBroken('not-confirmer', { needs: 'COORDINATOR' });
  }

  private async holdRole(word: Word, id: string, roleId: string): Promise<{ held: OpenStaff; role: RoleRow }> {
    const held = await this.accounts.hold(word, id);
    const role = held.row.roles.find((each) => each.id === roleId);
    if (!role || !reachesOffice(word, role.officeId)) throw notFound();
    return { held, role };
  }
}

const notOpen = ({ state }: StaffRow, action: string): RuleBroken =>
  new RuleBroken('not-open', { state, action, open: actionsFrom(staffProcess, state) });
