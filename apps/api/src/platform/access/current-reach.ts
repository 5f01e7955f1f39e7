import { type Word, cell, recordClassOf } from '@panah/domain/access/access-table';
import { forbidden } from '../errors/problem';
import { requestScope } from '../request-context';
import { type Actor, type ActorReach, reachOf } from './actor';

/** Who is asking. Throws outside a signed-in request. */
export function currentActor(): Actor {
  const { actor } = requestScope.current();
  if (!actor) throw forbidden();
  return actor;
}

/** How far a word carries the one who is asking; 403 when none of their roles has it. */
export function currentReach(word: Word): ActorReach {
  const reach = reachOf(currentActor(), word, (role) => cell(word, role));
  if (!reach) throw forbidden();
  return reach;
}

/** Whether any role of the one who is asking has the word: for the `actions` of a view. */
export function hasWord(word: Word): boolean {
  const { actor } = requestScope.current();
  return actor !== null && reachOf(actor, word, (role) => cell(word, role)) !== null;
}

/** How many parameters `withinReach` takes. */
export const REACH_PARAMETERS = 4;

/**
 * SQL that is true for the rows of `alias` (with `office_id`, and the client in `column`) that a word's reach covers:
 * the office of a role, or the team row of a role whose classes name what the word opens; never a blocked client (R-AC-01).
 * @param first the number of its first parameter; it takes four, filled by `reachValues`
 */
export function withinReach(alias: string, column: string, first: number): string {
  const [offices, staff, roles, recordClass] = [first, first + 1, first + 2, first + 3].map((n) => `$${n}`);
  return `((${alias}.office_id = any(${offices}::uuid[])
      or ${alias}.${column} = any(array(select t.client_id from case_team t
           where t.staff_id = ${staff}::uuid and t.role = any(${roles}::text[]) and ${recordClass}::text = any(t.classes)
             and t.starts_at <= now() and t.ended_at is null and (t.ends_at is null or t.ends_at > now()))))
    and not (${alias}.${column} = any((select app.blocked())::uuid[])))`;
}

/** The values of `withinReach` for a word and the one who is asking. */
export function reachValues(word: Word): [string[], string, string[], string] {
  const reach = currentReach(word);
  const open = !['DECLARED', 'UPHELD'].includes(currentActor().tie);
  return [open ? reach.offices : [], currentActor().staffId, open ? reach.teamRoles : [], recordClassOf(word) ?? 'PERSON'];
}

/** As `reachValues`; for a word that none of their roles has, values that match no row: for statements that ask for several words at once. */
export function reachValuesOrNone(word: Word): [string[], string, string[], string] {
  return hasWord(word) ? reachValues(word) : [[], currentActor().staffId, [], recordClassOf(word) ?? 'PERSON'];
}
