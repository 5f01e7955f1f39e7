import fc from 'fast-check';
import { ageBandOf, ageRange } from './age';
import { addDays } from './calendar-days';

const born = (from: string, to: string) => ({ from, to });

describe('age as a range (R-ID-03)', () => {
  it.each([
    ['Jalali 1362', born('1983-03-21', '1984-03-20'), '2026-07-01', '42–43'],
    ['a year before the birthdays', born('1964-01-01', '1964-12-31'), '2026-07-01', '61–62'],
    ['a day, on the birthday', born('2000-07-01', '2000-07-01'), '2026-07-01', '26'],
    ['a day, the day before', born('2000-07-01', '2000-07-01'), '2026-06-30', '25'],
    ['29 February, on the 28th', born('2000-02-29', '2000-02-29'), '2026-02-28', '25'],
    ['29 February, on 1 March', born('2000-02-29', '2000-02-29'), '2026-03-01', '26'],
    ['a child of this year', born('2026-01-01', '2026-12-31'), '2026-07-01', '0'],
  ])('%s', (_, range, onDay, label) => {
    expect(ageRange(range, onDay)?.label).toBe(label);
  });

  it('somebody who may be seventeen is protected as a minor, and it is said that the age is uncertain', () => {
    expect(ageRange(born('2008-01-01', '2008-12-31'), '2026-07-01')).toMatchObject({
      youngest: 17,
      oldest: 18,
      countsAsMinor: true,
      isAgeUncertain: true,
    });
  });

  it('somebody who is seventeen for sure is a minor without doubt; somebody of eighteen is not', () => {
    expect(ageRange(born('2009-01-01', '2009-01-01'), '2026-07-01')).toMatchObject({ countsAsMinor: true, isAgeUncertain: false });
    expect(ageRange(born('2008-07-01', '2008-07-01'), '2026-07-01')).toMatchObject({ countsAsMinor: false, isAgeUncertain: false });
  });

  it('is nothing when the birth is unknown', () => {
    expect(ageRange({ from: null, to: null }, '2026-07-01')).toBeNull();
  });

  it('the youngest age is never above the oldest', () => {
    fc.assert(
      fc.property(fc.nat(30_000), fc.nat(5_000), fc.nat(30_000), (start, width, later) => {
        const from = addDays('1930-01-01', start);
        const age = ageRange(born(from, addDays(from, width)), addDays('1950-01-01', later));
        expect(age && age.youngest <= age.oldest && age.youngest >= 0).toBe(true);
      }),
    );
  });
});

describe('the band of an age', () => {
  it.each([
    [29, 29, 'A0_29'],
    [30, 49, 'A30_49'],
    [50, 64, 'A50_64'],
    [65, 99, 'A65_UP'],
    [29, 30, 'UNKNOWN'],
    [49, 50, 'UNKNOWN'],
  ])('from %d to %d is %s', (youngest, oldest, band) => {
    expect(ageBandOf({ youngest, oldest })).toBe(band);
  });

  it('is uncertain when nothing is known of the birth', () => {
    expect(ageBandOf(null)).toBe('UNKNOWN');
  });
});
