import { Injectable } from '@nestjs/common';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { Sealer } from '../platform/sealing/sealer';

interface Due {
  id: string;
  orgId: string;
  officeId: string;
}

const DUE = `select id, org_id as "orgId", office_id as "officeId" from enquiry
  where state = 'DECLINED' and minimised_at is null and declined_at < now() - interval '30 days' order by declined_at limit 500 for update skip locked`;
const MINIMISE = `update enquiry set minimised_at = now(), sealed = null, source = null, language = null, country = null, immediate_danger = null,
  callback_safe = null, received_by = null, intake_by = null, proposed_by = null, declined_by = null,
  danger_taken_by = null, danger_taken_at = null where id = $1`;
const HANGS_ON_IT = ['intake_step', 'team_question', 'enquiry_name_token', 'duplicate_line'];

/** R-RT-01: thirty days after an enquiry was declined, only its reference, its dates and the reason are left; its key is destroyed. */
@Injectable()
export class RetentionJob implements Job {
  readonly name = 'minimise-declined-enquiries';
  readonly cron = '10 2 * * *';

  constructor(private readonly sealer: Sealer) {}

  async run(work: JobWork): Promise<void> {
    for (const due of await work.rows<Due>(DUE)) await this.minimise(work, due);
  }

  private async minimise(work: JobWork, { id, orgId, officeId }: Due): Promise<void> {
    for (const table of HANGS_ON_IT) await work.rows(`delete from ${table} where enquiry_id = $1`, [id]);
    await work.rows(MINIMISE, [id]);
    await work.record({ word: 'enquiry:minimise', orgId, officeId, subjectType: 'enquiry', subjectId: id, reason: 'RETENTION' });
    // Should the transaction be taken back, the next run minimises what can no longer be read.
    await this.sealer.destroyKeys(id);
  }
}
