import { RuleBroken } from '../process/process';
import type { ConsentPurpose, ConsentScope, DisclosureBasis } from '../vocabulary/consents';
import type { LegalBasisStanding } from './legal-basis.process';

const HOUR = 3_600_000;
/** R-CO-08 and walls.md 3.4: what is told without consent may be told for three days. */
export const BASIS_HOURS = 72;
/** A spoken yes is asked for within the hour and written down within the day. */
export const VERBAL_WITHIN_HOURS = 1;
export const WRITTEN_WITHIN_HOURS = 24;

/** Narrower than any consent: what saves a life, or what the law asks for, and never the rest of a file. */
export const NARROW_SCOPE: Readonly<Record<DisclosureBasis, readonly ConsentScope[]>> = {
  VITAL_INTEREST: ['NAME', 'AGE_LANGUAGES', 'SAFETY', 'HEALTH', 'ADDRESS'],
  LEGAL_OBLIGATION: ['NAME', 'BIRTH', 'LEGAL_STATUS'],
};
/** Purposes that can be served without consent at all. */
export const WITHOUT_CONSENT: readonly ConsentPurpose[] = ['C06_HEALTH', 'C18_EMERGENCY', 'C21_AUTHORITY'];

/**
 * A legal basis may be asked for: for a purpose that knows one, for the items that need it, with words for why.
 * @throws RuleBroken `basis-too-wide` with the fields.
 */
export function assertNarrow(asked: { basis: DisclosureBasis; purpose: ConsentPurpose; scope: readonly ConsentScope[] }): void {
  const narrow = NARROW_SCOPE[asked.basis];
  const fields = {
    ...(WITHOUT_CONSENT.includes(asked.purpose) ? {} : { purpose: ['onlyWithConsent'] }),
    ...(asked.scope.length > 0 && asked.scope.every((item) => narrow.includes(item)) ? {} : { scope: ['tooWide'] }),
  };
  if (Object.keys(fields).length) throw new RuleBroken('basis-too-wide', { basis: asked.basis }, fields);
}

/**
 * The second person is another one (model 5.3, duty 8).
 * @throws RuleBroken `same-person`.
 */
export function assertSecondPerson(askedBy: string, second: string): void {
  if (askedBy === second) throw new RuleBroken('same-person', { act: 'DISCLOSE_WITHOUT_CONSENT' });
}

/**
 * A spoken yes is taken down within the hour.
 * @throws RuleBroken `too-late` with the hours allowed.
 */
export function assertVerbalInTime(askedAt: Date, now: Date): void {
  if (now.getTime() - askedAt.getTime() > VERBAL_WITHIN_HOURS * HOUR) throw new RuleBroken('too-late', { hours: VERBAL_WITHIN_HOURS });
}

/** Until when something may be told: 72 hours, and 24 as long as a spoken yes is not written down. */
export function basisEnd(approvedAt: Date, how: 'WRITTEN' | 'VERBAL'): Date {
  return new Date(approvedAt.getTime() + (how === 'WRITTEN' ? BASIS_HOURS : WRITTEN_WITHIN_HOURS) * HOUR);
}

/** Until when it holds once whoever was named says that they agreed: said within the day it holds as if written at once, later it stays over. */
export function confirmedEnd(approvedAt: Date, now: Date): Date {
  return basisEnd(approvedAt, now <= basisEnd(approvedAt, 'VERBAL') ? 'WRITTEN' : 'VERBAL');
}

/**
 * Whether one agreed by word of mouth is for the one to say who was named, and is said once.
 * @throws RuleBroken `not-the-second-person`, or `not-open` when it is answered already.
 */
export function assertNamedAnswers(
  action: 'confirm' | 'object',
  { state, secondId, confirmedAt }: { state: LegalBasisStanding; secondId: string | null; confirmedAt: Date | null },
  by: string,
): void {
  if (secondId !== by) throw new RuleBroken('not-the-second-person');
  if (confirmedAt !== null) throw new RuleBroken('not-open', { state, action, open: [] });
}
