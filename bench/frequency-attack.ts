import { createHash } from 'node:crypto';

/** One line of the index as a thief sees it, and, for counting only, the word behind it. */
export interface StolenRow {
  token: string;
  clientId: string;
  word: string;
}

export interface Recovered {
  /** Which words: by how frequent they are, the most frequent first. */
  tier: string;
  rows: number;
  /** Lines whose word was guessed rightly. */
  right: number;
}

const TIERS = [10, 50, 200, Infinity];
type Weigh = (rows: readonly StolenRow[], place: ReadonlyMap<string, number>) => number;

/** How often a token occurs: whoever knows how frequent names are takes the most frequent token for the most frequent name. */
export const bySize: Weigh = (rows) => rows.length;

/** How quickly a token fills: a frequent name is borne by people who came shortly after one another. Ids tell when somebody came. */
export const byPace: Weigh = (rows, place) => {
  const at = rows.map(({ clientId }) => place.get(clientId) ?? 0);
  return rows.length < 2 ? 0 : (rows.length - 1) / (Math.max(...at) - Math.min(...at) + 1);
};

/**
 * Takes the heaviest tokens for the most frequent words, each word until as many lines are given to it as it must have.
 * The thief knows the true distribution: how many lines of the table each word has, exactly.
 */
export function frequencyAttack(rows: readonly StolenRow[], weigh: Weigh): Recovered[] {
  const place = placesOf(rows);
  const pages = [...grouped(rows, ({ token }) => token).values()].map((page) => ({ page, weight: weigh(page, place) }));
  const words = frequencies(rows);
  const guesses = new Map<string, string>();
  let [at, given] = [0, 0];
  for (const { page } of pages.sort((a, b) => b.weight - a.weight || inOrder(a.page[0]?.token ?? '', b.page[0]?.token ?? ''))) {
    guesses.set(page[0]?.token ?? '', words[at]?.word ?? '');
    given += page.length;
    if (given < (words[at]?.count ?? 0) - page.length / 2) continue;
    [at, given] = [Math.min(at + 1, words.length - 1), 0];
  }
  return counted(rows, words, ({ token, word }) => guesses.get(token) === word);
}

/** The best guess of somebody who has no table at all: the most frequent word, always. */
export function blindGuess(rows: readonly StolenRow[]): Recovered[] {
  const words = frequencies(rows);
  return counted(rows, words, ({ word }) => word === words[0]?.word);
}

/** The same lines as an index of reckoned tokens would have them: one token a word. */
export const asReckoned = (rows: readonly StolenRow[]): StolenRow[] => rows.map((row) => ({ ...row, token: mixed(row.word) }));

export function share(recovered: readonly Recovered[]): number {
  const sum = (of: (one: Recovered) => number): number => recovered.reduce((total, one) => total + of(one), 0);
  return (
    sum(({ right }) => right) /
    Math.max(
      1,
      sum(({ rows }) => rows),
    )
  );
}

/** One line of a table for people: all, then by tier. */
export function said(title: string, recovered: readonly Recovered[]): string {
  const percent = (right: number, rows: number): string => `${((100 * right) / Math.max(1, rows)).toFixed(1)} %`;
  const tiers = recovered.map(({ tier, rows, right }) => `${tier}: ${percent(right, rows)}`);
  return `${title.padEnd(44)} ${(100 * share(recovered)).toFixed(1).padStart(5)} %   (${tiers.join(', ')})`;
}

function counted(rows: readonly StolenRow[], words: readonly { word: string }[], right: (row: StolenRow) => boolean): Recovered[] {
  const rank = new Map(words.map(({ word }, index) => [word, index + 1]));
  return TIERS.map((last, at) => {
    const first = (TIERS[at - 1] ?? 0) + 1;
    const mine = rows.filter(({ word }) => (rank.get(word) ?? 0) >= first && (rank.get(word) ?? 0) <= last);
    return { tier: last === Infinity ? `rarer` : `${first}–${last}`, rows: mine.length, right: mine.filter(right).length };
  });
}

function frequencies(rows: readonly StolenRow[]): { word: string; count: number }[] {
  const words = grouped(rows, ({ word }) => word);
  return [...words].map(([word, { length }]) => ({ word, count: length })).sort((a, b) => b.count - a.count || inOrder(a.word, b.word));
}

/** Equal weights are told apart by nothing that the word has to do with. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const mixed = (word: string): string => createHash('sha256').update(word).digest('hex');

/** In which order people came. */
function placesOf(rows: readonly StolenRow[]): Map<string, number> {
  return new Map([...new Set(rows.map(({ clientId }) => clientId))].sort().map((clientId, index) => [clientId, index]));
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
