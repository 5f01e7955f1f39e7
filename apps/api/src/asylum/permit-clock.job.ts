import { Injectable } from '@nestjs/common';
import { alertAt, alertOn, type PermitFacts } from '@panah/domain/asylum/permit.rules';
import { dayAt, type OfficeCalendar } from '@panah/domain/staff/office-calendar';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { Sealer } from '../platform/sealing/sealer';
import { newId } from '../platform/new-id';
import { needPlace } from '../plans/need.entity';
import { raiseAsJob, settleAsJob } from '../tasks/task.records';

interface Watched extends PermitFacts, OfficeCalendar {
  id: string;
  orgId: string;
  officeId: string;
  clientId: string;
  caseId: string;
  validTo: string;
  toldDays: number | null;
  lapseToldAt: Date | null;
}

const WATCHED = `select p.id, p.org_id as "orgId", p.office_id as "officeId", p.client_id as "clientId", p.case_id as "caseId", p.type, p.valid_to as "validTo", p.unlimited,
    p.renewal_lodged_on as "renewalLodgedOn", p.successor_id as "successorId", p.withdrawn_on as "withdrawnOn", p.told_days as "toldDays", p.lapse_told_at as "lapseToldAt",
    o.time_zone as "timeZone", o.weekend_days as "weekendDays", o.holidays::text[] as holidays
  from permit p join office o on o.id = p.office_id join case_file f on f.id = p.case_id and f.state <> 'CLOSED'
 where p.valid_to is not null and not p.unlimited and p.renewal_lodged_on is null and p.successor_id is null and p.withdrawn_on is null
   and p.valid_to <= ($1::timestamptz at time zone 'UTC')::date + 190
   -- a later paper of the same kind, or one to stay on, speaks for it
   and not exists (select from permit l where l.client_id = p.client_id and l.id <> p.id and l.type = p.type and l.withdrawn_on is null and (l.unlimited or l.valid_to > p.valid_to)) order by p.id`;
const TOLD = 'update permit set told_days = $2 where id = $1';
const LAPSED = 'update permit set lapse_told_at = $2 where id = $1';
const NEED = `insert into client_need (id, org_id, office_id, client_id, case_id, record_class, code, severity, status, identified_on, created_by, sealed)
  select $1, f.org_id, f.office_id, f.client_id, f.id, 'CONFIDENTIAL', 'LG-EX', 'S3', 'IDENTIFIED', $3, f.primary_worker_id, $4 from case_file f
   where f.id = $2 and f.primary_worker_id is not null on conflict (case_id, code) where code is not null and status in ('IDENTIFIED', 'CONFIRMED', 'IN_PLAN') do nothing`;

/** Every hour: permits that end (R-AS-08, C.2), at 08:00 in the office, on a free day the working day before; and what ended with nothing after it. */
@Injectable()
export class PermitClockJob implements Job {
  readonly name = 'remind-of-permits';
  readonly cron = '10 * * * *';

  constructor(private readonly sealer: Sealer) {}

  async run(work: JobWork, { now = new Date().toISOString() }: Record<string, string>): Promise<void> {
    for (const permit of await work.rows<Watched>(WATCHED, [now])) {
      const today = dayAt(now, permit.timeZone);
      if (permit.validTo < today) await this.lapsed(work, permit, today, now);
      else await this.ending(work, permit, today, now);
    }
  }

  private async ending(work: JobWork, permit: Watched, today: string, now: string): Promise<void> {
    const alert = alertOn(permit, today, permit);
    if (!alert || permit.toldDays === alert.days || alertAt(alert, permit.timeZone) > now) return;
    const { id, caseId, orgId, officeId, validTo } = permit;
    await settleAsJob(work, 'PERMIT_ENDS', id);
    await raiseAsJob(work, { kind: 'PERMIT_ENDS', caseId, dueOn: validTo, recordId: id, dedupeKey: `${id}/${validTo}/${alert.days}` });
    await work.rows(TOLD, [id, alert.days]);
    await work.record({ word: 'permit:remind', orgId, officeId, subjectType: 'permit', subjectId: id, reason: `D${alert.days}` });
  }

  /** Model 3.13: a need, a look at the risk (LP4), a task. Once. */
  private async lapsed(work: JobWork, permit: Watched, today: string, now: string): Promise<void> {
    if (permit.lapseToldAt) return;
    const { id, caseId, clientId, orgId, officeId, validTo } = permit;
    const needId = newId();
    const sealed = await this.sealer.seal(needPlace({ id: needId, clientId, sealVersion: 1 }), {
      code: 'LG-EX',
      source: 'DOCUMENT',
      note: null,
    });
    await work.rows(NEED, [needId, caseId, today, sealed]);
    await settleAsJob(work, 'PERMIT_ENDS', id);
    await raiseAsJob(work, { kind: 'PERMIT_LAPSED', caseId, dueOn: today, recordId: id, dedupeKey: `${id}/${validTo}` });
    await raiseAsJob(work, { kind: 'RISK_REVIEW', caseId, dueOn: today, recordId: caseId, dedupeKey: `permit/${id}/${validTo}` });
    await work.rows(LAPSED, [id, now]);
    await work.record({ word: 'permit:remind', orgId, officeId, subjectType: 'permit', subjectId: id, reason: 'LAPSED' });
  }
}
