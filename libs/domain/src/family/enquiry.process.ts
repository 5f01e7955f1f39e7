import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** Somebody asks for a person; whoever writes it down sees none of this. What shares a telephone, an address or a wording waits for a coordinator. */
export const familyEnquiryProcess = defineProcess('RECEIVED', {
  RECEIVED: { freeze: 'FROZEN', match: 'MATCHED' },
  FROZEN: { release: 'RELEASED', refuse: 'REFUSED' },
  RELEASED: { match: 'MATCHED' },
  REFUSED: {},
  MATCHED: {},
});
export type FamilyEnquiryState = StateOf<typeof familyEnquiryProcess>;
export type FamilyEnquiryEvent = EventOf<typeof familyEnquiryProcess>;

/** Enquiries that froze each other: one decision for all of them. */
export const familyFreezeProcess = defineProcess('OPEN', {
  OPEN: { release: 'RELEASED', refuse: 'REFUSED' },
  RELEASED: {},
  REFUSED: {},
});
export type FamilyFreezeState = StateOf<typeof familyFreezeProcess>;
export type FamilyFreezeEvent = EventOf<typeof familyFreezeProcess>;
