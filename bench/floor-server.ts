import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { Pool, type QueryConfig, type QueryResultRow } from 'pg';
import { normaliseName } from '@panah/domain/names/normalise';
import type { Op } from './options';
import { afterAll, FLOOR, LOGGED, withLine } from './floor-statements';

/*
 * The floor: what the machine gives when nothing is protected. Bare node:http and pg, prepared statements, one round trip a request,
 * the pool of the house. No sign-in, no audit, no sealing, no row security, no framework. Below /logged each request also leaves a line.
 */

const CONNECTIONS = 10;
const pool = new Pool({ connectionString: process.env['FLOOR_URL'], max: CONNECTIONS });

type Asked = Record<string, string>;

const VALUES: Record<Op, (asked: Asked) => unknown[]> = {
  list: ({ worker, state, limit }) => [worker, state, Number(limit)],
  open: ({ id }) => [id],
  note: ({ id, author, happenedAt, body, channel }) => [randomUUID(), id, author, happenedAt, body, channel, randomUUID()],
  stage: ({ id, from, to, holdReason, reviewOn, by }) => [id, from, to, holdReason ?? null, reviewOn ?? null, by, randomUUID()],
  search: ({ office, text = '' }) => [office, normaliseName(text), afterAll(normaliseName(text))],
  report: ({ office }) => [office],
  timeline: ({ id, limit }) => [id, Number(limit)],
  day: ({ worker, office }) => [worker, office],
  inbox: ({ partner, limit }) => [partner, Number(limit)],
  opening: ({ id }) => [id],
};

const answerOf = (op: Op, rows: QueryResultRow[]): unknown => {
  if (op === 'list' || op === 'inbox') return { items: rows, total: (rows[0]?.['total'] as number | undefined) ?? 0 };
  if (op === 'day') return { items: rows, cases: (rows[0]?.['cases'] as unknown) ?? [] };
  if (op === 'search' || op === 'report' || op === 'timeline') return { items: rows };
  return rows[0];
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://floor');
  const logged = url.pathname.startsWith(LOGGED);
  const op = url.pathname.slice(logged ? LOGGED.length + 1 : 1) as Op;
  const asked = request.method === 'POST' ? (JSON.parse(await bodyOf(request)) as Asked) : Object.fromEntries(url.searchParams);
  const { rows } = await pool.query<QueryResultRow>(logged ? lined(op, asked) : { ...FLOOR[op], values: VALUES[op](asked) });
  const found = answerOf(op, rows);
  response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(found ?? {}));
}

function lined(op: Op, asked: Asked): QueryConfig {
  const values = VALUES[op](asked);
  const actor = asked['author'] ?? asked['by'] ?? asked['worker'] ?? asked['office'] ?? asked['partner'] ?? asked['id'];
  return { ...withLine(FLOOR[op], values.length), values: [...values, randomUUID(), actor, op, asked['id'] ?? null] };
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => resolve(text)).on('error', reject);
  });
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
// longer than the windows of the others last, else a connection is closed while the next question is on its way
server.keepAliveTimeout = 10 * 60 * 1000;
server.listen(0, '127.0.0.1', () => console.log(`Ready: http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('SIGTERM', () => process.exit(0));
