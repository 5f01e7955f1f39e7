import type { Token } from './tokens';

/** Letters for which a digit may stand: L0nd0n, T1rana. */
const MEANT: Readonly<Record<string, string>> = { 0: 'o', 1: 'il', 3: 'e', 4: 'a', 5: 's', 6: 'g', 7: 't', 8: 'b', 9: 'g' };
const [SHORTEST, LONGEST, MOST_TOKENS] = [4, 24, 9];

/** A word in which digits stand for letters: what it may be, and how many tokens it is made of. */
export interface Disguised {
  readonly readings: readonly string[];
  readonly words: number;
}

/** The longest such word that begins at a token; null where digits and letters are not written as one, or digits are most of it. */
export function disguisedAt(tokens: readonly Token[], at: number): Disguised | null {
  const begin = tokens[at];
  if (!begin || tokens[at + 1]?.gap !== '' || (begin.gap === '' && at > 0)) return null;
  let words = 1;
  let text = begin.text;
  while (words < MOST_TOKENS && tokens[at + words]?.gap === '') {
    text += tokens[at + words]?.text ?? '';
    words += 1;
  }
  const digits = text.replace(/[^0-9]/g, '').length;
  if (digits === 0 || digits * 2 > text.length || text.length < SHORTEST || text.length > LONGEST) return null;
  return { readings: readingsOf(text), words };
}

/** Each reading of the whole; a 1 is an I or an L throughout. */
function readingsOf(text: string): string[] {
  if (!/^[a-z0-9]+$/.test(text) || text.includes('2')) return [];
  const as = (one: number): string => [...text].map((sign) => MEANT[sign]?.[one] ?? MEANT[sign]?.[0] ?? sign).join('');
  return [...new Set([as(0), as(1)])];
}
