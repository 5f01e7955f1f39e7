/**
 * How much of one thing another tells, in bits, as it is found in these pairs: 0 where they have nothing to do with each other (goal 8 of walls.md). Of
 * pairs drawn by chance a little is found too: about (kinds of the one - 1)(kinds of the other - 1) / (2 n ln 2).
 */
export function mutualInformation(pairs: readonly (readonly [one: number, other: number])[]): number {
  const [ones, others, both] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [one, other] of pairs) {
    count(ones, String(one));
    count(others, String(other));
    count(both, `${String(one)} ${String(other)}`);
  }
  let bits = 0;
  for (const [key, together] of both) {
    const [one = '', other = ''] = key.split(' ');
    const expected = ((ones.get(one) ?? 0) * (others.get(other) ?? 0)) / pairs.length;
    bits += (together / pairs.length) * Math.log2(together / expected);
  }
  return Math.max(0, bits);
}
