import { Injectable } from '@nestjs/common';
import { reachValues, statementByReach } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { AGE } from './caseload.records';

/** How many open cases fall under a key; never which ones. */
export interface Counted {
  key: string;
  age: string | null;
  state: string | null;
  riskLevel: string | null;
  count: number;
}

const STREAMS = `cross join unnest(case when c.streams = '{}' then '{NONE}'::text[] else c.streams end) as stream`;
const CUTS: Record<string, { key: string; join?: string }> = {
  all: { key: `'ALL'` },
  worker: { key: 'c.primary_worker_id::text' },
  state: { key: 'c.state' },
  country: { key: 'c.country' },
  stream: { key: 'stream', join: STREAMS },
  risk: { key: `coalesce(c.risk_level, 'NONE')` },
};

const counts = (name: string, columns: string, from: string) =>
  statementByReach(
    name,
    (
      within,
    ) => `select ${columns}, count(*)::int as count from case_file c ${from} where c.state <> 'CLOSED' and ${within('c', 'client_id', 1)}
                  group by 1, 2, 3, 4 order by count desc, key`,
  );
const NOTHING = 'null::text';
const statements = Object.entries(CUTS).map(([by, { key, join = '' }]) => ({
  by,
  open: counts(`report.open-${by}`, `${key} as key, ${NOTHING} as age, ${NOTHING} as state, ${NOTHING} as "riskLevel"`, join),
  ageing: counts(`report.ageing-${by}`, `${key} as key, ${AGE} as age, ${NOTHING} as state, ${NOTHING} as "riskLevel"`, join),
}));
const WEIGHTED = counts('report.weighted', `c.primary_worker_id::text as key, ${NOTHING} as age, c.state, c.risk_level as "riskLevel"`, '');
const TOTAL = statementByReach(
  'report.total',
  (within) => `select count(*)::int as total from case_file c where c.state <> 'CLOSED' and ${within('c', 'client_id', 1)}`,
);

/** Counts of the open cases of the coordinator's office. No row of a case leaves here. */
@Injectable()
export class ReportRecords {
  async openBy(by: string): Promise<Counted[]> {
    return this.counted(statements.find((statement) => statement.by === by)?.open);
  }

  async ageingBy(by: string): Promise<Counted[]> {
    return this.counted(statements.find((statement) => statement.by === by)?.ageing);
  }

  async weighted(): Promise<Counted[]> {
    return this.counted(WEIGHTED);
  }

  /** Each case once, also when it has several streams. */
  async total(): Promise<number> {
    return (await currentWork().row<{ total: number }>(TOTAL('report:read'), reachValues('report:read')))?.total ?? 0;
  }

  private async counted(statement: ReturnType<typeof statementByReach> | undefined): Promise<Counted[]> {
    return statement ? currentWork().rows<Counted & Record<string, unknown>>(statement('report:read'), reachValues('report:read')) : [];
  }
}
