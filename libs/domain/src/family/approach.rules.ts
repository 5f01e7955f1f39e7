import { RuleBroken } from '../process/process';
import type { DuressCheck } from '../vocabulary/family';

const DAY = 86_400_000;
/** R-FL-06 */
export const APPROVAL_DAYS = 60;
/** Model 3.6: nobody counts as silent before they were asked twice, so far apart. */
export const APPROACHES_BEFORE_SILENCE = 2;
export const DAYS_BETWEEN_APPROACHES = 30;

/** The last moment of an approval. @param approvedAt milliseconds since 1970 */
export const lapsesAt = (approvedAt: number): number => approvedAt + APPROVAL_DAYS * DAY;

/** What a coordinator approves an approach on. */
export interface ApproachToApprove {
  approverId: string;
  /** Who works on the link, for whichever side. */
  officerIds: readonly string[];
  locatedBy: string | null;
  /** Of both sides; null before it is written. */
  assessment: { channelSafe: boolean } | null;
}

/**
 * R-FL-06: after a risk note of both sides, by a way that is safe, and by a coordinator who neither works on the link nor found the person.
 * @throws RuleBroken `approach-not-assessed`, `channel-not-safe`, `approved-by-officer`, `approved-by-locator`
 */
export function assertMayApprove({ approverId, officerIds, locatedBy, assessment }: ApproachToApprove): void {
  if (!assessment) throw new RuleBroken('approach-not-assessed');
  if (!assessment.channelSafe) throw new RuleBroken('channel-not-safe');
  if (officerIds.includes(approverId)) throw new RuleBroken('approved-by-officer');
  if (approverId === locatedBy) throw new RuleBroken('approved-by-locator');
}

/**
 * R-FL-06: an approval is good for 60 days.
 * @param approvedAt milliseconds since 1970; null where none stands
 * @throws RuleBroken `approach-not-approved`, `approval-lapsed`
 */
export function assertApproved(approvedAt: number | null, now: number): void {
  if (approvedAt === null) throw new RuleBroken('approach-not-approved');
  if (now > lapsesAt(approvedAt)) throw new RuleBroken('approval-lapsed', { days: APPROVAL_DAYS });
}

/** How somebody was heard. */
export interface Heard {
  spokenDirectly: boolean;
  alone: boolean;
  duress: DuressCheck;
}

/** R-FL-07: only who was spoken to directly, alone, and freely can decide; otherwise they are unable to, and nothing follows. */
export const spokeFreely = ({ spokenDirectly, alone, duress }: Heard): boolean => spokenDirectly && alone && duress === 'PASSED';

/**
 * R-FL-07: what rests on the word of somebody needs that they could speak.
 * @throws RuleBroken `relative-not-heard`
 */
export function assertHeard(heard: Heard | null): void {
  if (!heard || !spokeFreely(heard)) throw new RuleBroken('relative-not-heard');
}

/**
 * Model 3.6: somebody is asked who we are and why before they say anything about themself.
 * @throws RuleBroken `notice-not-given`
 */
export function assertNoticeGiven(noticeGiven: boolean): void {
  if (!noticeGiven) throw new RuleBroken('notice-not-given', undefined, { noticeGiven: ['needed'] });
}

/**
 * Model 3.6: silent is who did not answer two approaches at least 30 days apart.
 * @param days of the approaches, `YYYY-MM-DD`
 * @throws RuleBroken `not-asked-enough` with how many there were and how far apart
 */
export function assertSilent(days: readonly string[]): void {
  const [first, last] = [days.toSorted().at(0), days.toSorted().at(-1)];
  const apart = first && last ? (Date.parse(last) - Date.parse(first)) / DAY : 0;
  if (days.length < APPROACHES_BEFORE_SILENCE || apart < DAYS_BETWEEN_APPROACHES)
    throw new RuleBroken('not-asked-enough', {
      approaches: days.length,
      apart,
      needs: APPROACHES_BEFORE_SILENCE,
      needsApart: DAYS_BETWEEN_APPROACHES,
    });
}
