import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** A file's way past the scanner (model 3.12). Where there is none it stays UNSCANNED, and is shown re-drawn. */
export const documentFileProcess = defineProcess('UPLOADING', {
  UPLOADING: { keep_unscanned: 'UNSCANNED', quarantine: 'QUARANTINED', pass: 'CLEAN' },
  UNSCANNED: { pass: 'CLEAN', block: 'INFECTED' },
  QUARANTINED: { pass: 'CLEAN', block: 'INFECTED' },
  CLEAN: {},
  INFECTED: {},
});
export type DocumentFileState = StateOf<typeof documentFileProcess>;
export type DocumentFileEvent = EventOf<typeof documentFileProcess>;
