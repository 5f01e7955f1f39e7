import fc from 'fast-check';
import { actionsFrom } from '../process/process';
import { refusal } from '../process/refusal.spec-help';
import { capacityCheck, consentMethod, consentPurpose, freeChoiceCheck, interpreterKind } from '../vocabulary/consents';
import { consentProcess } from './consent.process';
import {
  addMonths,
  assertDaysOfConsent,
  assertMayAsk,
  carrierOf,
  dueAt,
  endOf,
  gapsOf,
  gapsOfGiving,
  replaces,
  standingOf,
  type StandingConsent,
  warningAt,
} from './consent.rules';
import { needsRecipient, purposesOf, scopeOf, usualScopeOf, wholeScope } from './purposes';
import { impossibleWithout } from './without-consent';

const at = new Date('2026-11-21T12:00:00Z');
const [clinic, ward] = ['clinic', 'ward'];
const yes: StandingConsent = {
  id: 'a',
  clientId: 'client',
  purpose: 'C04_LEGAL',
  recipients: [clinic],
  scope: ['PSEUDONYM', 'NAME'],
  state: 'ACTIVE',
  givenAt: new Date('2026-11-01T12:00:00Z'),
  expiresAt: new Date('2027-11-01T12:00:00Z'),
  usedAt: null,
};
const wanted = { clientId: 'client', purpose: 'C04_LEGAL' as const, recipient: clinic, scope: ['NAME'], at };

describe('the drawing of a consent (model 3.10)', () => {
  it('is withdrawn from wherever it stands, and never comes back', () => {
    expect(actionsFrom(consentProcess, 'ACTIVE')).toEqual(['withdraw', 'expire', 'supersede', 'suspend']);
    expect(actionsFrom(consentProcess, 'SUSPENDED')).toEqual(['confirm', 'withdraw']);
    for (const state of ['REFUSED', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED'] as const) expect(actionsFrom(consentProcess, state)).toEqual([]);
  });
});

describe('what may be asked', () => {
  it.each(consentPurpose.codes)('%s has a usual scope within its own, and names somebody where model 2.15 wants it', (purpose) => {
    expect(usualScopeOf(purpose).length).toBeGreaterThan(0);
    for (const item of usualScopeOf(purpose)) expect(scopeOf(purpose)).toContain(item);
    const named = /^C(0[2-6]|08|09|1[0-3]|18|20|21)_/.test(purpose);
    expect(needsRecipient(purpose)).toBe(named);
  });

  it('R-CO-10: a client decides nothing for a relative, nor the reverse', () => {
    const asked = { scope: usualScopeOf('C22_RELATIVE_DATA'), recipients: 1 };
    expect(refusal(() => assertMayAsk({ subject: 'CLIENT', purpose: 'C22_RELATIVE_DATA', ...asked })).code).toBe('not-theirs-to-give');
    expect(() => assertMayAsk({ subject: 'RELATED_PERSON', purpose: 'C22_RELATIVE_DATA', ...asked })).not.toThrow();
    expect(refusal(() => assertMayAsk({ subject: 'RELATED_PERSON', purpose: 'C01_CASE', ...asked })).code).toBe('not-theirs-to-give');
  });

  it('a step of the ladder includes those before it; country and contact details are in none of them', () => {
    expect(wholeScope('C09_DISCLOSE_REL', ['MEETING'])).toEqual(['ALIVE_ONLY', 'ONE_MESSAGE', 'MEDIATED', 'CALL', 'MEETING']);
    expect(wholeScope('C09_DISCLOSE_REL', ['ALIVE_ONLY', 'COUNTRY'])).toEqual(['ALIVE_ONLY', 'COUNTRY']);
    expect(wholeScope('C09_DISCLOSE_REL', ['NOTHING'])).toEqual(['NOTHING']);
  });

  it('a specialist works with the purposes of their work (model 5.1)', () => {
    expect([purposesOf('COUNSELLOR'), purposesOf('LEGAL'), purposesOf('HOUSING'), purposesOf('AUDITOR')]).toEqual([
      ['C07_COUNSELLING'],
      ['C04_LEGAL'],
      ['C05_HOUSING'],
      [],
    ]);
  });
});

describe('how it was given', () => {
  it('R-CO-05 R-CO-09: counts exactly when nobody else was there, no relative interpreted, and the person could decide', () => {
    for (const capacity of capacityCheck.codes)
      for (const freeChoice of freeChoiceCheck.codes)
        for (const interpreter of [null, ...interpreterKind.codes]) {
          const counts = capacity === 'YES' && freeChoice !== 'NOT_ALONE' && interpreter !== 'RELATIVE';
          expect([capacity, freeChoice, interpreter, standingOf({ capacity, freeChoice, interpreter })]).toEqual([
            capacity,
            freeChoice,
            interpreter,
            counts ? 'ACTIVE' : 'SUSPENDED',
          ]);
        }
  });

  it('asks for paper where it was signed, for a witness where there was one, for whoever spoke for the person', () => {
    const whole = { method: 'VERBAL_REMOTE', capacity: 'YES', freeChoice: 'ALONE' } as const;
    expect(gapsOfGiving(whole)).toEqual({});
    const gaps = consentMethod.codes.map((method) => [method, Object.keys(gapsOfGiving({ ...whole, method }))] as const);
    expect(gaps.filter(([, open]) => open.length > 0)).toEqual([
      ['WRITTEN', ['evidence']],
      ['VERBAL_WITNESSED', ['witness']],
      ['REPRESENTATIVE', ['supporter']],
    ]);
  });
});

describe('R-CO-06 its end', () => {
  it.each([
    ['C02_REFERRAL', 6],
    ['C03_TRANSFER', 3],
    ['C04_LEGAL', 12],
    ['C08_TRACING', 12],
    ['C10_MESSAGES', 6],
    ['C16_STATS', 24],
    ['C17_CHANNEL', 12],
  ] as const)('%s ends after %i months', (purpose, months) => {
    expect(endOf(purpose, at, null)).toEqual(addMonths(at, months));
  });

  it('is sooner when the person said so, never later; C01 has none and is confirmed each year; C20 ends with what it belongs to', () => {
    const sooner = new Date('2026-12-01T00:00:00Z');
    expect(endOf('C04_LEGAL', at, sooner)).toEqual(sooner);
    expect(endOf('C04_LEGAL', at, new Date('2030-01-01T00:00:00Z'))).toEqual(addMonths(at, 12));
    expect([endOf('C01_CASE', at, null), dueAt('C01_CASE', at, null)]).toEqual([null, addMonths(at, 12)]);
    expect(endOf('C20_CROSS_BORDER', at, null, sooner)).toEqual(sooner);
  });

  it('is the last day of a month that is too short', () => {
    expect(addMonths(new Date('2026-08-31T10:00:00Z'), 6)).toEqual(new Date('2027-02-28T10:00:00Z'));
  });

  it('is never before its beginning', () => {
    const days = { givenOn: '2026-11-20', today: '2026-11-21' };
    expect(() => assertDaysOfConsent('C04_LEGAL', { ...days, expiresOn: '2026-11-21' })).not.toThrow();
    expect(refusal(() => assertDaysOfConsent('C04_LEGAL', { ...days, expiresOn: '2026-11-20' })).fields).toEqual({
      expiresOn: ['beforeGiven'],
    });
    expect(refusal(() => assertDaysOfConsent('C04_LEGAL', { ...days, expiresOn: '2027-11-21' })).fields).toEqual({
      expiresOn: ['tooLong'],
    });
    expect(refusal(() => assertDaysOfConsent('C04_LEGAL', { ...days, givenOn: '2026-11-22', expiresOn: null })).fields).toEqual({
      givenOn: ['future'],
    });
  });

  it.each([
    [31, null],
    [30, 30],
    [8, 30],
    [7, 7],
    [0.01, 7],
    [0, null],
    [-1, null],
  ])('with %d days to go warns of %s', (days, warning) => {
    expect(warningAt(new Date(at.getTime() + days * 86_400_000), at)).toBe(warning);
  });
});

describe('R-CO-01 what carries a disclosure', () => {
  it.each<[string, Partial<StandingConsent>, Partial<typeof wanted>, string[]]>([
    ['subject', { clientId: 'another' }, {}, ['subject']],
    ['purpose', { purpose: 'C05_HOUSING' }, {}, ['purpose']],
    ['recipient', {}, { recipient: ward }, ['recipient']],
    ['one item of two', {}, { scope: ['NAME', 'ADDRESS'] }, ['scope']],
    ['nothing to tell', {}, { scope: [] }, ['scope']],
    ['suspended', { state: 'SUSPENDED' }, {}, ['state']],
    ['withdrawn', { state: 'WITHDRAWN' }, {}, ['state']],
    ['not given yet', { givenAt: new Date('2026-11-22T00:00:00Z') }, {}, ['notYet']],
    ['over at this very moment', { expiresAt: at }, {}, ['expired']],
  ])('is missing: %s', (_, consent, asked, missing) => {
    expect(gapsOf({ ...yes, ...consent }, { ...wanted, ...asked })).toEqual(missing);
  });

  it('is the newest yes to this purpose for this recipient, also when an older one allowed more', () => {
    const narrower: StandingConsent = {
      ...yes,
      id: 'b',
      recipients: [clinic, ward],
      scope: ['PSEUDONYM'],
      givenAt: new Date('2026-11-10T12:00:00Z'),
    };
    expect(carrierOf([yes, narrower], { ...wanted, scope: ['PSEUDONYM'] }).id).toBe('b');
    expect(refusal(() => carrierOf([yes, narrower], wanted)).facts).toEqual({ purpose: 'C04_LEGAL', missing: ['scope'] });
    expect(refusal(() => carrierOf([], wanted)).facts).toEqual({ purpose: 'C04_LEGAL', missing: ['consent'] });
  });

  it('a newer yes follows an older one that named nobody else', () => {
    expect(replaces({ ...yes, recipients: [clinic, ward] }, yes)).toBe(true);
    expect(replaces(yes, { ...yes, recipients: [clinic, ward] })).toBe(false);
    expect(replaces({ ...yes, purpose: 'C06_HEALTH' }, yes)).toBe(false);
    expect(replaces({ ...yes, recipients: [] }, yes)).toBe(false);
  });

  it('no lack of any kind is ever made good by another (property)', () => {
    const state = fc.constantFrom<StandingConsent['state'][]>(
      'ACTIVE',
      'SUSPENDED',
      'WITHDRAWN',
      'EXPIRED',
      'SUPERSEDED',
      'OFFERED',
      'REFUSED',
    );
    const consent = fc.record({
      state,
      recipient: fc.constantFrom(clinic, ward),
      days: fc.integer({ min: -5, max: 5 }),
      scope: fc.subarray(['PSEUDONYM', 'NAME'] as const),
    });
    fc.assert(
      fc.property(consent, fc.subarray(['PSEUDONYM', 'NAME'], { minLength: 1 }), (drawn, scope) => {
        const given = {
          ...yes,
          state: drawn.state,
          recipients: [drawn.recipient],
          scope: drawn.scope,
          expiresAt: new Date(at.getTime() + drawn.days * 86_400_000),
        };
        const holds =
          drawn.state === 'ACTIVE' &&
          drawn.recipient === clinic &&
          drawn.days > 0 &&
          scope.every((item) => drawn.scope.some((each) => each === item));
        expect(gapsOf(given, { ...wanted, scope }).length === 0).toBe(holds);
      }),
    );
  });
});

describe('R-CO-07 a no', () => {
  it.each(consentPurpose.codes)('to %s stops one service at most, and says why in both languages', (purpose) => {
    const impossible = impossibleWithout(purpose);
    if (impossible) for (const reason of [impossible.reason.en, impossible.reason.fa]) expect(reason.length).toBeGreaterThan(15);
    if (['C01_CASE', 'C14_INTERPRETER', 'C16_STATS', 'C19_RECORDING'].includes(purpose)) expect(impossible).toBeNull();
  });
});
