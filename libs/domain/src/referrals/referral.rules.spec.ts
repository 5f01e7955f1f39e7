import fc from 'fast-check';
import { actionsFrom, move } from '../process/process';
import { referralProcess, type ReferralState } from './referral.process';
import { ackDue, endOnWithdrawal, responseDue, type ReferralUrgency } from './referral.rules';

const HOUR = 3_600_000;
const sentAt = Date.parse('2026-03-01T09:00:00Z');
const iso = (moment: number) => new Date(moment).toISOString();
const states = Object.keys(referralProcess.states) as ReferralState[];

describe('a referral', () => {
  it.each([
    ['EMERGENCY', '2026-03-02T09:00:00.000Z'],
    ['URGENT', '2026-03-04T09:00:00.000Z'],
    ['ROUTINE', '2026-03-15T09:00:00.000Z'],
  ] as [ReferralUrgency, string][])('R-RE-02: %s is answered by %s', (urgency, due) => {
    expect(iso(responseDue(urgency, sentAt, [], sentAt))).toBe(due);
  });

  it.each([
    ['EMERGENCY', '2026-03-06T15:00:00Z', '2026-03-06T19:00:00.000Z'],
    ['URGENT', '2026-03-06T15:00:00Z', '2026-03-07T15:00:00.000Z'],
    // a Friday; Saturday and Sunday are free, and so is Monday
    ['ROUTINE', '2026-03-06T15:00:00Z', '2026-03-12T22:59:00.000Z'],
    // in Tirana it is Monday already; the clock is put forward before the last day
    ['ROUTINE', '2026-03-22T23:30:00Z', '2026-03-26T22:59:00.000Z'],
    ['ROUTINE', '2026-03-26T09:00:00Z', '2026-03-31T21:59:00.000Z'],
  ] as [ReferralUrgency, string, string][])('R-RE-02: %s sent at %s is opened by %s', (urgency, sent, due) => {
    const tirana = { timeZone: 'Europe/Tirane', weekendDays: [6, 7], holidays: ['2026-03-09'] };
    expect(iso(ackDue(urgency, Date.parse(sent), tirana))).toBe(due);
  });

  it('R-RE-05: a question stops the clock once, while it is open, for 72 hours at most', () => {
    const asked = sentAt + 2 * HOUR;
    const due = (pauses: Parameters<typeof responseDue>[2], now = sentAt + 500 * HOUR) =>
      (responseDue('URGENT', sentAt, pauses, now) - sentAt) / HOUR;
    expect(due([{ askedAt: asked, answeredAt: asked + 5 * HOUR }])).toBe(77);
    expect(due([{ askedAt: asked, answeredAt: asked + 80 * HOUR }])).toBe(144);
    expect(due([{ askedAt: asked, answeredAt: null }], asked + HOUR)).toBe(73);
    expect(due([{ askedAt: asked, answeredAt: null }])).toBe(144);
    const second = { askedAt: asked + 20 * HOUR, answeredAt: asked + 30 * HOUR };
    expect(due([second, { askedAt: asked, answeredAt: asked + 5 * HOUR }])).toBe(77);
  });

  it('R-RE-05: no row of questions moves the answer by more than 72 hours, or forward in time', () => {
    const pause = fc.record({
      askedAt: fc.integer({ min: sentAt, max: sentAt + 400 * HOUR }),
      answeredAt: fc.option(fc.integer({ min: sentAt + 400 * HOUR, max: sentAt + 900 * HOUR })),
    });
    fc.assert(
      fc.property(fc.array(pause, { maxLength: 4 }), (pauses) => {
        const moved = responseDue('ROUTINE', sentAt, pauses, sentAt + 900 * HOUR) - responseDue('ROUTINE', sentAt, [], sentAt);
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(72 * HOUR);
      }),
    );
  });

  it('R-CO-03: a withdrawal revokes it up to the question, discontinues it from the acceptance on, and waits for nothing', () => {
    const ends = Object.fromEntries(states.map((state) => [state, endOnWithdrawal(state)]).filter(([, event]) => event));
    expect(ends).toEqual({
      AWAITING_CONSENT: 'consent_refused',
      READY: 'cancel',
      SENT: 'revoke',
      RECEIVED: 'revoke',
      INFO_REQUESTED: 'revoke',
      ACCEPTED: 'discontinue',
      IN_SERVICE: 'discontinue',
    });
    for (const state of states) {
      const event = endOnWithdrawal(state);
      if (event) expect(['REVOKED', 'DISCONTINUED']).toContain(move(referralProcess, state, event));
    }
  });

  it('is sent only when its consent stands, and never leaves an end', () => {
    expect(states.filter((state) => actionsFrom(referralProcess, state).includes('send'))).toEqual(['READY']);
    for (const end of ['COMPLETED', 'DECLINED', 'EXPIRED', 'REVOKED', 'DISCONTINUED'] as const)
      expect(actionsFrom(referralProcess, end)).toEqual([]);
  });
});
