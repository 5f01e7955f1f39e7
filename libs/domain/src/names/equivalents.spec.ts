import { EQUIVALENTS, equivalenceGroups } from './equivalents';
import { agreement, askedWord, nameWord, STRONG } from './name-word';
import { normaliseName } from './normalise';

const agree = (typed: string, kept: string): number => agreement(askedWord(typed, false), nameWord(kept));

describe('one name in several languages (the table of model.md A.7)', () => {
  it.each(EQUIVALENTS.map(({ why, names }) => [why, names.join(', '), names] as const))('%s: %s', (_, __, names) => {
    for (const typed of names) for (const kept of names) expect([typed, kept, agree(typed, kept) >= STRONG]).toEqual([typed, kept, true]);
  });

  it('covers every known miss of A.7: d for ض, ک for گ, z and h of two syllables, a western form', () => {
    const pairs = [
      ['Rida', 'رضا'],
      ['Askari', 'عسگری'],
      ['Nozhat', 'نزهت'],
      ['Cambyse', 'کامبیز'],
    ] as const;
    expect(pairs.filter(([typed, kept]) => agree(typed, kept) < STRONG)).toEqual([]);
  });

  it('an equal spelling stands before an equivalent one', () => {
    expect(agree('David', 'David')).toBeGreaterThan(agree('David', 'داوود'));
    expect(agree('داود', 'داوود')).toBeGreaterThanOrEqual(agree('David', 'داوود'));
  });

  it('names each spelling once in a line, and joins no two lines into one name', () => {
    for (const { names } of EQUIVALENTS) expect(new Set(names.map(normaliseName)).size).toBe(names.length);
    const inSeveral = EQUIVALENTS.flatMap(({ names }) => names).filter((name) => equivalenceGroups(normaliseName(name)).length > 1);
    expect(inSeveral).toEqual([]);
  });

  it('joins no others', () => {
    expect(agree('Karim', 'David')).toBe(0);
    expect(equivalenceGroups(normaliseName('Shirin'))).toEqual([]);
  });
});
