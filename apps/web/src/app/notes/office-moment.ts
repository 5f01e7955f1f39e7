/**
 * The instant at which the office's clock shows a day (`2026-11-17`) and a time (`09:30`), wherever the laptop is.
 * In the hour that a change of clocks skips or repeats, one of the two answers.
 */
export function instantAt(day: string, time: string, timeZone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const guess = wanted - (shownAt(wanted, timeZone) - wanted);
  return new Date(guess - (shownAt(guess, timeZone) - wanted)).toISOString();
}

/** The office's time (`09:30`) at an instant. */
export function timeAt(iso: string, timeZone: string): string {
  return new Date(shownAt(Date.parse(iso), timeZone)).toISOString().slice(11, 16);
}

/** What the office's clock shows, read as if it were UTC. */
function shownAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return Date.parse(`${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}Z`);
}
