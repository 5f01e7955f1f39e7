import fc from 'fast-check';
import { addDays } from './calendar-days';
import { type DeadlineRoll, type DeadlineUnit, deadline } from './deadline';
import { addWorkingDays, isWorkingDay } from './working-days';

const week = (...holidays: string[]) => ({ weekendDays: [6, 7], holidays });

describe('deadlines (model.md C.1)', () => {
  it.each<[string, number, DeadlineUnit, DeadlineRoll, string[], string, string]>([
    ['2026-07-03', 14, 'CALENDAR_DAYS', 'NEXT', [], '2026-07-17', '2026-07-14'],
    ['2026-01-31', 1, 'MONTHS', 'NEXT', [], '2026-03-02', '2026-02-25'],
    ['2026-07-03', 7, 'WORKING_DAYS', 'NEXT', [], '2026-07-14', '2026-07-13'],
    ['2026-08-07', 1, 'WEEKS', 'NEXT', [], '2026-08-14', '2026-08-13'],
    ['2026-12-18', 1, 'WEEKS', 'NEXT', ['2026-12-25'], '2026-12-28', '2026-12-24'],
    ['2028-01-31', 1, 'MONTHS', 'NONE', [], '2028-02-29', '2028-02-24'],
    ['2026-11-13', 15, 'CALENDAR_DAYS', 'NEXT', ['2026-11-28', '2026-11-29', '2026-11-30'], '2026-12-01', '2026-11-25'],
    ['2026-01-31', 1, 'MONTHS', 'PREVIOUS', [], '2026-02-27', '2026-02-24'],
    ['2025-04-25', 2, 'CALENDAR_DAYS', 'PREVIOUS', [], '2025-04-25', '2025-04-25'],
    ['2025-04-26', 1, 'CALENDAR_DAYS', 'PREVIOUS', [], '2025-04-27', '2025-04-26'],
    ['2026-01-31', 1, 'MONTHS', 'NONE', [], '2026-02-28', '2026-02-25'],
    ['2026-07-03', 7, 'CALENDAR_DAYS', 'NEXT', [], '2026-07-10', '2026-07-09'],
    ['2026-07-03', 8, 'CALENDAR_DAYS', 'NEXT', [], '2026-07-13', '2026-07-08'],
  ])('from %s, %i %s, roll %s', (triggerDate, amount, unit, roll, holidays, dueOn, internalDueOn) => {
    expect(deadline({ triggerDate, amount, unit, roll }, week(...holidays))).toEqual({ dueOn, internalDueOn });
  });
});

describe('working days of an office', () => {
  it('Friday is free where the weekend is Thursday and Friday', () => {
    const tehran = { weekendDays: [4, 5], holidays: [] };
    expect([isWorkingDay('2026-07-03', tehran), isWorkingDay('2026-07-04', tehran)]).toEqual([false, true]);
  });

  it('no working day later is the same day', () => {
    expect(addWorkingDays('2026-07-04', 0, week())).toBe('2026-07-04');
  });

  it('the way there and back ends on the day one left, when the office works', () => {
    const anyDay = fc
      .nat(4_000)
      .map((days) => addDays('2024-01-01', days))
      .filter((day) => isWorkingDay(day, week('2026-12-25')));
    fc.assert(
      fc.property(anyDay, fc.nat(40), (day, days) => {
        const later = addWorkingDays(day, days, week('2026-12-25'));
        expect(isWorkingDay(later, week('2026-12-25'))).toBe(true);
        expect(addWorkingDays(later, -days, week('2026-12-25'))).toBe(day);
      }),
    );
  });
});
