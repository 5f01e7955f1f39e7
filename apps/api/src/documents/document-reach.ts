import { SHELVES, type Shelf } from '@panah/domain/documents/document.rules';
import { WORD_OF_SHELF } from '@panah/domain/documents/shelf-words';
import { reachByWord, reachValuesOrNone } from '../platform/access/current-reach';

const nameOf = (shelf: Shelf): string => shelf.toLowerCase();

/** SQL: which shelves of a case open to the reader, as booleans. `alias` is a document or its case; the parameters are those of `shelfValues`. */
export const openShelves = (alias: string, first: number): string => reachByWord(alias, 'client_id', SHELVES.map(nameOf), first);

/** SQL that is true for the documents of `alias` on an open shelf. It stands beside a row `reach` of `openShelves`. */
export const onOpenShelf = (alias: string): string =>
  `case ${alias}.shelf ${SHELVES.map((shelf) => `when '${shelf}' then reach.${nameOf(shelf)}`).join(' ')} else false end`;

/** The shelves that a row of `openShelves` opens. */
export const shelvesIn = (row: Record<string, unknown> | null): Shelf[] => SHELVES.filter((shelf) => row?.[nameOf(shelf)] === true);

export const shelfValues = (): unknown[] => SHELVES.flatMap((shelf) => reachValuesOrNone(WORD_OF_SHELF[shelf]));
