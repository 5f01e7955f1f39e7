import { hitScore } from './hit-score';

const order = (query: string, ...people: string[][]): string[] =>
  people.sort((a, b) => hitScore(query, b) - hitScore(query, a)).map(([name = '']) => name);

describe('who stands first among those found (A.7)', () => {
  it.each([
    ['Mahmud', ['محمد'], ['محمود']],
    ['Hossein', ['حسن'], ['حسین']],
    ['محمد', ['محمود'], ['محمد']],
  ])('for "%s" not %s but %s', (query, other, meant) => expect(order(query, other, meant)[0]).toBe(meant[0]));

  it('a name that answers both words stands before one that answers one', () => {
    expect(order('maryam karimi', ['مریم احمدی'], ['کریمی مریم'])[0]).toBe('کریمی مریم');
  });

  it('nothing agrees with an empty question', () => expect(hitScore('  ', ['مریم'])).toBe(0));
});
