import { nameKeys } from '../names/name-keys';
import { normaliseName } from '../names/normalise';
import { PERSIAN_NAMES } from '../names/persian-names';
import { scriptOf } from '../names/script';

/** What makes a title of a task, document or appointment one that others must not read over a shoulder (R-CA-11). */
export type TitleFault = 'names-a-person' | 'hurtful-word';

const WORD = /[\p{L}\p{M}\u200c\u200d]+/gu;
const SHORTEST_NAME = 3;

const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

/**
 * R-CA-11: the words of a title, against the names of the person it is about, in either script and any spelling, and against words that hurt.
 * @param names as written, each with its parts
 * @param isHurtful tells by one word; the list is kept as sums, so that it stands nowhere in plain
 */
export function faultsOfTitle(title: string, names: readonly string[], isHurtful: (word: string) => boolean): TitleFault[] {
  const words = wordsOf(title);
  const faults: TitleFault[] = [];
  if (namesSomebody(words, names.flatMap(wordsOf))) faults.push('names-a-person');
  if (words.some(isHurtful)) faults.push('hurtful-word');
  return faults;
}

/** Names of two letters are parts of too many words. */
function namesSomebody(words: readonly string[], names: readonly string[]): boolean {
  const parts = names.filter((name) => name.length >= SHORTEST_NAME).flatMap(withKnownSpellings);
  const plain = new Set(parts.map(normaliseName));
  const sounds = { all: soundsOf(parts), latin: soundsOf(parts.filter((part) => scriptOf(part) === 'LATIN')) };
  return words.some((word) => plain.has(normaliseName(word)) || soundsLike(word, scriptOf(word) === 'LATIN' ? sounds.all : sounds.latin));
}

/** Short names have no sound to go by: those that everybody knows are compared in each of their spellings. */
function withKnownSpellings(part: string): string[] {
  const plain = normaliseName(part);
  const known = PERSIAN_NAMES.filter(({ fa, latin }) => [fa, ...latin].some((spelling) => normaliseName(spelling) === plain));
  return [part, ...known.flatMap(({ fa, latin }) => [fa, ...latin])];
}

const soundsOf = (parts: readonly string[]): Set<string> => new Set(parts.flatMap(nameKeys));

/**
 * Consonants agree by chance: two are enough only in a word that is written as a name, with a capital; and a word in Persian letters
 * is compared by its sound only with names in the other writing.
 */
function soundsLike(word: string, sounds: ReadonlySet<string>): boolean {
  const [first = ''] = word;
  const capital = first !== first.toLowerCase();
  const least = capital ? 2 : 3;
  return word.length >= SHORTEST_NAME && nameKeys(word).some((key) => key.length >= least && sounds.has(key));
}
