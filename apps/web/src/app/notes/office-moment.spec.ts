import { instantAt, timeAt } from './office-moment';

describe('the office’s clock', () => {
  it.each([
    ['2026-11-17', '09:30', 'Europe/Tirane', '2026-11-17T08:30:00.000Z'],
    ['2026-07-17', '09:30', 'Europe/Tirane', '2026-07-17T07:30:00.000Z'],
    ['2026-03-29', '08:00', 'Europe/Berlin', '2026-03-29T06:00:00.000Z'],
    ['2026-11-17', '00:10', 'Asia/Tehran', '2026-11-16T20:40:00.000Z'],
  ])('%s %s in %s is %s, and back', (day, time, zone, instant) => {
    expect(instantAt(day, time, zone)).toBe(instant);
    expect(timeAt(instant, zone)).toBe(time);
  });
});
