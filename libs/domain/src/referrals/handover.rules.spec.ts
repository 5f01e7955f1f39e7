import { refusal } from '../process/refusal.spec-help';
import { assertMeeting, assertNotHandedOver, assertTakeOver } from './handover.rules';

const accepted = { kind: 'TRANSFER', state: 'ACCEPTED', takenOverAt: null } as const;
const days = { acceptedOn: '2026-03-01', today: '2026-03-04' };
const whole = { ...accepted, focalWorker: 'Robin Sample', metOn: '2026-03-02' };

describe('R-RE-07 the hand-over of a case', () => {
  it('needs a meeting of both sides, on a day that has come and not before the acceptance', () => {
    expect(() => assertMeeting(accepted, { ...days, on: '2026-03-02' })).not.toThrow();
    expect(() => assertMeeting(accepted, { ...days, on: '2026-02-28' })).not.toThrow();
    expect(refusal(() => assertMeeting(accepted, { ...days, on: '2026-02-27' })).fields).toEqual({ on: ['before-acceptance'] });
    expect(refusal(() => assertMeeting(accepted, { ...days, on: '2026-03-05' })).fields).toEqual({ on: ['in-future'] });
  });

  it.each([
    ['a referral', { kind: 'REFERRAL' }],
    ['one that is not accepted', { state: 'RECEIVED' }],
    ['one that is over', { state: 'DISCONTINUED' }],
    ['one that went over', { takenOverAt: new Date(0) }],
  ] as const)('is not open for %s', (_, wrong) => {
    expect(refusal(() => assertMeeting({ ...accepted, ...wrong }, { ...days, on: '2026-03-02' })).code).toBe('not-open');
    expect(refusal(() => assertTakeOver({ ...whole, ...wrong })).code).toBe('not-open');
  });

  it('goes over with a named focal worker after the meeting, and says what is missing', () => {
    expect(() => assertTakeOver(whole)).not.toThrow();
    expect(refusal(() => assertTakeOver({ ...whole, focalWorker: ' ' })).fields).toEqual({ focalWorker: ['missing'] });
    expect(refusal(() => assertTakeOver({ ...whole, metOn: null })).fields).toEqual({ metOn: ['missing'] });
  });

  it('leaves nothing to take back', () => {
    expect(() => assertNotHandedOver(accepted, 'revoke')).not.toThrow();
    expect(refusal(() => assertNotHandedOver({ ...accepted, takenOverAt: new Date(0) }, 'revoke')).code).toBe('not-open');
  });
});
