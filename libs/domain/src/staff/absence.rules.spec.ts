import { refusal } from '../process/refusal.spec-help';
import { assertAbsence, assertDeputy, needsDeputy, workingDaysIn } from './absence.rules';

const week = { weekendDays: [6, 7], holidays: ['2026-11-30'] };

describe('R-CA-10 absence', () => {
  it('counts working days of the office only', () => {
    // Friday to Tuesday, the Monday is a holiday
    expect(workingDaysIn({ from: '2026-11-27', until: '2026-12-01' }, week)).toBe(2);
  });

  it('of more than three working days needs a deputy, of three it does not', () => {
    expect(needsDeputy({ from: '2026-11-23', until: '2026-11-25' }, week)).toBe(false);
    expect(needsDeputy({ from: '2026-11-23', until: '2026-11-26' }, week)).toBe(true);
    expect(needsDeputy({ from: '2026-11-26', until: '2026-12-01' }, week)).toBe(false);
  });

  it('does not end before it begins, nor in the past', () => {
    expect(refusal(() => assertAbsence({ from: '2026-11-25', until: '2026-11-24' }, '2026-11-20')).fields).toEqual({
      until: ['before-start'],
    });
    expect(refusal(() => assertAbsence({ from: '2026-11-10', until: '2026-11-12' }, '2026-11-20')).code).toBe('absence-days');
    expect(() => assertAbsence({ from: '2026-11-10', until: '2026-11-22' }, '2026-11-20')).not.toThrow();
  });

  it('begins within two years: no day of the calendar is the last one', () => {
    const far = { from: '9999-12-30', until: '9999-12-31' };
    expect(refusal(() => assertAbsence(far, '2026-11-20')).fields).toEqual({ from: ['too-far'] });
    expect(refusal(() => workingDaysIn(far, week)).code).toBe('day-out-of-range');
  });

  it('nobody stands in for themself', () => {
    expect(refusal(() => assertDeputy('a', 'a')).code).toBe('own-deputy');
    expect(() => assertDeputy('b', 'a')).not.toThrow();
  });
});
