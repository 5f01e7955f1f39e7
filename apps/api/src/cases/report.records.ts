import { Injectable } from '@nestjs/common';
import { REACH_PARAMETERS, reachValues, statementByReach } from '../platform/access/current-reach';
import { today } from '../platform/access/today';
import { currentWork } from '../platform/database/current-work';
import { ageOn } from './caseload.records';

/** How many open cases fall under a key; never which ones. */
export interface Counted {
  key: string;
  age: string | null;
  state: string | null;
  riskLevel: string | null;
  count: number;
}

/** As the database keeps count: by worker, state, country, stream, risk, all; `weight` by worker with state and risk beside. */
const OPEN = {
  name: 'report.open',
  text: `select key, null::text as age, state, risk_level as "riskLevel", cases as count from app.open_cases($1::uuid[], $2) order by count desc, key`,
};

const STREAMS = `cross join unnest(case when c.streams = '{}' then '{NONE}'::text[] else c.streams end) as stream`;
const CUTS: Record<string, { key: string; join?: string }> = {
  all: { key: `'ALL'` },
  worker: { key: 'c.primary_worker_id::text' },
  state: { key: 'c.state' },
  country: { key: 'c.country' },
  stream: { key: 'stream', join: STREAMS },
  risk: { key: `coalesce(c.risk_level, 'NONE')` },
};
/** Days go by without a change to any row, so that what depends on them is counted when it is asked for. */
const ageing = new Map(
  Object.entries(CUTS).map(([by, { key, join = '' }]) => [
    by,
    statementByReach(
      `report.ageing-${by}`,
      (
        within,
      ) => `select ${key} as key, ${ageOn(1 + REACH_PARAMETERS)} as age, null::text as state, null::text as "riskLevel", count(*)::int as count
        from case_file c ${join} where c.state <> 'CLOSED' and ${within('c', 'client_id', 1)} group by 1, 2, 3, 4 order by count desc, key`,
    ),
  ]),
);

/** Counts of the open cases of the coordinator's offices. No row of a case leaves here. */
@Injectable()
export class ReportRecords {
  async openBy(by: string): Promise<Counted[]> {
    const [offices] = reachValues('report:read');
    return currentWork().rows<Counted & Record<string, unknown>>(OPEN, [offices, by]);
  }

  async ageingBy(by: string): Promise<Counted[]> {
    const statement = ageing.get(by)?.('report:read');
    return statement ? currentWork().rows<Counted & Record<string, unknown>>(statement, [...reachValues('report:read'), today()]) : [];
  }

  async weighted(): Promise<Counted[]> {
    return this.openBy('weight');
  }

  /** Each case once, also when it has several streams. */
  async total(): Promise<number> {
    const [all] = await this.openBy('all');
    return all?.count ?? 0;
  }
}
