import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** Something that threatened safety or privacy, from the first word to its end (model 3.11). The source stays alleged throughout. */
export const incidentProcess = defineProcess('REPORTED', {
  REPORTED: { assess: 'ASSESSED' },
  ASSESSED: { act: 'ACTION', close: 'CLOSED' },
  ACTION: { monitor: 'MONITORING' },
  MONITORING: { close: 'CLOSED' },
  CLOSED: { reopen: 'ACTION' },
});
export type IncidentState = StateOf<typeof incidentProcess>;
export type IncidentAction = EventOf<typeof incidentProcess>;
