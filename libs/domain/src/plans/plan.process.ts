import { defineProcess, type EventOf } from '../process/process';

/** One version of a case plan. Sent back, it is a draft again; a later version in force puts it out of force. */
export const planProcess = defineProcess('DRAFT', {
  DRAFT: { submit: 'SUBMITTED' },
  SUBMITTED: { approve: 'APPROVED', send_back: 'DRAFT' },
  APPROVED: { supersede: 'SUPERSEDED' },
  SUPERSEDED: {},
});
export type PlanEvent = EventOf<typeof planProcess>;
