import type { Role } from '../access/access-table';

/** Whoever holds it answers for an office: every client's file there, and what needs a second person. */
export const OFFICE_ROLE = 'COORDINATOR' satisfies Role;
