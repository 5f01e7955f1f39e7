import {
  type QueryTerm,
  type SearchTerm,
  caseRefBeginning,
  termsOfDuplicate,
  termsOfName,
  termsOfPseudonym,
  termsOfQuery,
} from './search-terms';

const said = ({ kind, value }: SearchTerm): string => `${kind}:${value}`;

/** How many words of the question a kept name answers. */
function answered(query: string, kept: readonly SearchTerm[]): number {
  const index = new Set(kept.map(said));
  return new Set(
    termsOfQuery(query)
      .terms.filter((term: QueryTerm) => index.has(said(term)))
      .map(({ word }) => word),
  ).size;
}

describe('a name is found (Annex A)', () => {
  it.each([
    ['محمدرضا کریمی', 'Mohamad-Reza Karimi', 3],
    ['محمدرضا کریمی', 'karimi mohammadreza', 2],
    ['محمد رضا کریمی', 'Mohammadreza', 1],
    ['حسن‌زاده', 'Hassanzadeh', 1],
    ['حسن‌زاده', 'حسن زاده', 2],
    ['فاطمه', 'fatem', 1],
    ['Noureddin', 'نورالدین', 1],
    ['علي', 'علی', 1],
    ['یوسف', 'Jus', 1],
  ])('%s by "%s"', (name, query, words) => expect(answered(query, termsOfName(name))).toBe(words));

  it('not by what is another name', () => expect(answered('Parviz', termsOfName('Maryam Ahmadi'))).toBe(0));

  it('by a pseudonym while it is typed, and nothing is asked for one letter', () => {
    expect(answered('Lind', termsOfPseudonym('Linden 482'))).toBe(1);
    expect(answered('linden 48', termsOfPseudonym('Linden 482'))).toBe(2);
    expect(answered('L', termsOfPseudonym('Linden 482'))).toBe(0);
  });

  it('a very long text asks for six words at most', () => {
    expect(termsOfQuery('a b c d e f g h i j').words).toBe(6);
  });

  it.each([
    ['7k3qx9h', '7K3QX9-H'],
    ['7K3QX9-H', '7K3QX9-H'],
    ['۷k3', '7K3'],
    ['O1', null],
    ['مریم', null],
    ["7K%' --", null],
  ])('a reference typed as %s is looked for as %s (C.4)', (typed, pattern) => expect(caseRefBeginning(typed)).toBe(pattern));

  it('a key of two symbols proposes nobody by itself (A.4)', () => {
    expect(termsOfDuplicate('علی')).toEqual([]);
    expect(termsOfDuplicate('علی کریمی').map(({ value }) => value)).toContain('AL');
  });
});
