import { refusal } from '../process/refusal.spec-help';
import { assertCalendar, dayAt } from './office-calendar';

const tirana = { timeZone: 'Europe/Tirane', weekendDays: [6, 7], holidays: ['2026-03-14'] };

describe('an office', () => {
  it('has its own today', () => {
    expect(dayAt('2026-03-01T23:30:00Z', 'Europe/Tirane')).toBe('2026-03-02');
    expect(dayAt('2026-03-01T23:30:00Z', 'UTC')).toBe('2026-03-01');
  });

  it('keeps the weekend it says', () => {
    expect(() => assertCalendar(tirana)).not.toThrow();
    expect(() => assertCalendar({ ...tirana, timeZone: 'Asia/Tehran', weekendDays: [5] })).not.toThrow();
    expect(() => assertCalendar({ ...tirana, weekendDays: [], holidays: [] })).not.toThrow();
  });

  it.each([
    ['timeZone', 'Mars/Olympus', 'unknown'],
    ['timeZone', '+05:00', 'unknown'],
    ['weekendDays', [0], 'not-a-weekend'],
    ['weekendDays', [1, 2, 3, 4, 5, 6, 7], 'not-a-weekend'],
    ['holidays', ['2026-02-30'], 'not-a-date'],
    ['holidays', ['14.3.2026'], 'not-a-date'],
  ])('is refused with %s %s', (field, value, gap) => {
    expect(refusal(() => assertCalendar({ ...tirana, [field]: value })).fields).toEqual({ [field]: [gap] });
  });
});
