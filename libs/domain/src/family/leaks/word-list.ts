import { HALF_SPACE, plainWord } from './plain-text';
import type { Token } from './tokens';

/** Words of our own as they stand in a plain text, to be looked up. */
export const wordList = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => plainWord(word).replaceAll(HALF_SPACE, '')),
  );

/** Whether a token stands right behind the one before it: a blank, a hyphen, an apostrophe or a bracket between them. */
export const follows = (token: Token | undefined): token is Token =>
  token !== undefined && token.gap.length <= 3 && !/[.!?\n,;]/.test(token.gap.trim());
