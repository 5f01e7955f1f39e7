import { refusal } from '../process/refusal.spec-help';
import type { PlanContent, PlannedGoal } from './plan-content';
import { planDifference } from './plan-difference';
import { assertNotAuthor, assertSoundPlan, assertWholePlan } from './plan.rules';

const TODAY = '2026-11-20';
const action = { id: 'a1', type: 'HOUSING_SEARCH', text: 'Look at three rooms', ownerKind: 'CLIENT', ownerId: null, dueOn: '2026-12-10' };
const goal: PlannedGoal = {
  id: 'g1',
  domain: 'D02',
  statement: 'I want a door I can lock',
  baseline: 2,
  target: 4,
  targetOn: '2027-02-01',
  needIds: [],
  actions: [action],
};
const plan: PlanContent = { participation: 'FULL', participationReason: null, agreement: 'AGREED', copyGiven: null, goals: [goal] };
const withGoal = (more: Partial<PlannedGoal>): PlanContent => ({ ...plan, goals: [{ ...goal, ...more }] });

describe('a case plan', () => {
  it('is whole with the person’s part, their agreement, and an action for each goal', () => {
    expect(() => assertWholePlan(plan, TODAY)).not.toThrow();
  });

  it.each([
    ['the person’s part', { ...plan, participation: null }, 'participation'],
    ['a reason when they had none', { ...plan, participation: 'NO' }, 'participationReason'],
    ['their agreement', { ...plan, agreement: null }, 'agreement'],
    ['any goal', { ...plan, goals: [] }, 'goals'],
    ['a goal’s words', withGoal({ statement: ' ' }), 'goals.0.statement'],
    ['a goal’s level', withGoal({ baseline: null }), 'goals.0.baseline'],
    ['a goal’s day', withGoal({ targetOn: null }), 'goals.0.targetOn'],
    ['an action', withGoal({ actions: [] }), 'goals.0.actions'],
    ['an action’s day', withGoal({ actions: [{ ...action, dueOn: null }] }), 'goals.0.actions.0.dueOn'],
    ['an action’s owner', withGoal({ actions: [{ ...action, ownerKind: null }] }), 'goals.0.actions.0.ownerKind'],
    ['the colleague who does it', withGoal({ actions: [{ ...action, ownerKind: 'STAFF' }] }), 'goals.0.actions.0.ownerId'],
  ])('is not submitted without %s', (_, holed, field) => {
    const broken = refusal(() => assertWholePlan(holed, TODAY));
    expect([broken.code, broken.fields]).toEqual(['plan-incomplete', { [field]: ['missing'] }]);
  });

  it('is not submitted for a day that has passed, nor when there is none', () => {
    expect(refusal(() => assertWholePlan(withGoal({ targetOn: '2026-11-01' }), TODAY)).fields).toEqual({ 'goals.0.targetOn': ['in-past'] });
    expect(refusal(() => assertWholePlan(null, TODAY)).code).toBe('plan-missing');
  });

  it('does not contradict itself, also as a draft', () => {
    expect(refusal(() => assertSoundPlan(withGoal({ target: 1 }))).fields).toEqual({ 'goals.0.target': ['below-baseline'] });
    expect(refusal(() => assertSoundPlan(withGoal({ actions: [{ ...action, dueOn: '2027-03-01' }] }))).fields).toEqual({
      'goals.0.actions.0.dueOn': ['after-goal'],
    });
    expect(refusal(() => assertSoundPlan(withGoal({ actions: [action, action] }))).fields).toEqual({ goals: ['twice-the-same'] });
    expect(() => assertSoundPlan(withGoal({ baseline: null, actions: [] }))).not.toThrow();
  });

  it('R-CA-04 is approved by nobody who wrote on it', () => {
    expect(refusal(() => assertNotAuthor('one', ['one', 'two'])).code).toBe('same-person');
    expect(() => assertNotAuthor('three', ['one', 'two'])).not.toThrow();
  });
});

describe('the difference to the last version', () => {
  it('names what came, went and changed', () => {
    const after: PlanContent = {
      ...plan,
      agreement: 'AGREED_PART',
      goals: [
        {
          ...goal,
          target: 5,
          actions: [
            { ...action, dueOn: '2027-01-10' },
            { ...action, id: 'a2' },
          ],
        },
        { ...goal, id: 'g2', actions: [] },
      ],
    };
    expect(planDifference(plan, after)).toEqual({
      fields: ['agreement'],
      changes: [
        { kind: 'CHANGED', item: 'GOAL', id: 'g1', goalId: 'g1', fields: ['target'] },
        { kind: 'CHANGED', item: 'ACTION', id: 'a1', goalId: 'g1', fields: ['dueOn'] },
        { kind: 'ADDED', item: 'ACTION', id: 'a2', goalId: 'g1', fields: [] },
        { kind: 'ADDED', item: 'GOAL', id: 'g2', goalId: 'g2', fields: [] },
      ],
    });
    expect(planDifference(after, plan).changes).toContainEqual({ kind: 'REMOVED', item: 'GOAL', id: 'g2', goalId: 'g2', fields: [] });
  });

  it('of a plan to itself is none', () => {
    expect(planDifference(plan, plan)).toEqual({ fields: [], changes: [] });
  });
});
