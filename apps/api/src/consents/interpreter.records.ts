import { Injectable } from '@nestjs/common';
import { currentWork } from '../platform/database/current-work';

const CLOSED = {
  name: 'interpreter.closed-to',
  text: 'select staff_id as "staffId" from access_block where subject_id = $1 and lifted_at is null',
};
const LANGUAGES = {
  name: 'interpreter.languages',
  text: 'select languages, interpreter_needed as "interpreterNeeded" from client where id = $1',
};

/** What a conversation through an interpreter asks: who must not be there (R-CO-09), and which languages are spoken. */
@Injectable()
export class InterpreterRecords {
  /** Staff who are closed off from a client. The caller has the client in reach. */
  async closedTo(clientId: string): Promise<Set<string>> {
    const rows = await currentWork().rows<{ staffId: string }>(CLOSED, [clientId]);
    return new Set(rows.map(({ staffId }) => staffId));
  }

  async languagesOf(clientId: string): Promise<{ languages: string[]; interpreterNeeded: boolean }> {
    const row = await currentWork().row<{ languages: string[]; interpreterNeeded: boolean }>(LANGUAGES, [clientId]);
    return row ?? { languages: [], interpreterNeeded: false };
  }
}
