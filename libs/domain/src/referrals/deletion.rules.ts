import { addDays } from '../dates/calendar-days';
import { RuleBroken } from '../process/process';
import type { ReferralState } from './referral.process';

/** What was lent, as far as its end is known. */
export interface GivenBack {
  state: ReferralState;
  /** When a package was opened for the first time; null when none ever was. */
  acknowledgedAt: Date | null;
  endedAt: Date | null;
  takenOverAt: Date | null;
  deletionConfirmedAt: Date | null;
}

/**
 * Whether somebody can still say what was deleted: it was read, it is over, and nobody has said so yet (walls.md 3.3). What was handed over is the
 * partner’s own (R-RE-07).
 */
export const isDeletionOpen = ({ acknowledgedAt, endedAt, takenOverAt, deletionConfirmedAt }: GivenBack): boolean =>
  acknowledgedAt !== null && endedAt !== null && takenOverAt === null && deletionConfirmedAt === null;

/** What a word of that day is about: what was over by then, or by a day later where the clocks differ. Days as `YYYY-MM-DD`. */
export const isOverBy = (on: string, endedOn: string): boolean => on >= addDays(endedOn, -1);

/** A word has been heard by now. @throws RuleBroken `deletion-day` */
export function assertHeardBy(on: string, today: string): void {
  if (on > today) throw new RuleBroken('deletion-day', {}, { on: ['in-future'] });
}

/**
 * One of ours has heard from the partner what it deleted: its people cannot say it themselves while the work with it rests (R-RE-10).
 * @throws RuleBroken `not-open`, `deletion-day`
 */
export function assertDeletionHeard(given: GivenBack, { on, endedOn, today }: { on: string; endedOn: string; today: string }): void {
  if (!isDeletionOpen(given)) throw new RuleBroken('not-open', { state: given.state, action: 'hear-deletion', open: [] });
  assertHeardBy(on, today);
  if (!isOverBy(on, endedOn)) throw new RuleBroken('deletion-day', {}, { on: ['before-end'] });
}
