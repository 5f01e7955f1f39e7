import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** An account. ACTIVATED has set a password and second factor and opens nothing until a second person confirms it. */
export const staffProcess = defineProcess('INVITED', {
  INVITED: { activate: 'ACTIVATED', end: 'ENDED' },
  ACTIVATED: { confirm: 'ACTIVE', reset: 'INVITED', end: 'ENDED' },
  ACTIVE: { reset: 'INVITED', suspend: 'SUSPENDED', end: 'ENDED' },
  SUSPENDED: { reinstate: 'ACTIVE', end: 'ENDED' },
  ENDED: {},
});
export type StaffState = StateOf<typeof staffProcess>;
export type StaffAction = EventOf<typeof staffProcess>;
