/** A moment in the release hour of an office in Tirana, `days` from now: whatever was let go by then goes, if it may. */
export function releaseHour(days = 1): string {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const offset = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Tirane', timeZoneName: 'longOffset' })
    .formatToParts(new Date(`${day}T17:00:00Z`))
    .find(({ type }) => type === 'timeZoneName')?.value;
  return new Date(`${day}T18:05:00${offset?.replace('GMT', '') ?? '+01:00'}`).toISOString();
}
