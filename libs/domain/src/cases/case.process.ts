import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** One period of planned work with one client (model 3.1). Its transfer takes it along: it is offered, comes back or goes over as the referral does. Merging comes later. */
export const caseProcess = defineProcess('ASSESSMENT', {
  ASSESSMENT: { complete_assessment: 'PLANNING', request_closure: 'CLOSURE_REQUESTED' },
  PLANNING: { submit_plan: 'PLANNING', approve_plan: 'ACTIVE', return_plan: 'PLANNING', request_closure: 'CLOSURE_REQUESTED' },
  ACTIVE: { revise_plan: 'PLANNING', hold: 'ON_HOLD', request_closure: 'CLOSURE_REQUESTED', offer_transfer: 'TRANSFER_PENDING' },
  ON_HOLD: { resume: 'ACTIVE', request_closure: 'CLOSURE_REQUESTED' },
  TRANSFER_PENDING: { transfer_accepted: 'CLOSED', transfer_declined: 'ACTIVE', transfer_revoked: 'ACTIVE' },
  CLOSURE_REQUESTED: { approve_closure: 'CLOSED', reject_closure: 'ACTIVE', reject_closure_early: 'ASSESSMENT' },
  CLOSED: { reopen: 'ASSESSMENT' },
});
export type CaseState = StateOf<typeof caseProcess>;
export type CaseEvent = EventOf<typeof caseProcess>;
/** What happens to a case because something happens to its transfer; nobody takes these on the case itself. */
export type TransferEvent = Extract<CaseEvent, 'offer_transfer' | 'transfer_accepted' | 'transfer_declined' | 'transfer_revoked'>;
export type CaseAction = Exclude<CaseEvent, TransferEvent>;

const OF_TRANSFER: readonly CaseEvent[] = [
  'offer_transfer',
  'transfer_accepted',
  'transfer_declined',
  'transfer_revoked',
] satisfies TransferEvent[];
export const isCaseAction = (event: CaseEvent): event is CaseAction => !OF_TRANSFER.includes(event);
