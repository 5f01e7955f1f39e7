/** How far two samples lie apart, and how likely so far by chance. */
export interface TwoSamples {
  /** The largest distance between the two shares of values below any value: 0 to 1. */
  distance: number;
  p: number;
}

/** Kolmogorov and Smirnov's test of two samples, by the limit for large ones (a hundred and more in each). */
export function compareSamples(one: readonly number[], other: readonly number[]): TwoSamples {
  const [a, b] = [one, other].map((values) => values.toSorted((x, y) => x - y)) as [number[], number[]];
  let distance = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const at = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    while (i < a.length && (a[i] ?? Infinity) <= at) i++;
    while (j < b.length && (b[j] ?? Infinity) <= at) j++;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  const weight = Math.sqrt((a.length * b.length) / (a.length + b.length));
  return { distance, p: chanceOfMore((weight + 0.12 + 0.11 / weight) * distance) };
}

const TERMS = 100;

function chanceOfMore(lambda: number): number {
  if (lambda < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= TERMS; k++) sum += (k % 2 ? 1 : -1) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.min(1, Math.max(0, 2 * sum));
}
