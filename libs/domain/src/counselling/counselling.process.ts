import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** A course of counselling, from the request to its end (model 3.4). It is voluntary throughout (R-CN-08). */
export const counsellingProcess = defineProcess('REFERRED', {
  REFERRED: { triage: 'TRIAGED' },
  TRIAGED: { waitlist: 'WAITLIST', allocate: 'ASSESSMENT', decline: 'DECLINED' },
  WAITLIST: { allocate: 'ASSESSMENT', decline: 'DECLINED' },
  ASSESSMENT: { begin: 'ACTIVE', refer_on: 'ENDED' },
  ACTIVE: { pause: 'PAUSED', plan_ending: 'ENDING', end_unplanned: 'ENDED' },
  PAUSED: { resume: 'ACTIVE', end_unplanned: 'ENDED' },
  ENDING: { continue: 'ACTIVE', end: 'ENDED' },
  ENDED: {},
  DECLINED: {},
});
export type CounsellingState = StateOf<typeof counsellingProcess>;
export type CounsellingAction = EventOf<typeof counsellingProcess>;
