import { RuleBroken } from '../process/process';
import type { ConsentPurpose, ConsentState } from '../vocabulary/consents';
import { allowedBy } from './ladder';

/** What a client said about one relative, as far as a step asks. */
export interface SaidOfRelative {
  purpose: ConsentPurpose;
  state: ConsentState;
  scope: readonly string[];
  givenAt: Date | null;
}

/**
 * Model 3.6 `open`, and `reopen` for who had ended it: to be looked for rests on a yes to looking (C08) and on one that says what may be told (C09), both
 * given about this relative; after an end, on new ones.
 * @throws RuleBroken `wish-needs-consent` with the purposes that are missing
 */
export function assertMayBegin(said: readonly SaidOfRelative[], endedAt: Date | null): void {
  const stands = (purpose: ConsentPurpose): boolean =>
    said.some(
      (each) => each.purpose === purpose && each.state === 'ACTIVE' && (!endedAt || (each.givenAt !== null && each.givenAt > endedAt)),
    );
  const missing = (['C08_TRACING', 'C09_DISCLOSE_REL'] as const).filter((purpose) => !stands(purpose));
  if (missing.length) throw new RuleBroken('wish-needs-consent', { missing: [...missing] });
}

/**
 * R-FL-12 and the warning before the first message: only what was heard and said back is written down.
 * @throws RuleBroken `warning-not-confirmed`
 */
export function assertWarned(confirmed: boolean): void {
  if (!confirmed) throw new RuleBroken('warning-not-confirmed', {}, { confirmed: ['missing'] });
}

/** What the client lets the other have now. */
export const allowedNow = (said: readonly SaidOfRelative[]): ReturnType<typeof allowedBy> =>
  allowedBy(said.find(({ purpose, state }) => purpose === 'C09_DISCLOSE_REL' && state === 'ACTIVE')?.scope ?? []);
