import type { Word } from '@panah/domain/access/access-table';
import type { Duty } from '@panah/domain/vocabulary/staff';
import { currentActor, REACH_PARAMETERS, reachValuesOrNone, withinReachOfOne } from '../platform/access/current-reach';

const LEAD: Duty = 'LEAD';

/** Offices in which the one who is asking has the duty lead: the clinical lead, who triages and allocates for the office. */
export function ledOffices(): string[] {
  const { roles, tie } = currentActor();
  if (['DECLARED', 'UPHELD'].includes(tie)) return [];
  return roles.flatMap(({ officeId, duties }) => (officeId && duties.includes(LEAD) ? [officeId] : []));
}

export const leads = (officeId: string): boolean => ledOffices().includes(officeId);

/** How many parameters `withinCounselling` takes. */
export const COUNSELLING_PARAMETERS = REACH_PARAMETERS + 1;

/**
 * SQL that is true for the rows of `alias` (client_id, office_id) that a word's reach covers, or that lie in an office the reader leads.
 * @param first the number of its first parameter; it takes five, filled by `counsellingValues`
 */
export function withinCounselling(alias: string, first: number): string {
  const led = `${alias}.office_id = any($${first + REACH_PARAMETERS}::uuid[]) and not (${alias}.client_id = any((select app.blocked())::uuid[]))`;
  return `(${withinReachOfOne(alias, 'client_id', first)} or (${led}))`;
}

export const counsellingValues = (word: Word): unknown[] => [...reachValuesOrNone(word), ledOffices()];
