import { Injectable } from '@nestjs/common';
import type { Period } from '@panah/domain/board/period.rules';
import { currentActor, currentReach } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';

const OPEN = {
  name: 'family-report.open',
  text: `select f.state, case when f.days_since_step < 30 then '0-29' when f.days_since_step < 90 then '30-89' else '90-' end as age, count(*)::int as count
           from app.family_figures($1::uuid[]) f where f.state <> 'CLOSED' group by 1, 2 order by 1, 2`,
};
const CLOSED = {
  name: 'family-report.closed',
  text: `select f.outcome, count(*)::int as count from app.family_figures($1::uuid[]) f where f.state = 'CLOSED' and f.closed_on between $2::date and $3::date group by 1 order by 1`,
};
const ZONE = {
  name: 'family-report.zone',
  text: 'select time_zone as "timeZone" from office where id = any($1::uuid[]) order by id limit 1',
};

/** Counts over links of the offices in which one may count them; of nobody whom a tie keeps out (R-AC-14). */
@Injectable()
export class FamilyReportRecords {
  /** None for whom a tie keeps out. */
  offices(): string[] {
    return offices();
  }

  async open(): Promise<{ state: string; age: string; count: number }[]> {
    return currentWork().rows<{ state: string; age: string; count: number }>(OPEN, [offices()]);
  }

  async closed({ from, to }: Period): Promise<{ outcome: string; count: number }[]> {
    return currentWork().rows<{ outcome: string; count: number }>(CLOSED, [offices(), from, to]);
  }

  async timeZone(): Promise<string> {
    return (await currentWork().row<{ timeZone: string }>(ZONE, [offices()]))?.timeZone ?? 'UTC';
  }
}

const offices = (): string[] => (['DECLARED', 'UPHELD'].includes(currentActor().tie) ? [] : currentReach('report:read-family').offices);
