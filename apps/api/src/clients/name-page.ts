import { randomBytes, randomInt } from 'node:crypto';

/** How many bearers of a word a page has on the average. */
const PAGE = 16;
const TOKEN_BYTES = 10;

/**
 * On which of a word's pages one more bearer is noted; null for a new page. By chance alone: pages of a frequent and of a rarer
 * word then have the same sizes and fill at the same pace, whatever their words' frequency (decision 0010).
 */
export function drawPage(pages: readonly string[]): string | null {
  if (pages.length === 0 || randomInt(PAGE) === 0) return null;
  return pages[randomInt(pages.length)] ?? null;
}

/** A page's token is chance too: nothing is reckoned from the word, so there is nothing to try words against. */
export const newPage = (): string => randomBytes(TOKEN_BYTES).toString('hex');

export const pagePlace = (officeId: string, token: string): string => `name_word|${officeId}|${token}`;

/** Kept before the word inside its page: pseudonyms are found by their letters only. */
const PSEUDONYM = '~';
export const asPseudonym = (word: string): string => PSEUDONYM + word;
export const isPseudonym = (kept: string): boolean => kept.startsWith(PSEUDONYM);
export const withoutMark = (kept: string): string => (isPseudonym(kept) ? kept.slice(PSEUDONYM.length) : kept);
