import { type AskedWord, agreement, type NameWord, nameWord, STRONG } from './name-word';

/** A word that somebody bears, and what the caller keeps with it. */
export interface BookEntry<T> {
  readonly word: NameWord;
  readonly kept: T;
}

export interface BookMatch<T> {
  readonly entry: BookEntry<T>;
  /** From `agreement`. */
  readonly score: number;
}

const START_LETTERS = 3;
const START_SYMBOLS = 2;

/** Lists of entries by something they have in common. */
class Shelves<T> {
  private readonly lists = new Map<string | number, BookEntry<T>[]>();

  put(places: Iterable<string | number>, entry: BookEntry<T>): void {
    for (const place of new Set(places)) {
      const list = this.lists.get(place);
      if (list) list.push(entry);
      else this.lists.set(place, [entry]);
    }
  }

  at(place: string | number): readonly BookEntry<T>[] {
    return this.lists.get(place) ?? [];
  }
}

/**
 * All words of names that occur, each once, whoever bears them. A question is compared with these few words, in memory and in
 * as many ways as wanted; the index of people is then asked for whole words only.
 */
export class WordBook<T> {
  private readonly entries = new Map<string, BookEntry<T>>();
  private readonly starts = new Shelves<T>();
  private readonly shorts: BookEntry<T>[] = [];
  private readonly keys = new Shelves<T>();
  private readonly keyStarts = new Shelves<T>();
  private readonly loose = new Shelves<T>();
  private readonly trigrams = new Shelves<T>();
  private readonly groups = new Shelves<T>();

  get size(): number {
    return this.entries.size;
  }

  /** The entry of a word as it is written, or undefined. */
  get(text: string): BookEntry<T> | undefined {
    return this.entries.get(text);
  }

  /** Every word as it is written, with its entry. */
  all(): Iterable<[string, BookEntry<T>]> {
    return this.entries;
  }

  /** Writes a word down; what is kept with it is made once. */
  add(text: string, make: () => T): BookEntry<T> {
    const known = this.entries.get(text);
    if (known) return known;
    const entry = { word: nameWord(text), kept: make() };
    this.entries.set(text, entry);
    this.shelve(entry);
    return entry;
  }

  /** Words that agree with an asked one at least so well, best first. */
  find(asked: AskedWord, least = 0): BookMatch<T>[] {
    return [...this.candidates(asked, least < STRONG)]
      .map((entry) => ({ entry, score: agreement(asked, entry.word) }))
      .filter(({ score }) => score > 0 && score >= least)
      .sort((a, b) => b.score - a.score);
  }

  /** Words that are an asked one or begin with it, letter by letter. */
  begins(asked: AskedWord): BookMatch<T>[] {
    const found = asked.mayBegin ? [...this.beginningLike(asked)] : [];
    return found
      .filter(({ word }) => asked.form !== '' && word.form.startsWith(asked.form))
      .map((entry) => ({ entry, score: agreement(asked, entry.word) }));
  }

  private shelve(entry: BookEntry<T>): void {
    const { form, keys, loose, soundTrigrams, formTrigrams, groups } = entry.word;
    if ([...form].length < START_LETTERS) this.shorts.push(entry);
    this.starts.put([beginning(form, START_LETTERS)], entry);
    this.keys.put(keys, entry);
    this.keyStarts.put(keyBeginnings(keys), entry);
    this.loose.put(loose, entry);
    this.trigrams.put([...soundTrigrams, ...formTrigrams], entry);
    this.groups.put(groups, entry);
  }

  /** Every entry that can agree; comparing decides. */
  private candidates(asked: AskedWord, resembling: boolean): Set<BookEntry<T>> {
    const found = new Set<BookEntry<T>>(resembling ? this.alikeIn(asked) : []);
    const take = (entries: Iterable<BookEntry<T>>): void => {
      for (const entry of entries) found.add(entry);
    };
    take(this.beginningLike(asked));
    for (const start of asked.keyStarts) take(this.keyStarts.at(start.slice(0, START_SYMBOLS)));
    if (!asked.mayDiffer) return found;
    for (const key of asked.keys) take(this.keys.at(key));
    if (resembling) for (const key of asked.loose) take(this.loose.at(key));
    for (const group of asked.groups) take(this.groups.at(group));
    return found;
  }

  private beginningLike({ form }: AskedWord): Iterable<BookEntry<T>> {
    if ([...form].length >= START_LETTERS) return this.starts.at(beginning(form, START_LETTERS));
    return [...this.shorts, ...this.entries.values()].filter(({ word }) => word.form.startsWith(form));
  }

  /** Words that share at least a third of the trigrams: no other can be near. */
  private alikeIn({ soundTrigrams, formTrigrams, mayDiffer }: AskedWord): BookEntry<T>[] {
    if (!mayDiffer) return [];
    const counts = new Map<BookEntry<T>, number>();
    for (const trigram of new Set([...soundTrigrams, ...formTrigrams]))
      for (const entry of this.trigrams.at(trigram)) counts.set(entry, (counts.get(entry) ?? 0) + 1);
    const least = Math.min(soundTrigrams.length, formTrigrams.length) / 3;
    return [...counts].filter(([, count]) => count >= least).map(([entry]) => entry);
  }
}

const beginning = (text: string, length: number): string => [...text].slice(0, length).join('');
const keyBeginnings = (keys: readonly string[]): string[] => [
  ...new Set(keys.flatMap((key) => [key.slice(0, 1), key.slice(0, START_SYMBOLS)])),
];
