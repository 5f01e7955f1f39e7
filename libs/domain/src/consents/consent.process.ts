import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** A consent: explained, given or not, and never taken for granted afterwards. Rows are only added (R-CO-02); a mistake is withdrawn and recorded anew. */
export const consentProcess = defineProcess('OFFERED', {
  OFFERED: { give: 'ACTIVE', refuse: 'REFUSED', lapse: 'EXPIRED' },
  ACTIVE: { withdraw: 'WITHDRAWN', expire: 'EXPIRED', supersede: 'SUPERSEDED', suspend: 'SUSPENDED' },
  SUSPENDED: { confirm: 'ACTIVE', withdraw: 'WITHDRAWN' },
  REFUSED: {},
  WITHDRAWN: {},
  EXPIRED: {},
  SUPERSEDED: {},
});

export type ConsentStanding = StateOf<typeof consentProcess>;
export type ConsentAction = EventOf<typeof consentProcess>;
