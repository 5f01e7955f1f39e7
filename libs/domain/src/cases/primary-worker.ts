import type { TeamRole } from '../vocabulary/case-team';

/** In which role on the team one can be the primary worker of a case (R-CA-01). */
export const PRIMARY_WORKER_ROLE = 'CASEWORKER' satisfies TeamRole;
