import { defineProcess, type EventOf } from '../process/process';

/** What is to be done. Done or cancelled it stays as it is; what comes next is another task. */
export const taskProcess = defineProcess('OPEN', {
  OPEN: { start: 'IN_PROGRESS', block: 'BLOCKED', finish: 'DONE', cancel: 'CANCELLED' },
  IN_PROGRESS: { block: 'BLOCKED', finish: 'DONE', cancel: 'CANCELLED' },
  BLOCKED: { start: 'IN_PROGRESS', finish: 'DONE', cancel: 'CANCELLED' },
  DONE: {},
  CANCELLED: {},
});
export type TaskEvent = EventOf<typeof taskProcess>;
