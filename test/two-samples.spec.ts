import { compareSamples } from '../bench/two-samples';

describe('whether two samples are of one kind', () => {
  const evenly = (from: number): number[] => Array.from({ length: 200 }, (_, at) => from + at / 200);

  it('agrees with the tables of the test: at 200 and 200, a distance of 0.163 comes by chance once in a hundred times', () => {
    expect(compareSamples(evenly(0), evenly(0))).toEqual({ distance: 0, p: 1 });
    const { distance, p } = compareSamples(evenly(0), evenly(0.1625)); // between two values, so that rounding decides nothing
    expect(distance).toBeCloseTo(0.165, 6);
    expect(p).toBeGreaterThan(0.005);
    expect(p).toBeLessThan(0.0105);
    expect(compareSamples(evenly(0), evenly(0.05)).p).toBeGreaterThan(0.9);
    expect(compareSamples(evenly(0), evenly(0.5)).p).toBeLessThan(0.000001);
  });

  it('counts equal values on both sides at once, in whatever order they came', () => {
    expect(compareSamples([3, 1, 2, 2], [2, 2, 1, 3])).toEqual({ distance: 0, p: 1 });
    expect(compareSamples([1, 1, 1, 1], [2, 2, 2, 2]).distance).toBe(1);
  });
});
