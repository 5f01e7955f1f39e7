import { readerLanguage } from '../reader/language';

/** Several words in one line, parted by the comma of the reader's script; what is empty is left out. */
export const listed = (words: readonly (string | null | undefined)[]): string =>
  words.filter(Boolean).join(readerLanguage() === 'fa' ? '، ' : ', ');
