import { RuleBroken } from '../process/process';
import type { CodeOf } from '../vocabulary/code-list';
import type { contactChannel } from '../vocabulary/clients';

export interface Attempt {
  /** `YYYY-MM-DD` in the office's time zone. */
  on: string;
  channel: CodeOf<typeof contactChannel>;
}

const ATTEMPTS = 4;
const CHANNELS = 2;
const DAYS = 30;
const DAY = 86_400_000;

/**
 * R-CA-08: nobody is given up before four attempts on two safe channels over thirty days. Give only attempts on channels marked safe.
 * @throws RuleBroken `lost-contact-unproven` with what there is and what it takes.
 */
export function assertLostContact(attempts: readonly Attempt[]): void {
  const channels = new Set(attempts.map((attempt) => attempt.channel)).size;
  const days = daysSpanned(attempts.map((attempt) => Date.parse(attempt.on)));
  if (attempts.length >= ATTEMPTS && channels >= CHANNELS && days >= DAYS) return;
  const facts = { attempts: attempts.length, channels, days, attemptsNeeded: ATTEMPTS, channelsNeeded: CHANNELS, daysNeeded: DAYS };
  throw new RuleBroken('lost-contact-unproven', facts, { closureReason: ['lost-contact-unproven'] });
}

function daysSpanned(times: readonly number[]): number {
  return times.length ? (Math.max(...times) - Math.min(...times)) / DAY : 0;
}
