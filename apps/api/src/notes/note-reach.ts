import type { Word } from '@panah/domain/access/access-table';
import { REACH_PARAMETERS, reachByWord, reachValuesOrNone } from '../platform/access/current-reach';

const WORDS: readonly Word[] = ['note:read', 'note:read-restricted', 'note:read-privileged', 'note:confirm-void'];

/**
 * SQL: what of a case's notes opens to the reader, as booleans, by one look at the team. `alias` is the note or its case, with client and office.
 * @param first the number of its first parameter; it takes sixteen, filled by `noteReachValues`
 */
export const noteReach = (alias: string, first: number): string =>
  reachByWord(alias, 'client_id', ['team', 'restricted', 'privileged', 'voiding'], first);

/** How a condition names a column of the row `reach` of `noteReach`. */
export type Reaching = (column: 'team' | 'restricted' | 'privileged' | 'voiding') => string;
const beside: Reaching = (column) => `reach.${column}`;
/** As a question asked once, so that notes can be read off an index in their order. */
export const askedOnce: Reaching = (column) => `(select reach.${column} from reach)`;

/**
 * SQL that is true for the notes of `alias` that the reader may see: by class, by being named, as author of a draft.
 * A coordinator meets a privileged note only as a line whose voiding is asked. It stands beside a row `reach` of `noteReach`.
 * @param first as for `noteReach`
 */
export function visibleNotes(alias: string, first: number, reach: Reaching = beside): string {
  const reader = `$${first + 1}::uuid`;
  const officeOfRestricted = `${alias}.office_id = any($${first + REACH_PARAMETERS}::uuid[])`;
  return `((${alias}.state <> 'DRAFT' or ${alias}.author_id = ${reader}) and case
    when ${alias}.class = 'CONFIDENTIAL' then ${reach('team')}
    when ${alias}.class = 'RESTRICTED' and ${alias}.readers is null then ${reach('restricted')}
    when ${alias}.class = 'RESTRICTED' then (${reach('team')} and (${alias}.author_id = ${reader} or ${reader} = any(${alias}.readers))) or (${reach('restricted')} and ${officeOfRestricted})
    else ${reach('privileged')} or (${reach('voiding')} and ${alias}.state in ('VOID_ASKED', 'VOIDED')) end)`;
}

/** SQL: the sealed text, where the reader may open it. It stands beside a row `reach` of `noteReach`. */
export const openableText = (alias: string, reach: Reaching = beside): string =>
  `case when ${alias}.class <> 'SEALED' or ${reach('privileged')} then ${alias}.sealed end`;

/** The values of `visibleNotes` for the one who is asking. */
export function noteReachValues(): unknown[] {
  return WORDS.flatMap(reachValuesOrNone);
}
