import { Injectable } from '@nestjs/common';
import type { ReintegrationCasesQuery, ReintegrationQuery, StableCasesQuery } from '@panah/contracts/journey-reports.contract';
import { REACH_PARAMETERS, reachValues, reachValuesOrNone, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import type { ShutClient, ShutWorker } from './board-names';
import { COMPARED, REINTEGRATION, REINTEGRATION_MEDIANS, STABLE, STABLE_CASES } from './outcome-report.statement';
import type { Rate } from './practice-report.records';

export interface Median extends Record<string, unknown> {
  key: string;
  column: string | null;
  n: number;
  q1: number | null;
  median: number | null;
  q3: number | null;
}

export interface OutcomeCaseRow extends ShutClient, ShutWorker, Record<string, unknown> {
  id: string;
  caseRef: string;
  baselineOn: string;
  before: string | null;
  after: string | null;
  stable: boolean | null;
  total: number;
}

export interface OutcomePage {
  rows: OutcomeCaseRow[];
  total: number;
  next: string | null;
}

/** Months from the baseline to a point. */
const MONTHS: Record<string, number> = { M6: 6, M12: 12, M24: 24 };

const person = (first: number): string =>
  `k.id as "clientId", case when ${withinReachOfOne('k', 'id', first)} then k.sealed end as "clientSealed", k.seal_version as "clientSealVersion",
         s.id as "workerId", s.sealed as "workerSealed", s.seal_version as "workerSealVersion"`;
const FROM_CASES = `join case_file c on c.id = p.id left join client k on k.id = c.client_id left join staff_member s on s.id = c.primary_worker_id`;
const PAGE = (first: number): string =>
  `page as (select * from line where $${first}::date is null or (baseline_on, id) < ($${first}::date, $${first + 1}::uuid)
     order by baseline_on desc, id desc limit $${first + 2}::int)`;

const OF_PAIR = REACH_PARAMETERS + 4;
const ASKED_OF_PAIR = OF_PAIR + REACH_PARAMETERS;
/** The sealed domains have no list: they are counted without their cases. */
const COMPARED_LIST = {
  name: 'report.reintegration-cases',
  text: `
  with ${COMPARED},
       line as materialized (select * from pair where before ~ '^[1-5]$' and after ~ '^[1-5]$' and ($${REACH_PARAMETERS + 3}::int is not null)
         and ($${ASKED_OF_PAIR}::text is null or domain = $${ASKED_OF_PAIR})
         and ($${ASKED_OF_PAIR + 1}::text is null or case when after > before then 'IMPROVED' when after = before then 'SAME' else 'WORSE' end = $${ASKED_OF_PAIR + 1})),
       ${PAGE(ASKED_OF_PAIR + 2)}
  select p.id, p.baseline_on as "baselineOn", p.before, p.after, null::boolean as stable, c.case_ref as "caseRef", (select count(*)::int from line) as total, ${person(OF_PAIR)}
    from page p ${FROM_CASES} order by p.baseline_on desc, p.id desc`,
};
const OF_STABLE = REACH_PARAMETERS + 1;
const ASKED_OF_STABLE = OF_STABLE + REACH_PARAMETERS;
const STABLE_LIST = {
  name: 'report.stable-cases',
  text: `
  with ${STABLE_CASES},
       line as materialized (select b.id, b.baseline_on, s.case_id is not null as stable from begun b left join stable s on s.case_id = b.id
         where b.old and ($${ASKED_OF_STABLE}::uuid is null or b.office_id = $${ASKED_OF_STABLE}) and ($${ASKED_OF_STABLE + 1}::boolean is null or (s.case_id is not null) = $${ASKED_OF_STABLE + 1})),
       ${PAGE(ASKED_OF_STABLE + 2)}
  select p.id, p.baseline_on as "baselineOn", null::text as before, null::text as after, p.stable, c.case_ref as "caseRef", (select count(*)::int from line) as total, ${person(OF_STABLE)}
    from page p ${FROM_CASES} order by p.baseline_on desc, p.id desc`,
};

/** How lives go, counted (P-24, P-25), and the cases behind the numbers. Reads only. */
@Injectable()
export class OutcomeReportRecords {
  async reintegration({ point = 'M12', age }: ReintegrationQuery): Promise<{ rates: Rate[]; medians: Median[] }> {
    const values = [...reachValues('report:read'), point, age ?? null, MONTHS[point] ?? 0];
    const rates = await currentWork().rows<Rate>(REINTEGRATION, values);
    return { rates, medians: await currentWork().rows<Median>(REINTEGRATION_MEDIANS, values) };
  }

  async stable(): Promise<Rate[]> {
    return currentWork().rows<Rate>(STABLE, reachValues('report:read'));
  }

  async comparedCases({ point = 'M12', age, domain = 'D01', change, limit = 25, cursor }: ReintegrationCasesQuery): Promise<OutcomePage> {
    const [on, id] = readCursor(cursor, 2) ?? [null, null];
    const asked = [...reachValues('report:read'), point, age ?? null, MONTHS[point] ?? 0, ...reachValuesOrNone('client:read')];
    return pageOf(await currentWork().rows<OutcomeCaseRow>(COMPARED_LIST, [...asked, domain, change ?? null, on, id, limit + 1]), limit);
  }

  async stableCases({ office, stable, limit = 25, cursor }: StableCasesQuery): Promise<OutcomePage> {
    const [on, id] = readCursor(cursor, 2) ?? [null, null];
    const isStable = stable === undefined ? null : stable === 'YES';
    const asked = [...reachValues('report:read'), ...reachValuesOrNone('client:read'), office ?? null, isStable, on, id, limit + 1];
    return pageOf(await currentWork().rows<OutcomeCaseRow>(STABLE_LIST, asked), limit);
  }
}

function pageOf(found: readonly OutcomeCaseRow[], limit: number): OutcomePage {
  const rows = found.slice(0, limit);
  currentLine().returned(
    'case',
    rows.map(({ id }) => id),
  );
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, total: found[0]?.total ?? 0, next: last ? cursorAfter([last.baselineOn, last.id]) : null };
}
