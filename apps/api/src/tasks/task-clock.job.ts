import { Injectable } from '@nestjs/common';
import { addWorkingDays, isWorkingDay } from '@panah/domain/dates/working-days';
import { wallTimeOf } from '@panah/domain/dates/zoned-time';
import type { OfficeCalendar } from '@panah/domain/staff/office-calendar';
import { LATE_FOR_COORDINATOR } from '@panah/domain/tasks/task.rules';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { raiseAsJob } from './task.records';

interface Office extends OfficeCalendar {
  id: string;
  orgId: string;
}

interface Touched {
  id: string;
  caseId: string;
}

const MORNING = '08:00';
const OPEN = `status in ('OPEN', 'IN_PROGRESS', 'BLOCKED')`;
const OFFICES = `select id, org_id as "orgId", time_zone as "timeZone", weekend_days as "weekendDays", holidays::text[] as holidays from office order by id`;
const DUE_REMINDERS = `update task set reminded_at = now() where office_id = $1 and remind_on <= $2 and reminded_at is null and paused_on is null and ${OPEN}
  returning id, case_id as "caseId"`;
const APPOINTMENTS = `update appointment set reminded_at = now() where office_id = $1 and state = 'PLANNED' and reminded_at is null
  and starts_at > now() and (starts_at at time zone $3)::date <= $2 returning id, case_id as "caseId"`;
const LONG_LATE = `select id, case_id as "caseId" from task where office_id = $1 and case_id is not null and due_on <= $2 and paused_on is null and ${OPEN} and kind <> 'TASK_OVERDUE'
  and not for_coordinators and not exists (select from task o where o.kind = 'TASK_OVERDUE' and o.record_id = task.id) limit 1000`;
const ORPHANS = `update task t set owner_id = f.primary_worker_id, follows_worker = true, version = t.version + 1 from case_file f, staff_member s
  where t.office_id = $1 and f.id = t.case_id and s.id = t.owner_id and s.state in ('SUSPENDED', 'ENDED') and f.primary_worker_id is distinct from t.owner_id
    and t.status in ('OPEN', 'IN_PROGRESS', 'BLOCKED') and f.primary_worker_id is not null returning t.id, t.case_id as "caseId"`;

/** Every hour, in each office's own morning: reminders, what is long overdue, and what nobody is there to do (R-CA-03, R-CA-10). */
@Injectable()
export class TaskClockJob implements Job {
  readonly name = 'remind-of-tasks';
  readonly cron = '5 * * * *';

  async run(work: JobWork, { now = new Date().toISOString() }: Record<string, string>): Promise<void> {
    for (const office of await work.rows<Office>(OFFICES)) {
      const { on: today, at } = wallTimeOf(now, office.timeZone);
      await this.each(work, office, 'LEFT', await work.rows<Touched>(ORPHANS, [office.id]));
      if (at < MORNING || !isWorkingDay(today, office)) continue;
      await this.each(work, office, 'REMINDER', await work.rows<Touched>(DUE_REMINDERS, [office.id, today]));
      // the working day before, so that nobody hears of Monday's on Sunday
      const next = addWorkingDays(today, 1, office);
      await this.each(work, office, 'APPOINTMENT', await work.rows<Touched>(APPOINTMENTS, [office.id, next, office.timeZone]));
      await this.raiseLate(work, office, today);
    }
  }

  /** R-CA-03: what is late for so many working days is the coordinator's too. */
  private async raiseLate(work: JobWork, office: Office, today: string): Promise<void> {
    const since = addWorkingDays(today, -LATE_FOR_COORDINATOR, office);
    for (const { id, caseId } of await work.rows<Touched>(LONG_LATE, [office.id, since]))
      await raiseAsJob(work, { kind: 'TASK_OVERDUE', caseId, dueOn: today, recordId: id, dedupeKey: id });
  }

  private async each(work: JobWork, { id: officeId, orgId }: Office, reason: string, touched: readonly Touched[]): Promise<void> {
    for (const { id: subjectId } of touched)
      await work.record({
        word: 'task:remind',
        orgId,
        officeId,
        subjectType: reason === 'APPOINTMENT' ? 'appointment' : 'task',
        subjectId,
        reason,
      });
  }
}
