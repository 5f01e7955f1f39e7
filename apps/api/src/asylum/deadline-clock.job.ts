import { Injectable } from '@nestjs/common';
import { COORDINATOR_REMINDERS, reminderOn } from '@panah/domain/asylum/legal-deadline';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { TaskKind } from '@panah/domain/vocabulary/tasks';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { raiseAsJob, settleAsJob } from '../tasks/task.records';

interface Watched {
  id: string;
  orgId: string;
  officeId: string;
  caseId: string;
  ownerId: string;
  dueOn: string;
  timeZone: string;
}

/** Those that end within fifteen days; nobody is told of what lies further off. */
const WATCHED = `select d.id, d.org_id as "orgId", d.office_id as "officeId", d.case_id as "caseId", d.owner_id as "ownerId", d.due_on as "dueOn", d.time_zone as "timeZone"
  from legal_deadline d where d.state = 'OPEN' and d.due_on <= ($1::timestamptz at time zone 'UTC')::date + 15 order by d.due_on, d.id`;
const ORPHANS = `update legal_deadline d set owner_id = f.primary_worker_id from case_file f, staff_member s where d.state = 'OPEN' and f.id = d.case_id and s.id = d.owner_id
  and s.state in ('SUSPENDED', 'ENDED') and f.primary_worker_id is not null and f.primary_worker_id is distinct from d.owner_id`;
const TOLD = 'select id from task where org_id = $1 and kind = $2 and dedupe_key = $3';
/** Once an hour at most, however often the job is run. */
const AGAIN = `update task set reminded_at = $3 where kind = $1 and record_id = $2 and status in ('OPEN', 'IN_PROGRESS', 'BLOCKED')
  and (reminded_at is null or date_trunc('hour', reminded_at) < date_trunc('hour', $3::timestamptz)) returning id`;

/** Every hour (R-AS-05): at 14, 7, 3, 1 and 0 days to the owner, at 3, 1 and 0 to the coordinators as well; after the day each hour until somebody says what became of it. */
@Injectable()
export class DeadlineClockJob implements Job {
  readonly name = 'remind-of-deadlines';
  readonly cron = '0 * * * *';

  async run(work: JobWork, { now = new Date().toISOString() }: Record<string, string>): Promise<void> {
    await work.rows(ORPHANS);
    for (const watched of await work.rows<Watched>(WATCHED, [now])) {
      const reminder = reminderOn(watched.dueOn, dayAt(now, watched.timeZone));
      if (reminder === 'OVERDUE') await this.overdue(work, watched, now);
      else if (reminder !== null) await this.near(work, watched, reminder);
    }
  }

  private async near(work: JobWork, watched: Watched, days: number): Promise<void> {
    await this.tell(work, watched, 'DEADLINE_NEAR', `D${days}`);
    if (COORDINATOR_REMINDERS.includes(days)) await this.tell(work, watched, 'DEADLINE_NEAR_OFFICE', `D${days}`);
  }

  private async overdue(work: JobWork, watched: Watched, now: string): Promise<void> {
    for (const kind of ['DEADLINE_NEAR', 'DEADLINE_NEAR_OFFICE', 'DEADLINE_OPENED'] as const) await settleAsJob(work, kind, watched.id);
    for (const kind of ['DEADLINE_OVERDUE', 'DEADLINE_OVERDUE_OFFICE'] as const) {
      await raiseAsJob(work, { ...taskOf(watched, kind), dedupeKey: `${watched.id}/${watched.dueOn}` });
      if ((await work.rows(AGAIN, [kind, watched.id, now])).length) await this.record(work, watched, 'OVERDUE');
    }
  }

  /** One task stands for each: the nearer reminder takes the place of the further one. */
  private async tell(work: JobWork, watched: Watched, kind: TaskKind, reason: string): Promise<void> {
    const dedupeKey = `${watched.id}/${watched.dueOn}/${reason}`;
    if ((await work.rows(TOLD, [watched.orgId, kind, dedupeKey])).length) return;
    await settleAsJob(work, kind, watched.id);
    await raiseAsJob(work, { ...taskOf(watched, kind), dedupeKey });
    await this.record(work, watched, reason);
  }

  private async record(work: JobWork, { id, orgId, officeId }: Watched, reason: string): Promise<void> {
    await work.record({ word: 'deadline:remind', orgId, officeId, subjectType: 'legal_deadline', subjectId: id, reason });
  }
}

const taskOf = ({ id, caseId, ownerId, dueOn }: Watched, kind: TaskKind) => ({
  kind,
  caseId,
  ...(kind.endsWith('_OFFICE') ? {} : { ownerId }),
  dueOn,
  recordId: id,
});
