import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** One procedure for protection or status in one country (model 3.2). */
export const claimProcess = defineProcess('PREPARING', {
  PREPARING: { make: 'MADE', lodge: 'LODGED', abandon: 'WITHDRAWN' },
  MADE: { register: 'REGISTERED', withdraw: 'WITHDRAWN' },
  REGISTERED: { lodge: 'LODGED', withdraw: 'WITHDRAWN' },
  LODGED: {
    start_responsibility: 'RESPONSIBILITY',
    start_admissibility: 'ADMISSIBILITY',
    start_examination: 'EXAMINATION',
    withdraw: 'WITHDRAWN',
    suspend: 'SUSPENDED',
  },
  RESPONSIBILITY: { responsible_here: 'EXAMINATION', transfer_decision: 'DECIDED_NEGATIVE', withdraw: 'WITHDRAWN' },
  ADMISSIBILITY: { admissible: 'EXAMINATION', inadmissible: 'DECIDED_NEGATIVE', withdraw: 'WITHDRAWN' },
  EXAMINATION: {
    set_interview: 'INTERVIEW_SET',
    decide_positive: 'DECIDED_POSITIVE',
    decide_negative: 'DECIDED_NEGATIVE',
    withdraw: 'WITHDRAWN',
    suspend: 'SUSPENDED',
  },
  INTERVIEW_SET: { reschedule: 'INTERVIEW_SET', held: 'INTERVIEWED', withdraw: 'WITHDRAWN' },
  INTERVIEWED: {
    set_interview: 'INTERVIEW_SET',
    decide_positive: 'DECIDED_POSITIVE',
    decide_negative: 'DECIDED_NEGATIVE',
    withdraw: 'WITHDRAWN',
  },
  DECIDED_POSITIVE: { final: 'FINAL_POSITIVE', appeal_upgrade: 'APPEAL_LODGED' },
  DECIDED_NEGATIVE: { lodge_appeal: 'APPEAL_LODGED', lapse: 'FINAL_NEGATIVE', transfer_executed: 'TRANSFERRED_STATE' },
  APPEAL_LODGED: {
    hearing_held: 'APPEAL_HEARD',
    ruling_positive: 'FINAL_POSITIVE',
    remitted: 'EXAMINATION',
    ruling_negative: 'FINAL_NEGATIVE',
    further_appeal: 'FURTHER_APPEAL',
    withdraw_appeal: 'FINAL_NEGATIVE',
  },
  APPEAL_HEARD: {
    ruling_positive: 'FINAL_POSITIVE',
    remitted: 'EXAMINATION',
    ruling_negative: 'FINAL_NEGATIVE',
    further_appeal: 'FURTHER_APPEAL',
  },
  FURTHER_APPEAL: { remitted: 'EXAMINATION', ruling_positive: 'FINAL_POSITIVE', ruling_negative: 'FINAL_NEGATIVE' },
  SUSPENDED: { resume: 'EXAMINATION' },
  FINAL_POSITIVE: {},
  FINAL_NEGATIVE: {},
  WITHDRAWN: {},
  TRANSFERRED_STATE: {},
});
export type ClaimState = StateOf<typeof claimProcess>;
export type ClaimAction = EventOf<typeof claimProcess>;

/** Where a procedure is over: a new application is a claim of its own. */
export const ENDED: readonly ClaimState[] = ['FINAL_POSITIVE', 'FINAL_NEGATIVE', 'WITHDRAWN', 'TRANSFERRED_STATE'];
