/**
 * Three letters as one number of 30 bits, in ascending order and each once: a book keeps those of every word, and compares them by the thousand.
 * That two trigrams share a number is as rare and as harmless as in pg_trgm, which keeps 24 bits of those beyond ASCII.
 */
export type Trigrams = readonly number[];

const [SPREAD, BITS] = [0x9e3779b1, 30];

/** Each word with two blanks before and one behind, as pg_trgm cuts it. */
export function trigramsOf(text: string): Trigrams {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}$]+/gu) ?? [];
  const found = words.flatMap((word) => {
    const padded = `  ${word} `;
    const code = (at: number): number => padded.charCodeAt(at);
    return Array.from({ length: padded.length - 2 }, (_, at) => numberOf(code(at), code(at + 1), code(at + 2)));
  });
  return [...new Set(found)].sort((a, b) => a - b);
}

function numberOf(...letters: number[]): number {
  return letters.reduce((hash, letter) => Math.imul(hash ^ letter, SPREAD), 0) >>> (32 - BITS);
}

/**
 * How alike two texts are, counted as PostgreSQL's pg_trgm does: shared trigrams over all trigrams.
 * @returns 0 (nothing in common) to 1 (the same words)
 */
export function trigramSimilarity(a: string, b: string): number {
  return sharedTrigrams(trigramsOf(a), trigramsOf(b));
}

/** As `trigramSimilarity`, for texts that were cut before. */
export function sharedTrigrams(left: Trigrams, right: Trigrams): number {
  let shared = 0;
  for (let a = 0, b = 0; a < left.length && b < right.length;) {
    const one = left[a] ?? 0;
    const other = right[b] ?? 0;
    if (one === other) shared++;
    if (one <= other) a++;
    if (other <= one) b++;
  }
  const all = left.length + right.length - shared;
  return all === 0 ? 0 : shared / all;
}
