import { NameBooks } from '../names/name-books';
import { alikeWords } from './alike-names';
import { askFor, askForDuplicates, asksForMore, caseRefBeginning, keptWords, type Question } from './search-terms';

function books(names: readonly string[], pseudonyms: readonly string[] = []): NameBooks<string> {
  const all = new NameBooks<string>();
  for (const word of names.flatMap(keptWords)) all.names.add(word, () => word);
  for (const word of pseudonyms.flatMap(keptWords)) all.pseudonyms.add(word, () => word);
  return all;
}

/** How many words of a question are answered, counting a parted word when both its sides are. */
function answered({ sought }: Question<string>): number {
  const places = new Set(sought.map(({ term, split, side }) => `${term}/${split}/${side}`));
  const whole = sought.filter(({ term, split }) => split === 0 || (places.has(`${term}/${split}/0`) && places.has(`${term}/${split}/1`)));
  return new Set(whole.map(({ term }) => term)).size;
}

const byAsking = (name: string, query: string): number => answered(askFor(query, books([name])));

describe('a name is found (Annex A)', () => {
  it.each([
    ['محمدرضا کریمی', 'Mohamad-Reza Karimi', 3],
    ['محمدرضا کریمی', 'karimi mohammadreza', 2],
    ['محمد رضا کریمی', 'Mohammadreza', 1],
    ['حسن‌زاده', 'Hassanzadeh', 1],
    ['حسن‌زاده', 'Hassanza', 1],
    ['حسن‌زاده', 'حسن زاده', 2],
    ['حسن‌زاده', 'حسنزاده', 1],
    ['فاطمه', 'fatem', 1],
    ['Noureddin', 'نورالدین', 1],
    ['علي', 'علی', 1],
    ['یوسف', 'Jusu', 1],
    ['عبدالرحمن', 'Abd al-Rahman', 3],
    ['عبد الرحمن', 'Abdurrahman', 1],
  ])('%s by "%s"', (name, query, words) => expect(byAsking(name, query)).toBe(words));

  it('not by what is another name', () => expect(byAsking('Maryam Ahmadi', 'Parviz')).toBe(0));

  it.each([
    ['محمد', 'محم', 1],
    ['محمد', 'مح', 0],
    ['Mohammad', 'moh', 1],
    ['Mohammad', 'mo', 0],
    ['محمد', 'Moha', 1],
    ['محمد', 'Moh', 0],
    ['Mohammad', 'محمد', 1],
    ['ایمان', 'Iman', 1],
    ['Li', 'Li', 1],
  ])('a beginning: %s by "%s" in %i word', (name, query, words) => expect(byAsking(name, query)).toBe(words));

  it.each([
    ['م', true],
    ['مح', true],
    ['Moh', true],
    ['Moha', false],
    ['Aiea', true],
    ['Aida', true],
    ['Karimi R', false],
    ['۴۱۷', false],
    ['', true],
    ['!?', true],
    ['ND3KY4-1', false],
    ['nd3ky41', false],
    ['ND3', true],
  ])('when nothing is found by "%s", more letters are asked for: %s', (query, more) => expect(asksForMore(query)).toBe(more));

  it('by a pseudonym while it is typed, in the digits of any script, and never by its sound', () => {
    const asked = (query: string) => answered(askFor(query, books([], ['Linden 482'])));
    expect(['Lind', 'linden 48', 'linden ۴۸', 'linden482', 'Lyndan', 'L'].map(asked)).toEqual([1, 2, 2, 2, 0, 0]);
  });

  it('a very long text asks for six words at most', () => {
    expect(askFor('a b c d e f g h i j', books(['a'])).words).toBe(6);
  });

  it.each([
    ['7k3qx9h', '7K3QX9-H'],
    ['7K3QX9-H', '7K3QX9-H'],
    ['۷k3', '7K3'],
    ['O1', null],
    ['مریم', null],
    ["7K%' --", null],
  ])('a reference typed as %s is looked for as %s (C.4)', (typed, pattern) => expect(caseRefBeginning(typed)).toBe(pattern));
});

describe('somebody who may be known already (A.8)', () => {
  const proposed = (name: string, known: string): number => answered(askForDuplicates(name, books([known])));

  it('a key of two symbols proposes nobody by itself (A.4)', () => {
    expect([proposed('علی', 'علی'), proposed('علی کریمی', 'Ali Karimi')]).toEqual([0, 2]);
  });

  it('a beginning or a likeness proposes nobody', () => {
    expect([proposed('Mora Kari', 'محمدی کریمی'), proposed('Halid Xalil', 'خالد')]).toEqual([0, 0]);
  });

  it('spellings of one name count as one word, and two words may be written as one', () => {
    const words = (own: string[], known: string) => new Set(alikeWords(own, books([known])).map(({ word }) => word)).size;
    expect(words(['رضا', 'reza', 'karimi'], 'Reza')).toBe(1);
    expect(words(['رضا', 'reza', 'karimi'], 'کریمی Riza')).toBe(2);
    expect(words(['reza', 'mohammad'], 'محمدرضا')).toBe(2);
    expect(words(['maryam'], 'Parviz')).toBe(0);
  });
});
