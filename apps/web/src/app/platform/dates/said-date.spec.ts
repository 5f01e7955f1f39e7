import { understand } from './said-date';

const TODAY = '2026-11-17';

describe('a date as it was said', () => {
  beforeEach(() => (document.documentElement.lang = 'en'));

  it('is understood from a year alone, in the calendar the year gives away', () => {
    expect(understand('1362', null, TODAY).date).toMatchObject({ calendar: 'JALALI', from: '1983-03-21', to: '1984-03-20' });
    expect(understand('1958', null, TODAY).date).toMatchObject({ calendar: 'GREGORIAN' });
    expect(understand('مهر ۱۳۶۲', null, TODAY).date).toMatchObject({ from: '1983-09-23', to: '1983-10-22' });
  });

  it('is put right with words that help, never with "invalid date"', () => {
    expect(understand('1394/12/30', 'JALALI', TODAY).error).toBe('Esfand 1394 had 29 days. Take 1 to 29, or leave the day empty.');
    expect(understand('62', null, TODAY).error).toContain('four digits');
    expect(understand('some day', null, TODAY).error).toContain('as it was said');
  });

  it('may stay empty', () => {
    expect(understand('  ', null, TODAY)).toEqual({ date: null, error: null });
  });
});
