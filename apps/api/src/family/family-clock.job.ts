import { Injectable } from '@nestjs/common';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { actForOffice } from '../platform/jobs/act-for-office';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { FamilyClock } from './family-clock.records';

interface Due {
  id: string;
  orgId: string;
  officeId: string;
}

const IDS = (alias: string): string => `${alias}.id, ${alias}.org_id as "orgId", ${alias}.office_id as "officeId"`;
const LAPSED = `select ${IDS('l')} from family_link l where l.state = 'APPROACH_APPROVED' and l.approved_at < $1::timestamptz - interval '60 days' order by l.approved_at limit 500`;
const FREE = `select ${IDS('p')} from related_person p where p.erased_at is null and p.erase_after is null
   and not exists (select from family_link l where l.related_person_id = p.id and l.state <> 'CLOSED') order by p.id limit 500`;
const OVER = `select ${IDS('p')} from related_person p join office o on o.id = p.office_id
 where p.erased_at is null and p.erase_after < ($1::timestamptz at time zone o.time_zone)::date order by p.erase_after limit 500`;

/** The clock of family links: approvals lapse (R-FL-06), and what nobody said we may keep goes (R-FL-17). It reads ids and days. */
@Injectable()
export class FamilyClockJob implements Job {
  readonly name = 'family-clock';
  readonly cron = '20 * * * *';

  constructor(
    private readonly units: UnitsOfWork,
    private readonly clock: FamilyClock,
  ) {}

  async run(work: JobWork, { now = new Date().toISOString() }: Record<string, string>): Promise<void> {
    for (const due of await work.rows<Due>(LAPSED, [now]))
      if (await actForOffice(this.units, due, () => this.clock.lapse(due.id, now))) await line(work, due, 'family-link:lapse', 'LAPSED');
    for (const due of await work.rows<Due>(FREE))
      if (await actForOffice(this.units, due, () => this.clock.setDay(due.id, due.officeId)))
        await line(work, due, 'related_person:set-day', 'NO_GROUND');
    for (const due of await work.rows<Due>(OVER, [now]))
      if (await actForOffice(this.units, due, () => this.clock.erase(due.id, now)))
        await line(work, due, 'related_person:erase', 'NO_GROUND');
  }
}

const line = (work: JobWork, { id, orgId, officeId }: Due, word: string, reason: string): Promise<void> =>
  work.record({ word, orgId, officeId, subjectType: word.split(':')[0] ?? 'family-link', subjectId: id, reason });
