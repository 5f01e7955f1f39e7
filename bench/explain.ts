import { createHash } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral, type QueryResultRow } from 'pg';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { normaliseName } from '@panah/domain/names/normalise';
import { CaseloadRecords } from '../apps/api/src/cases/caseload.records';
import { FilesService } from '../apps/api/src/cases/files.service';
import { ReportsService } from '../apps/api/src/cases/reports.service';
import { ClientSearchRecords } from '../apps/api/src/clients/client-search.records';
import { DayRecords } from '../apps/api/src/day/day.records';
import { InboxService } from '../apps/api/src/referrals/inbox.service';
import { TimelineService } from '../apps/api/src/notes/timeline.service';
import { actorOf } from '../apps/api/src/platform/access/entrance.guard';
import { AuditLine } from '../apps/api/src/platform/audit/audit-line';
import type { Statement, UnitOfWork } from '../apps/api/src/platform/database/unit-of-work';
import { UnitsOfWork } from '../apps/api/src/platform/database/units-of-work';
import { newId } from '../apps/api/src/platform/new-id';
import { requestScope } from '../apps/api/src/platform/request-context';
import { afterAll, FLOOR } from './floor-statements';
import { HOLD_REASON } from './operations';
import type { Op } from './options';
import type { BusyWorker, Colleague, World } from './world';

/** After five runs PostgreSQL decides whether one plan fits all values: what is shown is what it decided. */
const RUNS_BEFORE_A_PLAN_SETTLES = 8;
const PLAN = 'QUERY PLAN';
/** Tables that grow with the clients. A table of forty colleagues is rightly read whole. */
const LARGE = ['client', 'case_file', 'case_note', 'name_word', 'process_step', 'task', 'enquiry'];

type Plan = { name: string; lines: string[] };
type Reading = (app: NestFastifyApplication, reader: Colleague, text: string) => Promise<unknown>;

const READINGS: Partial<Record<Op, Reading>> = {
  list: (app) => app.get(CaseloadRecords, { strict: false }).list({ state: 'ACTIVE', limit: 25 }),
  open: (app, reader) => app.get(FilesService, { strict: false }).read(reader.cases[0] ?? ''),
  search: (app, _, text) => app.get(ClientSearchRecords, { strict: false }).search(text),
  timeline: (app, reader) => app.get(TimelineService, { strict: false }).read(longCaseOf(reader), { limit: 30 }),
  inbox: (app) => app.get(InboxService, { strict: false }).list({ limit: 25 }),
  day: (app) => app.get(DayRecords, { strict: false }).ofReader(),
  report: (app) => app.get(ReportsService, { strict: false }).openCases('state'),
};

const longCaseOf = (reader: Colleague | BusyWorker): string => ('longCases' in reader ? reader.longCases[0] : undefined) ?? '';

/** Of whom an operation is asked. */
function readerOf(op: Op, { coordinators, readers, busy }: World): Colleague | undefined {
  if (op === 'search' || op === 'report') return coordinators[0];
  return op === 'timeline' || op === 'day' ? busy[0] : readers[0];
}

/** How PostgreSQL goes about every statement of the house's reading operations, in the context of somebody at work. */
export async function explainHouse(app: NestFastifyApplication, op: Op, world: World): Promise<Plan[]> {
  const reading = READINGS[op];
  const reader = readerOf(op, world);
  if (!reading || !reader) return [];
  const { cookie } = (op === 'inbox' ? world.abroad[0] : null) ?? reader;
  const hash = createHash('sha256').update(cookie.replace('sid=', '')).digest();
  const { work, found } = await app.get(UnitsOfWork).enter<Parameters<typeof actorOf>[0]>(hash, false);
  try {
    if (!found) throw new Error('The session was not found.');
    const seen = watch(work);
    const actor = actorOf(found);
    const context = { requestId: newId(), address: '', sessionToken: null, headers: {}, line: new AuditLine(), actor, work };
    for (let run = 0; run < RUNS_BEFORE_A_PLAN_SETTLES; run++)
      await requestScope.run(context, () => reading(app, reader, world.beginnings[run] ?? ''));
    return await Promise.all([...seen].map(async ([name, values]) => ({ name, lines: await settledPlan(work, name, values) })));
  } finally {
    await work.rollback();
  }
}

/** Notes every statement that runs and its last values. */
function watch(work: UnitOfWork): Map<string, unknown[]> {
  const seen = new Map<string, unknown[]>();
  const rows = work.rows.bind(work);
  work.rows = <T extends QueryResultRow>(statement: Statement, values: unknown[] = []) => {
    seen.set(statement.name, values);
    return rows<T>(statement, values);
  };
  return seen;
}

async function settledPlan(work: UnitOfWork, name: string, values: readonly unknown[]): Promise<string[]> {
  const given = values.length ? `(${values.map(literal).join(', ')})` : '';
  const text = `explain (analyze, buffers, costs off) execute ${escapeIdentifier(name)}${given}`;
  return (await work.rows<{ [PLAN]: string }>({ name: '', text }, [])).map((row) => row[PLAN]);
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  if (Array.isArray(value)) return escapeLiteral(`{${value.map((one) => `"${text(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return escapeLiteral(text(value));
}

const text = (value: unknown): string => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : String(value));

/** How many rows of a table the floor may read from end to end: a report counts all; for fifty lines of a day a small table is rightly read whole. */
function mostReadWhole(op: Op): number {
  if (op === 'report') return Infinity;
  return op === 'day' || op === 'timeline' ? 10_000 : 0;
}

const rowsOf = (line: string): number => Number(/ rows=([\d.]+)/.exec(line)?.[1] ?? Infinity);

/** How PostgreSQL goes about the floor's statement. Throws when it reads a large table from end to end. */
export async function explainFloor(floor: Client, op: Op, world: World): Promise<Plan> {
  const values = floorValues(world)[op];
  await floor.query('begin');
  const { rows } = await floor.query<{ [PLAN]: string }>(`explain (analyze, buffers, costs off) ${FLOOR[op].text}`, values);
  await floor.query('rollback');
  const lines = rows.map((row) => row[PLAN]);
  const whole = lines.find((line) => LARGE.some((table) => line.includes(`Seq Scan on ${table} `)) && rowsOf(line) >= mostReadWhole(op));
  if (whole) throw new Error(`The floor's ${op} reads a table from end to end: ${whole.trim()}\n${lines.join('\n')}`);
  return { name: `floor.${op}`, lines };
}

function floorValues({
  readers,
  writers,
  coordinators,
  beginnings,
  busy: [busy],
  abroad: [abroad],
  referrals: [referral],
}: World): Record<Op, unknown[]> {
  const [reader, writer, coordinator, beginning = ''] = [readers[0], writers[0], coordinators[0], beginnings[0]];
  const word = normaliseName(beginning);
  return {
    list: [reader?.id, 'ACTIVE', 25],
    open: [reader?.cases[0]],
    note: [newId(), writer?.cases[0], writer?.id, new Date(), 'A note.', null, newId()],
    stage: [writer?.cases[0], 'ACTIVE', 'ON_HOLD', HOLD_REASON, '2099-01-01', coordinator?.id, newId()],
    search: [coordinator?.officeId, word, afterAll(word)],
    report: [coordinator?.officeId],
    timeline: [busy?.longCases[0], 30],
    day: [busy?.id, busy?.officeId],
    inbox: [abroad?.partnerId, 25],
    opening: [referral],
  };
}
