import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** A case team asks a specialty of its office for help (house.md 3). */
export const specialistRequestProcess = defineProcess('REQUESTED', {
  REQUESTED: { take_up: 'TAKEN_UP', decline: 'DECLINED', withdraw: 'WITHDRAWN' },
  TAKEN_UP: {},
  DECLINED: {},
  WITHDRAWN: {},
});
export type SpecialistRequestState = StateOf<typeof specialistRequestProcess>;
export type SpecialistRequestAction = EventOf<typeof specialistRequestProcess>;
