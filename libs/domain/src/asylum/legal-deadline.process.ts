import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** A date by which an act must be done (model 3.12). Extended, it is followed by another that is open. */
export const legalDeadlineProcess = defineProcess('OPEN', {
  OPEN: { meet: 'MET', extend: 'EXTENDED', miss: 'MISSED', not_use: 'NOT_USED' },
  MET: {},
  EXTENDED: {},
  MISSED: {},
  NOT_USED: {},
});
export type LegalDeadlineState = StateOf<typeof legalDeadlineProcess>;
export type LegalDeadlineAction = EventOf<typeof legalDeadlineProcess>;
