import { move, defineProcess, RuleBroken } from '../process/process';
import type { AppointmentState } from '../vocabulary/appointments';

/** An appointment takes place, or not. */
export const appointmentProcess = defineProcess('PLANNED', {
  PLANNED: { hold: 'HELD', miss: 'NOT_HELD', cancel: 'CANCELLED' },
  HELD: {},
  NOT_HELD: {},
  CANCELLED: {},
});

const STEPS = { HELD: 'hold', NOT_HELD: 'miss', CANCELLED: 'cancel' } as const;
const TWO_YEARS = 2 * 366 * 86_400_000;

/** It is agreed for a time to come, within two years; both are instants (ISO 8601). @throws RuleBroken `appointment-time` */
export function assertAppointment(startsAt: string, now: string): void {
  if (Date.parse(startsAt) < Date.parse(now)) throw new RuleBroken('appointment-time', {}, { on: ['in-past'] });
  if (Date.parse(startsAt) > Date.parse(now) + TWO_YEARS) throw new RuleBroken('appointment-time', {}, { on: ['too-far'] });
}

/** What became of it; held or missed is said once it began. @throws RuleBroken `not-open`, `appointment-ahead` */
export function assertResult(state: AppointmentState, to: AppointmentState, startsAt: string, now: string): void {
  if (to === 'PLANNED') throw new RuleBroken('not-open', { state, action: 'plan', open: [] });
  move(appointmentProcess, state, STEPS[to]);
  if (to !== 'CANCELLED' && Date.parse(startsAt) > Date.parse(now)) throw new RuleBroken('appointment-ahead', {}, { state: ['not-yet'] });
}
