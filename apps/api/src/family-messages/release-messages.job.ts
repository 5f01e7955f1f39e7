import { Inject, Injectable } from '@nestjs/common';
import { releaseHourAt } from '@panah/domain/family/message-release';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { actForOffice } from '../platform/jobs/act-for-office';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { SETTINGS, type SettingsOf } from '../platform/settings.module';
import { MessageRelease } from './message-release.records';

interface Waiting {
  id: string;
  orgId: string;
  officeId: string;
  approvedAt: Date;
  timeZone: string;
}

/** By chance, so that the order tells nothing either. */
const WAITING = `select m.id, m.org_id as "orgId", m.office_id as "officeId", m.approved_at as "approvedAt", o.time_zone as "timeZone"
  from family_message m join office o on o.id = m.office_id where m.state = 'APPROVED' and m.approved_at <= $1::timestamptz order by gen_random_uuid() limit 1000`;

/**
 * Lets messages out: once a day, in one hour of the office's day, whatever was let go before that hour began. The only actor that may; each message in
 * a transaction of its own, in which both consents are held and looked at.
 */
@Injectable()
export class ReleaseMessagesJob implements Job {
  readonly name = 'release-messages';
  readonly cron = '*/5 * * * *';

  constructor(
    private readonly units: UnitsOfWork,
    private readonly messages: MessageRelease,
    @Inject(SETTINGS) private readonly settings: SettingsOf,
  ) {}

  async run(work: JobWork, { now = new Date().toISOString() }: Record<string, string>): Promise<void> {
    for (const waiting of await work.rows<Waiting>(WAITING, [now])) {
      const began = releaseHourAt(now, waiting.timeZone, this.settings.messageReleaseHour);
      if (began === null || waiting.approvedAt.getTime() >= began) continue;
      if (!(await actForOffice(this.units, waiting, () => this.messages.release(waiting.id)))) continue;
      const { id, orgId, officeId } = waiting;
      await work.record({ word: 'family-message:release', orgId, officeId, subjectType: 'family-message', subjectId: id, reason: 'DAILY' });
    }
  }
}
