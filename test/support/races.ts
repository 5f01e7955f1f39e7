import { setTimeout as pause } from 'node:timers/promises';

/** So many lanes keep one process and its database busy; more only wait for each other. */
const LANES = 4;

/** Several acts against one that takes longer than each: when they start is left to chance, from well before to well after. @param spread milliseconds */
export async function against<A, B>(spread: number, acts: readonly (() => Promise<A>)[], other: () => Promise<B>): Promise<[A[], B]> {
  const atSomeTime = <T>(act: () => Promise<T>): Promise<T> => pause(Math.random() * spread).then(act);
  return Promise.all([Promise.all(acts.map((act) => atSomeTime(act))), pause((Math.random() * spread) / 3).then(other)]);
}

/** Runs so many rounds in several lanes at once; each lane runs its share one after another, on records of its own. */
export async function inLanes(rounds: number, lane: (share: number) => Promise<void>): Promise<void> {
  const shares = Array.from({ length: LANES }, (_, at) => Math.floor((rounds + at) / LANES));
  await Promise.all(shares.map((share) => lane(share)));
}
