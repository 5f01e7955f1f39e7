import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** An association we work with, from first talks to the end of the agreement. */
export const partnerProcess = defineProcess('PROSPECT', {
  PROSPECT: { activate: 'ACTIVE', end: 'ENDED' },
  ACTIVE: { suspend: 'SUSPENDED', end: 'ENDED' },
  SUSPENDED: { reinstate: 'ACTIVE', end: 'ENDED' },
  ENDED: {},
});
export type PartnerStatus = StateOf<typeof partnerProcess>;
export type PartnerAction = EventOf<typeof partnerProcess>;
