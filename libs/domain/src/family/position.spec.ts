import { positionOf } from './position';
import { allowedNow, assertMayBegin, assertWarned } from './wish.rules';

const FREELY = { spokenDirectly: true, alone: true, duress: 'PASSED' } as const;
const at = (day: string): Date => new Date(`${day}T12:00:00Z`);
const yes = (purpose: 'C08_TRACING' | 'C09_DISCLOSE_REL', scope: string[], givenAt = at('2026-03-01')) =>
  ({ purpose, state: 'ACTIVE', scope, givenAt }) as const;

describe('where one side of a link stands', () => {
  it.each([
    ['NOT_ASKED', null, null, false],
    ['ASKED', null, FREELY, true],
    ['ASKED', { state: 'OFFERED', scope: ['CALL'] }, FREELY, true],
    ['CONSENTED', { state: 'ACTIVE', scope: ['ALIVE_ONLY', 'ONE_MESSAGE', 'MEDIATED'] }, FREELY, true],
    ['CONSENTED_LIMITED', { state: 'ACTIVE', scope: ['ALIVE_ONLY', 'COUNTRY'] }, FREELY, true],
    ['DECLINED', { state: 'ACTIVE', scope: ['NOTHING'] }, FREELY, true],
    ['DECLINED', { state: 'REFUSED', scope: ['ALIVE_ONLY'] }, FREELY, true],
    ['WITHDRAWN', { state: 'WITHDRAWN', scope: ['CALL'] }, FREELY, true],
    ['EXPIRED', { state: 'EXPIRED', scope: ['CALL'] }, FREELY, true],
    ['UNABLE', { state: 'SUSPENDED', scope: ['CALL'] }, FREELY, true],
  ] as const)('is %s', (position, told, heard, asked) => {
    expect(positionOf(told, heard, asked)).toBe(position);
  });

  it.each([{ spokenDirectly: false }, { alone: false }, { duress: 'DOUBT' }, { duress: 'NOT_DONE' }] as const)(
    'R-FL-07 is UNABLE when they were heard otherwise than directly, alone and freely (%j), whatever they said',
    (how) => {
      expect(positionOf({ state: 'ACTIVE', scope: ['MEETING'] }, { ...FREELY, ...how }, true)).toBe('UNABLE');
    },
  );
});

describe('a wish', () => {
  it('is begun on a yes to looking and one to telling, and after an end on new ones', () => {
    const both = [yes('C08_TRACING', ['OWN_RECORDS']), yes('C09_DISCLOSE_REL', ['ALIVE_ONLY'])];
    expect(() => assertMayBegin(both, null)).not.toThrow();
    expect(() => assertMayBegin(both, at('2026-02-01'))).not.toThrow();
    expect(() => assertMayBegin(both, at('2026-04-01'))).toThrow('wish-needs-consent');
    expect(() => assertMayBegin(both.slice(1), null)).toThrow('wish-needs-consent');
  });

  it('allows what stands, and nothing of what was taken back', () => {
    expect(allowedNow([yes('C09_DISCLOSE_REL', ['ALIVE_ONLY', 'COUNTRY'])])).toEqual({ ladder: 'ALIVE_ONLY', permissions: ['COUNTRY'] });
    expect(allowedNow([{ ...yes('C09_DISCLOSE_REL', ['CALL']), state: 'WITHDRAWN' }])).toEqual({ ladder: 'NOTHING', permissions: [] });
  });

  it('a warning that was not said back is not written down', () => {
    expect(() => assertWarned(false)).toThrow('warning-not-confirmed');
    expect(() => assertWarned(true)).not.toThrow();
  });
});
