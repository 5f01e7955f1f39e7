import type { NoteInput, NoteView } from '@panah/contracts/notes.contract';
import { Problem } from '../platform/problem/problem';
import { DraftKeeper } from './draft-keeper';

const input = (body: string): NoteInput => ({ type: 'ADMIN', happenedAt: '2026-11-17T09:00:00Z', body });

describe('the draft keeper', () => {
  let sent: string[];
  let written: NoteInput | null;
  /** What another window has saved. */
  let there: NoteView | null;
  let keeper: DraftKeeper;

  beforeEach(() => {
    jest.useFakeTimers();
    sent = [];
    [written, there] = [null, null];
    const answer = (version: number) => Promise.resolve({ id: 'n', version, savedAt: '2026-11-17T09:00:15Z' } as NoteView);
    keeper = new DraftKeeper(
      {
        draft: (_, note) => (sent.push(`draft ${note.body}`), answer(1)),
        read: () => (sent.push('read'), Promise.resolve(there as NoteView)),
        save: (note, { body }) => {
          sent.push(`save ${note.version} ${body}`);
          return there && note.version < there.version ? Promise.reject(new Problem(412, 'stale-edit')) : answer(note.version + 1);
        },
      },
      () => 'case',
      () => written,
    );
  });
  afterEach(() => jest.useRealTimers());

  const type = (body: string) => {
    written = input(body);
    keeper.changed();
  };

  it('keeps at most every fifteen seconds, however much is typed', async () => {
    for (const body of ['S', 'Sh', 'She']) type(body);
    await jest.advanceTimersByTimeAsync(14_999);
    expect(sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['draft She']);
    type('She came');
    await jest.advanceTimersByTimeAsync(15_000);
    expect(sent).toEqual(['draft She', 'save 1 She came']);
    expect(keeper.keptAt()).toBe('2026-11-17T09:00:15Z');
  });

  it('keeps at once when the page is left, and nothing when nothing was typed', async () => {
    keeper.flush();
    type('She');
    keeper.flush();
    expect((await keeper.settled())?.version).toBe(1);
    expect(sent).toEqual(['draft She']);
  });

  it('keeps no empty page', async () => {
    keeper.changed();
    await jest.advanceTimersByTimeAsync(15_000);
    expect([sent, await keeper.settled()]).toEqual([[], null]);
  });

  describe('when another window has saved the draft meanwhile', () => {
    const begin = async (thereBody: string) => {
      type('She');
      await jest.advanceTimersByTimeAsync(15_000);
      there = { id: 'n', version: 5, type: 'ADMIN', body: thereBody, savedAt: '2026-11-17T09:01:00Z' } as NoteView;
      type('She came');
      await jest.advanceTimersByTimeAsync(15_000);
    };

    it('shows the other text and keeps nothing until the writer has chosen', async () => {
      await begin('She wrote');
      expect([keeper.elsewhere()?.body, keeper.failed()]).toEqual(['She wrote', false]);
      type('She came in');
      await jest.advanceTimersByTimeAsync(15_000);
      expect(sent).toEqual(['draft She', 'save 1 She came', 'read']);
    });

    it('saves what is written here over it when the writer wants so', async () => {
      await begin('She wrote');
      keeper.preferHere();
      await keeper.settled();
      expect([sent.at(-1), keeper.elsewhere()]).toEqual(['save 5 She came', null]);
    });

    it('asks nothing when both say the same: an answer was lost on the way', async () => {
      await begin('She came');
      expect([keeper.elsewhere(), (await keeper.settled())?.version]).toEqual([null, 5]);
    });
  });
});
