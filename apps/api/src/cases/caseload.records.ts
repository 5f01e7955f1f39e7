import { Injectable } from '@nestjs/common';
import { addDays } from '@panah/domain/dates/calendar-days';
import type { CaseClientView, CaseListQuery } from '@panah/contracts/cases.contract';
import { type CaseWeighed, weightOf } from '@panah/domain/cases/caseload.rules';
import type { Word } from '@panah/domain/access/access-table';
import { type ClientCardRow, ClientRecords } from '../clients/client.records';
import {
  ownPlaces,
  reachesByTeamAlone,
  reachValues,
  REACH_PARAMETERS,
  statementByReach,
  type Within,
  withinReachOfOne,
} from '../platform/access/current-reach';
import { today } from '../platform/access/today';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import type { Statement } from '../platform/database/unit-of-work';
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

/** P-05: to which age the cases of a band go, in days since opening. */
const AGES: readonly (readonly [band: string, until: number])[] = [
  ['D0_30', 30],
  ['D31_90', 90],
  ['D91_180', 180],
  ['D181_365', 365],
  ['D366_UP', Infinity],
];
/** SQL: the band of a case on a day. @param day the number of its parameter */
export const ageOn = (day: number): string =>
  `case ${AGES.map(([band, until]) => (until === Infinity ? `else '${band}'` : `when $${day}::date - c.opened_on <= ${until} then '${band}'`)).join(' ')} end`;
/** The days between which a case of a band was opened, as a range of PostgreSQL; the last of them is left out. */
function openedWithin(band: string, day: string): string {
  const at = AGES.findIndex(([name]) => name === band);
  const [until, before] = [AGES[at]?.[1] ?? Infinity, AGES[at - 1]?.[1] ?? null];
  return `[${until === Infinity ? '' : addDays(day, -until)},${before === null ? '' : addDays(day, -before)})`;
}

/** What a list may be narrowed by; `at` stands for the parameter. Only what is asked for is in the statement: a plan for all filters suits none. */
const FILTERS = {
  state: (at: string) => `c.state = ${at}`,
  open: (at: string) => `c.state <> ${at}`,
  stream: (at: string) => `${at} = any(c.streams)`,
  noStream: (at: string) => `c.streams = ${at}`,
  priority: (at: string) => `c.priority = ${at}`,
  risk: (at: string) => `coalesce(c.risk_level, 'NONE') = ${at}`,
  country: (at: string) => `c.country = ${at}`,
  worker: (at: string) => `c.primary_worker_id = ${at}`,
  age: (at: string) => `c.opened_on <@ ${at}::daterange`,
};
type Filters = Partial<Record<keyof typeof FILTERS, unknown>>;

const CONTACT_AT = `coalesce(c.last_contact_at, '-infinity'::timestamptz)`;
const SORTS = { opened: { column: 'c.opened_on', type: 'date' }, contact: { column: CONTACT_AT, type: 'timestamptz' } } as const;
type Sort = keyof typeof SORTS;
type Direction = 'asc' | 'desc';

/** Parameters: the reach of case:list, that of client:read, after, its id, limit, then a value for each filter. */
const [LIST_READ, CLIENT_READ] = [1, 1 + REACH_PARAMETERS];
const [AFTER, AFTER_ID, LIMIT] = [0, 1, 2].map((n) => `$${CLIENT_READ + REACH_PARAMETERS + n}`);
const FIRST_FILTER = CLIENT_READ + REACH_PARAMETERS + 3;

/** The cases are found, counted and cut to a page first; only the page's rows are read whole. The name is opened only where the reader's place on the team opens the person. */
const page = (within: Within, filters: readonly (keyof Filters)[], sort: Sort, direction: Direction): string => {
  const { column } = SORTS[sort];
  const narrowed = filters.map((name, at) => `${FILTERS[name](`$${FIRST_FILTER + at}`)} and `).join('');
  return pageOf(`select c.id, ${column} as key from case_file c where ${narrowed}${within('c', 'client_id', LIST_READ)}`, sort, direction);
};

/** Somebody's own open cases, in one state or all: their places on the teams know enough to find, count and cut. */
const ownPage = (comparison: '=' | '<>', direction: Direction): string =>
  pageOf(
    `select place.case_id as id, place.case_opened_on as key from ${ownPlaces(LIST_READ, `place.case_state ${comparison} $${FIRST_FILTER}`)}`,
    'opened',
    direction,
  );

const pageOf = (found: string, sort: Sort, direction: Direction): string => {
  const { type } = SORTS[sort];
  const order = (key: string, id: string): string => `${key} ${direction}, ${id} ${direction}`;
  return `with found as materialized (${found})
  select c.id, c.client_id as "clientId", c.case_ref as "caseRef", c.period_no as "periodNo", c.state, c.state_since as "stateSince", c.priority, c.streams,
         c.country, c.risk_level as "riskLevel", c.opened_on as "openedOn", c.last_contact_at as "lastContactAt", c.assessment_due as "assessmentDue",
         c.plan_due as "planDue", c.plan_approved_at as "planApprovedAt", c.hold_review_on as "holdReviewOn", c.primary_worker_id as "primaryWorkerId",
         case when ${withinReachOfOne('c', 'client_id', CLIENT_READ)} then k.sealed end as "clientSealed", k.seal_version as "clientSealVersion",
         s.sealed as "workerSealed", s.seal_version as "workerSealVersion", ${CONTACT_AT}::text as "contactAt", (select count(*)::int from found) as total
    from (select id, key from found where ${AFTER}::text is null or (key, id) ${direction === 'asc' ? '>' : '<'} (${AFTER}::${type}, ${AFTER_ID}::uuid)
           order by ${order('key', 'id')} limit ${LIMIT}) p
    join case_file c on c.id = p.id join client k on k.id = c.client_id left join staff_member s on s.id = c.primary_worker_id
   order by ${order('p.key', 'p.id')}`;
};

const OWN_PAGES: Record<'state' | 'open', Record<Direction, Statement>> = {
  state: {
    asc: { name: 'caseload.own-in-state-asc', text: ownPage('=', 'asc'), onePlan: true },
    desc: { name: 'caseload.own-in-state-desc', text: ownPage('=', 'desc'), onePlan: true },
  },
  open: {
    asc: { name: 'caseload.own-open-asc', text: ownPage('<>', 'asc'), onePlan: true },
    desc: { name: 'caseload.own-open-desc', text: ownPage('<>', 'desc'), onePlan: true },
  },
};

/** The quick way for what one asks for all day. A closed case is found the other way: its places have ended. */
function ownStatement({ state, open, ...others }: Filters, sort: Sort, direction: Direction): Statement | null {
  if (sort !== 'opened' || Object.keys(others).length > 0 || !reachesByTeamAlone('case:list')) return null;
  if (state && state !== 'CLOSED') return OWN_PAGES.state[direction];
  return open ? OWN_PAGES.open[direction] : null;
}
const pages = new Map<string, (word: Word) => Statement>();

function pageStatement(filters: readonly (keyof Filters)[], sort: Sort, direction: Direction): Statement {
  const known = Object.keys(FILTERS);
  const name = `caseload.${sort}-${direction}.${filters.map((filter) => known.indexOf(filter)).join('')}`;
  const made = pages.get(name) ?? statementByReach(name, (within) => page(within, filters, sort, direction));
  pages.set(name, made);
  return made('case:list');
}

const LOADS = statementByReach(
  'caseload.loads',
  (within) => `select c.primary_worker_id as "workerId", c.state, c.risk_level as "riskLevel", count(*)::int as cases from case_file c
          where c.office_id = $1 and c.state <> 'CLOSED' and ${within('c', 'client_id', 2)} group by 1, 2, 3`,
);

/** The caseload: a worker's own, or the office's for its coordinator. One round trip a page. */
@Injectable()
export class CaseloadRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly clients: ClientRecords,
  ) {}

  async list(query: CaseListQuery): Promise<CaseloadPage> {
    const { sort = 'opened', direction = sort === 'contact' ? 'asc' : 'desc', limit = 25, cursor } = query;
    const [after, afterId] = readCursor(cursor, 2) ?? [null, null];
    const filters = filtersOf(query);
    const values = [...reachValues('case:list'), ...reachValues('client:read'), after, afterId, limit + 1, ...Object.values(filters)];
    const statement = ownStatement(filters, sort, direction) ?? pageStatement(Object.keys(filters) as (keyof Filters)[], sort, direction);
    const rows = await currentWork().rows<LineRow>(statement, values);
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

  /** The card of a client's row. */
  async openClient(row: ClientCardRow): Promise<CaseClientView> {
    const { displayName, pseudonym } = await this.clients.card(row);
    currentLine().opened('PERSON');
    return { id: row.id, ...displayName, pseudonym };
  }

  /** What each worker of an office carries, by worker (R-CA-05). */
  async loadsIn(officeId: string): Promise<Map<string, WorkerLoad>> {
    const rows = await currentWork().rows<CaseWeighed & { workerId: string; cases: number }>(LOADS('case:allocate'), [
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

function filtersOf({ state, stream, priority, risk, country, worker, age }: CaseListQuery): Filters {
  const filters: Filters = {
    state: state === 'OPEN' ? undefined : state,
    open: state === 'OPEN' ? 'CLOSED' : undefined,
    stream: stream === 'NONE' ? undefined : stream,
    noStream: stream === 'NONE' ? [] : undefined,
    priority,
    risk,
    country,
    worker,
    age: age && openedWithin(age, today()),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

const sortValue = ({ contactAt, openedOn }: LineRow, sort: Sort): string => (sort === 'contact' ? contactAt : openedOn);
