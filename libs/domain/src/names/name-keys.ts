import { latinSounds } from './latin-sounds';
import { foldLatin, foldPersian } from './normalise';
import { type Choice, persianSounds } from './persian-sounds';
import { scriptOf } from './script';
import { spell } from './spell';

/** A shorter key is shared by too many names to find anybody by itself (model.md A.4). */
const STRONG_KEY = 3;
const SHORTEST_PREFIX = 2;

/** A last h is written in one spelling and left out in the other: Fatemeh, Fateme. */
function withoutLastH(folded: string): string {
  return /[^kgszctdpx]h$/.test(folded) || /[هح]$/.test(folded) ? folded.slice(0, -1) : folded;
}

function withOptionalLastH(folded: string): string {
  return `${folded} `;
}

function soundsOf(text: string, endOf: (folded: string) => string): Choice[] {
  const runs = text.match(/[\p{Script=Arabic}\p{M}\u200B-\u200D]+|[^\p{Script=Arabic}]+/gu) ?? [];
  const named = runs.filter((run) => scriptOf(run) !== 'OTHER');
  return named.flatMap((run, index) => {
    const end = index === named.length - 1 ? endOf : withOptionalLastH;
    return scriptOf(run) === 'LATIN' ? latinSounds(end(foldLatin(run)), index === 0) : persianSounds(end(foldPersian(run)), index === 0);
  });
}

/**
 * Consonant keys of a name, the same from Persian and from Latin writing (model.md A.3): two spellings of one name share
 * at least one key.
 * @param text one part of a name, or a whole name; gaps do not count
 * @returns 1 to 32 keys; none when there is no Persian or Latin letter
 */
export function nameKeys(text: string): string[] {
  return spell(soundsOf(text, withoutLastH));
}

/**
 * All keys to keep for a name (model.md A.4): those of each part, of each word in it, and of the parts joined in order.
 * @param parts given name, family name, …
 */
export function keysOfName(parts: readonly string[]): string[] {
  const words = parts.flatMap((part) => part.split(/[\s-]+/));
  return [...new Set([...parts, ...words, parts.join(' ')].flatMap(nameKeys))];
}

/** Whether a key may find people by itself; a weaker one needs the family name's key beside it (model.md A.4). */
export function isStrongKey(key: string): boolean {
  return key.length >= STRONG_KEY;
}

/** The beginnings of a key, from two symbols up to the whole: what is kept for search while typing. */
export function prefixesOfKey(key: string): string[] {
  return Array.from({ length: Math.max(0, key.length - SHORTEST_PREFIX + 1) }, (_, extra) => key.slice(0, SHORTEST_PREFIX + extra));
}

/** What the last Latin letters may still become: "Mas" may go on as "Mash", "Daw" as "Dawud", "Esh" as "Eshaq". */
function continuations(partial: string): string[] {
  const last = partial.slice(-1).toLowerCase();
  if (scriptOf(last) !== 'LATIN') return [partial];
  const further = ['', 'a', 'kgszctdpx'.includes(last) ? 'h' : '', last === 'c' ? 'e' : '', last === 'd' ? 'j' : ''];
  return [...new Set(further)].map((letter) => partial + letter);
}

/**
 * The key beginnings that a half-typed name may have; compare them with `prefixesOfKey` of the stored keys.
 * @returns beginnings of two symbols or more; none while too little is typed to tell people apart
 */
export function nameKeyPrefixes(partial: string): string[] {
  const typed = partial.trim();
  const spelt = (text: string) => spell(soundsOf(text, withOptionalLastH)).filter((key) => key.length >= SHORTEST_PREFIX);
  if (typed === '' || spelt(typed).length === 0) return [];
  return [...new Set(continuations(typed).flatMap(spelt))];
}
