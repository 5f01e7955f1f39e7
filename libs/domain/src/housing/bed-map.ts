import { addDays } from '../dates/calendar-days';

/** Places taken from a day up to, and not with, another (`YYYY-MM-DD`; null: no end is known). */
export interface Stay {
  from: string;
  until: string | null;
  beds: number;
  /** HELD: softly, for 48 hours. */
  state: string;
}

/** One cell of the bed map. */
export interface BedDay {
  day: string;
  free: number;
  taken: number;
  held: number;
}

/** How a unit stands on each of `days` days from `from` on: HELD places are taken from what is free, and counted apart. */
export function bedDays(capacity: number, stays: readonly Stay[], from: string, days: number): BedDay[] {
  return Array.from({ length: days }, (_, at) => {
    const day = addDays(from, at);
    const there = stays.filter((stay) => stay.from <= day && (stay.until === null || stay.until > day));
    const held = sum(there.filter(({ state }) => state === 'HELD'));
    const taken = sum(there) - held;
    return { day, taken, held, free: Math.max(0, capacity - taken - held) };
  });
}

const sum = (stays: readonly Stay[]): number => stays.reduce((beds, stay) => beds + stay.beds, 0);
