import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** A danger stands on the duty person's screen until one says "I have it". */
export const dangerProcess = defineProcess('OPEN', {
  OPEN: { take: 'TAKEN' },
  TAKEN: { hand_back: 'OPEN', settle: 'SETTLED' },
  SETTLED: {},
});
export type DangerState = StateOf<typeof dangerProcess>;
export type DangerAction = EventOf<typeof dangerProcess>;
