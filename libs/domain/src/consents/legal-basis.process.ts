import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** R-CO-08: a disclosure without consent is asked for by one coordinator and agreed by another. Whoever was named as having agreed says so, or that it is not so. */
export const legalBasisProcess = defineProcess('ASKED', {
  ASKED: { approve: 'APPROVED', refuse: 'REFUSED' },
  APPROVED: { confirm: 'APPROVED', object: 'OBJECTED' },
  REFUSED: {},
  OBJECTED: {},
});

export type LegalBasisStanding = StateOf<typeof legalBasisProcess>;
export type LegalBasisAction = EventOf<typeof legalBasisProcess>;
