import type { TimelineLineView } from '@panah/contracts/timeline.contract';
import { daysOf } from './timeline-days';

const line = (id: string, at: string): TimelineLineView => ({ id, at, note: null, step: null });

describe('the days of a timeline', () => {
  it('hold the lines of a day together, in the order they came', () => {
    const lines = [line('c', '2026-11-17T15:20:00Z'), line('x', '2026-11-17T10:00:00Z'), line('a', '2026-11-13T10:00:00Z')];
    expect(daysOf(lines, (iso) => iso.slice(0, 10)).map(({ day, lines: grouped }) => [day, grouped.map(({ id }) => id)])).toEqual([
      ['2026-11-17', ['c', 'x']],
      ['2026-11-13', ['a']],
    ]);
  });
});
