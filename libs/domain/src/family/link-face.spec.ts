import fc from 'fast-check';
import { ANSWER_AFTER_DAYS, ANSWER_WEEKDAY, answerDayOf } from './link-face';

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

describe('what the client is answered, and when', () => {
  it('R-FL-12: whoever asks in the same week is answered on the same day', () => {
    expect(answerDayOf('2026-11-23')).toBe('2027-02-22');
    expect(answerDayOf('2026-11-24')).toBe('2027-03-01');
    expect(answerDayOf('2026-11-30')).toBe('2027-03-01');
  });

  it('R-FL-12: always on the weekly day, never sooner than the one waiting time, never more than a week later', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (asked) => {
        const answered = Date.parse(answerDayOf(dayOf(asked)));
        const waited = (answered - Date.parse(dayOf(asked))) / 86_400_000;
        expect(new Date(answered).getUTCDay()).toBe(ANSWER_WEEKDAY);
        expect(waited).toBeGreaterThanOrEqual(ANSWER_AFTER_DAYS);
        expect(waited).toBeLessThan(ANSWER_AFTER_DAYS + 7);
      }),
    );
  });
});
