import { clockState, dueOn, planReviewOn } from './sla.rules';

const calendar = { timeZone: 'Europe/Tirane', weekendDays: [6, 7], holidays: ['2026-03-23'] };

describe('clocks of casework', () => {
  // 2026-03-20 is a Friday, 2026-03-23 a holiday.
  it.each([
    ['firstResponse', '2026-03-24'],
    ['intake', '2026-03-30'],
    ['assessment', '2026-04-06'],
    ['plan', '2026-04-13'],
  ] as const)('R-CA-03: %s from Friday is due on %s', (clock, due) => {
    expect(dueOn(clock, '2026-03-20', calendar)).toBe(due);
  });

  it.each([
    ['LOW', '2026-05-31'],
    ['MEDIUM', '2026-05-31'],
    [null, '2026-05-31'],
    ['HIGH', '2026-04-01'],
    ['IMMINENT', '2026-03-09'],
  ] as const)('R-CA-03: a plan at risk %s is looked at again on %s', (risk, on) => {
    expect(planReviewOn('2026-03-02', risk)).toBe(on);
  });

  it('are late the day after', () => {
    expect(['2026-03-01', '2026-03-02', '2026-03-03'].map((today) => clockState('2026-03-02', today))).toEqual(['ON_TIME', 'SOON', 'LATE']);
  });
});
