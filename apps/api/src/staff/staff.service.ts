import { Injectable } from '@nestjs/common';
import type { RoleInput, StaffInvitation, StaffListQuery, StaffListView, StaffView } from '@panah/contracts/staff.contract';
import type { Role, Word } from '@panah/domain/access/access-table';
import { move, RuleBroken } from '@panah/domain/process/process';
import type { StaffAction } from '@panah/domain/staff/staff.process';
import { staffProcess } from '@panah/domain/staff/staff.process';
import { assertMayDecideTie, assertOthersStay, assertRolesFit } from '@panah/domain/staff/staff.rules';
import type { Duty } from '@panah/domain/vocabulary/staff';
import { currentActor } from '../platform/access/current-reach';
import { invalid, notFound } from '../platform/errors/problem';
import { SessionRecords } from '../platform/session/session.records';
import { AccountRecords } from './account.records';
import { ActivationRecords } from './activation.records';
import type { OpenStaff, RoleRow, StaffRow } from './staff.entity';
import { reachesOffice } from './staff-reach';
import { StaffRecords } from './staff.records';
import { type GrantedRole, StaffRoleRecords } from './staff-role.records';
import { staffListView, staffView } from './staff.view';

/** Who works here: from the invitation to the last day. */
@Injectable()
export class StaffService {
  constructor(
    private readonly accounts: AccountRecords,
    private readonly roles: StaffRoleRecords,
    private readonly activations: ActivationRecords,
    private readonly staff: StaffRecords,
    private readonly sessions: SessionRecords,
  ) {}

  async list(query: StaffListQuery): Promise<StaffListView> {
    return staffListView(await this.accounts.list(query));
  }

  async read(id: string, activationCode: string | null = null): Promise<StaffView> {
    const opened = await this.accounts.get(id);
    const steps = await this.accounts.history(id);
    return staffView({ ...opened, steps, names: await this.staff.names(steps.map(({ byId }) => byId)), activationCode });
  }

  async invite(input: StaffInvitation): Promise<StaffView> {
    const granted = input.roles.map((role) => grantOf('staff:invite', role));
    assertFit(granted);
    const by = currentActor().staffId;
    const id = await this.accounts.add({ displayName: input.displayName, login: input.login, language: input.language, invitedBy: by });
    await this.roles.grant(id, granted, by);
    return this.read(id, await this.activations.invite(id, 'INVITED'));
  }

  /** The code was lost, or is over. */
  async inviteAgain(id: string): Promise<StaffView> {
    const held = await this.accounts.hold('staff:invite', id);
    if (held.row.state !== 'INVITED') throw new RuleBroken('not-open', { state: held.row.state, action: 'new-code', open: [] });
    await this.accounts.record(held.row, 'new-code');
    return this.read(id, await this.activations.invite(id, held.row.activatedAt ? 'RESET' : 'INVITED'));
  }

  async suspend(id: string, reason: string): Promise<StaffView> {
    return this.close(await this.holdSpared('staff:suspend', id), 'suspend', reason);
  }

  async reinstate(id: string, reason: string): Promise<StaffView> {
    const held = await this.holdOther('staff:reinstate', id);
    await this.accounts.move(held, 'reinstate', move(staffProcess, held.row.state, 'reinstate'), reason);
    return this.read(id);
  }

  async end(id: string, reason: string): Promise<StaffView> {
    const held = await this.holdSpared('staff:end', id);
    move(staffProcess, held.row.state, 'end');
    await this.activations.withdraw(id);
    await this.activations.forgetCredentials(id);
    await this.roles.end(held.row.roles);
    return this.close(held, 'end', reason);
  }

  /** Password and authenticator are lost: everything begins anew, and every role waits for a second person again. */
  async reset(id: string, reason: string): Promise<StaffView> {
    const held = await this.holdSpared('staff:reset', id);
    move(staffProcess, held.row.state, 'reset');
    await this.activations.forgetCredentials(id);
    await this.roles.end(held.row.roles);
    await this.roles.grant(id, held.row.roles, currentActor().staffId);
    await this.close(held, 'reset', reason);
    return this.read(id, await this.activations.invite(id, 'RESET'));
  }

  /** R-AC-14. */
  async decideTie(id: string, decision: string, reason: string): Promise<StaffView> {
    const held = await this.accounts.hold('staff:decide-tie', id);
    assertMayDecideTie(id, currentActor().staffId);
    if (held.row.tieState !== 'DECLARED') throw new RuleBroken('not-open', { state: held.row.tieState, action: 'decide-tie', open: [] });
    await this.accounts.setTie(held, 'decide-tie', decision, reason);
    return this.read(id);
  }

  private async close(held: OpenStaff, action: StaffAction, reason: string): Promise<StaffView> {
    await this.accounts.move(held, action, move(staffProcess, held.row.state, action), reason);
    await this.sessions.endAllOf(held.row.id, action === 'reset' ? 'PASSWORD_CHANGED' : 'SUSPENDED');
    return this.read(held.row.id);
  }

  /** Somebody without whom the house can go on. */
  private async holdSpared(word: Word, id: string): Promise<OpenStaff> {
    const held = await this.holdOther(word, id);
    assertOthersStay(rolesInUse(held.row, held.row.roles), await this.roles.beside(id));
    return held;
  }

  private async holdOther(word: Word, id: string): Promise<OpenStaff> {
    const held = await this.accounts.hold(word, id);
    if (id === currentActor().staffId) throw new RuleBroken('same-person', { act: word });
    return held;
  }
}

const OF_THE_ORGANISATION: readonly string[] = ['AUDITOR', 'ADMIN'];

/** What somebody asks to grant, within what they may: a role in an office of theirs. */
export function grantOf(word: Word, { role, officeId, duties }: RoleInput): GrantedRole {
  const needsOffice = !OF_THE_ORGANISATION.includes(role);
  if (needsOffice !== (officeId !== undefined)) throw invalid({ officeId: [needsOffice ? 'isDefined' : 'isEmpty'] });
  if (!reachesOffice(word, officeId ?? null)) throw notFound();
  return { role: role as Role, officeId: officeId ?? null, duties };
}

/** Of these roles of an account: which open something now. */
export const rolesInUse = ({ state }: StaffRow, roles: readonly RoleRow[]): Role[] =>
  state === 'ACTIVE' ? roles.filter(({ confirmedAt }) => confirmedAt !== null).map(({ role }) => role) : [];

export function assertFit(roles: readonly Pick<RoleRow, 'role' | 'duties'>[]): void {
  assertRolesFit(
    roles.map(({ role }) => role),
    roles.flatMap(({ duties }) => duties as Duty[]),
  );
}
