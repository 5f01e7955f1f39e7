import { refusal } from '../process/refusal.spec-help';
import { assertDayOfLife, assertTimeOfLife, gapOfDay, gapOfMoment } from './day-of-a-life';
import { parsePartialDate } from './partial-date';

const today = '2026-11-23';
const life = { bornFrom: '1980-01-01', today };
const unknown = { bornFrom: null, today };

describe('a day of a life', () => {
  it.each([
    ['today', today, life, null],
    ['the first day on which the person can have been born', '1980-01-01', life, null],
    ['the day before', '1979-12-31', life, 'before-birth'],
    ['tomorrow', '2026-11-24', life, 'in-future'],
    ['as long ago as a life, where nobody knows the birth', '1904-11-23', unknown, null],
    ['longer ago', '1904-11-22', unknown, 'date-too-early'],
    ['in the year 1900', '1900-01-01', unknown, 'date-too-early'],
  ])('%s', (_, day, of, gap) => expect(gapOfDay(day, of)).toBe(gap));

  it('is named by its field', () => {
    expect(refusal(() => assertDayOfLife('doneOn', '1900-01-01', life))).toMatchObject({
      code: 'day-cannot-be',
      fields: { doneOn: ['before-birth'] },
    });
    for (const day of [null, undefined, today]) expect(() => assertDayOfLife('doneOn', day, life)).not.toThrow();
  });

  it('not known to the day counts by the last that it may be', () => {
    const on = (text: string) => () => assertTimeOfLife('occurred', parsePartialDate(text, { calendar: 'GREGORIAN', today }), life);
    expect(refusal(on('1979')).fields).toEqual({ occurred: ['before-birth'] });
    for (const text of ['1980', 'about 1979', '2026', 'unknown']) expect(on(text)).not.toThrow();
  });

  it('of an instant: neither ahead nor longer ago than a life', () => {
    const now = '2026-11-23T08:00:00Z';
    expect(gapOfMoment('2026-11-23T08:04:00Z', now)).toBeNull();
    expect(gapOfMoment('2026-11-23T08:06:00Z', now)).toBe('in-future');
    expect(gapOfMoment('1900-01-01T08:00:00+02:00', now)).toBe('date-too-early');
  });
});
