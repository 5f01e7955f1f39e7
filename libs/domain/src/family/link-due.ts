import { warningAt } from '../consents/consent.rules';
import { DAYS_BETWEEN_APPROACHES, lapsesAt } from './approach.rules';
import { type FollowedFrom, followUpDays } from './contact.rules';
import type { FamilyLinkState } from './family-link.process';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** R-RI-04: within how long risks are looked at again. */
const RISK_REVIEW_HOURS = 24;

export type DueKind =
  | 'CALL_OFF'
  | 'CHECK_IN'
  | 'RISK_REVIEW'
  | 'APPROVAL_LAPSES'
  | 'APPROACH_AGAIN'
  | 'FOLLOW_UP'
  | 'ROUTE'
  | 'COOLING_OVER'
  | 'CONSENT_ENDS'
  | 'CONSENT_ENDS_SOON'
  | 'ERASURE';

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
  /** Since when harm, pressure, or doubt who somebody is waits for a new look at the risks; null where nothing does. */
  riskAskedAt: number | null;
  followed: { from: FollowedFrom; since: string; done: number } | null;
  routeDueOn: string | null;
  /** When the first yes of the relative ends, for whoever serves them; null for everybody else. */
  consentEndsAt: number | null;
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
  const {
    state,
    approvedAt,
    approachedAt,
    coolingUntil,
    checkInDue,
    agreedAt,
    riskAskedAt,
    followed,
    routeDueOn,
    consentEndsAt,
    eraseAfter,
  } = dates;
  const next = state === 'FOLLOW_UP' && followed ? followUpDays(followed.from, followed.since)[followed.done] : undefined;
  // R-CO-06, R-CO-10: thirty days and seven days before it ends
  const warned = state === 'CLOSED' || consentEndsAt === null ? null : warningAt(new Date(consentEndsAt), new Date(now));
  const found: [DueKind, number | null][] = [
    ['RISK_REVIEW', riskAskedAt === null ? null : riskAskedAt + RISK_REVIEW_HOURS * HOUR],
    ['CALL_OFF', STOPPED.includes(state) ? agreedAt : null],
    ['CHECK_IN', checkInDue],
    ['APPROVAL_LAPSES', state === 'APPROACH_APPROVED' && approvedAt !== null ? lapsesAt(approvedAt) : null],
    ['APPROACH_AGAIN', state === 'AWAITING_RELATIVE' && approachedAt !== null ? approachedAt + DAYS_BETWEEN_APPROACHES * DAY : null],
    ['FOLLOW_UP', next ? Date.parse(next) : null],
    ['ROUTE', routeDueOn ? Date.parse(routeDueOn) : null],
    [warned === 7 ? 'CONSENT_ENDS_SOON' : 'CONSENT_ENDS', warned === null ? null : consentEndsAt],
    ['COOLING_OVER', coolingUntil !== null && coolingUntil > now ? coolingUntil : null],
    ['ERASURE', eraseAfter ? Date.parse(eraseAfter) : null],
  ];
  return found
    .flatMap(([what, at]) => (at === null ? [] : [{ what, at: new Date(at).toISOString() }]))
    .sort((one, other) => one.at.localeCompare(other.at));
}
