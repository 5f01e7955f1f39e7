import { RuleBroken } from '../process/process';
import type { Specialty, SpecialistUrgency } from '../vocabulary/specialists';

/** Model 2.14: within how many hours each urgency is answered. */
const HOURS: Record<SpecialistUrgency, number> = { EMERGENCY: 24, URGENT: 72, ROUTINE: 14 * 24 };
const HOUR = 3_600_000;

/** When a request that is made at an instant (ISO 8601) is answered at the latest (ISO 8601). */
export function answerDue(urgency: SpecialistUrgency, askedAt: string): string {
  return new Date(Date.parse(askedAt) + HOURS[urgency] * HOUR).toISOString();
}

/** What somebody who would take up a request is on that case already; null for nothing. */
export type PlaceThere = 'PRIMARY_WORKER' | 'MEMBER' | null;

/**
 * Whoever takes up a request comes from outside the team; and a counsellor is never the primary worker (R-CN-09).
 * @throws RuleBroken `counsellor-is-primary-worker`, `on-team-already`
 */
export function assertMayTakeUp(specialty: Specialty, place: PlaceThere): void {
  if (place === 'PRIMARY_WORKER') assertNotCounsellor(specialty);
  if (place !== null) throw new RuleBroken('on-team-already');
}

/**
 * R-CN-09: counsellor and primary worker are different persons for the same client.
 * @throws RuleBroken `counsellor-is-primary-worker`
 */
export function assertNotCounsellor(role: string): void {
  if (role === 'COUNSELLOR') throw new RuleBroken('counsellor-is-primary-worker', {}, { staffId: ['primaryWorker'] });
}
