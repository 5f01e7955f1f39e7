import fc from 'fast-check';
import { refusal } from '../process/refusal.spec-help';
import { reunificationOutcome } from '../vocabulary/family';
import { assertOutcome, eraseAfter } from './closing.rules';
import { familyLinkProcess, type FamilyLinkState } from './family-link.process';
import type { Ground } from './grounds';
import { duesOf, type LinkDates } from './link-due';
import { assertSafeguarded, mayBeMinor } from './minor.rules';
import { assertMayResume, resumptionOf } from './pause.rules';

describe('who may not be of age', () => {
  const today = '2026-11-22';
  it('R-FL-15: the youngest possible age counts, and somebody was born before they were last seen', () => {
    const birth = (from: string, to: string) => ({ birth: { from, to }, lastKnownBy: null, relation: 'DAUGHTER' as const });
    expect(mayBeMinor(birth('2000-01-01', '2008-11-23'), today)).toBe(true);
    expect(mayBeMinor(birth('2000-01-01', '2008-11-22'), today)).toBe(false);
    expect(mayBeMinor({ birth: null, lastKnownBy: '1999-12-31', relation: 'SON' }, today)).toBe(false);
    expect(mayBeMinor({ birth: null, lastKnownBy: '2019-12-31', relation: 'SON' }, today)).toBe(true);
    expect(mayBeMinor({ birth: null, lastKnownBy: null, relation: 'NEPHEW_NIECE' }, today)).toBe(true);
    expect(mayBeMinor({ birth: null, lastKnownBy: null, relation: 'MOTHER' }, today)).toBe(false);
  });

  it('R-FL-15: guardian, best interests and own view stand, and each step is allowed by itself', () => {
    expect(refusal(() => assertSafeguarded({ minors: ['RELATIVE'], written: ['CLIENT'], allowed: 'approach' }, 'approach')).facts).toEqual({
      side: 'RELATIVE',
    });
    expect(refusal(() => assertSafeguarded({ minors: ['RELATIVE'], written: ['RELATIVE'], allowed: 'tell' }, 'approach')).code).toBe(
      'step-not-allowed',
    );
    expect(() => assertSafeguarded({ minors: ['RELATIVE'], written: ['RELATIVE'], allowed: 'approach' }, 'approach')).not.toThrow();
    expect(() => assertSafeguarded({ minors: [], written: [], allowed: null }, 'approach')).not.toThrow();
  });
});

describe('a pause, and going on', () => {
  const states = Object.keys(familyLinkProcess.states) as FamilyLinkState[];
  const grounds: Ground[] = [
    { side: 'CLIENT', purpose: 'C08_TRACING', scope: [] },
    { side: 'CLIENT', purpose: 'C09_DISCLOSE_REL', scope: ['ALIVE_ONLY'] },
    { side: 'RELATIVE', purpose: 'C22_RELATIVE_DATA', scope: [] },
    { side: 'RELATIVE', purpose: 'C09_DISCLOSE_REL', scope: ['ALIVE_ONLY'] },
  ].map((ground) => ({ ...ground, id: ground.purpose, state: 'ACTIVE' }) as Ground);

  it('goes on from every state that can be paused, and never further than it was', () => {
    const order = states.indexOf.bind(states);
    for (const state of states.filter((one) => Object.hasOwn(familyLinkProcess.states[one], 'pause'))) {
      const to = familyLinkProcess.states.PAUSED[resumptionOf(state)];
      expect(order(to)).toBeLessThanOrEqual(order(state));
    }
    expect(refusal(() => resumptionOf('FOLLOW_UP')).code).toBe('not-paused');
  });

  it('R-FL-11: needs a coordinator, the client’s wish, and every yes anew', () => {
    const ready = { before: 'MEDIATED', grounds, allowed: true, wished: true } as const;
    expect(assertMayResume(ready)).toBe('resume_consented');
    expect(refusal(() => assertMayResume({ ...ready, allowed: false })).code).toBe('step-not-allowed');
    expect(refusal(() => assertMayResume({ ...ready, wished: false })).code).toBe('client-has-stopped');
    for (const lost of grounds) expect(() => assertMayResume({ ...ready, grounds: grounds.filter((one) => one !== lost) })).toThrow();
    expect(assertMayResume({ ...ready, before: 'APPROACH_APPROVED', grounds: grounds.slice(0, 1) })).toBe('resume_verified');
  });
});

describe('how it ends', () => {
  it('with an outcome that is so', () => {
    const facts = { state: 'FOLLOW_UP', outcome: 'REUNITED_LIVING', anyNews: true, met: true, fateKnown: false } as const;
    expect(() => assertOutcome(facts)).not.toThrow();
    for (const other of [{ met: false }, { anyNews: false }, { fateKnown: true }, { state: 'PAUSED' }, { outcome: 'NOT_FOUND' }] as const)
      expect(refusal(() => assertOutcome({ ...facts, ...other })).code).toBe('outcome-not-so');
    expect(() => assertOutcome({ ...facts, state: 'PAUSED', outcome: 'CLIENT_STOPPED' })).not.toThrow();
    fc.assert(
      fc.property(fc.constantFrom(...reunificationOutcome.codes), fc.boolean(), (outcome, met) => {
        const judged = (): void => assertOutcome({ ...facts, outcome, met, fateKnown: true });
        if (outcome === 'FATE_KNOWN') expect(judged).not.toThrow();
        else expect(judged).toThrow();
      }),
    );
  });

  it('R-FL-17: what has no ground is kept thirty days', () => expect(eraseAfter('2026-11-22')).toBe('2026-12-22'));
});

describe('what is due on the board', () => {
  const quiet: LinkDates = {
    state: 'MEDIATED',
    approvedAt: null,
    approachedAt: null,
    coolingUntil: null,
    checkInDue: null,
    agreedAt: null,
    riskAskedAt: null,
    followed: null,
    routeDueOn: null,
    consentEndsAt: null,
    eraseAfter: null,
  };
  const now = Date.parse('2026-03-10T00:00:00Z');
  it('the next first; what is over for its state is due no more', () => {
    expect(duesOf(quiet, now)).toEqual([]);
    expect(duesOf({ ...quiet, state: 'APPROACH_APPROVED', approvedAt: now, checkInDue: now + 1 }, now).map(({ what }) => what)).toEqual([
      'CHECK_IN',
      'APPROVAL_LAPSES',
    ]);
    expect(duesOf({ ...quiet, approvedAt: now, coolingUntil: now }, now)).toEqual([]);
    expect(duesOf({ ...quiet, state: 'DIRECT', agreedAt: now + 1 }, now)).toEqual([]);
    for (const state of ['PAUSED', 'CLOSED'] as const)
      expect(duesOf({ ...quiet, state, agreedAt: now + 1 }, now)).toMatchObject([{ what: 'CALL_OFF' }]);
    const followed = { from: 'REUNITED', since: '2026-03-01', done: 1 } as const;
    expect(duesOf({ ...quiet, state: 'FOLLOW_UP', followed }, now)).toEqual([{ what: 'FOLLOW_UP', at: '2026-06-01T00:00:00.000Z' }]);
    expect(duesOf({ ...quiet, state: 'FOLLOW_UP', followed: { ...followed, done: 3 } }, now)).toEqual([]);
  });

  it('R-CO-06: a yes of the relative that ends is told of thirty days and seven days before, and no longer once it is over or the link is closed', () => {
    const DAY = 86_400_000;
    const told = (days: number, more: Partial<LinkDates> = {}) =>
      duesOf({ ...quiet, ...more, consentEndsAt: now + days * DAY }, now).map(({ what }) => what);
    expect([31, 30, 8].map((days) => told(days))).toEqual([[], ['CONSENT_ENDS'], ['CONSENT_ENDS']]);
    expect([7, 1, 0].map((days) => told(days))).toEqual([['CONSENT_ENDS_SOON'], ['CONSENT_ENDS_SOON'], []]);
    expect(told(5, { state: 'CLOSED' })).toEqual([]);
  });

  it('R-RI-04: the risks are looked at again within a day', () => {
    expect(duesOf({ ...quiet, riskAskedAt: now }, now)).toEqual([{ what: 'RISK_REVIEW', at: '2026-03-11T00:00:00.000Z' }]);
  });
});
