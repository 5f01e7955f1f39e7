import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** Something told to somebody outside: prepared at most, and told only while what it rests on holds. */
export const disclosureProcess = defineProcess('PREPARED', {
  PREPARED: { tell: 'TOLD', stop: 'STOPPED' },
  TOLD: {},
  STOPPED: {},
});

export type DisclosureStanding = StateOf<typeof disclosureProcess>;
export type DisclosureAction = EventOf<typeof disclosureProcess>;
