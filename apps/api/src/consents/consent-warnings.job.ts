import { Injectable } from '@nestjs/common';
import { warningAt } from '@panah/domain/consents/consent.rules';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { raiseAsJob } from '../tasks/task.records';

interface Ending {
  id: string;
  orgId: string;
  officeId: string;
  caseId: string;
  endsAt: Date;
  endsOn: string;
}

/** C01 has no end of its own while the case is open: it is confirmed anew each year. */
const ENDING = `select c.id, c.org_id as "orgId", c.office_id as "officeId", f.id as "caseId", s.ends_at as "endsAt",
    (s.ends_at at time zone o.time_zone)::date::text as "endsOn"
  from consent c join office o on o.id = c.office_id
  cross join lateral (select state, coalesce(expires_at, given_at + interval '12 months') as ends_at from consent_event where consent_id = c.id order by seq desc limit 1) s
  cross join lateral (select id from case_file where client_id = c.client_id and state <> 'CLOSED' order by id desc limit 1) f
 where c.client_id is not null and s.state = 'ACTIVE' and s.ends_at > now() and s.ends_at <= now() + interval '30 days' order by c.id`;

/** R-CO-06: thirty days and seven days before a consent ends, its worker is asked to speak about it. Each of the two once. */
@Injectable()
export class ConsentWarningsJob implements Job {
  readonly name = 'warn-of-consents';
  readonly cron = '5 * * * *';

  async run(work: JobWork): Promise<void> {
    const now = new Date();
    for (const ending of await work.rows<Ending>(ENDING)) await this.warn(work, ending, warningAt(ending.endsAt, now));
  }

  private async warn(work: JobWork, { id, orgId, officeId, caseId, endsOn }: Ending, days: number | null): Promise<void> {
    if (days === null) return;
    const raised = await raiseAsJob(work, { kind: 'CONSENT_EXPIRES', caseId, dueOn: endsOn, recordId: id, dedupeKey: `${id}:${days}` });
    if (raised) await work.record({ word: 'consent:warn', orgId, officeId, subjectType: 'consent', subjectId: id, reason: `DAYS_${days}` });
  }
}
