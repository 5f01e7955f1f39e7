import fc from 'fast-check';
import { frozenTogether, type Sharing } from './freeze.rules';

const DAY = 86_400_000;
const line = (enquiryId: string, mark: string, day: number): Sharing => ({ enquiryId, mark, at: day * DAY });

describe('enquiries that freeze each other', () => {
  it('are three that share a mark within 30 days; two are not, nor three over a longer time', () => {
    expect(frozenTogether([line('a', 'tel', 0), line('b', 'tel', 10), line('c', 'tel', 30)])).toEqual([
      { enquiryIds: ['a', 'b', 'c'], marks: ['tel'] },
    ]);
    expect(frozenTogether([line('a', 'tel', 0), line('b', 'tel', 10), line('c', 'tel', 30.01)])).toEqual([]);
    expect(frozenTogether([line('a', 'tel', 0), line('b', 'tel', 1), line('c', 'mail', 1)])).toEqual([]);
    expect(frozenTogether([line('a', 'tel', 0), line('a', 'tel', 0), line('b', 'tel', 1)])).toEqual([]);
  });

  it('hang together by any of them', () => {
    const lines = [
      line('a', 'tel', 0),
      line('b', 'tel', 1),
      line('c', 'tel', 2),
      line('c', 'mail', 2),
      line('d', 'mail', 20),
      line('e', 'mail', 31),
    ];
    expect(frozenTogether(lines)).toEqual([{ enquiryIds: ['a', 'b', 'c', 'd', 'e'], marks: ['mail', 'tel'] }]);
  });

  it('are in one group each, in whatever order they came to be looked at', () => {
    const sharing = fc.record({
      enquiryId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      mark: fc.constantFrom('t', 'm', 'w'),
      day: fc.integer({ min: 0, max: 80 }),
    });
    fc.assert(
      fc.property(fc.array(sharing, { maxLength: 25 }), (drawn) => {
        const days = new Map(drawn.map(({ enquiryId, day }) => [enquiryId, day]));
        const lines = drawn.map(({ enquiryId, mark }) => line(enquiryId, mark, days.get(enquiryId) ?? 0));
        const groups = frozenTogether(lines);
        const all = groups.flatMap(({ enquiryIds }) => enquiryIds);
        expect(all.length).toBe(new Set(all).size);
        const sorted = (found: typeof groups): string[] => found.map((group) => JSON.stringify(group)).sort();
        expect(sorted(frozenTogether(lines.toReversed()))).toEqual(sorted(groups));
        for (const mark of ['t', 'm', 'w'])
          for (const { at } of lines) {
            const near = new Set(
              lines.filter((other) => other.mark === mark && other.at >= at && other.at - at <= 30 * DAY).map(({ enquiryId }) => enquiryId),
            );
            if (near.size >= 3) for (const id of near) expect(all).toContain(id);
          }
      }),
    );
  });
});
