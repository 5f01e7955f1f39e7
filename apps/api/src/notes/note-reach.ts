import type { Word } from '@panah/domain/access/access-table';
import { REACH_PARAMETERS, reachByWord, reachValuesOrNone } from '../platform/access/current-reach';

/** Which word opens what of a case's notes. */
const WORDS = {
  team: 'note:read',
  restricted: 'note:read-restricted',
  privileged: 'note:read-privileged',
  voiding: 'note:confirm-void',
} as const satisfies Record<string, Word>;
type Column = keyof typeof WORDS;

/**
 * SQL: what of a case's notes opens to the reader, as booleans, by one look at the team. `alias` is the note or its case, with client and office.
 * @param first the number of its first parameter; it takes sixteen, filled by `noteReachValues`
 */
export const noteReach = (alias: string, first: number): string => reachByWord(alias, 'client_id', Object.keys(WORDS), first);

/** How a condition names a column of the row `reach` of `noteReach`. */
export type Reaching = (column: Column) => string;
const beside: Reaching = (column) => `reach.${column}`;
/** As a question asked once, so that notes can be read off an index in their order. */
export const askedOnce: Reaching = (column) => `(select reach.${column} from reach)`;

/**
 * SQL that is true for the notes of `alias` that the reader may see: by class, by being named, as author of a draft.
 * A coordinator meets a privileged note only as a line whose voiding is asked. It stands beside a row `reach` of `noteReach`.
 * @param first as for `noteReach`
 */
export function visibleNotes(alias: string, first: number, reach: Reaching = beside): string {
  return visibleTo(alias, `$${first + 1}`, `$${first + REACH_PARAMETERS}`, reach);
}

/**
 * SQL: as `visibleNotes`, where the reach was asked for otherwise.
 * @param staff the parameter that holds the reader's id
 * @param offices the parameter that holds the offices whose restricted notes they read
 */
export function visibleTo(alias: string, staff: string, offices: string, reach: Reaching): string {
  const reader = `${staff}::uuid`;
  const officeOfRestricted = `${alias}.office_id = any(${offices}::uuid[])`;
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
  return Object.values(WORDS).flatMap(reachValuesOrNone);
}

/** The same four questions for `openWords`, under these names. */
export const NOTE_WORDS = Object.entries(WORDS).map(([column, word]) => ({ name: `note/${column}`, word }));
/** SQL: the columns of `noteReach`, of the names that `openWords` found. */
export const noteReachIn = (names: string): string =>
  Object.keys(WORDS)
    .map((column) => `'note/${column}' = any(${names}) as ${column}`)
    .join(', ');

/** The values of `visibleTo` for the one who is asking. */
export function visibleToValues(): [staff: unknown, offices: unknown] {
  const [offices, staff] = reachValuesOrNone(WORDS.restricted);
  return [staff, offices];
}
