import { addDays } from '../dates/calendar-days';
import { latinDigits } from '../numbers/digits';
import { RuleBroken } from '../process/process';

const BY_NUMBER = ['PHONE_CALL', 'SMS', 'SIGNAL', 'WHATSAPP'];
const USABLE = ['SAFE', 'SAFE_CONDITIONS'];
const LONGEST_DAYS = 90;

export interface ContactPointFacts {
  readonly safety: string;
  readonly conditions: string | null;
  readonly preferred: boolean;
  readonly retiredReason: string | null;
}

/** Whether a point may be used at all; the header offers no other. */
export function isUsable({ safety }: Pick<ContactPointFacts, 'safety'>): boolean {
  return USABLE.includes(safety);
}

const WARNED_DEVICES = ['GROUP_ISSUED', 'UNKNOWN'];
/** Reasons for which a number is opened to be used, not to be looked at. */
const REASONS_TO_USE = ['CONTACT_CLIENT', 'RETURN_CONTACT', 'SAFETY_CHECK'];

/**
 * R-RI-07: what is unsafe, watched or out of use is not dialled, mailed or selected.
 * @throws RuleBroken `contact-not-safe`
 */
export function assertUsable({ safety }: Pick<ContactPointFacts, 'safety'>): void {
  if (!isUsable({ safety })) throw new RuleBroken('contact-not-safe', { safety });
}

const FORBIDDEN = ['UNSAFE', 'COMPROMISED', 'RETIRED'];

interface KnownPoint {
  readonly channel: string;
  readonly safety: string;
}

/** R-CA-08: whether a way of contact is marked safe: one of the numbers or addresses that are known of it is. */
export function isWayMarkedSafe(channel: string, points: readonly KnownPoint[]): boolean {
  return points.some((point) => point.channel === channel && isUsable(point));
}

/** R-RI-07: whether each number or address that is known of a way is unsafe, watched or out of use. */
export function isWayShut(channel: string, points: readonly KnownPoint[]): boolean {
  const known = points.filter((point) => point.channel === channel);
  return known.length > 0 && known.every(({ safety }) => FORBIDDEN.includes(safety));
}

/**
 * R-RI-07: nobody goes out by a way of which every number that is known is unsafe, watched or out of use.
 * @throws RuleBroken `contact-not-safe`
 */
export function assertWayFits(channel: string, points: readonly KnownPoint[]): void {
  if (isWayShut(channel, points)) throw new RuleBroken('contact-not-safe', { channel }, { channel: ['not-safe'] });
}

/** R-RI-07: whoever opens numbers in order to use them is not shown those that nobody may use; for the record they are. */
export const isWithheld = (point: Pick<ContactPointFacts, 'safety'>, reason: string): boolean =>
  FORBIDDEN.includes(point.safety) && REASONS_TO_USE.includes(reason);

/** R-RI-08: what to think of before contact: the plan was not talked over for 90 days, or somebody else may hold the device. */
export function contactWarnings(
  plan: { reviewOn: string } | null,
  point: { deviceTrust: string | null } | null,
  today: string,
): ('NO_PLAN' | 'PLAN_OLD' | 'DEVICE_GROUP_ISSUED' | 'DEVICE_UNKNOWN')[] {
  const device = point?.deviceTrust ?? null;
  return [
    ...(plan === null ? (['NO_PLAN'] as const) : plan.reviewOn < today ? (['PLAN_OLD'] as const) : []),
    ...(device !== null && WARNED_DEVICES.includes(device) ? ([`DEVICE_${device as 'GROUP_ISSUED' | 'UNKNOWN'}`] as const) : []),
  ];
}

/**
 * A number as it is dialled, an address without blanks around it; other channels as typed.
 * @throws RuleBroken `not-a-number`, `not-an-address`
 */
export function contactValue(channel: string, typed: string): string {
  const value = latinDigits(typed).trim();
  if (BY_NUMBER.includes(channel)) {
    const number = value.replace(/[\s().\-‐-―/]/g, '').replace(/^00/, '+');
    if (!/^\+?\d{5,15}$/.test(number)) throw new RuleBroken('not-a-number', undefined, { value: ['not-a-number'] });
    return number;
  }
  if (channel === 'EMAIL' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
    throw new RuleBroken('not-an-address', undefined, { value: ['not-an-address'] });
  return value;
}

/** @throws RuleBroken when a point that may not be used is preferred, or what makes it safe or retired is not said */
export function checkContactPoint({ safety, conditions, preferred, retiredReason }: ContactPointFacts): void {
  if (preferred && !isUsable({ safety })) throw new RuleBroken('preferred-not-safe', undefined, { preferred: ['preferred-not-safe'] });
  if (safety === 'SAFE_CONDITIONS' && !conditions)
    throw new RuleBroken('conditions-missing', undefined, { conditions: ['conditions-missing'] });
  if (safety === 'RETIRED' && !retiredReason)
    throw new RuleBroken('retired-reason-missing', undefined, { retiredReason: ['retired-reason-missing'] });
}

export interface PlanFacts {
  readonly okHours: readonly { readonly from: string; readonly to: string }[];
  /** `YYYY-MM-DD` */
  readonly reviewOn: string;
}

/** A safe-contact plan is talked over again within 90 days (model.md 2.3). @throws RuleBroken */
export function checkSafeContactPlan({ okHours, reviewOn }: PlanFacts, today: string): void {
  if (okHours.some(({ from, to }) => from >= to)) throw new RuleBroken('hours-reversed', undefined, { okHours: ['hours-reversed'] });
  const last = addDays(today, LONGEST_DAYS);
  if (reviewOn < today || reviewOn > last)
    throw new RuleBroken('review-out-of-range', { from: today, to: last }, { reviewOn: ['review-out-of-range'] });
}
