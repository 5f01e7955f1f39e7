import { RuleBroken } from '../process/process';
import { type RelatedPersonContext, type VerificationLevel, verificationLevel } from '../vocabulary/family';
import { isDangerous } from './tracing.rules';

/** Who looked, how sure they were, and where the person was thought to be then. */
export interface VerificationCard {
  level: VerificationLevel;
  context: RelatedPersonContext;
  byId: string;
}

const NEEDED: VerificationLevel = 'V2';
const rank = (level: VerificationLevel): number => verificationLevel.codes.indexOf(level);

/** R-FL-05: where somebody may come to harm, a second person looks too, and not only the one who found them. */
export const needsSecondVerifier = isDangerous;

/**
 * R-FL-05: how sure it is that this is the person, from the cards that were written for where they are now: what was checked under other circumstances
 * counts no more. Where a second verifier is needed, both must have come as far, and one of the two is not the one who found the person.
 * @param locatedBy id of the one who found them
 */
export function levelFrom(cards: readonly VerificationCard[], context: RelatedPersonContext, locatedBy: string | null): VerificationLevel {
  const best = new Map<string, VerificationLevel>();
  for (const { byId, level } of cards.filter((card) => card.context === context)) {
    const known = best.get(byId);
    if (known === undefined || rank(level) > rank(known)) best.set(byId, level);
  }
  if (!needsSecondVerifier(context)) return highest([...best.values()]);
  const others = highest([...best].flatMap(([byId, level]) => (byId === locatedBy ? [] : [level])));
  const [, second = 'V0'] = [...best.values()].sort((one, other) => rank(other) - rank(one));
  return lower(others, second);
}

const highest = (levels: readonly VerificationLevel[]): VerificationLevel =>
  levels.reduce((one, other) => (rank(other) > rank(one) ? other : one), 'V0');
const lower = (one: VerificationLevel, other: VerificationLevel): VerificationLevel => (rank(one) < rank(other) ? one : other);

/** Whether somebody is known well enough to be approached. */
export const isVerified = (level: VerificationLevel): boolean => rank(level) >= rank(NEEDED);

/**
 * R-FL-05: nobody is approached below V2.
 * @throws RuleBroken `verification-too-low` with the level reached, the one needed, and whether a second person must look
 */
export function assertVerified(level: VerificationLevel, context: RelatedPersonContext): void {
  if (!isVerified(level))
    throw new RuleBroken('verification-too-low', { level, needs: NEEDED, secondVerifier: needsSecondVerifier(context) });
}
