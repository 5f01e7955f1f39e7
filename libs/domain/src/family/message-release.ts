const HOUR = 3_600_000;

/** Held as long as this a message is taken back by the clock (model 3.7). */
export const HELD_DAYS = 90;

/**
 * Messages go out once a day, in the hour that begins at `hour` in the office's time zone; whatever was let go before it began goes with it. When
 * somebody writes, looks something over or lets it go cannot be told from when it goes out (walls.md, goal 8).
 * @param now instant, ISO 8601
 * @param hour 0 to 23
 * @returns the moment (milliseconds since 1970) at which this hour began; null outside it
 */
export function releaseHourAt(now: string, timeZone: string, hour: number): number | null {
  const at = Date.parse(now);
  const parts = formatOf(timeZone).formatToParts(at);
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value);
  if (part('hour') !== hour) return null;
  return at - ((part('minute') * 60 + part('second')) * 1000 + (((at % 1000) + 1000) % 1000));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit' });
  formats.set(timeZone, format);
  return format;
}

/** A move of a message: where it went, and when (milliseconds since 1970). */
export interface MessageMove {
  to: string;
  at: number;
}

/**
 * P-29: hours from being handed in for the first time until release, without the time in which it was held.
 * @param moves in the order in which they happened
 * @returns null where it was not released
 */
export function turnaroundHours(moves: readonly MessageMove[]): number | null {
  const first = moves.find(({ to }) => to === 'SUBMITTED');
  const released = moves.find(({ to }) => to === 'RELEASED');
  if (!first || !released) return null;
  const held = moves.reduce((sum, { to, at }, place) => sum + (to === 'HELD' ? (moves[place + 1]?.at ?? released.at) - at : 0), 0);
  return (released.at - first.at - held) / HOUR;
}
