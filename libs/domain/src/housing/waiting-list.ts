import type { UrgencyBand } from '../vocabulary/housing';

/** Where somebody was put by hand: as if of this band, asked on this day, beside `anchor`; negative before it, the later move nearer to it. */
export interface Moved {
  band: UrgencyBand;
  on: string;
  anchor: string;
  tie: number;
  /** When (ISO instant). */
  at: string;
}

/** What orders the waiting list (R-HO-05). Days are `YYYY-MM-DD`. */
export interface Waiting {
  id: string;
  band: UrgencyBand;
  requestedOn: string;
  moved: Moved | null;
}

const BANDS: readonly UrgencyBand[] = ['NOW', 'HIGH', 'OTHERS'];

const keyOf = ({ id, band, requestedOn, moved }: Waiting): Moved => moved ?? { band, on: requestedOn, anchor: id, tie: 0, at: '' };

/** Negative when `a` comes before `b`: the band, then since when, then where somebody was put by hand. */
export function comesBefore(a: Waiting, b: Waiting): number {
  const [one, other] = [keyOf(a), keyOf(b)];
  return (
    BANDS.indexOf(one.band) - BANDS.indexOf(other.band) ||
    compare(one.on, other.on) ||
    compare(one.anchor, other.anchor) ||
    one.tie - other.tie ||
    compare(one.at, other.at) ||
    compare(a.id, b.id)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where somebody stands who is put right before another. */
export function placeBefore(other: Waiting, now: string): Moved {
  const { band, on, anchor, tie } = keyOf(other);
  return { band, on, anchor, tie: tie - 1, at: now };
}

/** Where somebody stands who is put at the end, behind all who asked by today. */
export const placeAtEnd = (id: string, today: string, now: string): Moved => ({ band: 'OTHERS', on: today, anchor: id, tie: 1, at: now });
