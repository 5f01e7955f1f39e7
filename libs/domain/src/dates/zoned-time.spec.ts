import { refusal } from '../process/refusal.spec-help';
import { instantOf, wallTimeOf } from './zoned-time';

describe('a time on the wall', () => {
  it.each([
    ['2026-01-15', '10:00', 'Europe/Tirane', '2026-01-15T09:00:00.000Z'],
    ['2026-07-15', '10:00', 'Europe/Tirane', '2026-07-15T08:00:00.000Z'],
    ['2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-03-10', '09:30', 'America/New_York', '2026-03-10T13:30:00.000Z'],
    ['2026-03-10', '09:30', 'Asia/Tehran', '2026-03-10T06:00:00.000Z'],
  ])('%s %s in %s is %s, and back', (on, at, timeZone, instant) => {
    expect(instantOf({ on, at }, timeZone)).toBe(instant);
    expect(wallTimeOf(instant, timeZone)).toEqual({ on, at });
  });

  it('that the clock leaves out in spring does not exist', () => {
    expect(refusal(() => instantOf({ on: '2026-03-29', at: '02:30' }, 'Europe/Berlin')).code).toBe('no-such-time');
  });

  it('that comes twice in autumn is the first of the two', () => {
    expect(instantOf({ on: '2026-10-25', at: '02:30' }, 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });
});
