import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** An assessment is its author's until it is final, and then never changes; some levels wait for a second person (R-RI-01, R-RI-06). */
export const riskAssessmentProcess = defineProcess('DRAFT', {
  DRAFT: { finalise: 'FINAL', propose: 'WAITING', discard: 'DISCARDED' },
  WAITING: { confirm: 'FINAL', return: 'DRAFT' },
  FINAL: {},
  DISCARDED: {},
});
export type RiskAssessmentState = StateOf<typeof riskAssessmentProcess>;
export type RiskAssessmentAction = EventOf<typeof riskAssessmentProcess>;
