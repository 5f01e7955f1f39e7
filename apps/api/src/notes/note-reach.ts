import type { Word } from '@panah/domain/access/access-table';
import { REACH_PARAMETERS, reachValuesOrNone, withinReach } from '../platform/access/current-reach';

const WORDS: readonly Word[] = ['note:read', 'note:read-restricted', 'note:read-privileged', 'note:confirm-void'];

/**
 * SQL that is true for the notes of `alias` that the reader may see: by class, by being named, as author of a draft.
 * A coordinator meets a privileged note only as a line whose voiding is asked.
 * @param first the number of its first parameter; it takes sixteen, filled by `noteReachValues`
 */
export function visibleNotes(alias: string, first: number): string {
  const [team, restricted, privileged, voiding] = WORDS.map((_, index) =>
    withinReach(alias, 'client_id', first + index * REACH_PARAMETERS),
  );
  const reader = `$${first + 1}::uuid`;
  const officeOfRestricted = `${alias}.office_id = any($${first + REACH_PARAMETERS}::uuid[])`;
  return `((${alias}.state <> 'DRAFT' or ${alias}.author_id = ${reader}) and case
    when ${alias}.class = 'CONFIDENTIAL' then ${team}
    when ${alias}.class = 'RESTRICTED' and ${alias}.readers is null then ${restricted}
    when ${alias}.class = 'RESTRICTED' then (${team} and (${alias}.author_id = ${reader} or ${reader} = any(${alias}.readers))) or (${restricted} and ${officeOfRestricted})
    else ${privileged} or (${voiding} and ${alias}.state in ('VOID_ASKED', 'VOIDED')) end)`;
}

/** SQL: the sealed text, where the reader may open it. The parameters are those of `visibleNotes`. */
export function openableText(alias: string, first: number): string {
  return `case when ${alias}.class <> 'SEALED' or ${withinReach(alias, 'client_id', first + 2 * REACH_PARAMETERS)} then ${alias}.sealed end`;
}

/** The values of `visibleNotes` for the one who is asking. */
export function noteReachValues(): unknown[] {
  return WORDS.flatMap(reachValuesOrNone);
}
