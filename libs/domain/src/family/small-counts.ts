/** Counts about family links below this are not shown (model 6.3). */
export const SMALLEST_SHOWN = 10;
/** No share is said of fewer (P-28). */
export const SMALLEST_GROUP = 30;

/**
 * Annex E for one row of counts: what is smaller than `least` is hidden, and with it as much beside it that nobody finds it by taking the rest from the
 * total. A hidden count is null; a zero tells of nobody and stays where it can.
 */
export function shown(counts: readonly number[], least: number = SMALLEST_SHOWN): (number | null)[] {
  const hidden = new Set(counts.flatMap((count, at) => (count > 0 && count < least ? [at] : [])));
  const sum = (): number => [...hidden].reduce((all, at) => all + (counts[at] ?? 0), 0);
  while (hidden.size === 1 || (hidden.size > 0 && sum() < least)) {
    const visible = counts.map((count, at) => ({ count, at })).filter(({ at }) => !hidden.has(at));
    const next = visible.filter(({ count }) => count > 0).sort((one, other) => one.count - other.count)[0] ?? visible[0];
    if (!next) break;
    hidden.add(next.at);
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}

const toFives = (count: number): number => 5 * Math.round(count / 5);

/** A total that is small is hidden as any other count is; others are said in fives (model 6.3, rule 4). */
export const shownTotal = (total: number, least: number = SMALLEST_SHOWN): number | null =>
  total > 0 && total < least ? null : toFives(total);

/** A share in per cent, in fives below a hundred people; null of a group that is too small to say one of (model 6.3, rule 4). */
export function shareOf(part: number, of: number): number | null {
  if (of < SMALLEST_GROUP) return null;
  const share = (100 * part) / of;
  return of < 100 ? toFives(share) : Math.round(share);
}

/** The middle one, in tenths; null of a group that is too small to be told of (model 6.3, rule 4). */
export function medianOf(values: readonly number[], least: number = SMALLEST_GROUP): number | null {
  if (values.length < least) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = sorted.length % 2 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return Math.round((low + high) * 5) / 10;
}
