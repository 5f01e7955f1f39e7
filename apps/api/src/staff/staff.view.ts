import type { HeldRoleView, OfficeView, StaffLineView, StaffListView, StaffStepView, StaffView } from '@panah/contracts/staff.contract';
import type { Word } from '@panah/domain/access/access-table';
import { actionsFrom } from '@panah/domain/process/process';
import { staffProcess } from '@panah/domain/staff/staff.process';
import { confirmerOf } from '@panah/domain/staff/staff.rules';
import { currentActor, hasWord } from '../platform/access/current-reach';
import type { StepTaken } from '../platform/process-steps';
import type { StaffPage } from './account.records';
import type { OfficeRow } from './office.entity';
import type { OpenStaff, RoleRow, StaffRow } from './staff.entity';

export interface StaffFile extends OpenStaff {
  steps: StepTaken[];
  names: Map<string, string>;
  activationCode: string | null;
}

export function staffView({ row, secrets, steps, names, activationCode }: StaffFile): StaffView {
  return {
    id: row.id,
    version: row.version,
    displayName: secrets.displayName,
    login: secrets.login,
    state: row.state,
    language: row.language,
    tie: row.tieState,
    roles: row.roles.map(heldRoleView),
    invitedAt: row.invitedAt.toISOString(),
    activatedAt: row.activatedAt?.toISOString() ?? null,
    suspendedAt: row.suspendedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    waitsFor: waitsFor(row),
    steps: steps.map((step) => stepView(step, names)),
    actions: actionsOn(row),
    activationCode,
  };
}

export function staffListView({ rows, total, next }: StaffPage): StaffListView {
  return { items: rows.map(lineOf), total, next };
}

/** Who has to confirm what waits on an account; null when nothing does, or nobody can be shown digits yet. */
export function waitsFor({ state, roles }: StaffRow): 'COORDINATOR' | 'AUDITOR' | null {
  const waiting = roles.filter(({ confirmedAt }) => confirmedAt === null);
  return waiting.length > 0 && (state === 'ACTIVATED' || state === 'ACTIVE') ? confirmerOf(waiting.map(({ role }) => role)) : null;
}

export function heldRoleView({ id, role, officeId, officeName, duties, confirmedAt, confirmedHow }: RoleRow): HeldRoleView {
  return { id, role, officeId, officeName, duties, confirmedAt: confirmedAt && new Date(confirmedAt).toISOString(), confirmedHow };
}

export function officeView({ id, version, name, timeZone, weekendDays, holidays }: OfficeRow): OfficeView {
  return { id, version, name, timeZone, weekendDays, holidays, actions: hasWord('office:edit') ? ['edit'] : [] };
}

function lineOf({ row, secrets }: OpenStaff): StaffLineView {
  return { id: row.id, displayName: secrets.displayName, state: row.state, roles: row.roles.map(heldRoleView) };
}

function stepView({ id, action, at, byId, reason, note }: StepTaken, names: Map<string, string>): StaffStepView {
  return { id, action, at: at.toISOString(), byName: (byId && names.get(byId)) ?? null, reason, note };
}

const WORD_OF: Partial<Record<string, Word>> = { 'decide-tie': 'staff:decide-tie', 'new-code': 'staff:invite' };

/** Nobody acts on their own account here: their page of that is another. */
function actionsOn(row: StaffRow): string[] {
  if (row.id === currentActor().staffId) return [];
  const open: string[] = actionsFrom(staffProcess, row.state).filter((action) => action !== 'activate' && action !== 'confirm');
  if (row.state === 'INVITED') open.unshift('new-code');
  if (waitsFor(row)) open.unshift('confirm');
  if (row.tieState === 'DECLARED') open.unshift('decide-tie');
  if (row.state !== 'ENDED') open.push('grant-role', 'end-role');
  return open.filter((action) => hasWord(WORD_OF[action] ?? (`staff:${action}` as Word)));
}
