import type { Label } from '@panah/domain/vocabulary/code-list';
import { readerLanguage } from '../platform/reader/language';
import { listed } from '../platform/text/listed';
import { VERBS } from './audit-verbs';
import { AT_THE_DOOR, CLASSES, NOUNS } from './audit-vocabulary';

const labelIn = (labels: Readonly<Record<string, Label>>, code: string) => labels[code]?.[readerLanguage()];
const spaced = (code: string) => code.replaceAll(/[_-]/g, ' ').toLowerCase();

/** "Case: put on hold" for `case:hold`, "Case" for `case`; a word that nobody has named yet is shown as it stands. */
export function wordInWords(word: string): string {
  const atTheDoor = labelIn(AT_THE_DOOR, word);
  if (atTheDoor !== undefined) return atTheDoor;
  const [noun = word, verb] = word.split(':');
  const said = labelIn(NOUNS, noun);
  if (said === undefined) return word;
  if (verb === undefined) return said;
  return `${said}: ${labelIn(VERBS, verb) ?? verb}`;
}

export const recordInWords = (type: string): string => labelIn(NOUNS, type) ?? spaced(type);
export const classInWords = (name: string): string => labelIn(CLASSES, name) ?? spaced(name);
/** `agreementValidTo` as "agreement valid to": the log holds names of fields as programmers gave them. */
export const fieldInWords = (name: string): string => spaced(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2'));
/** A job notes its own name among the fields; that is no field. */
export const fieldsInWords = (names: readonly string[]): string =>
  listed(names.filter((name) => !name.startsWith('job:')).map(fieldInWords));

/** Short facts in one line; each keeps its own direction among the others. */
export const inOneLine = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .map((part) => `\u2068${part}\u2069`)
    .join(' · ');
