import { addWorkingDays } from '../dates/working-days';
import { instantOf } from '../dates/zoned-time';
import { actionsFrom } from '../process/process';
import { dayAt, type OfficeCalendar } from '../staff/office-calendar';
import { referralProcess, type ReferralEvent, type ReferralState } from './referral.process';

export type ReferralUrgency = 'EMERGENCY' | 'URGENT' | 'ROUTINE';

const HOUR = 3_600_000;
const RESPONSE_HOURS: Readonly<Record<ReferralUrgency, number>> = { EMERGENCY: 24, URGENT: 72, ROUTINE: 14 * 24 };
const ACK_HOURS: Readonly<Record<Exclude<ReferralUrgency, 'ROUTINE'>, number>> = { EMERGENCY: 4, URGENT: 24 };
const ACK_WORKING_DAYS = 3;
const LONGEST_PAUSE = 72 * HOUR;

/** A question that the partner asked, and when it was answered; null while it is open. Moments in milliseconds since 1970. */
export interface Pause {
  askedAt: number;
  answeredAt: number | null;
}

/**
 * Until when a partner answers (R-RE-02): 24 hours, 72 hours or 14 days after the sending, by the clock. One question stops the clock while it
 * is open, 72 hours at most; a second one does not (R-RE-05).
 * @param sentAt milliseconds since 1970
 * @param now as above; what is open counts up to here
 */
export function responseDue(urgency: ReferralUrgency, sentAt: number, pauses: readonly Pause[], now: number): number {
  const [first] = [...pauses].sort((one, other) => one.askedAt - other.askedAt);
  const paused = first ? Math.min((first.answeredAt ?? now) - first.askedAt, LONGEST_PAUSE) : 0;
  return sentAt + RESPONSE_HOURS[urgency] * HOUR + Math.max(0, paused);
}

/**
 * Until when a partner has opened it (R-RE-02): 4 or 24 hours by the clock, for routine the end of the third working day of the office that sends.
 * @param sentAt milliseconds since 1970
 */
export function ackDue(urgency: ReferralUrgency, sentAt: number, calendar: OfficeCalendar): number {
  if (urgency !== 'ROUTINE') return sentAt + ACK_HOURS[urgency] * HOUR;
  const lastDay = addWorkingDays(dayAt(new Date(sentAt).toISOString(), calendar.timeZone), ACK_WORKING_DAYS, calendar);
  return Date.parse(instantOf({ on: lastDay, at: '23:59' }, calendar.timeZone));
}

/**
 * What ends a referral when its consent no longer holds (R-CO-03): the event for its state; null where nothing was lent, or nothing is any more.
 * Nobody asks it of a case that was handed over: what is there is the partner's own (R-RE-07).
 */
export function endOnWithdrawal(
  state: ReferralState,
): Extract<ReferralEvent, 'cancel' | 'consent_refused' | 'revoke' | 'discontinue'> | null {
  if (state === 'DRAFT') return null;
  const open = actionsFrom(referralProcess, state);
  return (['cancel', 'consent_refused', 'revoke', 'discontinue'] as const).find((event) => open.includes(event)) ?? null;
}
