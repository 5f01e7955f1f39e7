import fc from 'fast-check';
import { addDays, weekdayOf } from '../dates/calendar-days';
import type { DeadlineRoll, DeadlineUnit } from '../dates/deadline';
import { addWorkingDays, isWorkingDay } from '../dates/working-days';
import type { Profile, ProfileValue, ProfileValues } from './country-profile';
import { assertProfileValue } from './country-profile';
import { explained } from './deadline-words';
import { EXAMPLE_VALUES } from './example-country';
import { endOfDay, entered, isOver, reckon, reminderOn } from './legal-deadline';
import { permitAlerts, permitStateOn } from './permit.rules';
import { SEEDED_COUNTRIES, seededProfile } from './seeded-profiles';

const verified = <K extends ProfileValue['kind']>(kind: K, code: string, value: ProfileValues[K]): ProfileValue<K> => ({
  id: null,
  kind,
  code,
  version: 1,
  value,
  isVerified: true,
  validFrom: null,
  validTo: null,
});
const countryWith = (holidays: string[], ...more: ProfileValue[]): Profile => ({
  country: 'XX',
  values: [verified('WEEKEND', 'ALL', { days: [6, 7] }), verified('HOLIDAYS', 'ALL', { days: holidays, until: null }), ...more],
});
const ruleOf = (amount: number | null, unit: DeadlineUnit, roll: DeadlineRoll): ProfileValue<'DEADLINE_RULE'> =>
  verified('DEADLINE_RULE', 'APPEAL', { trigger: 'NEGATIVE_SERVED', type: 'APPEAL', amount, unit, roll });
const served = (on: string) => ({ trigger: 'NEGATIVE_SERVED' as const, on, method: 'IN_PERSON' as const });

describe('R-AS-02, R-AS-04: legal deadlines by the vectors of C.1', () => {
  it.each<[string, number, DeadlineUnit, DeadlineRoll, string[], string, string]>([
    ['2026-07-03', 14, 'CALENDAR_DAYS', 'NEXT', [], '2026-07-17', '2026-07-14'],
    ['2026-01-31', 1, 'MONTHS', 'NEXT', [], '2026-03-02', '2026-02-25'],
    ['2026-07-03', 7, 'WORKING_DAYS', 'NEXT', [], '2026-07-14', '2026-07-13'],
    ['2026-08-07', 1, 'WEEKS', 'NEXT', [], '2026-08-14', '2026-08-13'],
    ['2026-12-18', 1, 'WEEKS', 'NEXT', ['2026-12-25'], '2026-12-28', '2026-12-24'],
    ['2028-01-31', 1, 'MONTHS', 'NONE', [], '2028-02-29', '2028-02-24'],
    ['2026-11-13', 15, 'CALENDAR_DAYS', 'NEXT', ['2026-11-28', '2026-11-29', '2026-11-30'], '2026-12-01', '2026-11-25'],
  ])('from %s, %i %s, roll %s', (on, amount, unit, roll, holidays, dueOn, internalDueOn) => {
    const rule = ruleOf(amount, unit, roll);
    expect(reckon(countryWith(holidays, rule), rule, served(on))).toMatchObject({
      dueOn,
      internalDueOn,
      gap: null,
      ruleCode: 'APPEAL',
      ruleVersion: 1,
    });
  });

  it('our own day never lies before the trigger', () => {
    const rule = ruleOf(1, 'CALENDAR_DAYS', 'NONE');
    expect(reckon(countryWith([], rule), rule, served('2026-07-04'))).toMatchObject({ dueOn: '2026-07-05', internalDueOn: '2026-07-04' });
    expect(entered('OTHER', '2026-07-04', '2026-07-04', { weekendDays: [6, 7], holidays: [] }).internalDueOn).toBe('2026-07-04');
  });

  const anyRule = fc.record({
    amount: fc.integer({ min: 1, max: 120 }),
    unit: fc.constantFrom<DeadlineUnit>('CALENDAR_DAYS', 'WORKING_DAYS', 'WEEKS', 'MONTHS'),
    roll: fc.constantFrom<DeadlineRoll>('NEXT', 'NONE', 'PREVIOUS'),
    start: fc.nat(3000).map((days) => addDays('2024-01-01', days)),
    holidays: fc.array(
      fc.nat(3400).map((days) => addDays('2024-01-01', days)),
      { maxLength: 20 },
    ),
  });

  it('always ends after it begins, and where it rolls on a day of work', () => {
    fc.assert(
      fc.property(anyRule, ({ amount, unit, roll, start, holidays }) => {
        const rule = ruleOf(amount, unit, roll);
        const { dueOn, internalDueOn, lastDay } = reckon(countryWith(holidays, rule), rule, served(start));
        const calendar = { weekendDays: [6, 7], holidays };
        expect(dueOn !== null && internalDueOn !== null && internalDueOn <= dueOn && internalDueOn >= start).toBe(true);
        if (roll !== 'PREVIOUS') expect((dueOn ?? '') > start).toBe(true);
        const workless = roll === 'PREVIOUS' && !isWorkingDay(dueOn ?? '', calendar); // no day of work since it began
        if (workless) expect([dueOn, addWorkingDays(dueOn ?? '', -1, calendar) < start]).toEqual([lastDay, true]);
        else if (roll !== 'NONE' || unit === 'WORKING_DAYS') expect(isWorkingDay(dueOn ?? '', calendar)).toBe(true);
      }),
    );
  });

  it('a longer period never ends sooner, and a later trigger never either', () => {
    fc.assert(
      fc.property(anyRule, ({ amount, unit, roll, start, holidays }) => {
        const due = (n: number, on: string): string => {
          const rule = ruleOf(n, unit, roll);
          return reckon(countryWith(holidays, rule), rule, served(on)).dueOn ?? '';
        };
        expect(due(amount + 1, start) >= due(amount, start)).toBe(true);
        expect(due(amount, addDays(start, 1)) >= due(amount, start)).toBe(true);
      }),
    );
  });

  it('weeks end on the same weekday when nothing moves them', () => {
    fc.assert(
      fc.property(anyRule, ({ amount, start }) => {
        const rule = ruleOf(amount, 'WEEKS', 'NONE');
        expect(weekdayOf(reckon(countryWith([], rule), rule, served(start)).dueOn ?? '')).toBe(weekdayOf(start));
      }),
    );
  });

  it('what is sent by post counts from the day on which the country says it arrived', () => {
    const rule = ruleOf(14, 'CALENDAR_DAYS', 'NEXT');
    const post = verified('SERVICE_FICTION', 'POST', { amount: 3, unit: 'CALENDAR_DAYS' });
    const found = reckon(countryWith([], rule, post), rule, { ...served('2026-07-03'), method: 'POST' });
    expect(found).toMatchObject({ countsFrom: '2026-07-06', dueOn: '2026-07-20' });
  });
});

describe('R-AS-03: without a verified rule there is no day', () => {
  const rule = ruleOf(14, 'CALENDAR_DAYS', 'NEXT');
  const unverified = <V extends ProfileValue>(value: V): V => ({ ...value, isVerified: false });

  it.each([
    ['no rule at all', countryWith([]), null, 'RULE_MISSING'],
    ['a rule without a length', countryWith([]), ruleOf(null, 'CALENDAR_DAYS', 'NEXT'), 'RULE_MISSING'],
    ['a rule that nobody verified', countryWith([]), unverified(rule), 'RULE_UNVERIFIED'],
    [
      'a calendar that nobody verified',
      { country: 'XX', values: [unverified(verified('WEEKEND', 'ALL', { days: [7] }))] },
      rule,
      'CALENDAR_UNVERIFIED',
    ],
    [
      'holidays that end before the day',
      {
        country: 'XX',
        values: [verified('WEEKEND', 'ALL', { days: [6, 7] }), verified('HOLIDAYS', 'ALL', { days: [], until: '2026-07-10' })],
      },
      rule,
      'HOLIDAYS_UNKNOWN',
    ],
  ] as const)('%s', (_, profile, which, gap) => {
    const found = reckon(profile, which, served('2026-07-03'));
    expect(found).toMatchObject({ dueOn: null, internalDueOn: null, gap });
    expect(explained(found, 'en')).toContain('Ask a lawyer today');
    expect(explained(found, 'fa')).toContain('از یک وکیل بپرسید');
  });

  it('holds for every rule of every real country that came with the house: not one is verified, whatever is asked', () => {
    expect(SEEDED_COUNTRIES).toContain('AL');
    for (const country of SEEDED_COUNTRIES) {
      const profile = seededProfile(country);
      expect(profile.values.length).toBeGreaterThan(0);
      for (const value of profile.values) {
        expect([country, value.code, value.isVerified, value.id]).toEqual([country, value.code, false, null]);
        assertProfileValue(value.kind, value.code, value.value);
        if (value.kind === 'DEADLINE_RULE')
          expect(reckon(profile, value as ProfileValue<'DEADLINE_RULE'>, served('2026-07-03')).dueOn).toBeNull();
      }
    }
  });

  it('the made-up country is whole, and says itself that nothing of it is verified either', () => {
    for (const { kind, code, value } of EXAMPLE_VALUES) assertProfileValue(kind, code, value);
    expect(JSON.stringify(EXAMPLE_VALUES)).not.toContain('erified');
  });
});

describe('how a deadline is explained', () => {
  const rule = ruleOf(14, 'CALENDAR_DAYS', 'NEXT');
  it('served 3 July + 14 days = Friday 17 July', () => {
    const found = reckon(countryWith([], rule), rule, served('2026-07-03'));
    expect(explained(found, 'en')).toBe('served 3 July + 14 days = Friday 17 July');
    expect(explained(found, 'fa')).toBe('ابلاغ ۱۲ تیر + ۱۴ روز = جمعه ۲۶ تیر');
  });

  it('says which day was no working day, and from when the post counts', () => {
    const month = ruleOf(1, 'MONTHS', 'NEXT');
    expect(explained(reckon(countryWith([], month), month, served('2026-01-31')), 'en')).toBe(
      'served 31 January + 1 month = Saturday 28 February, no working day, so Monday 2 March',
    );
    const post = verified('SERVICE_FICTION', 'POST', { amount: 3, unit: 'CALENDAR_DAYS' });
    expect(explained(reckon(countryWith([], rule, post), rule, { ...served('2026-07-03'), method: 'POST' }), 'en')).toBe(
      'served 3 July (counts as 6 July, 3 days later) + 14 days = Monday 20 July',
    );
  });

  it('says the years where they differ', () => {
    const found = reckon(countryWith([], rule), rule, served('2026-12-28'));
    expect(explained(found, 'en')).toBe('served 28 December 2026 + 14 days = Monday 11 January 2027');
  });
});

describe('R-AS-14: a day ends where the procedure is', () => {
  it('is over in Tokyo while it goes on in Tirana', () => {
    expect(endOfDay('2026-07-17', 'Asia/Tokyo')).toBe('2026-07-17T14:59:00.000Z');
    expect(endOfDay('2026-07-17', 'Europe/Tirane')).toBe('2026-07-17T21:59:00.000Z');
    const now = '2026-07-17T15:30:00Z';
    expect([isOver('2026-07-17', now, 'Asia/Tokyo'), isOver('2026-07-17', now, 'Europe/Tirane')]).toEqual([true, false]);
  });
});

describe('R-AS-05: reminders', () => {
  it.each([
    ['2026-07-02', null],
    ['2026-07-03', 14],
    ['2026-07-10', 7],
    ['2026-07-12', 7],
    ['2026-07-14', 3],
    ['2026-07-16', 1],
    ['2026-07-17', 0],
    ['2026-07-18', 'OVERDUE'],
  ])('on %s of a deadline on 17 July: %s', (today, which) => {
    expect(reminderOn('2026-07-17', today)).toBe(which);
  });
});

describe('R-AS-08: permits', () => {
  const week = { weekendDays: [6, 7], holidays: [] };
  const permit = {
    type: 'REFUGEE_PERMIT' as const,
    validTo: '2026-12-20',
    unlimited: false,
    renewalLodgedOn: null,
    successorId: null,
    withdrawnOn: null,
  };

  it('tells at 90, 30, 7 and 0 days, on a weekend the working day before (C.2); travel documents at 180 too', () => {
    expect(permitAlerts(permit, week)).toEqual([
      { days: 90, on: '2026-09-21' },
      { days: 30, on: '2026-11-20' },
      { days: 7, on: '2026-12-11' },
      { days: 0, on: '2026-12-18' },
    ]);
    expect(permitAlerts({ ...permit, type: 'TRAVEL_DOC_1951' }, week)[0]).toEqual({ days: 180, on: '2026-06-23' });
  });

  it.each([
    [{}, '2026-09-20', 'VALID'],
    [{}, '2026-09-21', 'EXPIRING'],
    [{}, '2026-12-20', 'EXPIRING'],
    [{}, '2026-12-21', 'EXPIRED'],
    [{ renewalLodgedOn: '2026-11-01' }, '2026-12-21', 'RENEWAL_LODGED'],
    [{ successorId: 'next' }, '2026-12-21', 'SUCCEEDED'],
    [{ withdrawnOn: '2026-10-01' }, '2026-12-21', 'WITHDRAWN'],
    [{ validTo: null, unlimited: true }, '2090-01-01', 'VALID'],
    [{ validTo: null }, '2026-01-01', null],
  ])('%j on %s is %s', (more, today, state) => {
    expect(permitStateOn({ ...permit, ...more }, today)).toBe(state);
  });
});
