import { mutualInformation } from '../bench/mutual-information';

describe('how much of one thing another tells', () => {
  const grid = (ones: number, others: number): [number, number][] =>
    Array.from({ length: ones * others }, (_, at) => [at % ones, Math.floor(at / ones)]);

  it('nothing where each comes with each as often', () => {
    expect(mutualInformation(grid(6, 3))).toBeCloseTo(0, 12);
    expect(mutualInformation([...grid(6, 3), ...grid(6, 3)])).toBeCloseTo(0, 12);
  });

  it('everything where one is the other: two bits of four kinds', () => {
    expect(mutualInformation([0, 1, 2, 3].map((kind) => [kind, kind]))).toBeCloseTo(2, 12);
    expect(mutualInformation([0, 1, 2, 3].map((kind) => [kind, kind % 2]))).toBeCloseTo(1, 12);
  });

  it('a part where one often is the other', () => {
    // by hand: two kinds as often each, the same in three of four
    const pairs = [...Array<[number, number]>(3).fill([0, 0]), [0, 1], ...Array<[number, number]>(3).fill([1, 1]), [1, 0]] as [
      number,
      number,
    ][];
    expect(mutualInformation(pairs)).toBeCloseTo(0.1887, 4);
  });
});
