import { Injectable } from '@nestjs/common';
import { alikeWords } from '@panah/domain/clients/alike-names';
import { NameIndex } from '../clients/name-index.records';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { newId } from '../platform/new-id';

interface Unchecked {
  id: string;
  orgId: string;
  officeId: string;
  caseRef: string;
}

interface Met {
  clientId: string;
  officeId: string;
}

const UNCHECKED = `select id, org_id as "orgId", office_id as "officeId", case_ref as "caseRef" from enquiry
  where state = 'INTAKE' and duplicates_checked_at is null order by id limit 200 for update skip locked`;
const TOKENS = 'select token from enquiry_name_token where enquiry_id = $1';
/** Two of its words, in whichever spelling: which words are alike is known in memory, and of no client is a name read. */
const MET = `select n.client_id as "clientId", n.office_id as "officeId" from unnest($1::bytea[], $2::int[]) as t(token, word) join name_token n on n.token = t.token and n.org_id = $3
  group by n.client_id, n.office_id having count(distinct t.word) >= 2 order by n.client_id limit 20`;
const WRITE = `insert into duplicate_line (id, org_id, office_id, client_id, enquiry_id, enquiry_ref) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`;
const CHECKED = 'update enquiry set duplicates_checked_at = now() where id = $1';

/** R-ID-07: the coordinator of a case that an enquiry may concern gets a line; whoever took the enquiry learns nothing, then or later. */
@Injectable()
export class DuplicatesJob implements Job {
  readonly name = 'compare-enquiries';
  readonly cron = '*/10 * * * *';

  constructor(private readonly index: NameIndex) {}

  async run(work: JobWork): Promise<void> {
    for (const enquiry of await work.rows<Unchecked>(UNCHECKED)) await this.compare(work, enquiry);
  }

  private async compare(work: JobWork, { id, orgId, officeId, caseRef }: Unchecked): Promise<void> {
    await this.index.refresh(orgId, (statement, values) => work.rows(statement.text, values));
    const books = await this.index.books(orgId, (statement, values) => work.rows(statement.text, values));
    const own = books.wordsOn((await work.rows<{ token: Buffer }>(TOKENS, [id])).map(({ token }) => token.toString('hex')));
    const alike = alikeWords([...own.values()], books).flatMap(({ entry, word }) =>
      [...entry.kept.values()].flat().map((token) => ({ token, word })),
    );
    const met = await work.rows<Met>(MET, [alike.map(({ token }) => Buffer.from(token, 'hex')), alike.map(({ word }) => word), orgId]);
    for (const client of met) await work.rows(WRITE, [newId(), orgId, client.officeId, client.clientId, id, caseRef]);
    await work.rows(CHECKED, [id]);
    await work.record({ word: 'enquiry:compare', orgId, officeId, subjectType: 'enquiry', subjectId: id, reason: 'DUPLICATE_CHECK' });
  }
}
