import fc from 'fast-check';
import { releaseHourAt, turnaroundHours } from './message-release';

const HOUR = 3_600_000;

describe('when messages go out', () => {
  it('in one hour of the day of the office, also where a zone is half an hour off', () => {
    expect(releaseHourAt('2026-11-22T17:00:00.000Z', 'Europe/Tirane', 18)).toBe(Date.parse('2026-11-22T17:00:00Z'));
    expect(releaseHourAt('2026-11-22T17:59:59.999Z', 'Europe/Tirane', 18)).toBe(Date.parse('2026-11-22T17:00:00Z'));
    expect(releaseHourAt('2026-11-22T18:00:00.000Z', 'Europe/Tirane', 18)).toBeNull();
    expect(releaseHourAt('2026-11-22T14:40:00.000Z', 'Asia/Tehran', 18)).toBe(Date.parse('2026-11-22T14:30:00Z'));
    expect(releaseHourAt('2026-07-22T16:10:00.000Z', 'Europe/Tirane', 18)).toBe(Date.parse('2026-07-22T16:00:00Z'));
  });

  it('goal 8: every day has exactly one such hour, whatever the zone', () => {
    const zone = fc.constantFrom('Europe/Tirane', 'Asia/Tehran', 'Asia/Kabul', 'Europe/London', 'America/St_Johns');
    const day = fc.date({ min: new Date('2020-01-02'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zone, day, fc.integer({ min: 4, max: 22 }), (timeZone, from, hour) => {
        const starts = Array.from({ length: 24 * 4 }, (_, quarter) =>
          releaseHourAt(new Date(from.getTime() + quarter * (HOUR / 4)).toISOString(), timeZone, hour),
        );
        expect(new Set(starts.filter((start) => start !== null)).size).toBeGreaterThanOrEqual(1);
        expect(new Set(starts.filter((start) => start !== null)).size).toBeLessThanOrEqual(2);
      }),
      { numRuns: 50 },
    );
  });
});

describe('P-29: how long a message takes', () => {
  it('from the first handing in to the release, without the time in which it was held', () => {
    const at = (hours: number): number => hours * HOUR;
    const moves = [
      { to: 'DRAFT', at: at(0) },
      { to: 'SUBMITTED', at: at(10) },
      { to: 'IN_REVIEW', at: at(11) },
      { to: 'RETURNED', at: at(12) },
      { to: 'SUBMITTED', at: at(20) },
      { to: 'IN_REVIEW', at: at(21) },
      { to: 'APPROVED', at: at(22) },
      { to: 'HELD', at: at(23) },
      { to: 'IN_REVIEW', at: at(53) },
      { to: 'APPROVED', at: at(54) },
      { to: 'RELEASED', at: at(60) },
      { to: 'DELIVERED', at: at(90) },
    ];
    expect(turnaroundHours(moves)).toBe(20);
    expect(turnaroundHours(moves.slice(0, 10))).toBeNull();
  });
});
