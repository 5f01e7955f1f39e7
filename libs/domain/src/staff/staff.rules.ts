import type { Role } from '../access/access-table';
import { RuleBroken } from '../process/process';
import type { Duty } from '../vocabulary/staff';

/** R-AC-05, and a partner is of another house: these roles stand alone on an account. */
const ALONE: readonly Role[] = ['ADMIN', 'AUDITOR', 'PARTNER'];
/** Roles that open others' doors; the auditor confirms them. */
const PRIVILEGED: readonly Role[] = ['COORDINATOR', 'AUDITOR', 'ADMIN'];
const ROLES_OF_DUTY: Record<Duty, readonly Role[]> = { LEAD: ['COUNSELLOR', 'PARTNER'], DUTY_LIST: ['COORDINATOR'] };

/**
 * The roles and duties fit on one account (R-AC-05). Whoever needs both has two accounts.
 * @throws RuleBroken `roles-do-not-fit` with the roles or duty in the way.
 */
export function assertRolesFit(roles: readonly Role[], duties: readonly Duty[]): void {
  if (roles.length === 0) throw new RuleBroken('roles-do-not-fit', {}, { roles: ['missing'] });
  const alone = roles.find((role) => ALONE.includes(role));
  if (alone && new Set(roles).size > 1) throw new RuleBroken('roles-do-not-fit', { alone }, { roles: ['stands-alone'] });
  const idle = duties.find((duty) => !ROLES_OF_DUTY[duty].some((role) => roles.includes(role)));
  if (idle) throw new RuleBroken('roles-do-not-fit', { duty: idle, needs: [...ROLES_OF_DUTY[idle]] }, { duties: ['no-such-role'] });
  assertClinicalLeadIsApart(roles, duties);
}

/** The lead counsellor supervises what a coordinator may not read. */
function assertClinicalLeadIsApart(roles: readonly Role[], duties: readonly Duty[]): void {
  const isLead = duties.includes('LEAD') && roles.includes('COUNSELLOR');
  if (isLead && roles.includes('COORDINATOR'))
    throw new RuleBroken('roles-do-not-fit', { duty: 'LEAD' }, { duties: ['not-with-coordinator'] });
}

/** Who confirms an account with these roles: the auditor for coordinator, auditor and admin, a coordinator for everybody else. */
export function confirmerOf(roles: readonly Role[]): 'COORDINATOR' | 'AUDITOR' {
  return roles.some((role) => PRIVILEGED.includes(role)) ? 'AUDITOR' : 'COORDINATOR';
}

/**
 * The very first coordinator, auditor and admin have nobody to confirm them; the log shows it for good.
 * @param everHeld roles that anybody ever held here. Once held, never again first: ending every auditor must not open the door.
 */
export function isFirstOfItsKind(roles: readonly Role[], everHeld: readonly Role[]): boolean {
  return roles.length === 1 && PRIVILEGED.includes(roles[0]) && !everHeld.includes(roles[0]);
}

export interface Confirmation {
  by: string;
  byRoles: readonly Role[];
  account: string;
  accountRoles: readonly Role[];
  /** Who invited, granted or reset. */
  askedBy: string;
}

/**
 * A second person confirms an account, a role or a reset; never the one it is for, never the one who asked for it.
 * @throws RuleBroken `same-person` or `not-confirmer` with the role it takes.
 */
export function assertMayConfirm({ by, byRoles, account, accountRoles, askedBy }: Confirmation): void {
  if (by === account || by === askedBy) throw new RuleBroken('same-person', { act: 'CONFIRM_STAFF' });
  const needs = confirmerOf(accountRoles);
  if (!byRoles.includes(needs)) throw new RuleBroken('not-confirmer', { needs });
}

/** Without an admin nobody is let in; without an auditor nobody is confirmed as one, or reads the log. */
const NEVER_EMPTY: readonly Role[] = ['ADMIN', 'AUDITOR'];

/**
 * The last active admin and the last active auditor stay: nobody could take their place.
 * @param lost roles that somebody uses now and would use no more
 * @param beside roles that others use now
 * @throws RuleBroken `last-of-its-kind` with the role.
 */
export function assertOthersStay(lost: readonly Role[], beside: readonly Role[]): void {
  const last = NEVER_EMPTY.find((role) => lost.includes(role) && !beside.includes(role));
  if (last) throw new RuleBroken('last-of-its-kind', { role: last });
}

/**
 * R-AC-14: a tie is decided by a coordinator, never by the one who declared it.
 * @throws RuleBroken `same-person`.
 */
export function assertMayDecideTie(declaredBy: string, by: string): void {
  if (declaredBy === by) throw new RuleBroken('same-person', { act: 'DECIDE_TIE' });
}
