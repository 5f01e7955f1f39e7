import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@panah/embedded-postgres/embedded-postgres';
import { BUSY_OFFICE, type BusyColleague, BusySet } from '../apps/api/src/demo/busy-set';
import { LoadSet } from '../apps/api/src/demo/load-set';
import { FULL_INBOX, type PartnerReader, PartnerSet } from '../apps/api/src/demo/partner-set';
import { usualSize } from '../apps/api/src/demo/usual-size';
import { atDatabase } from '../apps/api/src/platform/database/database-urls';
import { Sealer } from '../apps/api/src/platform/sealing/sealer';
import { readSettings, type Settings } from '../apps/api/src/platform/settings';
import { type RunningServer, startServer } from '../apps/api/src/serve';
import { fillFloor } from './floor-database';
import { clientsOf } from './options';

/** One PostgreSQL with the house's databases and the floor's, in a data folder of its own for each scale. */
export interface BenchHouse {
  postgres: EmbeddedPostgres;
  environment: Record<string, string>;
  settings: Settings;
  /** The superuser's connection to the house's main database. */
  house: Client;
}

/** Always the same load set; what is drawn from it is another seed's business. */
const FILLED_FROM = 1;
/** Room for both pools; and checkpoints no more often than a large installation would have them. Nothing is less durable. */
const BUSY_OFFICES = `select from office where org_id = $1 and name = '${BUSY_OFFICE}'`;
const FULL_INBOXES = `select from partner where org_id = $1 and name = '${FULL_INBOX}'`;
const SETTINGS = { max_connections: '120', max_wal_size: '4GB' };

export async function openBenchHouse(scale: string): Promise<BenchHouse> {
  const dataDir = path.resolve('.data', `bench-${scale}`);
  const postgres = await startEmbeddedPostgres({ dir: path.join(dataDir, 'postgres'), settings: SETTINGS });
  const environment = { DATA_DIR: dataDir, DATABASE_URL: postgres.url, DEMO: '1', LOG_LEVEL: 'error', PORT: '0', HOST: '127.0.0.1' };
  const settings = { ...readSettings(environment), quiet: true };
  const house = new Client(atDatabase(postgres.url, 'panah'));
  return { postgres, environment, settings, house };
}

/** Does `act` with the app in this process: for what needs its sealing and its statements, never for measuring. */
export async function withApp<T>({ settings, house }: BenchHouse, act: (server: RunningServer) => Promise<T>): Promise<T> {
  const server = await startServer(settings);
  try {
    await house.connect();
    return await act(server);
  } finally {
    await server.stop();
  }
}

export interface Filled {
  orgId: string;
  busy: BusyColleague[];
  abroad: PartnerReader[];
  floorUrl: string;
}

/** Fills the load set, the people with very much to do, a partner that reads very much, and the floor, whatever of it is not there yet. */
export async function fill(bench: BenchHouse, { app }: RunningServer, scale: string): Promise<Filled> {
  const { house, postgres, settings } = bench;
  const mark = path.join(settings.dataDir, 'FILLED');
  const { rows } = await house.query<{ id: string }>(`select id from org where name = 'Load set'`);
  if (rows.length && !existsSync(mark))
    throw new Error(`The load set in ${settings.dataDir} was filled only in part. Delete the folder and start again.`);
  const orgId = rows[0]?.id ?? (await fillSet(app.get(LoadSet), clientsOf(scale)));
  if (!existsSync(mark)) {
    await house.query('vacuum analyze');
    writeFileSync(mark, `${orgId}\n`);
  }
  const busy = await marked(bench, 'BUSY', 'the busy office', BUSY_OFFICES, orgId, () => app.get(BusySet).fill(orgId));
  const abroad = await marked(bench, 'PARTNER', 'the full inbox', FULL_INBOXES, orgId, () => app.get(PartnerSet).fill(orgId));
  const began = Date.now();
  const floorUrl = await fillFloor(postgres.url, house, app.get(Sealer), orgId);
  if (Date.now() - began > 1000) console.log(`filled the floor in ${seconds(began)}`);
  return { orgId, busy, abroad, floorUrl };
}

/** Under a mark of its own: a folder that was filled before there were such people gets them without being filled anew. */
async function marked<T>(
  { house, settings }: BenchHouse,
  name: string,
  what: string,
  there: string,
  orgId: string,
  lay: () => Promise<T>,
): Promise<T> {
  const mark = path.join(settings.dataDir, name);
  if (existsSync(mark)) return JSON.parse(readFileSync(mark, 'utf8')) as T;
  if ((await house.query(there, [orgId])).rowCount)
    throw new Error(`In ${settings.dataDir} ${what} was filled only in part. Delete the folder and start again.`);
  const began = Date.now();
  const laid = await lay();
  await house.query('vacuum analyze');
  writeFileSync(mark, JSON.stringify(laid));
  console.log(`filled ${what} in ${seconds(began)}`);
  return laid;
}

async function fillSet(set: LoadSet, clients: number): Promise<string> {
  const began = Date.now();
  const orgId = await set.fill(usualSize(clients, FILLED_FROM), (done) =>
    process.stdout.write(`\r${done} of ${clients} clients, ${seconds(began)}`),
  );
  console.log(`\nfilled the load set in ${seconds(began)}`);
  return orgId;
}

const seconds = (since: number): string => `${Math.round((Date.now() - since) / 1000)} s`;
