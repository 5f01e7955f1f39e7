import { equivalenceGroups } from './equivalents';
import { looseKeys } from './loose-key';
import { nameKeyPrefixes, nameKeys } from './name-keys';
import { normaliseName } from './normalise';
import { type Script, scriptOf } from './script';
import { sharedTrigrams, type Trigrams, trigramsOf } from './similarity';
import { soundForm } from './sound-form';

/** One word of a name, with all by which it is compared. */
export interface NameWord {
  readonly form: string;
  readonly script: Script;
  readonly keys: readonly string[];
  readonly loose: readonly string[];
  readonly sound: string;
  readonly formTrigrams: Trigrams;
  readonly soundTrigrams: Trigrams;
  readonly groups: readonly number[];
}

/** A word of a question: perhaps not typed to its end. */
export interface AskedWord extends NameWord {
  /** Whether words that only begin so are meant as well. */
  readonly mayBegin: boolean;
  /** Beginnings of keys, for words in another spelling or script. */
  readonly keyStarts: readonly string[];
  /** Whether more than the same letters is looked for. */
  readonly mayDiffer: boolean;
}

/** How much an agreement says: identical form, same key and alike, same key (model.md A.7); beginnings and likeness lie between. */
const SCORE = { IDENTICAL: 7, ALIKE: 5, EQUIVALENT: 5, BEGINNING: 4, KEY: 3, KEY_BEGINNING: 2.5, LOOSE: 1 } as const;
/** From here up two words are the same name, or one begins like the other; below they only resemble each other. */
export const STRONG = 2;
/** Below this two words merely resemble each other by their letters. */
export const HEARD = SCORE.LOOSE;
const [SIMILAR, NEAR, FAINT] = [0.6, 0.45, 0.25];
/** A coarse key of two symbols is shared by too many: there the words must be alike as well. */
const CLEAR = 3;
/** A name key of one symbol is what is left of many words. */
const TELLING = 2;
const [SHORTEST, SHORTEST_ACROSS, CONSONANTS_ACROSS] = [3, 4, 2];

/** @param text one word, in any script */
export function nameWord(text: string): NameWord {
  const form = normaliseName(text);
  const sound = soundForm(text);
  return {
    form,
    script: scriptOf(text),
    keys: nameKeys(text),
    loose: looseKeys(text),
    sound,
    formTrigrams: trigramsOf(form),
    soundTrigrams: trigramsOf(sound),
    groups: equivalenceGroups(form),
  };
}

const consonantsOf = (key: string): number => key.replace(/^A/, '').length;

/** Beginnings by which a word typed so far finds names in another script or spelling: from four letters and two consonants. */
function keyStartsOf(text: string, form: string, narrows = false): string[] {
  if (!narrows && [...form].length < SHORTEST_ACROSS) return [];
  return nameKeyPrefixes(text).filter((start) => consonantsOf(start) >= CONSONANTS_ACROSS);
}

/** Whether a word is long enough to be looked for in every script (four letters, two consonants). */
export function isLongEnough(text: string): boolean {
  return keyStartsOf(text, normaliseName(text)).length > 0;
}

/**
 * @param narrows whether it stands beside another word that is long enough: then its first letters are, and it may be a name of two
 */
export function askedWord(text: string, narrows: boolean, mayBegin = true): AskedWord {
  const word = nameWord(text);
  const enough = narrows || [...word.form].length >= SHORTEST;
  return { ...word, mayBegin: mayBegin && enough, mayDiffer: enough, keyStarts: mayBegin ? keyStartsOf(text, word.form, narrows) : [] };
}

/** The second half of a word that was parted: its first letters are enough, in every script. */
export function askedEnd(text: string): AskedWord {
  return { ...askedWord(text, true), keyStarts: nameKeys(text) };
}

const meet = <T>(a: readonly T[], b: readonly T[]): boolean => a.some((one) => b.includes(one));

export function likenessOf(a: NameWord, b: NameWord): number {
  const bySound = sharedTrigrams(a.soundTrigrams, b.soundTrigrams);
  return a.script === b.script ? Math.max(bySound, sharedTrigrams(a.formTrigrams, b.formTrigrams)) : bySound;
}

function beginningScore(asked: AskedWord, kept: NameWord): number {
  if (asked.mayBegin && asked.script === kept.script && kept.form.startsWith(asked.form))
    return SCORE.BEGINNING + (0.5 * asked.form.length) / kept.form.length;
  if (!asked.keyStarts.some((start) => kept.keys.some((key) => key.startsWith(start)))) return 0;
  return SCORE.KEY_BEGINNING + (kept.sound.startsWith(asked.sound) ? 0.4 : 0);
}

function likenessScore(asked: AskedWord, kept: NameWord): number {
  const likeness = likenessOf(asked, kept);
  if (asked.keys.some((key) => (key.length >= TELLING || likeness >= FAINT) && kept.keys.includes(key)))
    return likeness >= SIMILAR ? SCORE.ALIKE + likeness : SCORE.KEY + likeness;
  if (asked.loose.some((key) => (key.length >= CLEAR || likeness >= FAINT) && kept.loose.includes(key)))
    return SCORE.LOOSE + 0.9 * likeness;
  return likeness >= NEAR ? likeness : 0;
}

/** How well a kept word answers an asked one; 0 when they do not agree. The same name typed whole gives most. */
export function agreement(asked: AskedWord, kept: NameWord): number {
  if (asked.form === '' || kept.form === '') return 0;
  if (asked.form === kept.form) return SCORE.IDENTICAL;
  const begins = beginningScore(asked, kept);
  if (!asked.mayDiffer) return begins;
  const equivalent = meet(asked.groups, kept.groups) ? SCORE.EQUIVALENT : 0;
  return Math.max(begins, equivalent, likenessScore(asked, kept));
}
