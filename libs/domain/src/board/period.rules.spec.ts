import { refusal } from '../process/refusal.spec-help';
import { periodOf, weeksIn } from './period.rules';

const TODAY = '2026-11-22';

describe('the period of a report', () => {
  it('is what was asked for, or the last days up to today', () => {
    expect(periodOf({ from: '2026-10-01', to: '2026-10-31' }, TODAY, 28)).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(periodOf({}, TODAY, 28)).toEqual({ from: '2026-10-26', to: TODAY });
  });

  it.each([
    [{ to: '2026-11-23' }, { to: ['in-future'] }],
    [{ from: '2026-11-20', to: '2026-11-19' }, { from: ['after-end'] }],
    [{ from: '2025-11-21', to: '2026-11-22' }, { from: ['too-long'] }],
  ])('%j is refused with the field', (asked, fields) => {
    const refused = refusal(() => periodOf(asked, TODAY, 28));
    expect([refused.code, refused.fields]).toEqual(['period', fields]);
  });

  it('a year to the day is not too long', () => expect(periodOf({ from: '2025-11-22' }, TODAY, 28).from).toBe('2025-11-22'));

  it('P-08 counts whole weeks', () => {
    expect([weeksIn({ from: '2026-10-26', to: TODAY }), weeksIn({ from: '2026-10-27', to: TODAY })]).toEqual([4, 3]);
  });
});
