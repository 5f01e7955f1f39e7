import { nameKeys } from './name-keys';
import { normaliseName } from './normalise';
import { scriptOf } from './script';
import { trigramSimilarity } from './similarity';
import { soundForm } from './sound-form';

/** How two names agree, best first (model.md A.7). NEAR shares no key but looks alike. */
const NAME_MATCHES = ['IDENTICAL', 'KEY_AND_SIMILAR', 'KEY', 'NEAR', 'NONE'] as const;
export type NameMatch = (typeof NAME_MATCHES)[number];

export interface NameAgreement {
  readonly match: NameMatch;
  /** 0 to 1. */
  readonly similarity: number;
}

export interface Named {
  /** All spellings and parts that may be found, in either writing. */
  readonly names: readonly string[];
}

export interface Ranked<T extends Named> extends NameAgreement {
  readonly candidate: T;
}

export const SIMILAR = 0.6;
const NEAR = 0.45;

function similarityOf(a: string, b: string): number {
  const sound = trigramSimilarity(soundForm(a), soundForm(b));
  return scriptOf(a) === scriptOf(b) ? Math.max(sound, trigramSimilarity(normaliseName(a), normaliseName(b))) : sound;
}

function shareKey(a: string, b: string): boolean {
  const keys = new Set(nameKeys(a));
  return nameKeys(b).some((key) => keys.has(key));
}

function better(a: NameAgreement, b: NameAgreement): number {
  return NAME_MATCHES.indexOf(a.match) - NAME_MATCHES.indexOf(b.match) || b.similarity - a.similarity;
}

/** How two spellings agree: the same normal form, the same key, or only a likeness. */
export function compareNames(a: string, b: string): NameAgreement {
  const form = normaliseName(a);
  if (form !== '' && form === normaliseName(b)) return { match: 'IDENTICAL', similarity: 1 };
  const similarity = similarityOf(a, b);
  if (shareKey(a, b)) return { match: similarity >= SIMILAR ? 'KEY_AND_SIMILAR' : 'KEY', similarity };
  return { match: similarity >= NEAR ? 'NEAR' : 'NONE', similarity };
}

/** The best agreement between any spelling of one name and any of another. */
export function compareSpellings(a: readonly string[], b: readonly string[]): NameAgreement {
  const agreements = a.flatMap((left) => b.map((right) => compareNames(left, right)));
  return agreements.sort(better)[0] ?? { match: 'NONE', similarity: 0 };
}

/**
 * Candidates in the order a person should read them: identical normal form, then same key and alike (at least 0.6), then
 * same key, then alike only. Who does not match at all is left out.
 */
export function rankNames<T extends Named>(query: string, candidates: readonly T[]): Ranked<T>[] {
  const ranked = candidates.map((candidate) => ({ candidate, ...compareSpellings([query], candidate.names) }));
  return ranked.filter(({ match }) => match !== 'NONE').sort(better);
}
