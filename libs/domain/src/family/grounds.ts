import { RuleBroken } from '../process/process';
import type { ConsentPurpose } from '../vocabulary/consents';
import type { LinkSide } from '../vocabulary/family';
import type { FamilyLinkState } from './family-link.process';
import { type Allowed, allowedBy, type LadderStep, lowerOf, mayBeTold, NOTHING_ALLOWED, reaches, type SinglePermission } from './ladder';

/** The newest word of one side about one thing, as it stands. */
export interface Ground {
  side: LinkSide;
  id: string;
  purpose: string;
  scope: readonly string[];
  state: string;
}

/** The yes of one side to a purpose that stands now; null where there is none. */
export const yesOf = (grounds: readonly Ground[], side: LinkSide, purpose: ConsentPurpose): Ground | null =>
  grounds.find((ground) => ground.side === side && ground.purpose === purpose && ground.state === 'ACTIVE') ?? null;

/** What one side lets the other have. */
export function allowedOf(grounds: readonly Ground[], side: LinkSide): Allowed {
  const yes = yesOf(grounds, side, 'C09_DISCLOSE_REL');
  return yes ? allowedBy(yes.scope) : NOTHING_ALLOWED;
}

/** R-FL-04: what may happen between the two now. */
export const ladderBetween = (grounds: readonly Ground[]): LadderStep =>
  lowerOf(allowedOf(grounds, 'CLIENT').ladder, allowedOf(grounds, 'RELATIVE').ladder);

/** Of the one who is not meant. */
export const otherSide = (side: LinkSide): LinkSide => (side === 'CLIENT' ? 'RELATIVE' : 'CLIENT');

/**
 * Nothing happens without the yes on which it rests (R-FL-01, R-FL-11).
 * @throws RuleBroken `family-consent-missing` with side and purpose
 */
export function assertYes(grounds: readonly Ground[], side: LinkSide, purpose: ConsentPurpose): Ground {
  const yes = yesOf(grounds, side, purpose);
  if (!yes) throw new RuleBroken('family-consent-missing', { side, purpose });
  return yes;
}

/**
 * Both sides said yes to one purpose.
 * @throws RuleBroken `family-consent-missing`
 */
export function assertBothYes(grounds: readonly Ground[], purpose: ConsentPurpose): void {
  assertYes(grounds, 'CLIENT', purpose);
  assertYes(grounds, 'RELATIVE', purpose);
}

/**
 * R-FL-04: as far as the one who wants less.
 * @throws RuleBroken `family-ladder-too-low` with the step that both would have to allow
 */
export function assertLadder(grounds: readonly Ground[], step: LadderStep): void {
  if (!reaches(ladderBetween(grounds), step)) throw new RuleBroken('family-ladder-too-low', { step });
}

/**
 * R-FL-04: what one side is told of the other was allowed by that other.
 * @param told the side that is told
 * @returns the yes of the other on which it rests
 * @throws RuleBroken `telling-not-allowed` with what was to be told
 */
export function groundToTell(grounds: readonly Ground[], told: LinkSide, what: LadderStep | SinglePermission): Ground {
  const about = otherSide(told);
  const yes = yesOf(grounds, about, 'C09_DISCLOSE_REL');
  if (!yes || !mayBeTold(allowedBy(yes.scope), what))
    throw new RuleBroken('telling-not-allowed', { about, what }, { what: ['not-allowed'] });
  return yes;
}

/**
 * Model 3.6: the relative agrees: to being kept (C22), to at least being known to be alive (C09); and the client's yes to looking and telling still stands.
 * @throws RuleBroken `family-consent-missing`, `telling-not-allowed`
 */
export function assertBothConsented(grounds: readonly Ground[]): void {
  assertYes(grounds, 'RELATIVE', 'C22_RELATIVE_DATA');
  groundToTell(grounds, 'CLIENT', 'ALIVE_ONLY');
  assertYes(grounds, 'CLIENT', 'C08_TRACING');
  assertYes(grounds, 'CLIENT', 'C09_DISCLOSE_REL');
}

/** Once the relative was spoken to; and after they declined, as far as they allowed it. */
const TELLS: readonly FamilyLinkState[] = [
  'AWAITING_RELATIVE',
  'BOTH_CONSENTED',
  'MEDIATED',
  'DIRECT',
  'REUNION_PLANNED',
  'REUNITED',
  'FOLLOW_UP',
  'CLOSED',
];

/**
 * Nobody is told anything while a link waits, and the client nothing before they heard that no answer can mean anything (R-FL-12).
 * @throws RuleBroken `telling-not-now`, `client-not-warned`
 */
export function assertMayTell(state: FamilyLinkState, to: LinkSide, warned: boolean): void {
  if (!TELLS.includes(state)) throw new RuleBroken('telling-not-now', { state });
  if (to === 'CLIENT' && !warned) throw new RuleBroken('client-not-warned');
}
