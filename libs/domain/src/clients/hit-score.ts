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
  const asked = wordsOf(query).map((word) => ({ word, form: normaliseName(word), likeness: new Map<string, number>() }));
  return (names) => {
    const kept = [...new Set(names.flatMap(unitsOf))];
    return asked.reduce((sum, word) => sum + bestOf(word, kept), 0);
  };
}

interface AskedWord {
  word: string;
  form: string;
  likeness: Map<string, number>;
}

/** The forms are looked at first: keys and likeness cost more, and never say more than a beginning in the same script. */
function bestOf(asked: AskedWord, kept: readonly string[]): number {
  const byForm = Math.max(0, ...kept.map((unit) => formPoints(asked.form, normaliseName(unit))));
  return byForm >= BEGINNING ? byForm : Math.max(0, ...kept.map((unit) => likenessOf(asked, unit)));
}

function formPoints(asked: string, kept: string): number {
  if (asked !== '' && kept === asked) return POINTS.IDENTICAL;
  return kept.startsWith(asked) ? BEGINNING : 0;
}

function likenessOf({ word, likeness }: AskedWord, unit: string): number {
  const known = likeness.get(unit);
  if (known !== undefined) return known;
  const { match, similarity } = compareNames(word, unit);
  const points = POINTS[match] + similarity;
  likeness.set(unit, points);
  return points;
}

/** Words, and neighbours that others write as one. */
function unitsOf(name: string): string[] {
  const words = wordsOf(name);
  return [...words, ...words.slice(1).map((word, at) => `${words[at]}${word}`)];
}
