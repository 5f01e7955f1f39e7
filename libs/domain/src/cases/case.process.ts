import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** One period of planned work with one client. Transfer comes with referrals, merging later. */
export const caseProcess = defineProcess('ASSESSMENT', {
  ASSESSMENT: { complete_assessment: 'PLANNING', request_closure: 'CLOSURE_REQUESTED' },
  PLANNING: { submit_plan: 'PLANNING', approve_plan: 'ACTIVE', return_plan: 'PLANNING', request_closure: 'CLOSURE_REQUESTED' },
  ACTIVE: { revise_plan: 'PLANNING', hold: 'ON_HOLD', request_closure: 'CLOSURE_REQUESTED' },
  ON_HOLD: { resume: 'ACTIVE', request_closure: 'CLOSURE_REQUESTED' },
  CLOSURE_REQUESTED: { approve_closure: 'CLOSED', reject_closure: 'ACTIVE', reject_closure_early: 'ASSESSMENT' },
  CLOSED: { reopen: 'ASSESSMENT' },
});
export type CaseState = StateOf<typeof caseProcess>;
export type CaseAction = EventOf<typeof caseProcess>;
