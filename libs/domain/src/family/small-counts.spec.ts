import fc from 'fast-check';
import { medianOf, shareOf, shown, shownTotal } from './small-counts';

describe('what a report about few people says', () => {
  it('R-PU-02: hides the small and what would give it away', () => {
    expect(shown([40, 22, 17])).toEqual([40, 22, 17]);
    expect(shown([40, 22, 3])).toEqual([40, null, null]);
    expect(shown([40, 4, 3])).toEqual([null, null, null]);
    expect(shown([40, 7, 5, 0])).toEqual([40, null, null, 0]);
    expect(shown([3, 0])).toEqual([null, null]);
    expect([shownTotal(9), shownTotal(10), shownTotal(12), shownTotal(13), shownTotal(0)]).toEqual([null, 10, 10, 15, 0]);
    expect([shareOf(15, 30), shareOf(15, 29), shareOf(14, 31), shareOf(47, 100)]).toEqual([50, null, 45, 47]);
  });

  it('P-29: the middle one of thirty or more, of fewer nothing', () => {
    const hours = [...Array.from({ length: 29 }, (_, at) => at + 1), 90];
    expect([medianOf(hours), medianOf(hours.slice(1)), medianOf([...hours, 100])]).toEqual([15.5, null, 16]);
  });

  it('R-PU-02: nobody finds a small count by taking the rest from the total', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 12 }), (counts) => {
        const said = shown(counts);
        const hidden = counts.filter((_, at) => said[at] === null);
        for (const count of said) expect(count === null || count === 0 || count >= 10).toBe(true);
        if (hidden.length && hidden.length < counts.length) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((all, count) => all + count, 0)).toBeGreaterThanOrEqual(10);
        }
      }),
    );
  });
});
