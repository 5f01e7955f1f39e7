import { isMailAddress, nextTry } from './mail.rules';

describe('a mail', () => {
  it('is tried again after growing pauses, and given up after some forty hours', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7].map((attempts) => nextTry(attempts, 0) ?? 0);
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    expect(pauses[0]).toBe(60_000);
    expect(pauses.reduce((sum, pause) => sum + pause) / 3_600_000).toBeCloseTo(41.35, 1);
    expect(nextTry(8, 0)).toBeNull();
  });

  it('goes to addresses only, and to one of them', () => {
    expect(['robin@example.org', 'r.sample+desk@mail.example.org'].filter(isMailAddress)).toHaveLength(2);
    const none = [
      'partner',
      'robin@',
      '@example.org',
      'robin@localhost',
      'a@example.org,b@example.org',
      'a@example.org\r\nBcc: b@example.org',
    ];
    expect(none.filter(isMailAddress)).toEqual([]);
  });
});
