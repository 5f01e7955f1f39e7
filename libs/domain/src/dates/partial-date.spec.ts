import fc from 'fast-check';
import { RuleBroken } from '../process/process';
import { looksAdministrative } from './administrative-date';
import { addDays, partsOf } from './calendar-days';
import { displayPartialDate } from './display-partial-date';
import { type PartialDateOptions, parsePartialDate, suggestCalendar } from './partial-date';

const today = '2026-07-01';
const parse = (text: string, options: Partial<PartialDateOptions> = {}) => parsePartialDate(text, { today, ...options });

function refusal(text: string, options: Partial<PartialDateOptions> = {}) {
  try {
    parse(text, options);
  } catch (error) {
    if (error instanceof RuleBroken) return { code: error.code, ...error.facts };
    throw error;
  }
  return null;
}

describe('partial dates (model.md Annex B, R-ID-02)', () => {
  it.each([
    ['1362', '1983-03-21', '1984-03-20'],
    ['1362-07', '1983-09-23', '1983-10-22'],
    ['1335', '1956-03-21', '1957-03-20'],
    ['1403', '2024-03-20', '2025-03-20'],
    ['1403-12-30', '2025-03-20', '2025-03-20'],
    ['1395-12-30', '2017-03-20', '2017-03-20'],
    ['1395-01-23', '2016-04-11', '2016-04-11'],
    ['2016-04-11', '2016-04-11', '2016-04-11'],
    ['1958~', '1957-01-01', '1959-12-31'],
    ['196X', '1960-01-01', '1969-12-31'],
    ['1955/1958', '1955-01-01', '1958-12-31'],
  ])('%s may be any day from %s to %s', (text, from, to) => {
    expect(parse(text)).toMatchObject({ originalText: text, from, to });
  });

  it('11 April 2016 is 23 Farvardin 1395', () => {
    expect(partsOf('JALALI', '2016-04-11')).toEqual({ year: 1395, month: 1, day: 23 });
  });

  it.each([
    ['۱۳۶۲', 'JALALI', 'YEAR', 'EXACT', '1983-03-21', '1984-03-20'],
    ['١٣٦٢/٧/١', 'JALALI', 'DAY', 'EXACT', '1983-09-23', '1983-09-23'],
    ['مهر ۱۳۶۲', 'JALALI', 'MONTH', 'EXACT', '1983-09-23', '1983-10-22'],
    ['۱ مهر ماه ۱۳۶۲', 'JALALI', 'DAY', 'EXACT', '1983-09-23', '1983-09-23'],
    ['میزان ۱۳۶۲', 'JALALI', 'MONTH', 'EXACT', '1983-09-23', '1983-10-22'],
    ['Mehr 1362', 'JALALI', 'MONTH', 'EXACT', '1983-09-23', '1983-10-22'],
    ['7/1362', 'JALALI', 'MONTH', 'EXACT', '1983-09-23', '1983-10-22'],
    ['حدود ۱۳۶۲', 'JALALI', 'YEAR', 'APPROXIMATE', '1982-03-21', '1985-03-20'],
    ['حدوداً سال ۱۳۶۲', 'JALALI', 'YEAR', 'APPROXIMATE', '1982-03-21', '1985-03-20'],
    ['about Mehr 1362', 'JALALI', 'MONTH', 'APPROXIMATE', '1983-08-23', '1983-11-21'],
    ['احتمالا ۱۳۶۲', 'JALALI', 'YEAR', 'UNCERTAIN', '1983-03-21', '1984-03-20'],
    ['دهه ۱۳۴۰', 'JALALI', 'DECADE', 'EXACT', '1961-03-21', '1971-03-20'],
    ['بین ۱۳۳۵ و ۱۳۳۷', 'JALALI', 'RANGE', 'EXACT', '1956-03-21', '1959-03-21'],
    ['c. 1958', 'GREGORIAN', 'YEAR', 'APPROXIMATE', '1957-01-01', '1959-12-31'],
    ['1984?', 'GREGORIAN', 'YEAR', 'UNCERTAIN', '1984-01-01', '1984-12-31'],
    ['1984%', 'GREGORIAN', 'YEAR', 'BOTH', '1983-01-01', '1985-12-31'],
    ['perhaps about 1984', 'GREGORIAN', 'YEAR', 'BOTH', '1983-01-01', '1985-12-31'],
    ['1960s', 'GREGORIAN', 'DECADE', 'EXACT', '1960-01-01', '1969-12-31'],
    ['between 1955 and 1958', 'GREGORIAN', 'RANGE', 'EXACT', '1955-01-01', '1958-12-31'],
    ['11.04.2016', 'GREGORIAN', 'DAY', 'EXACT', '2016-04-11', '2016-04-11'],
    ['April 11, 2016', 'GREGORIAN', 'DAY', 'EXACT', '2016-04-11', '2016-04-11'],
    ['11th Apr 2016', 'GREGORIAN', 'DAY', 'EXACT', '2016-04-11', '2016-04-11'],
    ['۱۱ آوریل ۲۰۱۶', 'GREGORIAN', 'DAY', 'EXACT', '2016-04-11', '2016-04-11'],
    ['unknown', 'GREGORIAN', 'UNKNOWN', 'EXACT', null, null],
    ['نامعلوم', 'GREGORIAN', 'UNKNOWN', 'EXACT', null, null],
  ])('"%s" is understood', (text, calendar, precision, qualifier, from, to) => {
    expect(parse(text)).toMatchObject({ calendar, precision, qualifier, from, to, originalText: text, basis: 'SELF' });
  });

  it('a lunar date keeps only its words and the days it may be', () => {
    const date = parse('1404', { calendar: 'HIJRI_LUNAR' });
    expect(date).toMatchObject({ year: null, month: null, day: null, precision: 'YEAR', originalText: '1404' });
    expect(date.from?.slice(0, 7)).toBe('1983-10');
  });

  it('a month named in one calendar is stronger than the calendar chosen', () => {
    expect(parse('Mehr 1362', { calendar: 'GREGORIAN' }).calendar).toBe('JALALI');
  });

  it.each([
    ['1984', '1984'],
    ['1984?', '1984?'],
    ['about 1984', '1984~'],
    ['04/1984', '1984-04'],
    ['2016-04-11', '2016-04-11'],
    ['1960s', '196X'],
    ['1955-1958', '1955/1958'],
    ['1362', '1983-03-21/1984-03-20'],
    ['حدود ۱۳۶۲', '1983-03-21~/1984-03-20~'],
    ['1395-01-23', '2016-04-11'],
    ['unknown', 'XXXX'],
  ])('%s is %s in EDTF', (text, edtf) => {
    expect(parse(text).edtf).toBe(edtf);
  });

  it('Esfand 1394 had 29 days, and the refusal says so', () => {
    expect(refusal('1394-12-30')).toEqual({
      code: 'no-such-day',
      calendar: 'JALALI',
      day: 30,
      year: 1394,
      month: 12,
      daysInMonth: 29,
      monthName: 'Esfand',
      monthNameFa: 'اسفند',
    });
  });

  it.each<[string, Partial<PartialDateOptions>, string]>([
    ['62', {}, 'year-of-two-digits'],
    ['۶۲/۷/۱', {}, 'year-of-two-digits'],
    ['Mehr 62', {}, 'year-of-two-digits'],
    ['someday', {}, 'date-not-understood'],
    ['', {}, 'date-not-understood'],
    ['1700', {}, 'calendar-unclear'],
    ['1362-13', {}, 'no-such-month'],
    ['1362-00-01', {}, 'no-such-month'],
    ['2023-02-29', {}, 'no-such-day'],
    ['2023-02-00', {}, 'no-such-day'],
    ['1958/1955', {}, 'range-reversed'],
    ['2027', { calendar: 'GREGORIAN' }, 'date-in-future'],
    ['2026-07-02', {}, 'date-in-future'],
    ['0000', { calendar: 'GREGORIAN' }, 'date-too-early'],
  ])('"%s" is refused', (text, options, code) => {
    expect(refusal(text, options)?.code).toBe(code);
  });

  it('a year that fits the other calendar is refused with that suggestion', () => {
    expect(refusal('1362', { calendar: 'GREGORIAN' })).toEqual({
      code: 'date-too-early',
      year: 1362,
      calendar: 'GREGORIAN',
      suggestedCalendar: 'JALALI',
    });
    expect(refusal('1983', { calendar: 'JALALI' })).toEqual({
      code: 'date-in-future',
      year: 1983,
      calendar: 'JALALI',
      suggestedCalendar: 'GREGORIAN',
    });
  });

  it.each([
    [1290, 'JALALI'],
    [1420, 'JALALI'],
    [1289, null],
    [1421, null],
    [1899, null],
    [1900, 'GREGORIAN'],
    [2026, 'GREGORIAN'],
    [2027, null],
  ])('the year %i suggests %s', (year, calendar) => {
    expect(suggestCalendar(year, today)).toBe(calendar);
  });

  it('today is no future', () => {
    expect(parse(today).from).toBe(today);
  });
});

describe('whatever is said of a date', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1911-04-01', days));

  it('a day of either calendar is kept, and shown with both', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('JALALI' as const, 'GREGORIAN' as const), (said, calendar) => {
        const { year, month, day: number } = partsOf(calendar, said);
        const date = parse(`${year}-${month}-${number}`, { calendar });
        expect(date).toMatchObject({ from: said, to: said, year, month, day: number, edtf: said });
        expect(displayPartialDate(date, 'en')).toContain(`${number} `);
      }),
    );
  });

  it('months and years hold their days; "about" holds all that the same without it holds', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('JALALI' as const, 'GREGORIAN' as const), fc.boolean(), (said, calendar, isMonth) => {
        const { year, month } = partsOf(calendar, said);
        const text = isMonth ? `${year}-${month}` : `${year}`;
        const [exact, about] = [parse(text, { calendar }), parse(`about ${text}`, { calendar })];
        const bounds = [about.from, exact.from, said, exact.to, about.to];
        expect([...bounds].sort()).toEqual(bounds);
      }),
    );
  });

  it('nothing breaks on what people may type', () => {
    const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789/-.~?% xs۱۳۶مهر'), maxLength: 14 }));
    fc.assert(
      fc.property(typed, (text) => expect(refusal(text)?.code ?? 'read').toMatch(/^[a-z-]+$/)),
      { numRuns: 500 },
    );
  });
});

describe('showing a date (R-ID-02: no day that was not given)', () => {
  it.each([
    ['1362', '1362 (1983/84)', '۱۳۶۲ (۱۹۸۳/۸۴)'],
    ['1378', '1378 (1999/2000)', '۱۳۷۸ (۱۹۹۹/۲۰۰۰)'],
    ['1362-07', 'Mehr 1362 (September/October 1983)', 'مهر ۱۳۶۲ (سپتامبر/اکتبر ۱۹۸۳)'],
    ['1362-10', 'Dey 1362 (December 1983/January 1984)', 'دی ۱۳۶۲ (دسامبر ۱۹۸۳/ژانویه ۱۹۸۴)'],
    ['1395-01-23', '23 Farvardin 1395 (11 April 2016)', '۲۳ فروردین ۱۳۹۵ (۱۱ آوریل ۲۰۱۶)'],
    ['2016-04-11', '11 April 2016 (23 Farvardin 1395)', '۱۱ آوریل ۲۰۱۶ (۲۳ فروردین ۱۳۹۵)'],
    ['April 2016', 'April 2016 (Farvardin/Ordibehesht 1395)', 'آوریل ۲۰۱۶ (فروردین/اردیبهشت ۱۳۹۵)'],
    ['1958', '1958 (1336/37)', '۱۹۵۸ (۱۳۳۶/۳۷)'],
    ['1958~', 'about 1958 (1336/37)', 'حدود ۱۹۵۸ (۱۳۳۶/۳۷)'],
    ['1984?', 'possibly 1984 (1362/63)', 'احتمالاً ۱۹۸۴ (۱۳۶۲/۶۳)'],
    ['1960s', '1960s (1338–1348)', 'دههٔ ۱۹۶۰ (۱۳۳۸–۱۳۴۸)'],
    ['1955/1958', '1955–1958 (1333–1337)', '۱۹۵۵–۱۹۵۸ (۱۳۳۳–۱۳۳۷)'],
    ['about 1335-1337', 'about 1335–1337 (1956–1959)', 'حدود ۱۳۳۵–۱۳۳۷ (۱۹۵۶–۱۹۵۹)'],
    ['unknown', 'Unknown', 'نامعلوم'],
  ])('%s', (text, en, fa) => {
    expect([displayPartialDate(parse(text), 'en'), displayPartialDate(parse(text), 'fa')]).toEqual([en, fa]);
  });

  it('a lunar day shows only the month it fell in', () => {
    expect(displayPartialDate(parse('1404-01-10', { calendar: 'HIJRI_LUNAR' }), 'en')).toBe('1404-01-10 lunar (October 1983)');
  });
});

describe('dates that an authority may have made up (R-ID-04)', () => {
  it.each([
    ['1983-01-01', true],
    ['1983-07-01', true],
    ['1362-01-01', true],
    ['1983-03-21', true],
    ['1362/10/11', true],
    ['1983-01-02', false],
    ['1983', false],
    ['1983-01', false],
    ['unknown', false],
  ])('%s on a document: %s', (text, flagged) => {
    expect(looksAdministrative(parse(text, { basis: 'DOCUMENT' }))).toBe(flagged);
  });

  it('is not asked of what a person says, but always true of a date marked so', () => {
    expect(looksAdministrative(parse('1983-01-01'))).toBe(false);
    expect(looksAdministrative(parse('1983', { basis: 'ADMINISTRATIVE' }))).toBe(true);
  });
});
