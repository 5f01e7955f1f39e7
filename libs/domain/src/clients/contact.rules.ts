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
