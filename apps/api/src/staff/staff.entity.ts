import type { StaffState } from '@panah/domain/staff/staff.process';
import type { Role } from '@panah/domain/access/access-table';
import type { StaffSecrets } from '../platform/session/credentials';

/** A role somebody holds, or will hold once a second person has confirmed it. */
export interface RoleRow {
  id: string;
  role: Role;
  officeId: string | null;
  officeName: string | null;
  duties: string[];
  grantedBy: string | null;
  grantedAt: string;
  confirmedAt: string | null;
  confirmedBy: string | null;
  confirmedHow: string | null;
}

/** A member of staff as the table has them. What proves who they are is in no column that can be read. */
export interface StaffRow extends Record<string, unknown> {
  id: string;
  state: StaffState;
  tieState: string;
  language: string;
  partnerId: string | null;
  sealed: Buffer;
  sealVersion: number;
  version: number;
  confirmationRound: number;
  invitedBy: string | null;
  invitedAt: Date;
  activatedAt: Date | null;
  suspendedAt: Date | null;
  endedAt: Date | null;
  roles: RoleRow[];
}

export interface OpenStaff {
  row: StaffRow;
  secrets: StaffSecrets;
}

/** A colleague, as pickers show them. */
export interface Colleague {
  id: string;
  displayName: string;
  roles: Role[];
}
