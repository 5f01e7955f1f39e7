import { Injectable } from '@nestjs/common';
import { SUPERVISION_MISSING_DAYS, UNSIGNED_LEAD_DAYS, UNSIGNED_WARNING_HOURS } from '@panah/domain/counselling/counselling.rules';
import type { OwnWorkTask } from '@panah/domain/vocabulary/tasks';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { keepOwnWorkAsJob, type OwnWork } from '../tasks/own-work.records';

/** Who leads counselling in an office (house.md 3). */
const LEADS = `staff_role r join staff_member m on m.id = r.staff_id and m.state = 'ACTIVE'`;
const IS_LEAD = `r.role = 'COUNSELLOR' and 'LEAD' = any(r.duties) and r.confirmed_at is not null and r.ended_at is null`;
const owes = (ownerId: string, recordId: string, from: string): string =>
  `select o.org_id as "orgId", o.id as "officeId", ${ownerId} as "ownerId", ${recordId} as "recordId", ($1::timestamptz at time zone o.time_zone)::date as "dueOn" from ${from}`;
const unsigned = (age: string): string => `n.state = 'DRAFT' and n.written_at <= $1::timestamptz - interval '${age}'`;

/** $1 is the moment. */
const OWED: Readonly<Record<OwnWorkTask, string>> = {
  NOTE_UNSIGNED: owes(
    'n.author_id',
    'n.id',
    `clinical_note n join office o on o.id = n.office_id where ${unsigned(`${UNSIGNED_WARNING_HOURS} hours`)}`,
  ),
  NOTE_UNSIGNED_LEAD: owes(
    'r.staff_id',
    'n.id',
    `clinical_note n join office o on o.id = n.office_id join (${LEADS}) on r.office_id = n.office_id and ${IS_LEAD} and r.staff_id <> n.author_id
      where ${unsigned(`${UNSIGNED_LEAD_DAYS} days`)}`,
  ),
  // counted from the last time, or from the first episode that somebody carries
  SUPERVISION_MISSING: owes(
    'r.staff_id',
    'c.counsellor_id',
    `(select e.counsellor_id, e.office_id, min(e.allocated_at) as since,
        (select max(s.held_on) from counselling_supervision s where s.counsellor_id = e.counsellor_id) as last_on
       from counselling_episode e where e.state in ('ASSESSMENT','ACTIVE','PAUSED','ENDING') group by e.counsellor_id, e.office_id) c
      join office o on o.id = c.office_id join (${LEADS}) on r.office_id = c.office_id and ${IS_LEAD} and r.staff_id <> c.counsellor_id
     where ($1::timestamptz at time zone o.time_zone)::date - coalesce(c.last_on, (c.since at time zone o.time_zone)::date) >= ${SUPERVISION_MISSING_DAYS}`,
  ),
  COUNSELLING_TALK: owes(
    'e.counsellor_id',
    'e.id',
    `counselling_episode e join office o on o.id = e.office_id where e.state in ('ASSESSMENT','ACTIVE','ENDING')
      and not exists (select from consent c cross join lateral (select v.state, v.expires_at from consent_event v where v.consent_id = c.id order by v.seq desc limit 1) s
        where c.client_id = e.client_id and c.purpose = 'C07_COUNSELLING' and s.state = 'ACTIVE' and (s.expires_at is null or s.expires_at > $1::timestamptz))`,
  ),
};

/**
 * The clock of counselling, as tasks of whoever has to act: notes that wait for a signature (R-CN-04), supervision that did not take place (R-CN-10),
 * and a talk where the consent no longer holds (model 3.13). Each goes by itself when its reason is gone.
 */
@Injectable()
export class CounsellingClockJob implements Job {
  readonly name = 'counselling-clock';
  readonly cron = '* * * * *';

  async run(work: JobWork, { now = new Date().toISOString() }: Record<string, string>): Promise<void> {
    for (const [kind, owed] of Object.entries(OWED))
      await keepOwnWorkAsJob(work, kind as OwnWorkTask, await work.rows<OwnWork>(owed, [now]));
  }
}
