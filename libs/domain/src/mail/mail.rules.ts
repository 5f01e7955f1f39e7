const MINUTE = 60_000;
const PAUSES = [1, 5, 15, 60, 240, 720, 1440];

/**
 * When a mail that could not be handed over is tried again: later each time, for some forty hours in all.
 * @param attempts how often it was tried, at least once
 * @param now milliseconds since 1970
 * @returns a moment in milliseconds, or null when it is given up
 */
export function nextTry(attempts: number, now: number): number | null {
  const pause = PAUSES[attempts - 1];
  return pause === undefined ? null : now + pause * MINUTE;
}

/** Whether somebody signs in by what is also the address of a mailbox; most people here sign in by a short name. */
export function isMailAddress(login: string): boolean {
  return /^[^\s@<>(),;:"\\[\]]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(login);
}
