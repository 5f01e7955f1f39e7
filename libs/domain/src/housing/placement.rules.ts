import { addDays } from '../dates/calendar-days';
import { RuleBroken } from '../process/process';
import type { RiskLevel } from '../vocabulary/cases';
import type { Destination, PlacementKind, UrgencyBand } from '../vocabulary/housing';

const HOUR = 3_600_000;
/** Model 3.3: a bed is held so long for somebody, softly. */
export const HOLD_HOURS = 48;
const OFFER_HOURS = 72;
const EMERGENCY_OFFER_HOURS = 4;
/** R-HO-08: days before a planned end. */
export const PLAN_NEXT_DAYS = 30;
export const TELL_COORDINATOR_DAYS = 14;
/** R-HO-06 */
export const DECLINES_BEFORE_TALK = 2;
/** Days after a move-in or a move-out on which somebody looks how it goes. */
export const VISIT_AFTER_DAYS = 7;
export const FOLLOW_UP_DAYS = [30, 180] as const;

type Fields = Record<string, string[]>;

function refuse(code: string, fields: Fields): void {
  const open = Object.fromEntries(Object.entries(fields).filter(([, rules]) => rules.length));
  if (Object.keys(open).length) throw new RuleBroken(code, {}, open);
}

/** Until when a bed is held after a match (ISO instants). */
export const holdUntil = (now: string): string => new Date(Date.parse(now) + HOLD_HOURS * HOUR).toISOString();

/** Until when an offer stands: 72 hours, 4 in an emergency (ISO instants). */
export const offerUntil = (kind: PlacementKind, now: string): string =>
  new Date(Date.parse(now) + (kind === 'EMERGENCY' ? EMERGENCY_OFFER_HOURS : OFFER_HOURS) * HOUR).toISOString();

/**
 * Days of a request: it ends after it begins, and lies within two years. All `YYYY-MM-DD`.
 * @throws RuleBroken `placement-days` with the fields
 */
export function assertRequestDays({ neededFrom, neededUntil }: { neededFrom: string; neededUntil: string | null }, today: string): void {
  refuse('placement-days', {
    neededFrom: neededFrom > addDays(today, 730) ? ['too-far'] : neededFrom < addDays(today, -366) ? ['too-long-ago'] : [],
    neededUntil: neededUntil !== null && neededUntil <= neededFrom ? ['before-start'] : [],
  });
}

/** What is said when a place is found for somebody. */
export interface Found {
  from: string;
  until: string | null;
  /** Somebody looked whether the place is safe for this person. */
  locationChecked: boolean;
}

/** @throws RuleBroken `placement-days`, or `location-not-checked` */
export function assertFound({ from, until, locationChecked }: Found): void {
  refuse('placement-days', { until: until !== null && until <= from ? ['before-start'] : [] });
  if (!locationChecked) throw new RuleBroken('location-not-checked', {}, { locationChecked: ['missing'] });
}

/**
 * Guard of `accept`: the person said yes, and the rules of the house were explained in a language of theirs, while the offer stands.
 * @throws RuleBroken `offer-over`, `agreement-missing`
 */
export function assertAccepted(
  said: { agreed: boolean; rulesLanguage: string },
  spoken: readonly string[],
  expiresAt: string | null,
  now: string,
): void {
  assertOfferStands(expiresAt, now);
  refuse('agreement-missing', {
    agreed: said.agreed ? [] : ['missing'],
    rulesLanguage: spoken.includes(said.rulesLanguage) ? [] : ['not-spoken'],
  });
}

/** @throws RuleBroken `offer-over` */
export function assertOfferStands(expiresAt: string | null, now: string): void {
  if (expiresAt === null || expiresAt <= now) throw new RuleBroken('offer-over', {});
}

/** @throws RuleBroken `hold-over`: the bed was held 48 hours and may be another's by now */
export function assertHeld(heldUntil: string | null, now: string): void {
  if (heldUntil === null || heldUntil <= now) throw new RuleBroken('hold-over', {});
}

/**
 * R-HO-07: somebody who moves in has done so by today, into a unit that there is on that day.
 * @throws RuleBroken `placement-days` with the field
 */
export function assertMoveIn(movedInOn: string, opensOn: string, today: string): void {
  refuse('placement-days', {
    movedInOn: movedInOn > today ? ['in-future'] : movedInOn < opensOn ? ['before-unit'] : [],
  });
}

/** Inventory and keys (guard of `move_in`). @throws RuleBroken `handover-missing` */
export function assertHandedOver({ inventoryDone, keysGiven }: { inventoryDone: boolean; keysGiven: boolean }): void {
  refuse('handover-missing', { inventoryDone: inventoryDone ? [] : ['missing'], keysGiven: keysGiven ? [] : ['missing'] });
}

/** Guard of `direct_emergency`. @throws RuleBroken `no-emergency` */
export function assertEmergency(level: RiskLevel | null, sleepsNowhere: boolean): void {
  if (level !== 'HIGH' && level !== 'IMMINENT' && !sleepsNowhere) throw new RuleBroken('no-emergency', { level });
}

/**
 * Guard of `give_notice`: an end that is not before the stay, and a plan for what comes next when it is near.
 * @throws RuleBroken `placement-days`, `next-housing-missing`
 */
export function assertNotice(plannedEndOn: string, movedInOn: string, hasNextPlan: boolean, today: string): void {
  refuse('placement-days', {
    plannedEndOn: plannedEndOn < movedInOn ? ['before-start'] : plannedEndOn < today ? ['in-past'] : [],
  });
  if (!hasNextPlan && plannedEndOn <= addDays(today, PLAN_NEXT_DAYS))
    throw new RuleBroken('next-housing-missing', { days: PLAN_NEXT_DAYS }, { nextPlan: ['missing'] });
}

/** R-HO-07. @throws RuleBroken `placement-days` with the field */
export function assertMoveOut(movedOutOn: string, movedInOn: string, today: string): void {
  refuse('placement-days', {
    movedOutOn: movedOutOn < movedInOn ? ['before-start'] : movedOutOn > today ? ['in-future'] : [],
  });
}

/** R-RI-04: ends after which risk is looked at again within 24 hours. */
export const forcesRiskReview = (to: Destination): boolean => to === 'STREET' || to === 'UNKNOWN' || to === 'GROUP_SITE';

/** R-HO-05: how urgent a request is. */
export function bandOf(level: RiskLevel | null, sleepsNowhere: boolean): UrgencyBand {
  if (level === 'IMMINENT' || sleepsNowhere) return 'NOW';
  return level === 'HIGH' ? 'HIGH' : 'OTHERS';
}

/** R-HO-06: after each second decline the coordinator talks with the person. */
export const wantsTalk = (declines: number): boolean => declines > 0 && declines % DECLINES_BEFORE_TALK === 0;
