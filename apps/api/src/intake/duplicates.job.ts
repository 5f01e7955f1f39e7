import { Injectable } from '@nestjs/common';
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
/** The whole name alike, or two of its words: tokens are compared, no name is read. */
const MET = `select n.client_id as "clientId", n.office_id as "officeId" from enquiry_name_token t join name_token n on n.token = t.token and n.org_id = t.org_id
  where t.enquiry_id = $1 and t.kind in ('FORM', 'WHOLE') group by n.client_id, n.office_id
  having bool_or(t.kind = 'WHOLE') or count(distinct t.token) filter (where t.kind = 'FORM') >= 2 order by n.client_id limit 20`;
const WRITE = `insert into duplicate_line (id, org_id, office_id, client_id, enquiry_id, enquiry_ref) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`;
const CHECKED = 'update enquiry set duplicates_checked_at = now() where id = $1';

/** R-ID-07: the coordinator of a case that an enquiry may concern gets a line; whoever took the enquiry learns nothing, then or later. */
@Injectable()
export class DuplicatesJob implements Job {
  readonly name = 'compare-enquiries';
  readonly cron = '*/10 * * * *';

  async run(work: JobWork): Promise<void> {
    for (const enquiry of await work.rows<Unchecked>(UNCHECKED)) await this.compare(work, enquiry);
  }

  private async compare(work: JobWork, { id, orgId, officeId, caseRef }: Unchecked): Promise<void> {
    const met = await work.rows<Met>(MET, [id]);
    for (const client of met) await work.rows(WRITE, [newId(), orgId, client.officeId, client.clientId, id, caseRef]);
    await work.rows(CHECKED, [id]);
    await work.record({ word: 'enquiry:compare', orgId, officeId, subjectType: 'enquiry', subjectId: id, reason: 'DUPLICATE_CHECK' });
  }
}
