import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';

const NEWEST = {
  name: 'consent.case-of-client',
  text: 'select id from case_file where client_id = $1 order by period_no desc, opened_on desc, id desc limit 1',
};

const OPEN = { name: 'consent.open-case-of-client', text: `select id from case_file where client_id = $1 and state <> 'CLOSED' limit 1` };

/** The case through which the reader reaches a client: the newest one. */
@Injectable()
export class CaseOfClient {
  constructor(private readonly cases: CaseRecords) {}

  async reachable(clientId: string, word: Word): Promise<ReachedCase> {
    const newest = await currentWork().row<{ id: string }>(NEWEST, [clientId]);
    if (!newest) throw notFound();
    return this.cases.reachable(newest.id, word);
  }

  /** The case on which somebody works now; null when it is closed, or an admission has not opened it yet. */
  async open(clientId: string): Promise<string | null> {
    return (await currentWork().row<{ id: string }>(OPEN, [clientId]))?.id ?? null;
  }
}
