import { RuleBroken } from '../process/process';
import { endedQuarter, endedQuarters } from './quarters';

describe('the quarters by which family links are counted', () => {
  it('are the whole ones that are over', () => {
    expect(endedQuarters('2026-11-23', 4)).toEqual([
      { name: '2026-Q3', from: '2026-07-01', to: '2026-09-30' },
      { name: '2026-Q2', from: '2026-04-01', to: '2026-06-30' },
      { name: '2026-Q1', from: '2026-01-01', to: '2026-03-31' },
      { name: '2025-Q4', from: '2025-10-01', to: '2025-12-31' },
    ]);
    expect(endedQuarters('2026-01-01', 1)).toEqual([{ name: '2025-Q4', from: '2025-10-01', to: '2025-12-31' }]);
  });

  it('R-PU-04: none is counted before its last day is over', () => {
    expect(endedQuarter(undefined, '2026-09-30').name).toBe('2026-Q2');
    expect(() => endedQuarter('2026-Q3', '2026-09-30')).toThrow(RuleBroken);
    expect(endedQuarter('2026-Q3', '2026-10-01').to).toBe('2026-09-30');
    expect(endedQuarter('2024-Q1', '2026-10-01').to).toBe('2024-03-31');
  });
});
