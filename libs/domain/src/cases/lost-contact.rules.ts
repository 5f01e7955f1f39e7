import { RuleBroken } from '../process/process';
import type { CodeOf } from '../vocabulary/code-list';
import type { contactChannel } from '../vocabulary/clients';

export interface Attempt {
  /** `YYYY-MM-DD` in the office's time zone. */
  on: string;
  channel: CodeOf<typeof contactChannel>;
}

/** R-CA-08: nobody is given up before four attempts on two safe channels over thirty days. */
export const PROOF_NEEDED = { attempts: 4, channels: 2, days: 30 } as const;
const DAY = 86_400_000;

export interface Proof {
  attempts: number;
  channels: number;
  /** Between the first and the last. */
  days: number;
}

/** What attempts come to. Give only attempts on channels marked safe. */
export function proofOf(attempts: readonly Attempt[]): Proof {
  const channels = new Set(attempts.map((attempt) => attempt.channel)).size;
  return { attempts: attempts.length, channels, days: daysSpanned(attempts.map((attempt) => Date.parse(attempt.on))) };
}

/**
 * R-CA-08. Give only attempts on channels marked safe.
 * @throws RuleBroken `lost-contact-unproven` with what there is and what it takes.
 */
export function assertLostContact(attempts: readonly Attempt[]): void {
  const proof = proofOf(attempts);
  const { attempts: attemptsNeeded, channels: channelsNeeded, days: daysNeeded } = PROOF_NEEDED;
  if (proof.attempts >= attemptsNeeded && proof.channels >= channelsNeeded && proof.days >= daysNeeded) return;
  const facts = { ...proof, attemptsNeeded, channelsNeeded, daysNeeded };
  throw new RuleBroken('lost-contact-unproven', facts, { closureReason: ['lost-contact-unproven'] });
}

function daysSpanned(times: readonly number[]): number {
  return times.length ? (Math.max(...times) - Math.min(...times)) / DAY : 0;
}
