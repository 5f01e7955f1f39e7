import { daysIn, likelyCalendar, type PartialDateValue, spanOf, typedNumber } from './partial-date-parts';

const jalali = (year: number, month: number | null = null, day: number | null = null): PartialDateValue => ({
  calendar: 'JALALI',
  year,
  month,
  day,
  originalText: '',
});

describe('a date of which only part is known', () => {
  it.each([
    [jalali(1362), '1983-03-21', '1984-03-20'],
    [jalali(1362, 7), '1983-09-23', '1983-10-22'],
    [jalali(1403), '2024-03-20', '2025-03-20'],
    [jalali(1403, 12, 30), '2025-03-20', '2025-03-20'],
  ])('spans whole days of the Gregorian calendar (Annex B)', (value, from, to) => {
    expect(spanOf(value)).toEqual({ from, to });
  });

  it('is refused when the month had no such day: Esfand 1394 had 29', () => {
    expect(daysIn('JALALI', 1394, 12)).toBe(29);
    expect(spanOf(jalali(1394, 12, 30))).toBeNull();
    expect(spanOf(jalali(1395, 12, 30))).not.toBeNull();
  });

  it('lets a year alone choose its calendar, and asks when it cannot', () => {
    expect(likelyCalendar(1362)).toBe('JALALI');
    expect(likelyCalendar(1984)).toBe('GREGORIAN');
    expect(likelyCalendar(62)).toBeNull();
  });

  it('reads the digits of any keyboard', () => {
    expect(typedNumber('۱۳۶۲')).toBe(1362);
    expect(typedNumber('١٣٦٢')).toBe(1362);
    expect(typedNumber('about 1362')).toBeNull();
  });
});
