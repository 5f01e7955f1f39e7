import { DAYS_BETWEEN_APPROACHES, lapsesAt } from './approach.rules';
import { type FollowedFrom, followUpDays } from './contact.rules';
import type { FamilyLinkState } from './family-link.process';

const DAY = 86_400_000;

export type DueKind =
  'CALL_OFF' | 'CHECK_IN' | 'RISK_REVIEW' | 'APPROVAL_LAPSES' | 'APPROACH_AGAIN' | 'FOLLOW_UP' | 'ROUTE' | 'COOLING_OVER' | 'ERASURE';

/** What the dates of a link say; moments in milliseconds since 1970, days `YYYY-MM-DD`. */
export interface LinkDates {
  state: FamilyLinkState;
  approvedAt: number | null;
  approachedAt: number | null;
  coolingUntil: number | null;
  /** The earliest for which somebody is still to be asked how it was. */
  checkInDue: number | null;
  /** The next call or meeting that both agreed on and nobody called off. */
  agreedAt: number | null;
  /** Since when a contact that did harm waits for a new look at the risks; null where none does. */
  harmfulAt: number | null;
  followed: { from: FollowedFrom; since: string; done: number } | null;
  routeDueOn: string | null;
  eraseAfter: string | null;
}

export interface Due {
  what: DueKind;
  /** ISO 8601 with Z. */
  at: string;
}

/** Where nothing may happen between the two. */
const STOPPED: readonly FamilyLinkState[] = ['PAUSED', 'CLOSED'];

/** Everything that is due on a link, the next first. It stands on the officers' board and nowhere else (R-FL-02). */
export function duesOf(dates: LinkDates, now: number): Due[] {
  const { state, approvedAt, approachedAt, coolingUntil, checkInDue, agreedAt, harmfulAt, followed, routeDueOn, eraseAfter } = dates;
  const next = state === 'FOLLOW_UP' && followed ? followUpDays(followed.from, followed.since)[followed.done] : undefined;
  const found: [DueKind, number | null][] = [
    ['RISK_REVIEW', harmfulAt],
    ['CALL_OFF', STOPPED.includes(state) ? agreedAt : null],
    ['CHECK_IN', checkInDue],
    ['APPROVAL_LAPSES', state === 'APPROACH_APPROVED' && approvedAt !== null ? lapsesAt(approvedAt) : null],
    ['APPROACH_AGAIN', state === 'AWAITING_RELATIVE' && approachedAt !== null ? approachedAt + DAYS_BETWEEN_APPROACHES * DAY : null],
    ['FOLLOW_UP', next ? Date.parse(next) : null],
    ['ROUTE', routeDueOn ? Date.parse(routeDueOn) : null],
    ['COOLING_OVER', coolingUntil !== null && coolingUntil > now ? coolingUntil : null],
    ['ERASURE', eraseAfter ? Date.parse(eraseAfter) : null],
  ];
  return found
    .flatMap(([what, at]) => (at === null ? [] : [{ what, at: new Date(at).toISOString() }]))
    .sort((one, other) => one.at.localeCompare(other.at));
}
