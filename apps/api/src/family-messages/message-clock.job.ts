import { Injectable } from '@nestjs/common';
import { HELD_DAYS } from '@panah/domain/family/message-release';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { actForOffice } from '../platform/jobs/act-for-office';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { MessageRelease } from './message-release.records';

interface Held {
  id: string;
  orgId: string;
  officeId: string;
}

const HELD = `select m.id, m.org_id as "orgId", m.office_id as "officeId" from family_message m
  where m.state = 'HELD' and m.held_at <= $1::timestamptz - interval '${HELD_DAYS} days' order by m.held_at limit 500`;

/** What nobody went on with for 90 days is taken back (model 3.7). */
@Injectable()
export class MessageClockJob implements Job {
  readonly name = 'family-message-clock';
  readonly cron = '20 2 * * *';

  constructor(
    private readonly units: UnitsOfWork,
    private readonly messages: MessageRelease,
  ) {}

  async run(work: JobWork, { now = new Date().toISOString() }: Record<string, string>): Promise<void> {
    for (const held of await work.rows<Held>(HELD, [now])) {
      if (!(await actForOffice(this.units, held, () => this.messages.recallHeld(held.id, now)))) continue;
      const { id, orgId, officeId } = held;
      await work.record({
        word: 'family-message:recall',
        orgId,
        officeId,
        subjectType: 'family-message',
        subjectId: id,
        reason: 'HELD_TOO_LONG',
      });
    }
  }
}
