import type { Word } from '@panah/domain/access/access-table';
import { currentActor, currentReach } from '../platform/access/current-reach';

const notBlocked = (client: string): string => `not (coalesce(${client} = any((select app.blocked())::uuid[]), false))`;

/** Of a link `alias`: somebody of one's own team is one of the two people. */
const onATeam = (alias: string): string => `(exists (select from app.own_place team where team.whose = ${alias}.client_id)
    or exists (select from related_person theirs join app.own_place team on team.whose = theirs.also_client_id where theirs.id = ${alias}.related_person_id))`;

/**
 * SQL that is true for the links `alias` that a word reaches: those on which one is an officer (`caseload` in the column of family links), or those of one's
 * office for a coordinator's words, unless they stand on the team of one of the two; never past a block on either of them.
 * @param first the number of its first parameter; it takes two, filled by `linkReachValues`
 */
export const withinLinkReach = (alias: string, first: number): string =>
  `((($${first + 1}::boolean and exists (select from app.own_link own where own.whose = ${alias}.id))
      or (${alias}.office_id = any($${first}::uuid[]) and not ${onATeam(alias)}))
    and ${notBlocked(`${alias}.client_id`)}
    and not exists (select from related_person other where other.id = ${alias}.related_person_id and other.also_client_id = any((select app.blocked())::uuid[])))`;

/** The values of `withinLinkReach` for a word and the one who is asking. */
export function linkReachValues(word: Word): [string[], boolean] {
  const { offices, teamRoles } = currentReach(word);
  const open = !['DECLARED', 'UPHELD'].includes(currentActor().tie);
  return [open ? offices : [], open && teamRoles.length > 0];
}
