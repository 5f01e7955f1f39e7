import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** It is proposed that somebody who asks is the one whom a client of ours misses: two people confirm, one is enough to refuse (R-ID-08). */
export const familyMatchProcess = defineProcess('PROPOSED', {
  PROPOSED: { confirm: 'CONFIRMED_ONCE', refuse: 'REFUSED' },
  CONFIRMED_ONCE: { confirm: 'CONFIRMED', refuse: 'REFUSED' },
  CONFIRMED: {},
  REFUSED: {},
});
export type FamilyMatchState = StateOf<typeof familyMatchProcess>;
export type FamilyMatchEvent = EventOf<typeof familyMatchProcess>;
