import { equivalenceGroups } from '../../names/equivalents';
import { PERSIAN_NAMES } from '../../names/persian-names';
import { likenessOf, type NameWord, nameWord } from '../../names/name-word';
import { HALF_SPACE, type PlainText, plainText } from './plain-text';
import { COMMON } from './common-words';
import { disguisedAt } from './disguised';
import { stemsOf } from './stems';
import { type Span, type Token, tokensOf } from './tokens';

/** The names of a link, ready to be looked for. */
export interface KnownNames {
  readonly forms: ReadonlySet<string>;
  readonly words: readonly NameWord[];
  readonly byKey: ReadonlyMap<string, readonly NameWord[]>;
  readonly groups: ReadonlySet<number>;
}

const SHORTEST = 2;
const SHORTEST_DECLINED = 3;
const LONGEST = 40;
const ALIKE = 0.6;
/** Below so many sounds a key is shared by too many words: there the two must sound the same. */
const TELLING = 3;

const lettersOf = (text: string): string => plainText(text).text.replace(/[^\p{L}]/gu, '');

/** Each spelling that the list of common names knows, under each other one of the same name. */
let spellings: Map<string, string[]> | null = null;

function otherSpellings(form: string): string[] {
  spellings ??= new Map(
    PERSIAN_NAMES.flatMap(({ fa, latin }) => {
      const all = [fa, ...latin].map(lettersOf);
      return all.map((one): [string, string[]] => [one, all]);
    }),
  );
  return spellings.get(form) ?? [];
}

/**
 * @param names as they are written in either file, in any script: of persons, of the organisation, of staff. Each word counts by itself;
 * words of one letter do not
 */
export function knownNames(names: readonly string[]): KnownNames {
  const parted = names.map((name) => tokensOf(plainText(name)).filter(({ isNumber, text }) => !isNumber && text.length >= SHORTEST));
  const singles = new Set(
    parted.flatMap((tokens) =>
      tokens.flatMap(({ text, written }) => [text, ...written.split(HALF_SPACE).filter((part) => part.length > 2)]),
    ),
  );
  const pairs = parted.flatMap((tokens) => tokens.slice(1).map(({ text }, at) => `${tokens[at]?.text ?? ''}${text}`));
  const words = [...singles].map(nameWord);
  const byKey = new Map<string, NameWord[]>();
  for (const word of words) for (const key of word.keys) byKey.set(key, [...(byKey.get(key) ?? []), word]);
  return {
    forms: new Set([...singles, ...pairs].flatMap((form) => [form, ...otherSpellings(form)])),
    words,
    byKey,
    groups: new Set(words.flatMap(({ groups }) => groups)),
  };
}

/** A name as it is written, in another spelling, in the other script, declined, or in two words. */
export function namesIn(_: PlainText, tokens: readonly Token[], known: KnownNames): Span<'NAME'>[] {
  if (known.words.length === 0) return [];
  const judged = new Map<string, boolean>();
  const isKnown = (token: Token): boolean => {
    const asWritten = `${token.capital}${token.written}`;
    const before = judged.get(asWritten);
    if (before !== undefined) return before;
    const found = isNamed(token, known);
    judged.set(asWritten, found);
    return found;
  };
  return tokens.flatMap((token, at) => {
    const hidden = disguisedAt(tokens, at);
    if (hidden?.readings.some((reading) => stemsOf(reading).some((stem) => known.forms.has(stem))))
      return [{ kind: 'NAME' as const, at: token.at, to: tokens[at + hidden.words - 1]?.to ?? token.to }];
    if (token.isNumber) return [];
    const next = tokens[at + 1];
    const spelled = spelledOut(tokens, at, known);
    if (spelled !== null) return [{ kind: 'NAME' as const, at: token.at, to: spelled }];
    if (
      next &&
      !next.isNumber &&
      /^[ '-]$/.test(next.gap) &&
      token.text.length + next.text.length < LONGEST &&
      known.forms.has(token.text + next.text)
    )
      return [{ kind: 'NAME' as const, at: token.at, to: next.to }];
    return isKnown(token) ? [{ kind: 'NAME' as const, at: token.at, to: token.to }] : [];
  });
}

/** M-i-n-a: where it ends, or null. */
function spelledOut(tokens: readonly Token[], at: number, known: KnownNames): number | null {
  let joined = '';
  for (let place = at; joined.length < LONGEST; place++) {
    const token = tokens[place];
    if (token?.text.length !== 1 || token.isNumber || (place > at && !/^[ _.·*-]{1,2}$/.test(token.gap))) return null;
    joined += token.text;
    if (joined.length > SHORTEST && known.forms.has(joined)) return token.to;
  }
  return null;
}

function isNamed(token: Token, known: KnownNames): boolean {
  if (token.text.length < SHORTEST || token.text.length > LONGEST) return false;
  const stems = stemsOf(token.written, token.capital ? SHORTEST_DECLINED : undefined);
  if (stems.some((stem) => known.forms.has(stem))) return true;
  if (COMMON.has(token.text)) return false;
  if (equivalenceGroups(token.text).some((group) => known.groups.has(group))) return true;
  const heard = /^[a-z]/.test(token.text) ? stems.slice(0, 1) : stems.slice(0, 4);
  return heard.some((stem) => soundsLikeOne(stem, known));
}

function soundsLikeOne(text: string, known: KnownNames): boolean {
  if (text.length < 3) return false;
  const word = nameWord(text);
  const near = new Set(word.keys.flatMap((key) => known.byKey.get(key) ?? []));
  return [...near].some((name) => isSame(word, name));
}

const soundsIn = (word: NameWord): number => Math.max(0, ...word.keys.map((key) => key.replace(/^A/, '').length));

/** In one script a short name is met by its letters alone: عالی is not علی. */
function isSame(word: NameWord, name: NameWord): boolean {
  const sound = word.sound === name.sound && word.sound.length > 2;
  if (word.script === name.script && word.script === 'PERSIAN') return word.form.length >= 5 && soundsIn(word) >= TELLING && sound;
  return sound || (soundsIn(word) >= TELLING && likenessOf(word, name) >= ALIKE);
}
