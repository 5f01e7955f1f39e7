import { checkContactPoint, checkSafeContactPlan, contactValue } from './contact.rules';

describe('a way to reach somebody', () => {
  it.each([
    ['PHONE_CALL', '۰۰۳۵۵ ۶۹ ۱۲۳ ۴۵۶۷', '+355691234567'],
    ['SMS', '(069) 123-4567', '0691234567'],
    ['EMAIL', ' a.b@example.org ', 'a.b@example.org'],
    ['IN_PERSON', 'at the library', 'at the library'],
  ])('%s %s is kept as %s', (channel, typed, kept) => expect(contactValue(channel, typed)).toBe(kept));

  it.each([
    ['PHONE_CALL', 'call her sister', 'not-a-number'],
    ['EMAIL', 'somebody at example', 'not-an-address'],
  ])('%s is not "%s"', (channel, typed, code) => expect(() => contactValue(channel, typed)).toThrow(code));

  const point = { safety: 'SAFE', conditions: null, preferred: true, retiredReason: null };
  it('may be preferred only while it is safe', () => {
    expect(() => checkContactPoint(point)).not.toThrow();
    expect(() => checkContactPoint({ ...point, safety: 'COMPROMISED' })).toThrow('preferred-not-safe');
  });

  it('says its conditions, and why it was retired', () => {
    expect(() => checkContactPoint({ ...point, safety: 'SAFE_CONDITIONS' })).toThrow('conditions-missing');
    expect(() => checkContactPoint({ ...point, preferred: false, safety: 'RETIRED' })).toThrow('retired-reason-missing');
    expect(() => checkContactPoint({ ...point, safety: 'SAFE_CONDITIONS', conditions: 'never on Fridays' })).not.toThrow();
  });

  it('is talked over again within 90 days, in hours that exist', () => {
    const plan = { okHours: [{ from: '18:00', to: '20:00' }], reviewOn: '2026-03-31' };
    expect(() => checkSafeContactPlan(plan, '2026-01-01')).not.toThrow();
    expect(() => checkSafeContactPlan({ ...plan, reviewOn: '2026-04-02' }, '2026-01-01')).toThrow('review-out-of-range');
    expect(() => checkSafeContactPlan({ ...plan, okHours: [{ from: '20:00', to: '18:00' }] }, '2026-01-01')).toThrow('hours-reversed');
  });
});
