import { Injectable } from '@nestjs/common';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { Sealer } from '../platform/sealing/sealer';

interface Due {
  id: string;
  orgId: string;
  officeId: string;
}

/** What may not be kept goes when it can no longer freeze another; what may, after a year. */
const DUE = `select e.id, e.org_id as "orgId", e.office_id as "officeId" from family_enquiry e left join family_freeze f on f.id = e.freeze_id
  where e.entered_at < now() - interval '1 year' or (not e.keeps_data and e.entered_at < now() - interval '30 days')
    or (e.state = 'REFUSED' and f.decided_at < now() - interval '30 days') order by e.entered_at limit 500`;
const EMPTY = `select f.id, f.org_id as "orgId", f.office_id as "officeId" from family_freeze f
  where not exists (select from family_enquiry e where e.freeze_id = f.id) limit 500`;
const HANGS_ON_IT = ['family_enquiry_mark', 'family_match'];

/** R-FL-17: whoever asked without leave to keep it, or a year ago, is forgotten, and the key destroyed. */
@Injectable()
export class ForgetEnquiriesJob implements Job {
  readonly name = 'forget-family-enquiries';
  readonly cron = '50 2 * * *';

  constructor(private readonly sealer: Sealer) {}

  async run(work: JobWork): Promise<void> {
    for (const due of await work.rows<Due>(DUE)) {
      for (const table of HANGS_ON_IT) await work.rows(`delete from ${table} where enquiry_id = $1`, [due.id]);
      await this.forget(work, due, 'family-enquiry', 'delete from family_enquiry where id = $1 returning id');
    }
    for (const due of await work.rows<Due>(EMPTY))
      await this.forget(work, due, 'family-freeze', 'delete from family_freeze where id = $1 returning id');
  }

  /** Once, also where two servers are at it. */
  private async forget(work: JobWork, { id, orgId, officeId }: Due, subjectType: string, deletion: string): Promise<void> {
    if ((await work.rows(deletion, [id])).length === 0) return;
    await work.record({ word: `${subjectType}:forget`, orgId, officeId, subjectType, subjectId: id, reason: 'RETENTION' });
    // Should the transaction be taken back, the next run deletes what can no longer be read.
    await this.sealer.destroyKeys(id);
  }
}
