import { isStrongKey, nameKeyPrefixes, nameKeys, prefixesOfKey } from '../names/name-keys';
import { normaliseName } from '../names/normalise';
import { latinDigits } from '../numbers/digits';

/**
 * FORM: the normal form of a word; KEY: a whole consonant key; START: the beginning of a key, for search while typing;
 * WHOLE: the key of the whole name, for duplicate hints; PSEUDONYM: the beginning of a pseudonym.
 */
export type TermKind = 'FORM' | 'KEY' | 'START' | 'WHOLE' | 'PSEUDONYM';

export interface SearchTerm {
  readonly kind: TermKind;
  readonly value: string;
}

export interface QueryTerm extends SearchTerm {
  /** Which word of the question it stands for. */
  readonly word: number;
  /** How much a hit says. */
  readonly weight: number;
}

const GAPS = /[\s\u200B-\u200D\-‐-―.,،]+/u;
const LONGEST_START = 6;
const MOST_WORDS = 6;
const WEIGHT = { FORM: 40, PSEUDONYM: 30, KEY: 20, START: 5, WHOLE: 50 } as const;

/** The words of a name; a half-space, a hyphen and a blank part them alike. */
export function wordsOf(text: string): string[] {
  return text.split(GAPS).filter((word) => word !== '');
}

/** Neighbours written as one word elsewhere: «محمد رضا» and «محمدرضا». */
function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
}

/** What is kept, as keyed tokens, so that a name is found in either script and any usual spelling (model.md A.3, A.4). */
export function termsOfName(asWritten: string): SearchTerm[] {
  const words = wordsOf(asWritten);
  const units = [...words, ...pairsOf(words)];
  const keys = [...new Set(units.flatMap(nameKeys))];
  const starts = new Set(keys.flatMap((key) => prefixesOfKey(key.slice(0, LONGEST_START))));
  return [
    ...distinct(units.map(normaliseName)).map((value) => ({ kind: 'FORM' as const, value })),
    ...keys.map((value) => ({ kind: 'KEY' as const, value })),
    ...[...starts].map((value) => ({ kind: 'START' as const, value })),
    ...distinct(nameKeys(words.join(' '))).map((value) => ({ kind: 'WHOLE' as const, value })),
  ];
}

/** Beginnings of a pseudonym, from two letters up. */
export function termsOfPseudonym(pseudonym: string): SearchTerm[] {
  const form = normaliseName(pseudonym);
  return Array.from({ length: Math.max(0, form.length - 1) }, (_, at) => ({ kind: 'PSEUDONYM', value: form.slice(0, at + 2) }));
}

/**
 * What a name asks for when somebody may be known already: whole words only; a key of two symbols finds nobody by itself (A.4).
 */
export function termsOfDuplicate(asWritten: string): QueryTerm[] {
  const words = wordsOf(asWritten).slice(0, MOST_WORDS);
  const whole = nameKeys(words.join(' ')).filter(isStrongKey);
  return words.flatMap((unit, word) => [
    ...nameKeys(unit)
      .filter((key) => words.length > 1 || isStrongKey(key))
      .map((value) => ({ kind: 'KEY' as const, value, word, weight: WEIGHT.KEY })),
    ...whole.map((value) => ({ kind: 'WHOLE' as const, value, word, weight: WEIGHT.WHOLE })),
  ]);
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

/** What a question asks for: its words in any order, each of them perhaps not typed to its end. */
export function termsOfQuery(text: string): { words: number; terms: QueryTerm[] } {
  const words = wordsOf(text).slice(0, MOST_WORDS);
  const ofWords = words.flatMap((word, at) => termsOfUnit(word, at));
  const ofPairs = pairsOf(words).flatMap((pair, at) => [...termsOfUnit(pair, at), ...termsOfUnit(pair, at + 1)]);
  const pseudonym = normaliseName(text);
  const ofPseudonym =
    pseudonym.length < 2 ? [] : words.map((_, word) => ({ kind: 'PSEUDONYM' as const, value: pseudonym, word, weight: WEIGHT.PSEUDONYM }));
  return { words: words.length, terms: [...ofWords, ...ofPairs, ...ofPseudonym] };
}

function termsOfUnit(unit: string, word: number): QueryTerm[] {
  const of = (kind: 'FORM' | 'KEY' | 'START', values: readonly string[]): QueryTerm[] =>
    values.map((value) => ({ kind, value, word, weight: WEIGHT[kind] }));
  return [
    ...of('FORM', distinct([normaliseName(unit)])),
    ...of('KEY', nameKeys(unit)),
    ...of('START', distinct(nameKeyPrefixes(unit).map((key) => key.slice(0, LONGEST_START)))),
  ];
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].filter((value) => value !== '');
