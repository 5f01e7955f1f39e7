import { foldLatin, foldPersian } from './normalise';
import type { Choice } from './persian-sounds';
import { scriptOf } from './script';
import { spell } from './spell';

/**
 * Sounds that other languages write otherwise, in fewer classes than the name key has (model.md A.7, known misses): Albanian
 * (Xhevat, Qamil), Kurdish and Azeri (Cemal, Xalid, Əli), Turkish (Ahmet), Arabic (Ramadan, Jamil as Gamil), French, German.
 * B(b p) · T(t d) · S(s z) · C(j zh ch sh) · H(h kh) · K(k g q gh) · F(f v w) · L · M · N · R; vowels fall away everywhere.
 */
const LATIN: readonly (readonly [letters: string, choice: Choice])[] = [
  ['tsch', ['C']],
  ['dsch', ['C']],
  ['sch', ['C']],
  ['tch', ['C']],
  ['dzh', ['C']],
  ['dj', ['C']],
  ['zh', ['C', 'SH']],
  ['xh', ['C']],
  ['gj', ['C', 'K']],
  ['sh', ['C', 'SH']],
  ['ch', ['C', 'H']],
  ['kh', ['H']],
  ['gh', ['K', '']],
  ['th', ['T', 'S']],
  ['dh', ['S', 'T']],
  ['ph', ['F']],
  ['ck', ['K']],
  ['ts', ['S', 'TS']],
  ['tz', ['S']],
  ['dz', ['S']],
  ['b', ['B']],
  ['p', ['B']],
  ['t', ['T']],
  ['d', ['T']],
  ['s', ['S']],
  ['z', ['S']],
  ['c', ['K', 'C', 'S']],
  ['j', ['C', '']],
  ['q', ['K', 'C']],
  ['g', ['K', 'C']],
  ['k', ['K']],
  ['x', ['H', 'KS', 'S']],
  ['h', ['H', '']],
  ['f', ['F']],
  ['v', ['F', '']],
  ['w', ['F', '']],
  ['l', ['L']],
  ['m', ['M']],
  ['n', ['N']],
  ['r', ['R']],
];

const PERSIAN: ReadonlyMap<string, Choice> = new Map(
  Object.entries({
    بپ: ['B'],
    تطد: ['T'],
    سصز: ['S'],
    ثذضظ: ['S', 'T'],
    جچژش: ['C'],
    خ: ['H'],
    حه: ['H', ''],
    کقگ: ['K'],
    غ: ['K', ''],
    ف: ['F'],
    و: ['F', ''],
    ل: ['L'],
    م: ['M'],
    ن: ['N'],
    ر: ['R'],
  }).flatMap(([letters, choice]) => [...letters].map((letter): [string, Choice] => [letter, choice])),
);

/** The article is written to a name or left out: الرحمن is looked for as Rahman. */
const ARTICLE = /^ال(?=.{3})/;

function latinChoices(folded: string): Choice[] {
  const choices: Choice[] = [];
  for (let at = 0; at < folded.length;) {
    const found = LATIN.find(([letters]) => folded.startsWith(letters, at));
    if (found) choices.push(found[1]);
    at += found ? found[0].length : 1;
  }
  return choices;
}

/** The ل of an article inside a name is heard or not: نورالدین is Nureddin. */
function persianChoices(folded: string): Choice[] {
  return [...folded].flatMap((letter, at) => {
    const choice = letter === 'ل' && at > 1 && folded[at - 1] === 'ا' ? ['L', ''] : PERSIAN.get(letter);
    return choice ? [choice] : [];
  });
}

/**
 * Keys by which a name is met when its name keys do not meet: coarser, hence a weaker sign (model.md A.7).
 * @param text one word of a name
 * @returns at most 64 keys of two symbols or more
 */
export function looseKeys(text: string): string[] {
  if (scriptOf(text) === 'LATIN') return strong(spell(latinChoices(foldLatin(text).replaceAll(' ', ''))));
  const folded = foldPersian(text).replaceAll(' ', '');
  return strong([folded, folded.replace(ARTICLE, '')].flatMap((form) => spell(persianChoices(form))));
}

const strong = (keys: readonly string[]): string[] => [...new Set(keys)].filter((key) => key.length >= 2);
