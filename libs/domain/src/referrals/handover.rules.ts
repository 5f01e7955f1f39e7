import { addDays } from '../dates/calendar-days';
import { RuleBroken } from '../process/process';
import type { ReferralState } from './referral.process';

/** What is known of the offer of a case when somebody wants to go on with it. */
export interface Offer {
  kind: string;
  state: ReferralState;
  takenOverAt: Date | null;
}

/** Who sees to the person at the partner, and when both sides met; null before. */
export interface HandOver extends Offer {
  focalWorker: string | null;
  /** `YYYY-MM-DD` */
  metOn: string | null;
}

const WAITS_FOR_MEETING: readonly ReferralState[] = ['ACCEPTED'];

/** Whether a hand-over meeting can be recorded now, or recorded anew: the partner has accepted, and has not taken over. */
export const isToBeMet = ({ kind, state, takenOverAt }: Offer): boolean =>
  kind === 'TRANSFER' && WAITS_FOR_MEETING.includes(state) && takenOverAt === null;

/**
 * R-RE-07: both sides met after the partner accepted, by a day at most before it, and somebody is named who was there. Days as `YYYY-MM-DD`.
 * @throws RuleBroken `not-open`, `meeting-day`
 */
export function assertMeeting(offer: Offer, { on, acceptedOn, today }: { on: string; acceptedOn: string; today: string }): void {
  if (!isToBeMet(offer)) throw new RuleBroken('not-open', { state: offer.state, action: 'meet', open: [] });
  if (on > today) throw new RuleBroken('meeting-day', {}, { on: ['in-future'] });
  if (on < addDays(acceptedOn, -1)) throw new RuleBroken('meeting-day', {}, { on: ['before-acceptance'] });
}

/**
 * R-RE-07: a case goes over once the partner has accepted, has named who sees to the person, and both sides have met.
 * @throws RuleBroken `not-open`, `handover-incomplete` with what is missing
 */
export function assertTakeOver({ focalWorker, metOn, ...offer }: HandOver): void {
  if (!isToBeMet(offer)) throw new RuleBroken('not-open', { state: offer.state, action: 'take-over', open: [] });
  const fields = { ...(focalWorker?.trim() ? {} : { focalWorker: ['missing'] }), ...(metOn ? {} : { metOn: ['missing'] }) };
  if (Object.keys(fields).length) throw new RuleBroken('handover-incomplete', {}, fields);
}

/** What was handed over is the partner's own: nothing of it is answered, added to or taken back here. @throws RuleBroken `not-open` */
export function assertNotHandedOver({ state, takenOverAt }: Pick<Offer, 'state' | 'takenOverAt'>, action: string): void {
  if (takenOverAt) throw new RuleBroken('not-open', { state, action, open: [] });
}
