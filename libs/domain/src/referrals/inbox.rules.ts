import { addDays } from '../dates/calendar-days';
import { actionsFrom, RuleBroken } from '../process/process';
import { referralProcess, type ReferralEvent, type ReferralState } from './referral.process';

const OPEN_TO_PARTNER: readonly ReferralState[] = ['SENT', 'RECEIVED', 'INFO_REQUESTED', 'ACCEPTED', 'IN_SERVICE'];
const AGREED: readonly ReferralState[] = ['ACCEPTED', 'IN_SERVICE'];
const RECALLED: readonly ReferralState[] = ['REVOKED', 'DISCONTINUED', 'EXPIRED'];
const STEPS_OF_PARTNER = ['ask', 'accept', 'decline', 'start', 'complete', 'discontinue'] as const satisfies readonly ReferralEvent[];

/** What a partner may do with a referral besides the steps that the drawing allows it. */
export type InboxAction = (typeof STEPS_OF_PARTNER)[number] | 'open' | 'report' | 'take-over' | 'hear-withdrawal' | 'confirm-deletion';

/** Whether the partner reads what was sent to it (R-AC-10); of one that is completed it keeps the dates for 30 days, of one that was recalled the notice. */
export const isOpenToPartner = (state: ReferralState): boolean => OPEN_TO_PARTNER.includes(state);

export const isRecalled = (state: ReferralState): boolean => RECALLED.includes(state);

/** What a partner holds: a referral, or the offer of a case, which it may take over once the hand-over meeting was held. */
export interface Held {
  state: ReferralState;
  kind: string;
  /** The day of the hand-over meeting, `YYYY-MM-DD`; null before it. */
  metOn: string | null;
  takenOverAt: Date | null;
}

/** In the order in which they are usually wanted. A case is not begun but taken over (R-RE-07); what was taken over is the partner's own, and nobody's to stop. */
export function inboxActions({ state, kind, metOn, takenOverAt }: Held): InboxAction[] {
  const open = isOpenToPartner(state);
  if (takenOverAt) return open ? ['open', 'complete'] : [];
  const steps = actionsFrom(referralProcess, state).filter((step) => kind !== 'TRANSFER' || step !== 'start');
  return [
    ...(open ? (['open'] as const) : []),
    ...(kind === 'TRANSFER' && state === 'ACCEPTED' && metOn ? (['take-over'] as const) : []),
    ...STEPS_OF_PARTNER.filter((step) => steps.includes(step)),
    ...(AGREED.includes(state) ? (['report'] as const) : []),
    ...(open ? (['hear-withdrawal'] as const) : []),
    ...(isRecalled(state) ? (['confirm-deletion'] as const) : []),
  ];
}

/** @throws RuleBroken `not-open` for what is not open to the partner now, by the drawing or otherwise */
export function assertInboxAction(held: Held, action: InboxAction): void {
  const open = inboxActions(held);
  if (!open.includes(action)) throw new RuleBroken('not-open', { state: held.state, action, open });
}

/** A first day of service has come, and is not before the referral was accepted by more than a day. Days as `YYYY-MM-DD`. @throws RuleBroken `service-day` */
export function assertStarted(on: string, acceptedOn: string, today: string): void {
  if (on > today) throw new RuleBroken('service-day', {}, { on: ['in-future'] });
  if (on < addDays(acceptedOn, -1)) throw new RuleBroken('service-day', {}, { on: ['before-acceptance'] });
}
