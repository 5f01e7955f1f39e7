import { refusal } from '../process/refusal.spec-help';
import { assertMayJoin, membershipEnd } from './team.rules';

describe('joining a team', () => {
  it('R-AC-13: takes both answers', () => {
    expect(() => assertMayJoin({ memberHasNoTie: true, clientHasNoObjection: true })).not.toThrow();
    expect(refusal(() => assertMayJoin({ memberHasNoTie: true, clientHasNoObjection: null })).facts).toEqual({
      open: ['clientHasNoObjection'],
    });
  });

  it('R-AC-13: one no is enough', () => {
    expect(refusal(() => assertMayJoin({ memberHasNoTie: false, clientHasNoObjection: null })).code).toBe('team-declined');
    expect(refusal(() => assertMayJoin({ memberHasNoTie: true, clientHasNoObjection: false })).code).toBe('team-declined');
  });

  it('R-AC-08: ends after 90 days, with a notice 7 days before', () => {
    expect(membershipEnd('2026-01-01')).toEqual({ endsOn: '2026-04-01', noticeOn: '2026-03-25' });
  });
});
