import type { NameBooks } from '../names/name-books';
import { askedWord, STRONG } from '../names/name-word';
import { scriptOf } from '../names/script';
import type { BookEntry } from '../names/word-book';

/** A word that occurs, and which of one's own words it is in some spelling. */
export interface AlikeWord<T> {
  readonly entry: BookEntry<T>;
  readonly word: number;
}

/**
 * Every word that is one of somebody's own in any spelling, or two of them written as one. Spellings of one name among one's own
 * («رضا», "Reza") count as one word.
 * @param own words as they are kept, in no order
 */
export function alikeWords<T>(own: readonly string[], books: NameBooks<T>): AlikeWord<T>[] {
  const same = own.map((word) => entriesOf(word, books));
  const first = same.map((entries, at) => Math.min(at, ...same.flatMap((other, index) => (meet(entries, other) ? [index] : []))));
  const single = same.flatMap((entries, at) => entries.map((entry) => ({ entry, word: first[at] ?? at })));
  const joined = pairsOf(own).flatMap(([a, b]) =>
    entriesOf(`${own[a]}${own[b]}`, books).flatMap((entry) => [a, b].map((at) => ({ entry, word: first[at] ?? at }))),
  );
  return [...single, ...joined];
}

function entriesOf<T>(word: string, books: NameBooks<T>): BookEntry<T>[] {
  return books.names.find(askedWord(word, true, false), STRONG).map(({ entry }) => entry);
}

const meet = <T>(a: readonly T[], b: readonly T[]): boolean => a.some((one) => b.includes(one));

/** Two words of one script, in either order. */
function pairsOf(own: readonly string[]): [number, number][] {
  const all = own.flatMap((_, a) => own.map((__, b): [number, number] => [a, b]));
  return all.filter(([a, b]) => a !== b && scriptOf(own[a] ?? '') === scriptOf(own[b] ?? ''));
}
