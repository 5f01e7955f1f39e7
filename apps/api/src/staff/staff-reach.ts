import type { Word } from '@panah/domain/access/access-table';
import { currentReach } from '../platform/access/current-reach';

/**
 * SQL that is true for the accounts that a word's reach covers: everybody (`all`), or whoever has a role in an office
 * of the reader. Who holds no role any more stays with the offices they had; so does, until the end of this request,
 * whoever has just lost one.
 * @param first the number of its first parameter; it takes two, filled by `staffReachValues`
 */
export const withinStaffReach = (first: number): string => `($${first}::boolean or exists (select from staff_role x where x.staff_id = s.id
    and x.office_id = any($${first + 1}::uuid[]) and (x.ended_at is null or x.ended_at >= now()
      or not exists (select from staff_role l where l.staff_id = s.id and l.ended_at is null))))`;

export function staffReachValues(word: Word): [boolean, string[]] {
  const { all, offices } = currentReach(word);
  return [all, offices];
}

/** Whether a word of the one who is asking covers an office; null is the organisation itself. */
export function reachesOffice(word: Word, officeId: string | null): boolean {
  const { all, offices } = currentReach(word);
  return all || (officeId !== null && offices.includes(officeId));
}
