import { refusal } from '../process/refusal.spec-help';
import { reportDue, silenceSteps } from './feedback.rules';
import { assertInboxAction, assertStarted, inboxActions } from './inbox.rules';
import { referralProcess, type ReferralState } from './referral.process';

const DAY = 86_400_000;
const states = Object.keys(referralProcess.states) as ReferralState[];
const lent = { kind: 'REFERRAL', metOn: null, takenOverAt: null };
const offered = { ...lent, kind: 'TRANSFER' };

describe('what a partner may do with a referral', () => {
  it('R-AC-10: nothing before it is sent, nothing after its end but to say what it deleted', () => {
    const table = Object.fromEntries(states.map((state) => [state, inboxActions({ ...lent, state })]));
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
    expect(() => assertInboxAction({ ...lent, state: 'IN_SERVICE' }, 'report')).not.toThrow();
    expect(refusal(() => assertInboxAction({ ...lent, state: 'COMPLETED' }, 'report')).code).toBe('not-open');
  });

  it('R-RE-07: a case that is offered is taken over once both sides met, never begun; then it is the partner’s own', () => {
    expect(inboxActions({ ...offered, state: 'ACCEPTED' })).toEqual(['open', 'discontinue', 'report', 'hear-withdrawal']);
    const met = { ...offered, state: 'ACCEPTED', metOn: '2026-03-02' } as const;
    expect(inboxActions(met)).toEqual(['open', 'take-over', 'discontinue', 'report', 'hear-withdrawal']);
    expect(inboxActions({ ...met, kind: 'REFERRAL' })).not.toContain('take-over');
    expect(inboxActions({ ...met, state: 'RECEIVED' })).not.toContain('take-over');
    expect(inboxActions({ ...met, state: 'IN_SERVICE', takenOverAt: new Date(0) })).toEqual(['open', 'complete']);
    expect(inboxActions({ ...met, state: 'DISCONTINUED', takenOverAt: new Date(0) })).toEqual([]);
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
