import { foldLatin, foldPersian } from './normalise';
import { scriptOf } from './script';

const PERSIAN_SOUNDS: Record<string, string> = Object.fromEntries(
  Object.entries({
    b: 'ب',
    p: 'پ',
    t: 'تط',
    s: 'ثسص',
    j: 'جژ',
    c: 'چ',
    h: 'حه',
    x: 'خ',
    d: 'د',
    z: 'ذزضظ',
    r: 'ر',
    $: 'ش',
    g: 'غقگ',
    f: 'ف',
    k: 'ک',
    l: 'ل',
    m: 'م',
    n: 'ن',
    i: 'ی',
  }).flatMap(([sound, letters]) => [...letters].map((letter) => [letter, sound])),
);

const LATIN_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tsch/g, 'c'],
  [/dsch|dzh|dj|xh|zh/g, 'j'],
  [/sch|sh/g, '$'],
  [/ch/g, 'c'],
  [/kh/g, 'x'],
  [/gh|q/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'z'],
  [/ck/g, 'k'],
  [/ow(?![aeiouy])|ou|oo/g, 'u'],
  [/ee|[ae][iy]|ie/g, 'i'],
  [/w/g, 'v'],
  [/y/g, 'i'],
];

function persianSound(text: string, at: number): string {
  const letter = text[at] ?? '';
  const isLast = at === text.length - 1;
  if (letter === 'ا') return (at === 0 && text[1] !== 'ی') || isLast ? 'a' : '';
  if (letter === 'ع') return at === 0 ? 'a' : '';
  if (letter === 'ه' && isLast) return 'e';
  if (letter === 'و') return at === 0 || 'اوی'.includes(text[at + 1] ?? ' ') ? 'v' : 'u';
  return PERSIAN_SOUNDS[letter] ?? '';
}

function persianForm(folded: string): string {
  const text = folded.replaceAll(' ', '');
  return Array.from(text, (_, at) => persianSound(text, at)).join('');
}

function latinForm(folded: string): string {
  const text = folded
    .replace(/[^a-z']/g, '')
    .replace(/'/g, '')
    .replace(/e?h$/, 'e');
  const sounds = LATIN_SOUNDS.reduce((form, [letters, sound]) => form.replace(letters, sound), text);
  // short vowels are not written in Persian, so only the first and the last may count
  return sounds.replace(/^[aeo]/, 'a').replace(/(?<=.)[aeo](?=.)/g, '');
}

/**
 * A finer form than the key, for comparing across writings: long vowels stay, so that محمود and محمد differ although
 * they share a key (model.md A.7). Never stored.
 */
export function soundForm(text: string): string {
  const form = scriptOf(text) === 'LATIN' ? latinForm(foldLatin(text)) : persianForm(foldPersian(text));
  return form.replace(/(.)\1+/g, '$1');
}
