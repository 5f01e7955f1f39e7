import { Injectable } from '@nestjs/common';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { actForOffice } from '../platform/jobs/act-for-office';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { ConsentRecords } from './consent.records';

interface Due {
  id: string;
  orgId: string;
  officeId: string;
  clientId: string;
  action: 'expire' | 'lapse';
}

/** Over by its day, or an offer nobody answered, or the record of a case that is closed (C01 lasts as long as the case). */
const DUE = `select c.id, c.org_id as "orgId", c.office_id as "officeId", c.client_id as "clientId", case s.state when 'OFFERED' then 'lapse' else 'expire' end as action
  from consent c cross join lateral (select state, expires_at, at from consent_event where consent_id = c.id order by seq desc limit 1) s
 where c.client_id is not null and (
   (s.state = 'ACTIVE' and s.expires_at <= now())
   or (s.state = 'OFFERED' and s.at <= now() - interval '30 days')
   or (s.state = 'ACTIVE' and c.purpose = 'C01_CASE' and not exists (select from case_file f where f.client_id = c.client_id and f.state <> 'CLOSED')))
 order by c.id limit 500`;

/** A relative's: what rests on it is paused by the database with the step, and nobody of a client's team is told (R-FL-02). */
const DUE_OF_RELATIVES = `select c.id, c.org_id as "orgId", c.office_id as "officeId", case s.state when 'OFFERED' then 'lapse' else 'expire' end as action
  from consent c cross join lateral (select state, expires_at, at from consent_event where consent_id = c.id order by seq desc limit 1) s
 where c.client_id is null and ((s.state = 'ACTIVE' and s.expires_at <= now()) or (s.state = 'OFFERED' and s.at <= now() - interval '30 days'))
 order by c.id limit 500`;

/** The clock of consents: what is over is written down, and what rests on it stops with it. It stopped working at the moment it was over, written or not (R-CO-06). */
@Injectable()
export class ConsentClockJob implements Job {
  readonly name = 'end-consents';
  readonly cron = '* * * * *';

  constructor(
    private readonly units: UnitsOfWork,
    private readonly consents: ConsentRecords,
  ) {}

  async run(work: JobWork): Promise<void> {
    for (const due of await work.rows<Due>(DUE)) {
      await this.end(due);
      const { id, orgId, officeId, action } = due;
      await work.record({ word: `consent:${action}`, orgId, officeId, subjectType: 'consent', subjectId: id, reason: 'CLOCK' });
    }
    for (const { id, orgId, officeId, action } of await work.rows<Omit<Due, 'clientId'>>(DUE_OF_RELATIVES)) {
      const [{ ended } = { ended: false }] = await work.rows<{ ended: boolean }>('select app.end_relative_consent($1) as ended', [id]);
      if (ended)
        await work.record({ word: `relative-consent:${action}`, orgId, officeId, subjectType: 'consent', subjectId: id, reason: 'CLOCK' });
    }
  }

  /** In a transaction of the app's own login, for the client's office. */
  private async end({ id, orgId, officeId, clientId, action }: Due): Promise<void> {
    await actForOffice(this.units, { orgId, officeId }, async () => {
      const row = (await this.consents.holdAllOf(clientId, null)).find((each) => each.id === id);
      const stillDue = action === 'lapse' ? row?.state === 'OFFERED' : row?.state === 'ACTIVE' || row?.state === 'EXPIRED';
      if (row && stillDue) await this.consents.step(row, { action });
    });
  }
}
