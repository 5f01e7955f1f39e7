import { foldLatin, foldPersian } from '../../names/normalise';

/**
 * A text as the detectors read it: small letters without marks, digits of every script as 0 to 9, Persian and Arabic letters in one
 * spelling, signs that only look like others as those others, and nothing invisible. Each unit knows the passage that it came from.
 */
export interface PlainText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Whether the unit came from a capital. */
  readonly capitals: readonly boolean[];
}

/** Half-spaces inside Arabic writing: they part a word from its endings. Everywhere else they are as good as nothing. */
export const HALF_SPACE = '\u200c';
const CLUSTER = /\P{M}\p{M}*/gu;
const INVISIBLE = /^(?:\p{Cf}|\p{M}|\u115f|\u1160|\u2800|\u3164|\uffa0)/u;
const ARABIC = /\p{Script=Arabic}/u;

const SIGNS = new Map(
  Object.entries({
    '،': ',',
    '؛': ';',
    '؟': '?',
    '٫': '.',
    '٬': ',',
    '。': '.',
    '．': '.',
    '․': '.',
    '‧': '.',
    º: '°',
    '˚': '°',
    '＠': '@',
    '﹫': '@',
    '′': "'",
    '’': "'",
    '‘': "'",
    '‛': "'",
    ʼ: "'",
    '`': "'",
    '´': "'",
    '″': '"',
    '“': '"',
    '”': '"',
    '„': '"',
    '«': '"',
    '»': '"',
    '−': '-',
    '⁄': '/',
    '∕': '/',
    '٭': '*',
  }),
);
/** Cyrillic and Greek letters that look like Latin ones. */
const LOOK_ALIKES = new Map(
  'аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs ԁd һh ԛq ԝw αa βb εe ηn ιi κk μm νv οo ρp τt υu χx ωw'
    .split(' ')
    .map(([odd = '', latin = '']): [string, string] => [odd, latin]),
);

function digitOf(letter: string): string {
  let first = letter.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) {
    first -= 1;
    value += 1;
  }
  return String(value);
}

const RINGED = '❶❷❸❹❺❻❼❽❾➀➁➂➃➄➅➆➇➈➊➋➌➍➎➏➐➑➒';

function folded(cluster: string): string {
  if (INVISIBLE.test(cluster)) return cluster.includes('\u200c') ? HALF_SPACE : '';
  const sign = SIGNS.get([...cluster][0] ?? '');
  if (sign !== undefined) return sign;
  const plain = cluster.normalize('NFKC').toLowerCase();
  if (RINGED.includes(cluster)) return String((RINGED.indexOf(cluster) % 9) + 1);
  return [...plain.normalize('NFC')].slice(0, 4).map(foldedLetter).join('');
}

function foldedLetter(letter: string): string {
  if (/[0-9]/.test(letter)) return letter;
  if (/\p{Nd}/u.test(letter)) return digitOf(letter);
  if (/\p{L}/u.test(letter)) return LOOK_ALIKES.get(letter.normalize('NFD')[0] ?? '') ?? foldLatin(foldPersian(letter));
  if (/\p{M}/u.test(letter)) return '';
  if (/[\n\r\u2028\u2029]/.test(letter)) return '\n';
  if (/\s/.test(letter)) return ' ';
  return /\p{Pd}/u.test(letter) ? '-' : letter;
}

const CACHE = new Map<string, string>();
const MOST_KEPT = 5000;

function foldedOnce(cluster: string): string {
  const known = CACHE.get(cluster);
  if (known !== undefined) return known;
  const found = folded(cluster);
  if (CACHE.size < MOST_KEPT) CACHE.set(cluster, found);
  return found;
}

/** Of a heap of marks only the first two count: no letter of the six languages has more. */
const shortened = (cluster: string): string => (cluster.length > 4 ? [...cluster].slice(0, 3).join('') : cluster);

export function plainText(original: string): PlainText {
  const units: string[] = [];
  const [starts, ends, capitals]: [number[], number[], boolean[]] = [[], [], []];
  for (const match of original.matchAll(CLUSTER)) {
    const [cluster] = match;
    const form = foldedOnce(shortened(cluster));
    const capital = form !== '' && /\p{Lu}/u.test(cluster);
    for (const unit of form.split('')) {
      units.push(unit);
      starts.push(match.index);
      ends.push(match.index + cluster.length);
      capitals.push(capital);
    }
  }
  return withoutIdleHalfSpaces({ text: units.join(''), starts, ends, capitals });
}

function withoutIdleHalfSpaces(plain: PlainText): PlainText {
  if (!plain.text.includes(HALF_SPACE)) return plain;
  const isArabic = (at: number): boolean => ARABIC.test(plain.text[at] ?? '');
  const stays = (at: number): boolean => plain.text[at] !== HALF_SPACE || (isArabic(at - 1) && isArabic(at + 1));
  const kept = Array.from(plain.starts, (_, at) => at).filter(stays);
  const chosen = <T>(list: readonly T[]): T[] => kept.flatMap((at) => list.slice(at, at + 1));
  return {
    text: kept.map((at) => plain.text[at]).join(''),
    starts: chosen(plain.starts),
    ends: chosen(plain.ends),
    capitals: chosen(plain.capitals),
  };
}

/** A word of our own lists, as it stands in a plain text. */
export const plainWord = (word: string): string => plainText(word).text;
