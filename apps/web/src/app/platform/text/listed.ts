import { readerLanguage } from '../reader/language';

/** Several words in one line, parted by the comma of the reader's script; what is empty is left out. */
export const listed = (words: readonly (string | null | undefined)[]): string =>
  words.filter(Boolean).join(readerLanguage() === 'fa' ? '، ' : ', ');

/** Names in one line, each in the direction of its own script. */
export const listedNames = (names: readonly string[]): string => listed(names.map((name) => `\u2068${name}\u2069`));
