import fc from 'fast-check';
import { refusal } from '../process/refusal.spec-help';
import { assertMayAllocate, HARD_LIMIT, loadLevel, SOFT_LIMIT, weightedLoad, weightOf } from './caseload.rules';

describe('a weighted caseload', () => {
  it.each([
    ['ACTIVE', 'IMMINENT', 4],
    ['ACTIVE', 'HIGH', 3],
    ['PLANNING', 'MEDIUM', 1.5],
    ['CLOSURE_REQUESTED', 'LOW', 1],
    ['ASSESSMENT', null, 1.5],
    ['ON_HOLD', 'IMMINENT', 0.3],
    ['CLOSED', 'HIGH', 0],
  ] as const)('R-CA-05: %s at risk %s weighs %d', (state, riskLevel, points) => {
    expect(weightOf({ state, riskLevel })).toBe(points);
  });

  it('R-CA-05: adds up to a number one can say', () => {
    const onHold = { state: 'ON_HOLD', riskLevel: null } as const;
    expect(weightedLoad([onHold, onHold, onHold])).toBe(0.9);
    expect(weightedLoad([])).toBe(0);
  });

  it('R-CA-05: grows with each case, whichever comes first', () => {
    const one = fc.record({
      state: fc.constantFrom('ASSESSMENT' as const, 'ACTIVE' as const, 'ON_HOLD' as const, 'CLOSED' as const),
      riskLevel: fc.constantFrom('LOW' as const, 'HIGH' as const, null),
    });
    fc.assert(
      fc.property(fc.array(one), one, (cases, added) => {
        expect(weightedLoad([...cases, added])).toBeGreaterThanOrEqual(weightedLoad(cases));
        expect(weightedLoad([...cases].reverse())).toBe(weightedLoad(cases));
      }),
    );
  });
});

describe('giving a case to a worker', () => {
  it('R-CA-05: warns above the soft limit', () => {
    expect([SOFT_LIMIT, 20.3, HARD_LIMIT, 30.3].map(loadLevel)).toEqual(['FREE', 'SOFT', 'SOFT', 'HARD']);
    expect(assertMayAllocate(21, null)).toBe('SOFT');
  });

  it('R-CA-05: asks for a reason above the hard limit', () => {
    expect(refusal(() => assertMayAllocate(31, ' ')).facts).toEqual({ points: 31, limit: 30 });
    expect(assertMayAllocate(31, 'Speaks the language')).toBe('HARD');
  });
});
