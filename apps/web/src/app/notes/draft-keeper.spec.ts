import type { NoteInput, NoteView } from '@panah/contracts/notes.contract';
import { DraftKeeper } from './draft-keeper';

const input = (body: string): NoteInput => ({ type: 'ADMIN', happenedAt: '2026-11-17T09:00:00Z', body });

describe('the draft keeper', () => {
  let sent: string[];
  let written: NoteInput | null;
  let keeper: DraftKeeper;

  beforeEach(() => {
    jest.useFakeTimers();
    sent = [];
    written = null;
    const answer = (version: number) => Promise.resolve({ id: 'n', version, savedAt: '2026-11-17T09:00:15Z' } as NoteView);
    keeper = new DraftKeeper(
      {
        draft: (_, note) => (sent.push(`draft ${note.body}`), answer(1)),
        save: (note, { body }) => (sent.push(`save ${note.version} ${body}`), answer(note.version + 1)),
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
});
