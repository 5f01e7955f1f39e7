import type { RiskAssessmentView } from '@panah/contracts/risk.contract';
import { startOf } from './risk-form-value';

const last: RiskAssessmentView = {
  id: 'r',
  caseId: 'c',
  version: 1,
  state: 'FINAL',
  assessedAt: '2026-03-02T10:00:00.000Z',
  sources: ['SELF', 'RELATIVE'],
  seenAlone: true,
  ratings: [{ factor: 'TH1', rating: 'PAST', note: null }],
} as unknown as RiskAssessmentView;

describe('a new assessment of risk', () => {
  it('model 2.6: begins with the factors as they stood, and asks anew whom it rests on and whether one was alone', () => {
    const { sources, seenAlone, ratings } = startOf(last, false);
    expect([sources, seenAlone, ratings.length]).toEqual([[], false, 1]);
  });

  it('that is one’s own draft goes on with what was said for it', () => {
    const { sources, seenAlone } = startOf({ ...last, state: 'DRAFT' }, true);
    expect([sources, seenAlone]).toEqual([['SELF', 'RELATIVE'], true]);
  });
});
