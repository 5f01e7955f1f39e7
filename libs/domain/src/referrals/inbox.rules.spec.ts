import { refusal } from '../process/refusal.spec-help';
import { reportDue, silenceSteps } from './feedback.rules';
import { assertInboxAction, assertStarted, inboxActions } from './inbox.rules';
import { referralProcess, type ReferralState } from './referral.process';

const DAY = 86_400_000;
const states = Object.keys(referralProcess.states) as ReferralState[];

describe('what a partner may do with a referral', () => {
  it('R-AC-10: nothing before it is sent, nothing after its end but to say what it deleted', () => {
    const table = Object.fromEntries(states.map((state) => [state, inboxActions(state)]));
    expect(table).toEqual({
      DRAFT: [],
      AWAITING_CONSENT: [],
      READY: [],
      SENT: ['open', 'hear-withdrawal'],
      RECEIVED: ['open', 'ask', 'accept', 'decline', 'hear-withdrawal'],
      INFO_REQUESTED: ['open', 'hear-withdrawal'],
      ACCEPTED: ['open', 'start', 'discontinue', 'report', 'hear-withdrawal'],
      IN_SERVICE: ['open', 'complete', 'discontinue', 'report', 'hear-withdrawal'],
      COMPLETED: [],
      DECLINED: [],
      EXPIRED: ['confirm-deletion'],
      REVOKED: ['confirm-deletion'],
      DISCONTINUED: ['confirm-deletion'],
    });
    expect(() => assertInboxAction('IN_SERVICE', 'report')).not.toThrow();
    expect(refusal(() => assertInboxAction('COMPLETED', 'report')).code).toBe('not-open');
  });

  it('starts on a day that has come, and not long before it accepted', () => {
    expect(() => assertStarted('2026-03-01', '2026-03-01', '2026-03-04')).not.toThrow();
    expect(refusal(() => assertStarted('2026-03-05', '2026-03-01', '2026-03-04')).fields).toEqual({ on: ['in-future'] });
    expect(refusal(() => assertStarted('2026-02-01', '2026-03-01', '2026-03-04')).fields).toEqual({ on: ['before-acceptance'] });
  });
});

describe('the loop of a referral', () => {
  const decidedAt = Date.parse('2026-03-01T09:00:00Z');
  const startedAt = Date.parse('2026-03-10T00:00:00Z');

  it('is closed by a report 14 days after the start, then every 30 days', () => {
    expect(reportDue({ decidedAt, startedAt: null, feedbackAt: null })).toBe(decidedAt + 14 * DAY);
    expect(reportDue({ decidedAt, startedAt, feedbackAt: null })).toBe(startedAt + 14 * DAY);
    expect(reportDue({ decidedAt, startedAt, feedbackAt: startedAt + 20 * DAY })).toBe(startedAt + 50 * DAY);
  });

  it.each([
    [13, []],
    [14, ['REMIND']],
    [29, ['REMIND']],
    [30, ['REMIND', 'COORDINATOR']],
    [60, ['REMIND', 'COORDINATOR', 'MEETING']],
  ])('R-RE-06: %i days late: %s', (late, steps) => {
    const loop = { decidedAt, startedAt, feedbackAt: null };
    expect(silenceSteps(loop, reportDue(loop) + late * DAY)).toEqual(steps);
  });
});
