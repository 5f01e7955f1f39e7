import { refusal } from '../process/refusal.spec-help';
import { assertSafetyPlan, type SafetyPlanFacts } from './safety-plan.rules';

const TODAY = '2026-11-21';
const plan = (more: Partial<SafetyPlanFacts> = {}): SafetyPlanFacts => ({
  outcome: 'AGREED',
  measures: [{ measure: 'ALT_STAY', owner: 'The person', detail: '' }],
  callFirst: ['A friend'],
  declinedBecause: '',
  copyGiven: 'NO',
  copyIsSafe: false,
  validFrom: TODAY,
  reviewOn: '2026-12-21',
  ...more,
});

describe('R-RI-03: a safety plan', () => {
  it('stands when it was agreed, with measures that somebody sees to and people to call', () => {
    expect(() => assertSafetyPlan(plan(), TODAY)).not.toThrow();
    expect(refusal(() => assertSafetyPlan(plan({ measures: [], callFirst: [' '] }), TODAY)).fields).toEqual({
      measures: ['missing'],
      callFirst: ['missing'],
    });
    const nobody = plan({ measures: [{ measure: 'OTHER', owner: 'Us', detail: '' }] });
    expect(refusal(() => assertSafetyPlan(nobody, TODAY)).fields).toEqual({ measures: ['owner-missing'] });
  });

  it('or when the person wants none, and said why', () => {
    const declined = plan({ outcome: 'DECLINED', measures: [], callFirst: [] });
    expect(refusal(() => assertSafetyPlan(declined, TODAY)).fields).toEqual({ declinedBecause: ['missing'] });
    expect(() => assertSafetyPlan({ ...declined, declinedBecause: 'Feels watched enough' }, TODAY)).not.toThrow();
  });

  it('does not begin tomorrow, end before it begins, or stand for more than 90 days', () => {
    expect(refusal(() => assertSafetyPlan(plan({ validFrom: '2026-11-22' }), TODAY)).fields).toEqual({ validFrom: ['in-future'] });
    expect(refusal(() => assertSafetyPlan(plan({ reviewOn: TODAY }), TODAY)).fields).toEqual({ reviewOn: ['not-after-beginning'] });
    expect(refusal(() => assertSafetyPlan(plan({ reviewOn: '2027-02-20' }), TODAY)).fields).toEqual({ reviewOn: ['too-late'] });
  });

  it('leaves the house only when the person says that holding it is safe', () => {
    expect(refusal(() => assertSafetyPlan(plan({ copyGiven: 'PAPER' }), TODAY)).code).toBe('copy-not-safe');
    expect(() => assertSafetyPlan(plan({ copyGiven: 'PAPER', copyIsSafe: true }), TODAY)).not.toThrow();
  });
});
