import type { Choice } from './persian-sounds';

const VOWELS = 'aeiouy';

/** Longest first. Each gives its sound at the start of a word and inside one (model.md A.3). */
const GROUPS: readonly (readonly [letters: string, start: Choice, inside: Choice])[] = [
  ['tsch', ['C'], ['C']],
  ['dsch', ['J'], ['J']],
  ['dzh', ['J'], ['J']],
  ['sch', ['$'], ['$']],
  ['dj', ['J'], ['J']],
  ['xh', ['J'], ['J']],
  ['sh', ['$'], ['$', 'SH']],
  ['kh', ['X'], ['X']],
  ['gh', ['G'], ['G']],
  ['zh', ['J'], ['J']],
  ['ch', ['C', '$', 'X'], ['C', '$', 'X']],
  // inside, the two may also be heard apart: "Fathi" is written فتحی
  ['th', ['T', 'S'], ['T', 'S', 'TH']],
  ['dh', ['Z'], ['Z']],
  ['ph', ['F'], ['F']],
  ['ck', ['K'], ['K']],
];
const SINGLE: Record<string, string> = {
  b: 'B',
  p: 'P',
  t: 'T',
  s: 'S',
  h: 'H',
  d: 'D',
  z: 'Z',
  r: 'R',
  g: 'G',
  q: 'G',
  f: 'F',
  k: 'K',
  l: 'L',
  m: 'M',
  n: 'N',
  v: 'V',
  x: 'KS',
};

interface Sound {
  readonly choice: Choice;
  readonly length: number;
}

function groupAt(text: string, at: number): Sound | null {
  const found = GROUPS.find(([letters]) => text.startsWith(letters, at));
  if (!found) return null;
  const [letters, start, inside] = found;
  const next = text[at + letters.length];
  const isInside = at > 0 && text[at - 1] !== ' ' && next !== undefined && next !== ' ';
  return { choice: isInside ? inside : start, length: letters.length };
}

function firstSound(text: string): Sound | null {
  if (text.startsWith('cyr')) return { choice: ['S'], length: 1 };
  if (text.startsWith('y')) return { choice: ['Y'], length: 1 };
  if (text.startsWith('j')) return { choice: ['J', 'Y'], length: 1 };
  return VOWELS.includes(text[0] ?? ' ') ? { choice: ['A'], length: 1 } : null;
}

function letterAt(text: string, at: number): Choice {
  const letter = text[at] ?? '';
  const next = text[at + 1] ?? ' ';
  if (letter === 'j') return ['J', ''];
  if (letter === 'w') return VOWELS.includes(next) ? ['V'] : [];
  if (letter === 'c') return 'eiy'.includes(next) ? ['S'] : ['K'];
  if (letter === 'h' && next === ' ') return ['H', ''];
  return SINGLE[letter] ? [SINGLE[letter]] : [];
}

/**
 * The sounds of a name in Latin writing, place by place (model.md A.3).
 * @param folded from foldLatin; an apostrophe parts a digraph
 * @param opensName whether its first letter is the first of the whole name
 */
export function latinSounds(folded: string, opensName: boolean): Choice[] {
  const sounds: Choice[] = [];
  for (let at = 0; at < folded.length;) {
    const sound = (at === 0 && opensName ? firstSound(folded) : null) ?? groupAt(folded, at) ?? { choice: letterAt(folded, at), length: 1 };
    sounds.push(sound.choice);
    at += sound.length;
  }
  return sounds.filter((choice) => choice.length > 0);
}
