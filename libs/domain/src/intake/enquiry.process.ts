import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** First contact until a coordinator admits it as a case, or it is declined with a word on where else to turn. */
export const enquiryProcess = defineProcess('ENQUIRY', {
  ENQUIRY: { start_intake: 'INTAKE', decline: 'DECLINED' },
  INTAKE: { propose_admission: 'INTAKE', admit: 'ADMITTED', decline: 'DECLINED' },
  ADMITTED: {},
  DECLINED: {},
});
export type EnquiryState = StateOf<typeof enquiryProcess>;
export type EnquiryAction = EventOf<typeof enquiryProcess>;
