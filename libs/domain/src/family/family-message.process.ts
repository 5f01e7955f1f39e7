import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** Private family news that we carry: looked over, never reworded, and released by the daily job alone (model 3.7). */
export const familyMessageProcess = defineProcess('DRAFT', {
  DRAFT: { submit: 'SUBMITTED' },
  SUBMITTED: { review: 'IN_REVIEW' },
  IN_REVIEW: { return: 'RETURNED', reject: 'REJECTED', translate: 'TRANSLATION', approve: 'APPROVED' },
  RETURNED: { submit: 'SUBMITTED' },
  TRANSLATION: { translated: 'APPROVED' },
  APPROVED: { release: 'RELEASED', hold: 'HELD', recall: 'RECALLED' },
  HELD: { approve_again: 'IN_REVIEW', recall: 'RECALLED' },
  RELEASED: { deliver: 'DELIVERED', undelivered: 'RETURNED_UNDELIVERED', recall: 'RECALLED' },
  DELIVERED: {},
  RETURNED_UNDELIVERED: {},
  REJECTED: {},
  RECALLED: {},
});
export type FamilyMessageState = StateOf<typeof familyMessageProcess>;
export type FamilyMessageEvent = EventOf<typeof familyMessageProcess>;
