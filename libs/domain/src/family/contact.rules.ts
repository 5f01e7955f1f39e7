import { addMonths } from '../dates/calendar-days';
import { RuleBroken } from '../process/process';
import type { RiskLevel } from '../vocabulary/cases';
import type { ContactEffect, ContactStep } from '../vocabulary/family';
import type { FamilyLinkState } from './family-link.process';
import { assertBothYes, assertLadder, assertYes, type Ground } from './grounds';
import { allowedBy, type LadderStep, mayBeTold, reaches, type SinglePermission } from './ladder';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Between agreeing to direct contact and the first of it. */
export const COOLING_HOURS = 72;
/** R-FL-18 */
export const CHECK_IN_HOURS = 72;

/** Moments in milliseconds since 1970. */
export const coolingUntil = (agreedAt: number): number => agreedAt + COOLING_HOURS * HOUR;
export const checkInDue = (at: number): number => at + CHECK_IN_HOURS * HOUR;

/** What goes before contact without us between the lines. */
export interface DirectFacts {
  grounds: readonly Ground[];
  clientLevel: RiskLevel | null;
  relativeLevel: RiskLevel | null;
  /** Messages delivered, to each side. */
  toClient: number;
  toRelative: number;
}

/**
 * Model 3.6, walls 3.5: both agreed to it, neither is at high risk, and a message reached each of them. Nobody may skip that.
 * @throws RuleBroken `family-consent-missing`, `risk-too-high` with the side, `no-message-each-way`
 */
export function assertDirect({ grounds, clientLevel, relativeLevel, toClient, toRelative }: DirectFacts): void {
  assertBothYes(grounds, 'C11_DIRECT');
  if (isHigh(clientLevel)) throw new RuleBroken('risk-too-high', { side: 'CLIENT' });
  if (isHigh(relativeLevel)) throw new RuleBroken('risk-too-high', { side: 'RELATIVE' });
  if (toClient < 1 || toRelative < 1) throw new RuleBroken('no-message-each-way', { toClient, toRelative });
}

const isHigh = (level: RiskLevel | null): boolean => level === 'HIGH' || level === 'IMMINENT';

/** What both must have allowed for a step between them. */
const NEEDS: Partial<Record<ContactStep, LadderStep | SinglePermission>> = {
  SUPPORTED_CALL: 'CALL',
  SUPPORTED_VIDEO: 'CALL',
  SUPPORTED_MEETING: 'MEETING',
  REUNION: 'MEETING',
  DIRECT_CONTACT: 'CONTACT_DETAILS',
};
/** Whether a step brings the two together. */
export const isBetween = (step: ContactStep): boolean => NEEDS[step] !== undefined;
/** Steps that an officer notes; messages, the first approach and the reunion have steps of their own. */
const NOTED: readonly ContactStep[] = [
  'SUPPORTED_CALL',
  'SUPPORTED_VIDEO',
  'PREP_SESSION',
  'SUPPORTED_MEETING',
  'DIRECT_CONTACT',
  'FOLLOW_UP',
];
const BETWEEN: readonly FamilyLinkState[] = ['DIRECT', 'REUNION_PLANNED', 'REUNITED', 'FOLLOW_UP'];
const ALONE: readonly FamilyLinkState[] = ['BOTH_CONSENTED', 'MEDIATED', ...BETWEEN];

/** A step between two people that an officer is about to note. */
export interface ContactFacts {
  state: FamilyLinkState;
  step: ContactStep;
  /** Milliseconds since 1970: when it is or was. */
  at: number;
  now: number;
  coolingUntil: number | null;
  grounds: readonly Ground[];
}

/**
 * A call or meeting is noted when both allow it, in a state that has it, and 72 hours after they agreed; what is held with one side alone needs none of that.
 * @throws RuleBroken `contact-step-not-here`, `cooling-off`, `family-consent-missing`, `family-ladder-too-low`, `contact-not-allowed`
 */
export function assertContact({ state, step, at, now, coolingUntil: until, grounds }: ContactFacts): void {
  const needs = NEEDS[step];
  if (!NOTED.includes(step) || !(needs ? BETWEEN : ALONE).includes(state))
    throw new RuleBroken('contact-step-not-here', { state, step }, { step: ['not-here'] });
  if (!needs) return;
  assertCooled(until, at, now);
  assertMayMeet(grounds, needs);
}

/**
 * Walls 3.5: between agreeing and the first call or meeting both have 72 hours to think; neither is one noted for later before they are over.
 * @throws RuleBroken `cooling-off`
 */
export function assertCooled(until: number | null, at: number, now: number): void {
  if (until === null || now < until || at < until) throw new RuleBroken('cooling-off', { hours: COOLING_HOURS }, { at: ['cooling-off'] });
}

/**
 * Both said yes to this very way of being in contact (C11), and let the other come so far (C09). A call does not stand for the number (R-FL-04).
 * @throws RuleBroken `family-consent-missing`, `contact-not-allowed`, `family-ladder-too-low`
 */
export function assertMayMeet(grounds: readonly Ground[], needs: LadderStep | SinglePermission): void {
  for (const side of ['CLIENT', 'RELATIVE'] as const) {
    const direct = allowedBy(assertYes(grounds, side, 'C11_DIRECT').scope);
    if (!mayBeTold(direct, needs)) throw new RuleBroken('contact-not-allowed', { side, what: needs });
    const told = allowedBy(assertYes(grounds, side, 'C09_DISCLOSE_REL').scope);
    if (needs === 'CONTACT_DETAILS' ? !mayBeTold(told, needs) : !reaches(told.ladder, needs as LadderStep))
      throw new RuleBroken('family-ladder-too-low', { side, step: needs });
  }
}

/**
 * Messages begin when both agreed to them, somebody mediates, the client was prepared, and heard that no answer can mean anything.
 * @param preparedOn day, `YYYY-MM-DD`
 * @throws RuleBroken `family-consent-missing`, `not-prepared`, `client-not-warned`
 */
export function assertMediation(facts: { grounds: readonly Ground[]; preparedOn: string; today: string; warned: boolean }): void {
  assertBothYes(facts.grounds, 'C10_MESSAGES');
  assertLadder(facts.grounds, 'ONE_MESSAGE');
  if (facts.preparedOn > facts.today) throw new RuleBroken('not-prepared', undefined, { preparedOn: ['in-future'] });
  if (!facts.warned) throw new RuleBroken('client-not-warned');
}

/**
 * R-FL-18: how it was for somebody, once it was, and once for each side.
 * @throws RuleBroken `contact-called-off`, `contact-not-yet`, `already-asked`
 */
export function assertCheckIn(contact: { at: number; calledOff: boolean; effect: ContactEffect | null }, now: number): void {
  if (contact.calledOff) throw new RuleBroken('contact-called-off');
  if (now < contact.at) throw new RuleBroken('contact-not-yet');
  if (contact.effect) throw new RuleBroken('already-asked');
}

/**
 * Only what is still to come is called off.
 * @throws RuleBroken `contact-called-off`, `contact-over`
 */
export function assertMayCallOff(contact: { at: number; calledOff: boolean }, now: number): void {
  if (contact.calledOff) throw new RuleBroken('contact-called-off');
  if (contact.at <= now) throw new RuleBroken('contact-over');
}

/** After what somebody is followed up. */
export type FollowedFrom = 'REUNITED' | 'DIRECT' | 'FATE_KNOWN';

/**
 * Days on which we ask again: after a reunion 2 weeks, 3 and 6 months; after direct contact 1 and 3 months; after news of a death 2 weeks.
 * @param since day, `YYYY-MM-DD`
 */
export function followUpDays(from: FollowedFrom, since: string): string[] {
  const months = (count: number): string => addMonths(since, count, 'GREGORIAN');
  const weeks = (count: number): string => new Date(Date.parse(since) + count * 7 * DAY).toISOString().slice(0, 10);
  if (from === 'REUNITED') return [weeks(2), months(3), months(6)];
  return from === 'DIRECT' ? [months(1), months(3)] : [weeks(2)];
}
