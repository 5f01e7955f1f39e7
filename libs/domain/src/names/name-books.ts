import { type AskedWord } from './name-word';
import { type BookMatch, WordBook } from './word-book';

/** The words of an organisation: of names, which are met in every spelling, and of pseudonyms, which are met by their letters. */
export class NameBooks<T> {
  readonly names = new WordBook<T>();
  readonly pseudonyms = new WordBook<T>();

  /** Words that answer an asked one, best first within each book. */
  find(asked: AskedWord, least?: number): BookMatch<T>[] {
    return [...this.names.find(asked, least), ...this.pseudonyms.begins(asked)];
  }
}
