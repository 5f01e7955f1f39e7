import type { RiskLevel } from '../vocabulary/cases';
import { isHighOrWorse } from './risk-floor';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Rhythm {
  /** First action within, in hours. */
  readonly firstActionHours: number;
  /** Contact with the client at least every so many days. */
  readonly contactDays: number;
  readonly reviewHours: number;
}

/** Model 2.6, the table of levels. */
const RHYTHMS: Readonly<Record<RiskLevel, Rhythm>> = {
  IMMINENT: { firstActionHours: 1, contactDays: 1, reviewHours: 24 },
  HIGH: { firstActionHours: 24, contactDays: 7, reviewHours: 7 * 24 },
  MEDIUM: { firstActionHours: 72, contactDays: 14, reviewHours: 30 * 24 },
  LOW: { firstActionHours: 7 * 24, contactDays: 30, reviewHours: 90 * 24 },
};
const PLAN_HOURS = 24;
/** R-RI-04: a review that something forces. */
const FORCED_REVIEW_HOURS = 24;

const later = (instant: string, hours: number): string => new Date(Date.parse(instant) + hours * HOUR).toISOString();

/** R-RI-02: when risk is looked at again (ISO instant): 24 hours, 7, 30 or 90 days after the assessment. */
export const reviewAt = (level: RiskLevel, assessedAt: string): string => later(assessedAt, RHYTHMS[level].reviewHours);

/** R-RI-03: by when a safety plan stands, agreed or declined; null below HIGH. */
export const safetyPlanDueAt = (level: RiskLevel, assessedAt: string): string | null =>
  isHighOrWorse(level) ? later(assessedAt, PLAN_HOURS) : null;

/** R-RI-04: when a review that something forces is due. */
export const forcedReviewAt = (since: string): string => later(since, FORCED_REVIEW_HOURS);

export const contactEvery = (level: RiskLevel): number => RHYTHMS[level].contactDays;

/** When the next contact is due (ISO instant), counted from the last one, or from `since` when there was none. */
export function contactDueAt(level: RiskLevel, lastContactAt: string | null, since: string): string {
  return later(lastContactAt ?? since, contactEvery(level) * 24);
}

/** R-RI-11: who has to act when contacts were missed. */
export type MissedContact = 'WORKER' | 'COORDINATOR' | 'MISSING_PROTOCOL' | null;

/** R-RI-11: how many contacts were missed by `now`: one for each whole cadence without contact. */
export function missedContacts(level: RiskLevel, lastContactAt: string | null, since: string, now: string): number {
  const without = Date.parse(now) - Date.parse(lastContactAt ?? since);
  return Math.max(0, Math.floor(without / (contactEvery(level) * DAY)));
}

/** R-RI-11: one missed goes to the worker, two to the coordinator; at HIGH or worse two mean that the person is missing. */
export function missedContactGoesTo(level: RiskLevel, missed: number): MissedContact {
  if (missed < 1) return null;
  if (missed < 2) return 'WORKER';
  return isHighOrWorse(level) ? 'MISSING_PROTOCOL' : 'COORDINATOR';
}
