import { askedEnd, type AskedWord, askedWord, HEARD, isLongEnough, STRONG } from '../names/name-word';
import { isStrongKey } from '../names/name-keys';
import { foldLatin, foldPersian, normaliseName } from '../names/normalise';
import { scriptOf } from '../names/script';
import type { NameBooks } from '../names/name-books';
import type { BookEntry, BookMatch } from '../names/word-book';
import { latinDigits } from '../numbers/digits';

/** A word that is looked for: whoever bears it answers one word of the question, or one side of it. */
export interface Sought<T> {
  readonly entry: BookEntry<T>;
  /** Which word of the question it answers. */
  readonly term: number;
  /** 0 for the word as a whole; from 1 the ways to part it in two («محمدرضا» kept as «محمد رضا»): both sides must be met. */
  readonly split: number;
  readonly side: number;
  /** How well it answers; from STRONG up it is the same name, or begins like it. */
  readonly score: number;
}

export interface Question<T> {
  readonly words: number;
  readonly sought: readonly Sought<T>[];
}

const GAPS = /[\s\u200B-\u200D\u2060\uFEFF\-‐-―−_.,،·]+/u;
const LETTER_BESIDE_DIGIT = /(?<=\p{L})(?=[0-9])|(?<=[0-9])(?=\p{L})/gu;
const MOST_WORDS = 6;
const SHORTEST = 3;
const [LEAST_TO_PART, LEAST_SIDE] = [5, 2];
/** What comes of parting a word says a little less than the word itself. */
const PARTED = 0.5;

/** The words of a name; a half-space, a hyphen and a blank part them alike, letters and digits part by themselves, digits are those of any script. */
export function wordsOf(text: string): string[] {
  return latinDigits(text)
    .replace(LETTER_BESIDE_DIGIT, ' ')
    .split(GAPS)
    .filter((word) => normaliseName(word) !== '');
}

/** The words of a name as the index keeps them (R-ID-09): letters in one spelling, no marks, small letters. */
export function keptWords(asWritten: string): string[] {
  return [...new Set(wordsOf(asWritten).map((word) => (scriptOf(word) === 'LATIN' ? foldLatin(word) : foldPersian(word))))];
}

/** A case reference, or three symbols and more of its beginning, as it is kept; null when the text cannot be one. */
export function caseRefBeginning(text: string): string | null {
  const typed = latinDigits(text)
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{3,7}$/.test(typed)) return null;
  return typed.length > 6 ? `${typed.slice(0, 6)}-${typed.slice(6)}` : typed;
}

const WHOLE_REFERENCE = 'XXXXXX-X'.length;

/** Whether nothing in a question is long enough to be looked for in every script: who typed it is asked for more letters. To a whole reference there is none. */
export function asksForMore(text: string): boolean {
  return (
    caseRefBeginning(text)?.length !== WHOLE_REFERENCE && !wordsOf(text).some((word) => isLongEnough(word) || /^[0-9]{2,}$/.test(word))
  );
}

const lengthOf = (word: string): number => [...normaliseName(word)].length;

/** The words of a question as they are compared; each may be shorter where another is long enough. */
export function askedWords(words: readonly string[]): AskedWord[] {
  const long = words.map((word) => lengthOf(word) >= SHORTEST);
  return words.map((word, at) =>
    askedWord(
      word,
      long.some((enough, other) => enough && other !== at),
    ),
  );
}

/**
 * What a question asks for: its words in any order, each of them perhaps not typed to its end, or parted otherwise than in the file.
 * @param least STRONG for what is the same name or begins like it; 0 also for what merely resembles
 */
export function askFor<T>(text: string, book: NameBooks<T>, least = 0): Question<T> {
  const words = wordsOf(text).slice(0, MOST_WORDS);
  const whole = askedWords(words).flatMap((word, term) => inBook(book, word, [term], least));
  const parted = words.flatMap((word, term) => partings(word, term, book, least));
  return { words: words.length, sought: [...whole, ...joinings(words, book, true, least), ...parted] };
}

/** What a name asks for when somebody may be known already: whole words only; a key of two symbols proposes nobody by itself (A.4). */
export function askForDuplicates<T>(asWritten: string, book: NameBooks<T>): Question<T> {
  const words = wordsOf(asWritten).slice(0, MOST_WORDS);
  const asked = words.map((word) => askedWord(word, true, false));
  if (words.length === 1 && !asked.some(({ keys }) => keys.some(isStrongKey))) return { words: 1, sought: [] };
  const whole = asked.flatMap((word, term) => inBook(book, word, [term], STRONG));
  const parted = words.flatMap((word, term) => partings(word, term, book, STRONG));
  return { words: words.length, sought: [...whole, ...joinings(words, book, false, STRONG), ...parted] };
}

function inBook<T>(book: NameBooks<T>, asked: AskedWord, terms: readonly number[], least: number): Sought<T>[] {
  return book.find(asked, least).flatMap(({ entry, score }) => terms.map((term) => ({ entry, term, split: 0, side: 0, score })));
}

/** Neighbours that the file has as one word: «محمد رضا» for «محمدرضا», "Abd al-Rahman" for «عبدالرحمن». */
function joinings<T>(words: readonly string[], book: NameBooks<T>, mayBegin: boolean, least: number): Sought<T>[] {
  const runs = [2, 3].flatMap((length) => words.slice(length - 1).map((_, at) => ({ at, length })));
  return runs.flatMap(({ at, length }) => {
    const joined = askedWord(words.slice(at, at + length).join(''), true, mayBegin);
    return inBook(
      book,
      joined,
      Array.from({ length }, (_, term) => at + term),
      Math.max(least, HEARD),
    );
  });
}

/** Every way in which a word is two that occur, the second perhaps only begun. */
function partings<T>(word: string, term: number, book: NameBooks<T>, least: number): Sought<T>[] {
  const letters = [...word];
  if (lengthOf(word) < LEAST_TO_PART) return [];
  const places = Array.from({ length: letters.length - 2 * LEAST_SIDE + 1 }, (_, at) => at + LEAST_SIDE);
  return places.flatMap((place, at) =>
    parting(letters.slice(0, place).join(''), letters.slice(place).join(''), { term, split: at + 1 }, book, least),
  );
}

function parting<T>(first: string, second: string, at: { term: number; split: number }, book: NameBooks<T>, least: number): Sought<T>[] {
  const left = sideIn(book, askedWord(first, true, false), least);
  const right = left.length ? sideIn(book, askedEnd(second), least) : [];
  if (right.length === 0) return [];
  return [left, right].flatMap((matches, side) => matches.map(({ entry, score }) => ({ ...at, entry, side, score: score - PARTED })));
}

/** The same name or its beginning; a mere likeness of a part would be chance. Pseudonyms are not parted. */
function sideIn<T>(book: NameBooks<T>, asked: AskedWord, least: number): BookMatch<T>[] {
  return book.names.find(asked, Math.max(least, HEARD));
}
