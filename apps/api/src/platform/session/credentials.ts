import type { Place } from '../sealing/sealer';

/** What `app.credentials` answers: readable through that function only. */
export interface Credentials {
  id: string;
  org_id: string;
  state: string;
  password_hash: string | null;
  second_factor: Buffer | null;
  second_factor_step: number;
  second_factor_required: boolean;
  is_demo: boolean;
}

/** Where the secret of the authenticator lies: sealed under the staff member's own key. A new secret is a new account state, so its version stays 1. */
export const secondFactorPlace = (staffId: string): Place => ({
  table: 'staff_member.second_factor',
  rowId: staffId,
  subjectId: staffId,
  compartment: 'file',
  sealVersion: 1,
});

/** Where name and login of a staff member lie. */
export const staffPlace = (staffId: string, sealVersion: number): Place => ({
  table: 'staff_member',
  rowId: staffId,
  subjectId: staffId,
  compartment: 'file',
  sealVersion,
});

/** The sealed payload of a staff member. */
export interface StaffSecrets {
  displayName: string;
  login: string;
}
