import { Injectable } from '@nestjs/common';
import { addDays } from '@panah/domain/dates/calendar-days';
import { wallTimeOf } from '@panah/domain/dates/zoned-time';
import { PLAN_NEXT_DAYS, TELL_COORDINATOR_DAYS } from '@panah/domain/housing/placement.rules';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { actForOffice } from '../platform/jobs/act-for-office';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { raiseAsJob } from '../tasks/task.records';
import { PlacementStepsService } from './placement-steps.service';

interface Over {
  id: string;
  orgId: string;
  officeId: string;
  state: string;
}

interface Ending {
  id: string;
  orgId: string;
  officeId: string;
  caseId: string;
  plannedEndOn: string;
  timeZone: string;
}

const OVER = `select id, org_id as "orgId", office_id as "officeId", state from placement
  where state in ('MATCHED','OFFERED') and held_until <= coalesce($1::timestamptz, now()) order by held_until limit 500`;
const ENDING = `select p.id, p.org_id as "orgId", p.office_id as "officeId", p.case_id as "caseId", p.planned_end_on::text as "plannedEndOn", o.time_zone as "timeZone"
  from placement p join office o on o.id = p.office_id
 where p.state in ('IN_RESIDENCE','NOTICE') and p.next_planned_on is null and p.planned_end_on <= (coalesce($1::timestamptz, now()) at time zone o.time_zone)::date + ${PLAN_NEXT_DAYS}
   and (not exists (select from task t where t.kind = 'HOUSING_NEXT' and t.dedupe_key = p.id || ':' || p.planned_end_on)
     or (p.planned_end_on <= (coalesce($1::timestamptz, now()) at time zone o.time_zone)::date + ${TELL_COORDINATOR_DAYS}
       and not exists (select from task t where t.kind = 'HOUSING_NEXT_LATE' and t.dedupe_key = p.id || ':' || p.planned_end_on)))
 order by p.planned_end_on limit 500`;

/** The clock of housing: offers and holds that are over go back to the list; stays that end with nothing planned are somebody's task (R-HO-08). */
@Injectable()
export class HousingClockJob implements Job {
  readonly name = 'housing-clock';
  readonly cron = '* * * * *';

  constructor(
    private readonly units: UnitsOfWork,
    private readonly steps: PlacementStepsService,
  ) {}

  async run(work: JobWork, { now }: Record<string, string>): Promise<void> {
    for (const over of await work.rows<Over>(OVER, [now ?? null])) {
      await this.takeBack(over);
      const { id, orgId, officeId, state } = over;
      const word = state === 'OFFERED' ? 'placement:expire' : 'placement:release';
      await work.record({ word, orgId, officeId, subjectType: 'placement', subjectId: id, reason: 'CLOCK' });
    }
    for (const stay of await work.rows<Ending>(ENDING, [now ?? null])) await this.raise(work, stay, now ?? new Date().toISOString());
  }

  /** In a transaction of the app's own login, for the client's office. */
  private async takeBack({ id, orgId, officeId, state }: Over): Promise<void> {
    await actForOffice(this.units, { orgId, officeId }, () =>
      state === 'OFFERED' ? this.steps.expire(id, 'EXPIRED') : this.steps.releaseHeld(id),
    );
  }

  private async raise(work: JobWork, { id, orgId, officeId, caseId, plannedEndOn, timeZone }: Ending, now: string): Promise<void> {
    const { on: today } = wallTimeOf(now, timeZone);
    const late = plannedEndOn <= addDays(today, TELL_COORDINATOR_DAYS);
    for (const kind of late ? (['HOUSING_NEXT', 'HOUSING_NEXT_LATE'] as const) : (['HOUSING_NEXT'] as const)) {
      const raised = await raiseAsJob(work, { kind, caseId, dueOn: today, recordId: id, dedupeKey: `${id}:${plannedEndOn}` });
      if (raised) await work.record({ word: 'placement:remind', orgId, officeId, subjectType: 'placement', subjectId: id, reason: kind });
    }
  }
}
