/** Each word with two blanks before and one behind, as pg_trgm cuts it. */
export function trigramsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}$]+/gu) ?? [];
  const padded = words.map((word) => `  ${word} `);
  return new Set(padded.flatMap((word) => Array.from({ length: word.length - 2 }, (_, at) => word.slice(at, at + 3))));
}

/**
 * How alike two texts are, counted as PostgreSQL's pg_trgm does: shared trigrams over all trigrams.
 * @returns 0 (nothing in common) to 1 (the same words)
 */
export function trigramSimilarity(a: string, b: string): number {
  return sharedTrigrams(trigramsOf(a), trigramsOf(b));
}

/** As `trigramSimilarity`, for texts that were cut before. */
export function sharedTrigrams(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const trigram of left) if (right.has(trigram)) shared++;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}
