import { Injectable } from '@nestjs/common';
import { SUPERVISION_MISSING_DAYS, UNSIGNED_LEAD_DAYS, UNSIGNED_WARNING_HOURS } from '@panah/domain/counselling/counselling.rules';
import type { LateWork, OwnWorkTask, WorkAhead } from '@panah/domain/vocabulary/tasks';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { keepOwnWorkAsJob } from '../tasks/own-work.records';
import { type Clock, counsellingClocks, NOT_OVER, unconsented } from './counselling-clocks';

/** Days before which it stands on somebody's day. */
const SHOWN_DAYS = 7;

/** Who leads counselling in an office (house.md 3). */
const LEADS = `(select r.staff_id, r.office_id from staff_role r join staff_member m on m.id = r.staff_id and m.state = 'ACTIVE'
  where r.role = 'COUNSELLOR' and 'LEAD' = any(r.duties) and r.confirmed_at is not null and r.ended_at is null) lead`;
const NOW = '$1::timestamptz';
const TODAY = `(${NOW} at time zone o.time_zone)::date`;
const owes = (ownerId: string, recordId: string, from: string, dueOn = TODAY): string =>
  `select o.org_id as "orgId", o.id as "officeId", ${ownerId} as "ownerId", ${recordId} as "recordId", ${dueOn} as "dueOn" from ${from}`;
const unsigned = (age: string): string => `n.state = 'DRAFT' and n.written_at <= ${NOW} - interval '${age}'`;

/** Due on the day on which it is first owed. $1 is the moment. */
const OWED: Readonly<Record<LateWork, string>> = {
  NOTE_UNSIGNED: owes(
    'n.author_id',
    'n.id',
    `clinical_note n join office o on o.id = n.office_id where ${unsigned(`${UNSIGNED_WARNING_HOURS} hours`)}`,
  ),
  NOTE_UNSIGNED_LEAD: owes(
    'lead.staff_id',
    'n.id',
    `clinical_note n join office o on o.id = n.office_id join ${LEADS} on lead.office_id = n.office_id and lead.staff_id <> n.author_id
      where ${unsigned(`${UNSIGNED_LEAD_DAYS} days`)}`,
  ),
  // counted from the last time, or from the first episode that somebody carries
  SUPERVISION_MISSING: owes(
    'lead.staff_id',
    'c.counsellor_id',
    `(select e.counsellor_id, e.office_id, min(e.allocated_at) as since,
        (select max(s.held_on) from counselling_supervision s where s.counsellor_id = e.counsellor_id) as last_on
       from counselling_episode e where e.state in ('ASSESSMENT','ACTIVE','PAUSED','ENDING') group by e.counsellor_id, e.office_id) c
      join office o on o.id = c.office_id join ${LEADS} on lead.office_id = c.office_id and lead.staff_id <> c.counsellor_id
     where ${TODAY} - coalesce(c.last_on, (c.since at time zone o.time_zone)::date) >= ${SUPERVISION_MISSING_DAYS}`,
  ),
  COUNSELLING_TALK: owes(
    'e.counsellor_id',
    'e.id',
    `counselling_episode e join office o on o.id = e.office_id where e.state in ('ASSESSMENT','ACTIVE','ENDING') and ${unconsented(NOW)}`,
  ),
};

const CLOCKS = counsellingClocks(NOW);
const EPISODES = 'counselling_episode e join office o on o.id = e.office_id';
/** A day ahead of its own, which may move; on somebody's day from a week before. */
const ahead = (ownerId: string, { due, runs }: Clock, from = EPISODES, recordId = 'e.id'): string => {
  const dueOn = `((${due}) at time zone o.time_zone)::date`;
  return owes(ownerId, recordId, `${from} where ${runs} and ${ownerId} is not null and ${dueOn} <= ${TODAY} + ${SHOWN_DAYS}`, dueOn);
};
const byLead = (clock: Clock): string => ahead('lead.staff_id', clock, `${EPISODES} join ${LEADS} on lead.office_id = e.office_id`);

/** Of its counsellor, or of whoever leads while it has none. $1 is the moment. */
const AHEAD: Readonly<Record<WorkAhead, string>> = {
  COUNSELLING_TRIAGE: byLead(CLOCKS.TRIAGE),
  COUNSELLING_URGENT: ahead('coalesce(e.counsellor_id, e.triaged_by)', CLOCKS.URGENT_CONTACT),
  COUNSELLING_CHECK_IN: byLead(CLOCKS.CHECK_IN),
  COUNSELLING_FIRST_SESSION: ahead('e.counsellor_id', CLOCKS.FIRST_SESSION),
  COUNSELLING_SESSION: ahead(
    's.counsellor_id',
    { due: 's.at', runs: `s.status = 'SCHEDULED' and ${NOT_OVER}` },
    `counselling_session s join counselling_episode e on e.id = s.episode_id join office o on o.id = e.office_id`,
    's.id',
  ),
  COUNSELLING_REVIEW: `select "orgId", "officeId", "ownerId", "recordId", min("dueOn") as "dueOn"
    from (${ahead('e.counsellor_id', CLOCKS.REVIEW)} union ${ahead('e.counsellor_id', CLOCKS.REVIEW_BY_SESSIONS)}) either group by 1, 2, 3, 4`,
  COUNSELLING_ENDING: ahead('e.counsellor_id', CLOCKS.ENDING_SUMMARY),
};

/**
 * The clock of counselling, as tasks of whoever has to act: notes that wait for a signature (R-CN-04), supervision that did not take place (R-CN-10),
 * a talk where the consent no longer holds (model 3.13), and all that has a day (model 3.4). Each goes by itself when its reason is gone.
 */
@Injectable()
export class CounsellingClockJob implements Job {
  readonly name = 'counselling-clock';
  readonly cron = '* * * * *';

  async run(work: JobWork, { now = new Date().toISOString() }: Record<string, string>): Promise<void> {
    for (const [kind, owed] of Object.entries({ ...OWED, ...AHEAD }))
      await keepOwnWorkAsJob(work, kind as OwnWorkTask, owed, now, kind in AHEAD);
  }
}
