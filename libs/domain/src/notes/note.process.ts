import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** A note is its author's until signed, and then never changes (R-CA-06); in the wrong file it is voided by two people. */
export const noteProcess = defineProcess('DRAFT', {
  DRAFT: { sign: 'FINAL' },
  FINAL: { ask_void: 'VOID_ASKED' },
  VOID_ASKED: { confirm_void: 'VOIDED', refuse_void: 'FINAL' },
  VOIDED: {},
});
export type NoteState = StateOf<typeof noteProcess>;
export type NoteAction = EventOf<typeof noteProcess>;
