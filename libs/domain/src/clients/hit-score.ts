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
  return hitScorer(query)(names);
}

/** As `hitScore`, for one question and many people: a word that several of them bear is compared once. */
export function hitScorer(query: string): (names: readonly string[]) => number {
  const asked = wordsOf(query).map((word) => ({ word, form: normaliseName(word), points: new Map<string, number>() }));
  return (names) => {
    const kept = [...new Set(names.flatMap(unitsOf))];
    return asked.reduce((sum, one) => sum + Math.max(0, ...kept.map((unit) => pointsFor(one, unit))), 0);
  };
}

interface AskedWord {
  word: string;
  form: string;
  points: Map<string, number>;
}

function pointsFor(asked: AskedWord, unit: string): number {
  const points = asked.points.get(unit) ?? compared(asked, unit);
  asked.points.set(unit, points);
  return points;
}

/** The forms are looked at first: keys and likeness cost more, and cannot say more than a beginning in the same script. */
function compared({ word, form }: AskedWord, unit: string): number {
  const kept = normaliseName(unit);
  if (form !== '' && kept === form) return POINTS.IDENTICAL;
  if (kept.startsWith(form)) return BEGINNING;
  const { match, similarity } = compareNames(word, unit);
  return POINTS[match] + similarity;
}

/** Words, and neighbours that others write as one. */
function unitsOf(name: string): string[] {
  const words = wordsOf(name);
  return [...words, ...words.slice(1).map((word, at) => `${words[at]}${word}`)];
}
