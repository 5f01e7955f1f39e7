import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import { ledOffices } from './counselling-reach';

/** Of one counsellor: when they were last supervised, and since when they carry episodes. */
export interface SupervisionDue extends Record<string, unknown> {
  counsellorId: string;
  officeId: string;
  lastOn: string | null;
  days: number;
  episodes: number;
}

const OF = {
  name: 'supervision.due',
  text: `select e.counsellor_id as "counsellorId", e.office_id as "officeId", count(*)::int as episodes, max(v.last_on) as "lastOn",
      (now() at time zone o.time_zone)::date - coalesce(max(v.last_on), min((e.allocated_at at time zone o.time_zone)::date)) as days
    from counselling_episode e join office o on o.id = e.office_id
    left join lateral (select max(s.held_on) as last_on from counselling_supervision s where s.counsellor_id = e.counsellor_id) v on true
   where e.state in ('ASSESSMENT','ACTIVE','PAUSED','ENDING') and (e.counsellor_id = $1 or e.supervisor_id = $1 or e.office_id = any($2::uuid[]))
   group by e.counsellor_id, e.office_id, o.time_zone order by days desc, e.counsellor_id`,
};
const ADD = {
  name: 'supervision.add',
  text: `insert into counselling_supervision (id, org_id, office_id, counsellor_id, supervisor_id, held_on, minutes, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** That supervision took place, between whom and when (R-CN-10); never what was said. */
@Injectable()
export class SupervisionRecords {
  async due(): Promise<SupervisionDue[]> {
    return currentWork().rows<SupervisionDue>(OF, [currentActor().staffId, ledOffices()]);
  }

  async record(officeId: string, counsellorId: string, supervisorId: string, heldOn: string, minutes: number): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine().about('supervision', id, { officeId }).changed('held_on', 'minutes');
    await currentWork().change(ADD, [id, orgId, officeId, counsellorId, supervisorId, heldOn, minutes, staffId]);
    return id;
  }
}
