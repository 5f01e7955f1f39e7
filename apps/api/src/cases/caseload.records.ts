import { Injectable } from '@nestjs/common';
import type { CaseClientView, CaseListQuery } from '@panah/contracts/cases.contract';
import { type CaseWeighed, weightOf } from '@panah/domain/cases/caseload.rules';
import { ClientRecords } from '../clients/client.records';
import { reachValues, REACH_PARAMETERS, withinReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import { Sealer } from '../platform/sealing/sealer';
import { type StaffSecrets, staffPlace } from '../platform/session/credentials';
import type { CaseFile } from './case.entity';

type LineColumns = Pick<
  CaseFile,
  | 'id'
  | 'clientId'
  | 'caseRef'
  | 'periodNo'
  | 'state'
  | 'stateSince'
  | 'priority'
  | 'streams'
  | 'country'
  | 'riskLevel'
  | 'openedOn'
  | 'lastContactAt'
  | 'assessmentDue'
  | 'planDue'
  | 'planApprovedAt'
  | 'holdReviewOn'
  | 'primaryWorkerId'
>;

interface LineRow extends LineColumns, Record<string, unknown> {
  clientSealed: Buffer | null;
  clientSealVersion: number;
  workerSealed: Buffer | null;
  workerSealVersion: number;
  /** As PostgreSQL has it, to the microsecond: a cursor that rounds shows a row twice. */
  contactAt: string;
  total: number;
}

export interface CaseLine {
  row: LineColumns;
  client: { arab: string | null; latin: string | null; pseudonym: string } | null;
  workerName: string | null;
}

export interface CaseloadPage {
  lines: CaseLine[];
  total: number;
  next: string | null;
}

export interface WorkerLoad {
  openCases: number;
  points: number;
}

/** P-05, in days since opening. */
export const AGE = `case when current_date - c.opened_on <= 30 then 'D0_30' when current_date - c.opened_on <= 90 then 'D31_90'
  when current_date - c.opened_on <= 180 then 'D91_180' when current_date - c.opened_on <= 365 then 'D181_365' else 'D366_UP' end`;

const FILTER = `($1::text is null or c.state = $1 or ($1 = 'OPEN' and c.state <> 'CLOSED')) and ($2::text is null or $2 = any(c.streams) or ($2 = 'NONE' and c.streams = '{}'))
  and ($3::text is null or c.priority = $3) and ($4::text is null or coalesce(c.risk_level, 'NONE') = $4) and ($5::text is null or c.country = $5)
  and ($6::uuid is null or c.primary_worker_id = $6) and ($7::text is null or ${AGE} = $7) and ${withinReach('c', 'client_id', 8)}`;
const CLIENT_READ = 8 + REACH_PARAMETERS;
const [AFTER, AFTER_ID, LIMIT] = [16, 17, 18].map((n) => `$${n}`);

const CONTACT_AT = `coalesce(c.last_contact_at, '-infinity'::timestamptz)`;

/** The name is opened only where the reader's place on the team opens the person. */
const page = (sort: string, keyset: string, order: string): string => `
  select c.id, c.client_id as "clientId", c.case_ref as "caseRef", c.period_no as "periodNo", c.state, c.state_since as "stateSince", c.priority, c.streams,
         c.country, c.risk_level as "riskLevel", c.opened_on as "openedOn", c.last_contact_at as "lastContactAt", c.assessment_due as "assessmentDue",
         c.plan_due as "planDue", c.plan_approved_at as "planApprovedAt", c.hold_review_on as "holdReviewOn", c.primary_worker_id as "primaryWorkerId",
         case when ${withinReach('c', 'client_id', CLIENT_READ)} then k.sealed end as "clientSealed", k.seal_version as "clientSealVersion",
         s.sealed as "workerSealed", s.seal_version as "workerSealVersion", ${CONTACT_AT}::text as "contactAt", (select count(*)::int from case_file c where ${FILTER}) as total
    from case_file c join client k on k.id = c.client_id left join staff_member s on s.id = c.primary_worker_id
   where ${FILTER} and (${AFTER}::text is null or (${sort}, c.id) ${keyset})
   order by ${order} limit ${LIMIT}`;
const SORTS = { opened: { column: 'c.opened_on', type: 'date' }, contact: { column: CONTACT_AT, type: 'timestamptz' } } as const;
const statement = (sort: keyof typeof SORTS, direction: 'asc' | 'desc') => {
  const { column, type } = SORTS[sort];
  const keyset = `${direction === 'asc' ? '>' : '<'} (${AFTER}::${type}, ${AFTER_ID}::uuid)`;
  return { name: `caseload.${sort}-${direction}`, text: page(column, keyset, `${column} ${direction}, c.id ${direction}`) };
};
const PAGES = {
  opened: { asc: statement('opened', 'asc'), desc: statement('opened', 'desc') },
  contact: { asc: statement('contact', 'asc'), desc: statement('contact', 'desc') },
};

const LOADS = {
  name: 'caseload.loads',
  text: `select c.primary_worker_id as "workerId", c.state, c.risk_level as "riskLevel", count(*)::int as cases from case_file c
          where c.office_id = $1 and c.state <> 'CLOSED' and ${withinReach('c', 'client_id', 2)} group by 1, 2, 3`,
};

const CLIENT = {
  name: 'caseload.client-of',
  text: `select k.id, k.sealed, k.seal_version as "sealVersion" from case_file c join client k on k.id = c.client_id where c.id = $1 and ${withinReach('c', 'client_id', 2)}`,
};

/** The caseload: a worker's own, or the office's for its coordinator. One round trip a page. */
@Injectable()
export class CaseloadRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly clients: ClientRecords,
  ) {}

  async list({
    state,
    stream,
    priority,
    risk,
    country,
    worker,
    age,
    sort = 'opened',
    direction = sort === 'contact' ? 'asc' : 'desc',
    limit = 25,
    cursor,
  }: CaseListQuery): Promise<CaseloadPage> {
    const [after, afterId] = readCursor(cursor, 2) ?? [null, null];
    const filter = [state, stream, priority, risk, country, worker, age].map((value) => value ?? null);
    const values = [...filter, ...reachValues('case:list'), ...reachValues('client:read'), after, afterId, limit + 1];
    const rows = await currentWork().rows<LineRow>(PAGES[sort][direction], values);
    const shown = rows.slice(0, limit);
    currentLine()
      .returned(
        'case',
        shown.map(({ id }) => id),
      )
      .opened('CASE', 'PERSON');
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { lines: await this.open(shown), total: rows[0]?.total ?? 0, next: last ? cursorAfter([sortValue(last, sort), last.id]) : null };
  }

  /** The card of a case's client, where the reader's place on the team opens the person. */
  async clientOf(caseId: string): Promise<CaseClientView | null> {
    const row = await currentWork().row<{ id: string; sealed: Buffer; sealVersion: number }>(CLIENT, [
      caseId,
      ...reachValues('client:read'),
    ]);
    if (!row) return null;
    const { displayName, pseudonym } = await this.clients.card(row);
    currentLine().opened('PERSON');
    return { id: row.id, ...displayName, pseudonym };
  }

  /** What each worker of an office carries, by worker (R-CA-05). */
  async loadsIn(officeId: string): Promise<Map<string, WorkerLoad>> {
    const rows = await currentWork().rows<CaseWeighed & { workerId: string; cases: number }>(LOADS, [
      officeId,
      ...reachValues('case:allocate'),
    ]);
    const loads = new Map<string, WorkerLoad>();
    for (const row of rows) {
      const { openCases, points } = loads.get(row.workerId) ?? { openCases: 0, points: 0 };
      loads.set(row.workerId, { openCases: openCases + row.cases, points: Math.round((points + row.cases * weightOf(row)) * 10) / 10 });
    }
    return loads;
  }

  private async open(rows: readonly LineRow[]): Promise<CaseLine[]> {
    const known = rows.filter((row): row is LineRow & { clientSealed: Buffer } => row.clientSealed !== null);
    const cards = await this.clients.cards(
      known.map((row) => ({ id: row.clientId, sealed: row.clientSealed, sealVersion: row.clientSealVersion })),
    );
    const cardOf = new Map(known.map(({ id }, index) => [id, cards[index]]));
    const workers = await this.workerNames(rows);
    return rows.map((row) => {
      const card = cardOf.get(row.id);
      return {
        row,
        client: card ? { ...card.displayName, pseudonym: card.pseudonym } : null,
        workerName: workers.get(row.primaryWorkerId) ?? null,
      };
    });
  }

  private async workerNames(rows: readonly LineRow[]): Promise<Map<string | null, string>> {
    const staff = [
      ...new Map(
        rows.flatMap((row) =>
          row.workerSealed && row.primaryWorkerId ? [[row.primaryWorkerId, { row, sealed: row.workerSealed }] as const] : [],
        ),
      ).entries(),
    ];
    const secrets = await this.sealer.openMany<StaffSecrets>(
      staff.map(([id, { row, sealed }]) => ({ place: staffPlace(id, row.workerSealVersion), sealed })),
    );
    return new Map(staff.map(([id], index) => [id, secrets[index]?.displayName ?? '']));
  }
}

const sortValue = ({ contactAt, openedOn }: LineRow, sort: keyof typeof SORTS): string => (sort === 'contact' ? contactAt : openedOn);
