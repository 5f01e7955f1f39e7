import fc from 'fast-check';
import { consentScope } from '../vocabulary/consents';
import { allowedBy, LADDER, lowerOf, mayBeTold, reaches, SINGLE_PERMISSIONS } from './ladder';

describe('how far two people may come to each other', () => {
  it('R-FL-04: a call does not stand for the number, nor a meeting for the country', () => {
    const call = allowedBy(['ALIVE_ONLY', 'ONE_MESSAGE', 'MEDIATED', 'CALL']);
    expect(mayBeTold(call, 'CALL')).toBe(true);
    expect(mayBeTold(call, 'CONTACT_DETAILS')).toBe(false);
    expect(mayBeTold(allowedBy(['MEETING']), 'COUNTRY')).toBe(false);
    expect(mayBeTold(allowedBy(['ALIVE_ONLY', 'COUNTRY']), 'COUNTRY')).toBe(true);
  });

  it('nothing said is nothing allowed, and "nothing at all" is no permission', () => {
    expect(allowedBy([])).toEqual({ ladder: 'NOTHING', permissions: [] });
    expect(mayBeTold(allowedBy(['NOTHING']), 'ALIVE_ONLY')).toBe(false);
    expect(mayBeTold(allowedBy(['MEETING']), 'NOTHING')).toBe(false);
  });

  it('each step includes the ones before it and none after, whatever else was said', () => {
    const step = fc.constantFrom(...LADDER);
    fc.assert(
      fc.property(fc.subarray(consentScope.codes.slice()), step, (scope, asked) => {
        const allowed = allowedBy(scope);
        expect(reaches(allowed.ladder, asked)).toBe(
          asked === 'NOTHING' || LADDER.some((said) => scope.includes(said) && reaches(said, asked)),
        );
        for (const permission of SINGLE_PERMISSIONS) expect(mayBeTold(allowed, permission)).toBe(scope.includes(permission));
      }),
    );
    fc.assert(
      fc.property(step, step, (one, other) => {
        expect(lowerOf(one, other)).toBe(lowerOf(other, one));
        expect(reaches(one, lowerOf(one, other)) && reaches(other, lowerOf(one, other))).toBe(true);
      }),
    );
  });
});
