import { agreement, nameWord } from '../names/name-word';
import { askedWords, wordsOf } from './search-terms';

/**
 * How well a person's names answer a question: the sum over its words of the best agreement with any word of any name.
 * @param names spellings in any script
 */
export function hitScore(query: string, names: readonly string[]): number {
  return hitScorer(query)(names);
}

/** As `hitScore`, for one question and many people: a word that several of them bear is compared once. */
export function hitScorer(query: string): (names: readonly string[]) => number {
  const asked = askedWords(wordsOf(query)).map((word) => ({ word, known: new Map<string, number>() }));
  return (names) => {
    const units = [...new Set(names.flatMap(unitsOf))];
    return asked.reduce(
      (sum, { word, known }) => sum + Math.max(0, ...units.map((unit) => remembered(known, unit, () => agreement(word, nameWord(unit))))),
      0,
    );
  };
}

function remembered(known: Map<string, number>, unit: string, reckon: () => number): number {
  const score = known.get(unit) ?? reckon();
  known.set(unit, score);
  return score;
}

/** Words, and neighbours that others write as one. */
function unitsOf(name: string): string[] {
  const words = wordsOf(name);
  return [...words, ...words.slice(1).map((word, at) => `${words[at]}${word}`)];
}
