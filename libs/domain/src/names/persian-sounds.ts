/** The spellings one place of a name may have in the key; '' when it may fall away. */
export type Choice = readonly string[];

const CONSONANTS: Record<string, string> = Object.fromEntries(
  Object.entries({
    B: 'ب',
    P: 'پ',
    T: 'تط',
    S: 'ثسص',
    J: 'جژ',
    C: 'چ',
    H: 'حه',
    X: 'خ',
    D: 'د',
    Z: 'ذزضظ',
    R: 'ر',
    $: 'ش',
    G: 'غقگ',
    F: 'ف',
    K: 'ک',
    L: 'ل',
    M: 'م',
    N: 'ن',
  }).flatMap(([symbol, letters]) => [...letters].map((letter) => [letter, symbol])),
);
const SUN_LETTERS = 'تثدذرزسشصضطظلن';

/** The first sound of a whole name is kept even when it is a vowel. */
function firstSound(letter: string): Choice {
  if (letter === 'ا' || letter === 'ع') return ['A'];
  if (letter === 'ی') return ['Y'];
  if (letter === 'و') return ['V'];
  return CONSONANTS[letter] ? [CONSONANTS[letter]] : [];
}

function isSilentLam(text: string, at: number): boolean {
  return text[at] === 'ل' && text[at - 1] === 'ا' && SUN_LETTERS.includes(text[at + 1] ?? ' ');
}

function soundAt(text: string, at: number): Choice {
  const letter = text[at] ?? '';
  if (letter === 'و') return ['', 'V'];
  if (isSilentLam(text, at)) return ['L', ''];
  if (letter === 'ه' && text[at - 1] === 'ش') return ['H', ''];
  // an h before a gap may be heard (روح‌الله) or not (شکوفه احمدی)
  if ((letter === 'ه' || letter === 'ح') && text[at + 1] === ' ') return ['H', ''];
  return CONSONANTS[letter] ? [CONSONANTS[letter]] : [];
}

/**
 * The sounds of a name in Persian writing, place by place (model.md A.3).
 * @param folded from foldPersian
 * @param opensName whether its first letter is the first of the whole name
 */
export function persianSounds(folded: string, opensName: boolean): Choice[] {
  const sounds: Choice[] = [];
  for (let at = 0; at < folded.length; at++) sounds.push(at === 0 && opensName ? firstSound(folded[0] ?? '') : soundAt(folded, at));
  return sounds.filter((choice) => choice.length > 0);
}
