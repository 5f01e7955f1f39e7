import { candidateScore } from '../names/candidate-score';
import { kinRelation } from '../vocabulary/family';
import { accountFits, assertMayConfirm, matchReasons, relationFits } from './match.rules';

describe('whether somebody who asks is the one who is missed', () => {
  it('goes by what they are to each other, which the two may put differently', () => {
    expect(relationFits('SISTER', 'SISTER')).toBe(true);
    expect(relationFits('WIFE', 'FORMER_SPOUSE')).toBe(true);
    expect(relationFits('MOTHER', 'SON')).toBe(true);
    expect(relationFits('SISTER', 'MOTHER')).toBe(false);
    for (const one of kinRelation.codes)
      for (const other of kinRelation.codes) expect([one, other, relationFits(one, other)]).toEqual([one, other, relationFits(other, one)]);
  });

  it('or by name, in whatever writing', () => {
    const asking = { names: ['Mahnaz Sabeti'], relation: 'SISTER' };
    expect(accountFits(asking, { names: ['مهناز ثابتی'], relation: 'COUSIN' })).toBe(true);
    expect(accountFits(asking, { names: ['پروین کریمی'], relation: 'COUSIN' })).toBe(false);
  });

  it('says why, and what speaks against it', () => {
    const sought = { given: ['Babak'], family: ['Sabeti'], sex: 'M', birth: { from: '1970-01-01', to: '1970-12-31' } };
    const client = { given: ['بابک'], family: ['ثابتی'], sex: 'M', birth: { from: '1990-01-01', to: '1990-12-31' } };
    const score = candidateScore(sought, client);
    const one = { names: ['Mahnaz Sabeti'], relation: 'SISTER' };
    expect(matchReasons(score, one, { names: ['X'], relation: 'UNCLE_AUNT' })).toEqual(['NAMES', 'SEX', 'OTHER_BIRTH', 'OTHER_RELATION']);
  });

  it('R-ID-08: is confirmed by two different people, the second while the link is traced', () => {
    const facts = { state: 'CONFIRMED_ONCE', linkState: 'TRACING', firstBy: 'one', by: 'two' } as const;
    expect(() => assertMayConfirm(facts)).not.toThrow();
    expect(() => assertMayConfirm({ ...facts, by: 'one' })).toThrow('match-needs-another');
    expect(() => assertMayConfirm({ ...facts, linkState: 'OPEN' })).toThrow('match-needs-tracing');
    expect(() => assertMayConfirm({ ...facts, state: 'PROPOSED', firstBy: null, linkState: 'OPEN' })).not.toThrow();
  });
});
