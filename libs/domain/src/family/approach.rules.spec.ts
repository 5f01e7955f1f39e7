import { refusal } from '../process/refusal.spec-help';
import { assertApproved, assertHeard, assertMayApprove, assertNoticeGiven, assertSilent, lapsesAt, spokeFreely } from './approach.rules';

const DAY = 86_400_000;

describe('approaching somebody', () => {
  const ready = { approverId: 'coordinator', officerIds: ['officer', 'mediator'], locatedBy: 'officer', assessment: { channelSafe: true } };

  it('R-FL-06: after a note of both sides, by a safe way, approved by somebody who neither works on it nor found them', () => {
    expect(() => assertMayApprove(ready)).not.toThrow();
    expect(refusal(() => assertMayApprove({ ...ready, assessment: null })).code).toBe('approach-not-assessed');
    expect(refusal(() => assertMayApprove({ ...ready, assessment: { channelSafe: false } })).code).toBe('channel-not-safe');
    expect(refusal(() => assertMayApprove({ ...ready, approverId: 'mediator' })).code).toBe('approved-by-officer');
    expect(refusal(() => assertMayApprove({ ...ready, locatedBy: 'coordinator' })).code).toBe('approved-by-locator');
  });

  it('R-FL-06: an approval is good for sixty days and not a moment longer', () => {
    const approvedAt = Date.parse('2026-03-01T10:00:00Z');
    expect(new Date(lapsesAt(approvedAt)).toISOString()).toBe('2026-04-30T10:00:00.000Z');
    expect(() => assertApproved(approvedAt, lapsesAt(approvedAt))).not.toThrow();
    expect(refusal(() => assertApproved(approvedAt, lapsesAt(approvedAt) + 1)).code).toBe('approval-lapsed');
    expect(refusal(() => assertApproved(null, approvedAt)).code).toBe('approach-not-approved');
  });

  it('R-FL-07: only who was spoken to directly, alone and freely has decided anything', () => {
    const heard = { spokenDirectly: true, alone: true, duress: 'PASSED' } as const;
    expect(spokeFreely(heard)).toBe(true);
    for (const other of [{ spokenDirectly: false }, { alone: false }, { duress: 'DOUBT' }, { duress: 'NOT_DONE' }] as const) {
      expect(spokeFreely({ ...heard, ...other })).toBe(false);
      expect(refusal(() => assertHeard({ ...heard, ...other })).code).toBe('relative-not-heard');
    }
    expect(refusal(() => assertHeard(null)).code).toBe('relative-not-heard');
    expect(() => assertHeard(heard)).not.toThrow();
    expect(refusal(() => assertNoticeGiven(false)).fields).toEqual({ noticeGiven: ['needed'] });
    expect(() => assertNoticeGiven(true)).not.toThrow();
  });

  it('takes nobody for silent before two approaches thirty days apart', () => {
    const on = (days: number): string => new Date(Date.parse('2026-03-01') + days * DAY).toISOString().slice(0, 10);
    expect(refusal(() => assertSilent([on(0)])).facts).toMatchObject({ approaches: 1, apart: 0 });
    expect(refusal(() => assertSilent([on(29), on(0), on(10)])).facts).toMatchObject({ approaches: 3, apart: 29 });
    expect(() => assertSilent([on(30), on(0)])).not.toThrow();
  });
});
