import { Injectable } from '@nestjs/common';
import type { CaseWeighed } from '@panah/domain/cases/caseload.rules';
import { PRIMARY_WORKER_ROLE } from '@panah/domain/cases/primary-worker';
import { currentReach, reachValues, withinReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';

export type CasesWeighed = CaseWeighed & { cases: number };

/** A worker with what they carry, still closed. */
export interface WorkerRow extends Record<string, unknown> {
  id: string;
  sealed: Buffer;
  sealVersion: number;
  active: boolean;
  loads: CasesWeighed[] | null;
  fromOn: string | null;
  untilOn: string | null;
  needsDeputy: boolean | null;
  deputyId: string | null;
  deputySealed: Buffer | null;
  deputySealVersion: number;
}

/** Whoever may carry cases in these offices, and whoever does; away now, or within a fortnight. */
const WORKERS = {
  name: 'capacity.workers',
  onePlan: true as const,
  text: `
  with load as (select c.primary_worker_id as worker_id, jsonb_agg(jsonb_build_object('state', c.state, 'riskLevel', c.risk_level, 'cases', c.cases)) as loads
                  from (select c.primary_worker_id, c.state, c.risk_level, count(*)::int as cases from case_file c
                         where c.state <> 'CLOSED' and c.primary_worker_id is not null and ${withinReach('c', 'client_id', 3)} group by 1, 2, 3) c group by 1),
       carrier as (select r.staff_id as id from staff_role r join staff_member m on m.id = r.staff_id and m.state = 'ACTIVE'
                    where r.office_id = any($1::uuid[]) and r.role = $2 and r.confirmed_at is not null and r.ended_at is null
                   union select worker_id from load)
  select s.id, s.sealed, s.seal_version as "sealVersion", s.state = 'ACTIVE' as active, l.loads, a.from_on as "fromOn", a.until_on as "untilOn",
         a.needs_deputy as "needsDeputy", d.id as "deputyId", d.sealed as "deputySealed", d.seal_version as "deputySealVersion"
    from carrier join staff_member s on s.id = carrier.id left join load l on l.worker_id = s.id
         left join lateral (select x.* from absence x join office o on o.id = x.office_id where x.staff_id = s.id and x.ended_at is null and x.office_id = any($1::uuid[])
                               and x.until_on >= (now() at time zone o.time_zone)::date and x.from_on <= (now() at time zone o.time_zone)::date + 14 order by x.from_on, x.id limit 1) a on true
         left join staff_member d on d.id = a.deputy_id
   order by s.id`,
};

/** What each worker of the reader's offices carries (R-CA-05), and who is away (R-CA-10). Reads only. */
@Injectable()
export class CapacityRecords {
  async workers(): Promise<WorkerRow[]> {
    const values = [currentReach('board:read').offices, PRIMARY_WORKER_ROLE, ...reachValues('board:read')];
    const rows = await currentWork().rows<WorkerRow>(WORKERS, values);
    currentLine().returned(
      'staff',
      rows.map(({ id }) => id),
    );
    return rows;
  }
}
