import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** Two people find each other again only if both want it (model 3.6). PAUSED remembers where it was. */
export const familyLinkProcess = defineProcess('DRAFT', {
  DRAFT: { open: 'OPEN' },
  OPEN: { start_tracing: 'TRACING', pause: 'PAUSED', client_stops: 'CLOSED' },
  TRACING: { step: 'TRACING', located: 'LOCATED', deceased: 'FATE_KNOWN', not_found: 'CLOSED', pause: 'PAUSED' },
  LOCATED: { verify: 'VERIFIED', false_match: 'TRACING', pause: 'PAUSED' },
  FATE_KNOWN: { inform: 'FOLLOW_UP' },
  VERIFIED: { approve_approach: 'APPROACH_APPROVED', stop_unsafe: 'CLOSED', pause: 'PAUSED' },
  APPROACH_APPROVED: { approach: 'AWAITING_RELATIVE', lapse: 'VERIFIED', pause: 'PAUSED' },
  AWAITING_RELATIVE: { relative_consents: 'BOTH_CONSENTED', relative_declines: 'CLOSED', no_reply: 'CLOSED', pause: 'PAUSED' },
  BOTH_CONSENTED: { start_mediation: 'MEDIATED', pause: 'PAUSED' },
  MEDIATED: { exchange: 'MEDIATED', agree_direct: 'DIRECT', plan_reunion: 'REUNION_PLANNED', pause: 'PAUSED' },
  DIRECT: { plan_reunion: 'REUNION_PLANNED', follow_up: 'FOLLOW_UP', pause: 'PAUSED' },
  REUNION_PLANNED: { reunite: 'REUNITED', pause: 'PAUSED' },
  REUNITED: { follow_up: 'FOLLOW_UP' },
  FOLLOW_UP: { close: 'CLOSED' },
  PAUSED: {
    resume_open: 'OPEN',
    resume_tracing: 'TRACING',
    resume_located: 'LOCATED',
    resume_verified: 'VERIFIED',
    resume_consented: 'BOTH_CONSENTED',
    close: 'CLOSED',
  },
  CLOSED: { reopen: 'OPEN' },
});
export type FamilyLinkState = StateOf<typeof familyLinkProcess>;
export type FamilyLinkEvent = EventOf<typeof familyLinkProcess>;
