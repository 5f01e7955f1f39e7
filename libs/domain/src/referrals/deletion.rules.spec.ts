import { assertDeletionHeard, type GivenBack, isDeletionOpen } from './deletion.rules';

const READ_AND_OVER: GivenBack = {
  state: 'REVOKED',
  acknowledgedAt: new Date('2026-03-02T08:00:00Z'),
  endedAt: new Date('2026-03-05T08:00:00Z'),
  takenOverAt: null,
  deletionConfirmedAt: null,
};
const DAYS = { on: '2026-03-06', endedOn: '2026-03-05', today: '2026-03-07' };
const refused =
  (given: GivenBack, days = DAYS) =>
  () =>
    assertDeletionHeard(given, days);

describe('what a partner deleted, heard by one of ours (walls.md 3.3, R-RE-10)', () => {
  it('is of what was read and is over, however it ended', () => {
    for (const state of ['REVOKED', 'DISCONTINUED', 'EXPIRED', 'DECLINED', 'COMPLETED'] as const) {
      expect(isDeletionOpen({ ...READ_AND_OVER, state })).toBe(true);
      expect(refused({ ...READ_AND_OVER, state })).not.toThrow();
    }
  });

  it.each<[string, Partial<GivenBack>]>([
    ['was never opened', { acknowledgedAt: null }],
    ['is still lent', { state: 'ACCEPTED', endedAt: null }],
    ['is the partner’s own (R-RE-07)', { takenOverAt: new Date() }],
    ['was said before', { deletionConfirmedAt: new Date() }],
  ])('is not of what %s', (_, more) => {
    expect(isDeletionOpen({ ...READ_AND_OVER, ...more })).toBe(false);
    expect(refused({ ...READ_AND_OVER, ...more })).toThrow(expect.objectContaining({ code: 'not-open' }));
  });

  it('was said on a day that has come, and once it was over', () => {
    const on = (day: string) => refused(READ_AND_OVER, { ...DAYS, on: day });
    for (const day of ['2026-03-04', '2026-03-07']) expect(on(day)).not.toThrow();
    expect(on('2026-03-08')).toThrow(expect.objectContaining({ code: 'deletion-day', fields: { on: ['in-future'] } }));
    expect(on('2026-03-03')).toThrow(expect.objectContaining({ code: 'deletion-day', fields: { on: ['before-end'] } }));
  });
});
