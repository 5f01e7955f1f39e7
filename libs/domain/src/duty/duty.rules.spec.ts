import { move } from '../process/process';
import { refusal } from '../process/refusal.spec-help';
import { dangerProcess } from './danger.process';
import { assertHasIt, assertMaySettle, assertTurn } from './duty.rules';

const NOW = '2026-11-21T10:00:00Z';

describe('the duty list', () => {
  it('takes turns that end after they begin, ahead, and within two weeks', () => {
    expect(() => assertTurn({ startsAt: NOW, endsAt: '2026-11-22T08:00:00Z' }, NOW)).not.toThrow();
    const wrong = (startsAt: string, endsAt: string) => refusal(() => assertTurn({ startsAt, endsAt }, NOW)).fields;
    expect(wrong(NOW, NOW)).toEqual({ endsAt: ['not-after-beginning'] });
    expect(wrong('2026-11-19T10:00:00Z', '2026-11-20T10:00:00Z')).toEqual({ endsAt: ['not-in-future'] });
    expect(wrong(NOW, '2026-12-06T10:00:01Z')).toEqual({ endsAt: ['too-long'] });
  });
});

describe('a danger', () => {
  it('stands until one has it, goes back when they cannot, and ends under the hands of whoever has it', () => {
    expect([
      move(dangerProcess, 'OPEN', 'take'),
      move(dangerProcess, 'TAKEN', 'hand_back'),
      move(dangerProcess, 'TAKEN', 'settle'),
    ]).toEqual(['TAKEN', 'OPEN', 'SETTLED']);
    expect(refusal(() => move(dangerProcess, 'OPEN', 'settle')).code).toBe('not-open');
    expect(refusal(() => move(dangerProcess, 'TAKEN', 'take')).code).toBe('not-open');
    expect(refusal(() => assertHasIt('a', 'b')).code).toBe('not-yours');
    expect(() => assertHasIt('a', 'a')).not.toThrow();
  });

  it('R-RI-09: is not settled by whoever raised it', () => {
    expect(refusal(() => assertMaySettle('a', 'a')).code).toBe('same-person');
    expect(() => assertMaySettle('a', 'b')).not.toThrow();
  });
});
