import type { NoteView } from '@panah/contracts/notes.contract';
import { daysOf } from './timeline-days';

const note = (id: string, happenedAt: string) => ({ id, happenedAt }) as NoteView;
const event = (id: string, at: string) => ({ id, at, text: '', byName: null, icon: 'flag' as const });
const utcDay = (iso: string) => iso.slice(0, 10);

describe('the days of a timeline', () => {
  const notes = [note('c', '2026-11-17T15:20:00Z'), note('b', '2026-11-17T09:00:00Z'), note('a', '2026-11-13T10:00:00Z')];

  it('go from the newest to the oldest, notes and events together', () => {
    const days = daysOf(notes, [event('x', '2026-11-17T10:00:00Z'), event('y', '2026-11-01T10:00:00Z')], true, utcDay);
    expect(days.map(({ day, lines }) => [day, lines.map(({ id }) => id)])).toEqual([
      ['2026-11-17', ['c', 'x', 'b']],
      ['2026-11-13', ['a']],
      ['2026-11-01', ['y']],
    ]);
  });

  it('hold back events older than the notes that are loaded', () => {
    const days = daysOf(notes, [event('y', '2026-11-01T10:00:00Z')], false, utcDay);
    expect(days.flatMap(({ lines }) => lines.map(({ id }) => id))).toEqual(['c', 'b', 'a']);
  });
});
