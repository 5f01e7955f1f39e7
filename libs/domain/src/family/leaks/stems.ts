import { HALF_SPACE } from './plain-text';

const ARABIC = /\p{Script=Arabic}/u;
/** What Arabic writes to the front of a word: and, so, in, to, like, the. */
const FRONT = ['ولل', 'فلل', 'وبال', 'وال', 'بال', 'فال', 'کال', 'لل', 'ال', 'وب', 'ول', 'فب', 'و', 'ب', 'ل', 'ف', 'ک'];
/** What Persian and Arabic write to its end: of, a, from there, my, I am, it is. */
const END = [
  'یی',
  'یهای',
  'هایی',
  'های',
  'یها',
  'ها',
  'یست',
  'ست',
  'مان',
  'تان',
  'شان',
  'یون',
  'یین',
  'ایم',
  'اند',
  'ام',
  'ای',
  'یه',
  'یم',
  'ید',
  'ین',
  'رو',
  'ی',
  'م',
  'ت',
  'ش',
  'ه',
  'و',
];
const CALLED = ['جانم', 'جان', 'جون', 'خانم', 'آقا', 'اقا'];
/** German, Albanian, English and French endings of a name, and of who comes from there. */
const LATIN_END = [
  'ners',
  'ner',
  'ers',
  'ern',
  'er',
  'ese',
  'ise',
  'ine',
  'se',
  'ne',
  'es',
  'en',
  'it',
  'in',
  'ut',
  'un',
  'as',
  'an',
  's',
  'n',
  'i',
  'u',
  'a',
  'e',
  't',
];
/** Mina, Minës, Minën. */
const ALBANIAN_OF_A = ['es', 'en', 'e'];
const [SHORTEST_ARABIC, SHORTEST_LATIN, SHORTEST_OF_GENITIVE, LONGEST] = [4, 5, 4, 40];
const SHORTEST_BEHIND_FRONT = 3;

/** The word itself, then what may be left of it without its endings and what is written to its front; longest first. A Latin word keeps `shortestLatin` letters. */
export function stemsOf(word: string, shortestLatin = SHORTEST_LATIN): string[] {
  if (word.length > LONGEST) return [];
  return [...new Set(ARABIC.test(word) ? arabicStems(word) : latinStems(word, shortestLatin))];
}

function arabicStems(word: string): string[] {
  const parts = word.split(HALF_SPACE);
  const whole = parts.join('');
  const cuts = parts.slice(1, 4).map((_, at) => parts.slice(0, at + 1).join(''));
  const bare = [whole, ...cuts.reverse()];
  const fronts = FRONT.filter((front) => whole.startsWith(front)).map((front) => whole.slice(front.length));
  const behind = fronts.filter((stem) => stem.length >= SHORTEST_BEHIND_FRONT);
  return [...bare, ...behind, ...[...bare, ...behind].flatMap((stem) => shortened(stem, [...CALLED, ...END], SHORTEST_ARABIC))];
}

const latinStems = (word: string, shortest: number): string[] => [
  word,
  ...shortened(word, LATIN_END, shortest),
  // Kölns, Wiens
  ...shortened(word, ['s'], Math.min(shortest, SHORTEST_OF_GENITIVE)),
  ...shortened(word, ALBANIAN_OF_A, shortest - 1).map((stem) => `${stem}a`),
];

const shortened = (word: string, endings: readonly string[], shortest: number): string[] =>
  endings
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= shortest)
    .map((ending) => word.slice(0, -ending.length));
