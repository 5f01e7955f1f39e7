import { HALF_SPACE, type PlainText, plainWord } from './plain-text';
import { CITIES_ARABIC } from './places/cities-arabic';
import { CITIES_LATIN } from './places/cities-latin';
import { COUNTRIES_ARABIC } from './places/countries-arabic';
import { COUNTRIES_LATIN } from './places/countries-latin';
import { DISTRICTS } from './places/districts';
import { disguisedAt } from './disguised';
import { ALSO_NOUNS, ALSO_WORDS, INTO_PLACES } from './places/also-words';
import { stemsOf } from './stems';
import type { Span, Token } from './tokens';

type Place = 'CITY' | 'COUNTRY';
const MOST_WORDS = 5;
const WITHIN = new RegExp(`^['.]?[ \\-${HALF_SPACE}]$|^'$`);
const LETTERS = new RegExp(`[^\\p{L}]`, 'gu');

const keyOf = (name: string): string => plainWord(name).replace(LETTERS, '');

function bookOf(lists: readonly (readonly string[])[]): Set<string> {
  return new Set(lists.flatMap((list) => list.flatMap((line) => line.split('|').map(keyOf))));
}

const severalOf = (lists: readonly (readonly string[])[]): Set<string> =>
  bookOf(lists.map((list) => list.flatMap((line) => line.split('|')).filter((name) => /[ \-\u200c]/.test(name))));

interface Atlas {
  readonly cities: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  /** Those of both that are several words, as one. */
  readonly several: ReadonlySet<string>;
  readonly alsoWords: ReadonlySet<string>;
  readonly alsoNouns: ReadonlySet<string>;
  readonly into: ReadonlySet<string>;
}

let atlas: Atlas | null = null;

/** Made when the first message is looked through, and kept: reading three thousand names takes a moment. */
function openAtlas(): Atlas {
  atlas ??= {
    cities: bookOf([CITIES_LATIN, CITIES_ARABIC, DISTRICTS]),
    countries: bookOf([COUNTRIES_LATIN, COUNTRIES_ARABIC]),
    several: severalOf([CITIES_LATIN, CITIES_ARABIC, DISTRICTS, COUNTRIES_LATIN, COUNTRIES_ARABIC]),
    alsoWords: bookOf([ALSO_WORDS]),
    alsoNouns: bookOf([ALSO_NOUNS]),
    into: bookOf([INTO_PLACES]),
  };
  return atlas;
}

const kindOf = (key: string, { cities, countries }: Atlas): Place | null =>
  countries.has(key) ? 'COUNTRY' : cities.has(key) ? 'CITY' : null;

/** Countries of the world and large cities, also declined; a place that is also a common word only where somebody is in, from or on the way to it. */
export function placesIn(_: PlainText, tokens: readonly Token[]): Span<Place>[] {
  const known = openAtlas();
  const found: Span<Place>[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const place =
      severalWords(tokens, at, known) ?? oneWord(tokens, at, known) ?? spelledOut(tokens, at, known) ?? disguised(tokens, at, known);
    if (!place) continue;
    found.push(place.span);
    at += place.words - 1;
  }
  return found;
}

/** Whether a word is one of the places that are known anyway. */
export function isListed(token: Token): boolean {
  const known = openAtlas();
  return stemsOf(token.written).some((stem) => kindOf(stem, known) !== null);
}

interface Found {
  readonly span: Span<Place>;
  readonly words: number;
}

const foundAt = (tokens: readonly Token[], at: number, words: number, kind: Place): Found => ({
  span: { kind, at: tokens[at]?.at ?? 0, to: tokens[at + words - 1]?.to ?? 0 },
  words,
});

function severalWords(tokens: readonly Token[], at: number, known: Atlas): Found | null {
  let joined = bare(tokens[at]);
  let glued = true;
  let best: Found | null = null;
  for (let words = 2; words <= MOST_WORDS; words++) {
    const token = tokens[at + words - 1];
    if (!token || token.isNumber || !WITHIN.test(token.gap) || joined.length > 40) break;
    joined += token.text;
    glued &&= !token.gap.includes(' ');
    if (joined.length < 5) continue;
    const key = stemsOf(joined).find((stem, index) => kindOf(stem, known) && (index === 0 || !isLatin(stem)) && !known.alsoWords.has(stem));
    const kind = key === undefined ? null : kindOf(key, known);
    const named = key !== undefined && (glued || known.several.has(key) || (!isLatin(key) && key.length >= 6));
    if (kind && named && spansWords(tokens, at, words, known)) best = foundAt(tokens, at, words, kind);
  }
  return best;
}

const bare = (token: Token | undefined): string => token?.text ?? '';
const isLatin = (word: string): boolean => /^[a-z]/.test(word);

/** Two words that together only happen to be a place, or of which one already is: those are looked at one by one. */
function spansWords(tokens: readonly Token[], at: number, words: number, known: Atlas): boolean {
  const last = bare(tokens[at + words - 1]);
  const first = bare(tokens[at]);
  return last.length > 1 && !(words === 2 && first.length <= 2 && kindOf(last, known) !== null);
}

function oneWord(tokens: readonly Token[], at: number, known: Atlas): Found | null {
  const token = tokens[at];
  if (!token || token.isNumber) return null;
  if (token.text === 'us') return token.shouts && !tokens[at - 1]?.shouts ? foundAt(tokens, at, 1, 'COUNTRY') : null;
  const stems = stemsOf(token.written);
  const key = stems.find((stem, index) => kindOf(stem, known) !== null && mayStand(tokens, at, stem, index, known));
  const kind = key === undefined ? null : kindOf(key, known);
  return kind ? foundAt(tokens, at, 1, kind) : null;
}

function mayStand(tokens: readonly Token[], at: number, stem: string, index: number, known: Atlas): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (known.alsoWords.has(stem)) return isIntended(tokens, at, index, known);
  if (index === 0 || !isLatin(stem)) return stem.length > 2 || token.shouts || !isLatin(stem);
  return token.capital || stem.length >= 6;
}

/** In Latin writing a capital inside a sentence says it; in Arabic writing, and of a German noun, only what stands before it. */
function isIntended(tokens: readonly Token[], at: number, index: number, known: Atlas): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!token || index > 0) return false;
  const latin = isLatin(token.text);
  if (latin && !token.capital) return false;
  if (latin && !token.opens && !known.alsoNouns.has(token.text)) return true;
  return before !== undefined && /^[ \n]$/.test(token.gap) && known.into.has(bare(before));
}

/** T1rana. */
function disguised(tokens: readonly Token[], at: number, known: Atlas): Found | null {
  const word = disguisedAt(tokens, at);
  if (!word) return null;
  const key = word.readings
    .flatMap((reading) => stemsOf(reading))
    .find((stem) => kindOf(stem, known) !== null && !known.alsoWords.has(stem));
  const kind = key === undefined ? null : kindOf(key, known);
  return kind ? foundAt(tokens, at, word.words, kind) : null;
}

const SPELLED = /^[ \-_.·*]{1,2}$/;

/** B-e-r-l-i-n. */
function spelledOut(tokens: readonly Token[], at: number, known: Atlas): Found | null {
  let joined = '';
  let best: Found | null = null;
  for (let words = 1; words <= 20; words++) {
    const token = tokens[at + words - 1];
    if (!token || token.isNumber || token.text.length !== 1 || (words > 1 && !SPELLED.test(token.gap))) break;
    joined += token.text;
    const kind = joined.length >= 4 ? kindOf(joined, known) : null;
    if (kind) best = foundAt(tokens, at, words, kind);
  }
  return best;
}
