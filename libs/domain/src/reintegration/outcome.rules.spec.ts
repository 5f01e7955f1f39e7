import { outcomeDomain } from '../vocabulary/plans';
import type { OutcomeAnswer } from '../vocabulary/reintegration';
import { assertReview, changeSince, type Levels, nextReview, openPoints, type Review, reviewDue, type ReviewFacts } from './outcome.rules';

const levelsOf = (level: '1' | '2' | '3' | '4' | '5' | 'N' | '?', more: Levels = {}): Levels => ({
  ...Object.fromEntries(outcomeDomain.codes.map((domain) => [domain, level])),
  ...more,
});
const opened: ReviewFacts = { today: '2026-03-01', openedOn: '2026-01-01', closedOn: null, done: [], baseline: null };
const begun: ReviewFacts = { ...opened, done: [{ point: 'BASELINE', on: '2026-01-10' }], baseline: levelsOf('2') };
const review = (more: Partial<Review> = {}): Review => ({ point: 'BASELINE', on: '2026-01-10', levels: levelsOf('2'), notes: {}, ...more });
const fieldsOf = (one: Review, facts: ReviewFacts): Record<string, string[]> | undefined => {
  try {
    assertReview(one, facts);
  } catch (thrown) {
    return (thrown as { fields?: Record<string, string[]> }).fields;
  }
  return undefined;
};

describe('model 2.11: when a life is looked at', () => {
  it('the baseline within 30 days of the opening, then months after the baseline', () => {
    expect(reviewDue('BASELINE', opened)).toBe('2026-01-31');
    expect(reviewDue('M3', opened)).toBeNull();
    expect((['M3', 'M6', 'M12', 'M18', 'M24'] as const).map((point) => reviewDue(point, begun))).toEqual([
      '2026-04-10',
      '2026-07-10',
      '2027-01-10',
      '2027-07-10',
      '2028-01-10',
    ]);
    expect(reviewDue('POST6', { ...begun, closedOn: '2026-08-31' })).toBe('2027-02-28');
  });

  it('the next point is the one in turn; one that was passed over stays so', () => {
    expect(nextReview(opened)).toEqual({ point: 'BASELINE', dueOn: '2026-01-31' });
    expect(nextReview(begun)).toEqual({ point: 'M3', dueOn: '2026-04-10' });
    expect(nextReview({ ...begun, today: '2026-06-20' })).toEqual({ point: 'M6', dueOn: '2026-07-10' });
    expect(nextReview({ ...begun, done: [...begun.done, { point: 'M12', on: '2027-01-02' }] })).toEqual({
      point: 'M18',
      dueOn: '2027-07-10',
    });
    expect(nextReview({ ...begun, closedOn: '2026-02-01' })).toBeNull();
  });

  it('a point opens thirty days before its day', () => {
    expect(openPoints(opened)).toEqual(['BASELINE', 'CLOSURE']);
    expect(openPoints(begun)).toEqual(['CLOSURE', 'AD_HOC']);
    expect(openPoints({ ...begun, today: '2026-03-11' })).toEqual(['M3', 'CLOSURE', 'AD_HOC']);
    expect(openPoints({ ...begun, closedOn: '2026-02-01' })).toEqual(['POST6']);
  });
});

describe('model 2.11: a review', () => {
  it('answers all twelve domains, with a level, N or ?', () => {
    expect(fieldsOf(review(), opened)).toBeUndefined();
    expect(fieldsOf(review({ levels: levelsOf('2', { D04: 'N', D05: '?' }) }), opened)).toBeUndefined();
    expect(fieldsOf(review({ levels: levelsOf('2', { D04: undefined }) }), opened)).toEqual({ 'levels.D04': ['missing'] });
  });

  it('says why where somebody moved by two or more since the baseline, up or down', () => {
    const later = { point: 'M3' as const, on: '2026-03-20' };
    const facts = { ...begun, today: '2026-03-20' };
    expect(fieldsOf(review({ ...later, levels: levelsOf('3', { D01: '1' }) }), facts)).toBeUndefined();
    expect(fieldsOf(review({ ...later, levels: levelsOf('2', { D04: '4' }) }), facts)).toEqual({ 'notes.D04': ['missing'] });
    expect(fieldsOf(review({ ...later, levels: levelsOf('2', { D04: '4' }), notes: { D04: 'A pension' } }), facts)).toBeUndefined();
    expect(fieldsOf(review({ ...later, levels: levelsOf('2', { D04: '?' }) }), facts)).toBeUndefined();
  });

  it('fits its day and its point', () => {
    expect(fieldsOf(review({ on: '2026-03-02' }), opened)).toEqual({ reviewedOn: ['in-future'] });
    expect(fieldsOf(review({ on: '2025-12-31' }), opened)).toEqual({ reviewedOn: ['before-opening'] });
    expect(fieldsOf(review({ point: 'M3' }), opened)).toEqual({ point: ['baseline-missing'] });
    expect(fieldsOf(review({ point: 'M3', on: '2026-02-20' }), begun)).toEqual({ point: ['too-early'] });
    expect(fieldsOf(review(), begun)).toEqual({ point: ['point-done'] });
    expect(fieldsOf(review({ point: 'POST6', on: '2026-02-20' }), begun)).toEqual({ point: ['not-open'] });
    expect(fieldsOf(review({ point: 'AD_HOC', on: '2026-02-20' }), { ...begun, closedOn: '2026-02-25' })).toEqual({ point: ['not-open'] });
  });

  it('measures change from the baseline, in the same domain, where both are levels', () => {
    expect(changeSince(levelsOf('2'), levelsOf('4'), 'D02')).toBe(2);
    expect(changeSince(levelsOf('2', { D02: 'N' }), levelsOf('4'), 'D02')).toBeNull();
    expect(changeSince(null, levelsOf('4'), 'D02')).toBeNull();
    // in a form that is still being filled in, an answer may be an empty text
    expect(changeSince(levelsOf('2'), levelsOf('4', { D02: '' as OutcomeAnswer }), 'D02')).toBeNull();
  });
});
