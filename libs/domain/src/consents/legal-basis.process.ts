import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** R-CO-08: a disclosure without consent is asked for by one coordinator and agreed by another. */
export const legalBasisProcess = defineProcess('ASKED', {
  ASKED: { approve: 'APPROVED', refuse: 'REFUSED' },
  APPROVED: { confirm: 'APPROVED' },
  REFUSED: {},
});

export type LegalBasisStanding = StateOf<typeof legalBasisProcess>;
export type LegalBasisAction = EventOf<typeof legalBasisProcess>;
