import { normaliseName } from '../names/normalise';
import { type NameMatch, compareNames } from '../names/ranking';
import { wordsOf } from './search-terms';

/** Identical form, then same key and alike, then same key (model.md A.7); a beginning typed in the same script lies between. */
const POINTS: Record<NameMatch, number> = { IDENTICAL: 5, KEY_AND_SIMILAR: 3, KEY: 2, NEAR: 1, NONE: 0 };
const BEGINNING = 4;

/**
 * How well a person's names answer a question: the sum over its words of the best agreement with any word of any name.
 * @param names spellings in any script
 */
export function hitScore(query: string, names: readonly string[]): number {
  const kept = [...new Set(names.flatMap(unitsOf))];
  return wordsOf(query).reduce((sum, word) => sum + Math.max(0, ...kept.map((unit) => pointsFor(word, unit))), 0);
}

function pointsFor(word: string, unit: string): number {
  const { match, similarity } = compareNames(word, unit);
  if (match === 'IDENTICAL') return POINTS.IDENTICAL;
  return normaliseName(unit).startsWith(normaliseName(word)) ? BEGINNING : POINTS[match] + similarity;
}

/** Words, and neighbours that others write as one. */
function unitsOf(name: string): string[] {
  const words = wordsOf(name);
  return [...words, ...words.slice(1).map((word, at) => `${words[at]}${word}`)];
}
