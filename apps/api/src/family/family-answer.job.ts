import { Injectable } from '@nestjs/common';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { actForOffice } from '../platform/jobs/act-for-office';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { WishRecords } from './wish.records';

interface Due {
  id: string;
  orgId: string;
  officeId: string;
}

/** Asked of the client's own record alone: of what lies behind it the job could not even read a date. */
const DUE = `select w.id, w.org_id as "orgId", w.office_id as "officeId" from family_wish w join office o on o.id = w.office_id
  where w.face = 'IN_PROGRESS' and w.answered_at is null and w.answer_on <= (now() at time zone o.time_zone)::date order by w.id limit 500`;

/**
 * R-FL-12: on the one day, everybody who is not in contact hears that so far we could not take it further. The day was the calendar's when they asked,
 * and the words are the same, whether nobody was found, somebody declined, is silent, is in danger, or is still being asked.
 */
@Injectable()
export class FamilyAnswerJob implements Job {
  readonly name = 'answer-wishes';
  readonly cron = '20 * * * *';

  constructor(
    private readonly units: UnitsOfWork,
    private readonly wishes: WishRecords,
  ) {}

  async run(work: JobWork): Promise<void> {
    for (const { id, orgId, officeId } of await work.rows<Due>(DUE)) {
      const answered = await actForOffice(this.units, { orgId, officeId }, () => this.wishes.answer(id));
      if (answered)
        await work.record({ word: 'family-link:answer', orgId, officeId, subjectType: 'family_wish', subjectId: id, reason: 'CLOCK' });
    }
  }
}
