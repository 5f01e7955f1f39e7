import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** A referral lends part of a case to a partner, on the client's consent (model 3.5). Recalled it is REVOKED up to INFO_REQUESTED, DISCONTINUED from ACCEPTED on. */
export const referralProcess = defineProcess('DRAFT', {
  DRAFT: { request_consent: 'AWAITING_CONSENT', ready: 'READY', cancel: 'REVOKED' },
  AWAITING_CONSENT: { consent_given: 'READY', consent_refused: 'REVOKED' },
  READY: { send: 'SENT', cancel: 'REVOKED' },
  SENT: { acknowledge: 'RECEIVED', expire: 'EXPIRED', revoke: 'REVOKED' },
  RECEIVED: { ask: 'INFO_REQUESTED', accept: 'ACCEPTED', decline: 'DECLINED', revoke: 'REVOKED', expire: 'EXPIRED' },
  INFO_REQUESTED: { answer: 'RECEIVED', revoke: 'REVOKED', expire: 'EXPIRED' },
  ACCEPTED: { start: 'IN_SERVICE', discontinue: 'DISCONTINUED' },
  IN_SERVICE: { complete: 'COMPLETED', discontinue: 'DISCONTINUED' },
  COMPLETED: {},
  DECLINED: {},
  EXPIRED: {},
  REVOKED: {},
  DISCONTINUED: {},
});
export type ReferralState = StateOf<typeof referralProcess>;
export type ReferralEvent = EventOf<typeof referralProcess>;
