import { changedFactors } from './risk-difference';

describe('R-RI-06: what a second person looks at', () => {
  it('is each factor that is rated otherwise, the graver first; what stayed is not told', () => {
    const before = [
      { factor: 'TH1', rating: 'PRESENT' },
      { factor: 'TH3', rating: 'PRESENT' },
      { factor: 'IS1', rating: 'ABSENT' },
    ] as const;
    const after = [
      { factor: 'TH1', rating: 'PAST' },
      { factor: 'TH3', rating: 'PRESENT' },
      { factor: 'IS1', rating: 'ESCALATING' },
    ] as const;
    expect(changedFactors(before, after)).toEqual([
      { factor: 'IS1', before: 'ABSENT', after: 'ESCALATING' },
      { factor: 'TH1', before: 'PRESENT', after: 'PAST' },
    ]);
  });

  it('is everything that was rated, where there was no assessment before', () => {
    expect(changedFactors([], [{ factor: 'TH1', rating: 'PRESENT' }])).toEqual([{ factor: 'TH1', before: null, after: 'PRESENT' }]);
  });
});
