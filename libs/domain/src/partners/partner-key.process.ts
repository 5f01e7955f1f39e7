import { defineProcess, type EventOf, type StateOf } from '../process/process';

/**
 * A key that a partner's own browser made. Nothing is sealed to it before somebody here has confirmed its digits by telephone;
 * a new one takes the place of the old at once, and is confirmed anew.
 */
export const partnerKeyProcess = defineProcess('REGISTERED', {
  REGISTERED: { confirm: 'CONFIRMED', refuse: 'REFUSED', replace: 'REPLACED' },
  CONFIRMED: { refuse: 'REFUSED', replace: 'REPLACED' },
  REFUSED: {},
  REPLACED: {},
});
export type PartnerKeyState = StateOf<typeof partnerKeyProcess>;
export type PartnerKeyAction = EventOf<typeof partnerKeyProcess>;
