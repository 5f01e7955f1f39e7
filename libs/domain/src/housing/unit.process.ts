import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** What a unit may be used for. That it is reserved or full is read from who stays there. */
export const unitProcess = defineProcess('AVAILABLE', {
  AVAILABLE: { close: 'MAINTENANCE', compromise: 'COMPROMISED', retire: 'RETIRED' },
  MAINTENANCE: { open: 'AVAILABLE', compromise: 'COMPROMISED', retire: 'RETIRED' },
  COMPROMISED: { clear: 'MAINTENANCE', retire: 'RETIRED' },
  RETIRED: {},
});
export type UnitStanding = StateOf<typeof unitProcess>;
export type UnitEvent = EventOf<typeof unitProcess>;
