import type { Role } from '../access/access-table';

/** Who counsels, on a case team and in an office. */
export const COUNSELLOR_ROLE: Role = 'COUNSELLOR';
