import { cpSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@panah/embedded-postgres/embedded-postgres';
import { PgBoss } from 'pg-boss';
import { atDatabase } from '../../apps/api/src/platform/database/database-urls';
import { passingFolder, removePassing } from './passing-folder';
import { ask } from './postgres';
import { type RunningApp, startApp } from './running-app';

/** A demonstration of one's own: its server, its rows, and its clock. */
export interface OwnHouse {
  url: string;
  /** Lays what time alone would bring. */
  sql: (text: string, values?: readonly unknown[]) => Promise<unknown>;
  /** Lets the queue run jobs by their names, each with the moment at which it thinks that it is, and waits until they are done. */
  runs: (jobs: Readonly<Record<string, string>>) => Promise<void>;
}

/** A house that can go on in two ways from where it stands, with the same rows and the same sessions in both. */
export interface ForkingHouse extends OwnHouse {
  fork: () => Promise<[OwnHouse, OwnHouse]>;
  close: () => Promise<void>;
}

const FIRST = 'first';
const JOB_LIMIT_MS = 20_000;

/** Starts one. The server whose house was forked is gone: nobody may be at work in what is copied. */
export async function forkingHouse(): Promise<ForkingHouse> {
  const folder = passingFolder('office-fork');
  const postgres = await startEmbeddedPostgres({ dir: path.join(folder, 'postgres'), fast: true });
  const running: RunningApp[] = [];
  const open = async (name: string): Promise<OwnHouse> => {
    const at = (place: string): string => path.join(folder, name, place);
    await ask(postgres.url, `create database "${name}"`); // an address to begin at; the house lies beside it
    const env = { DATA_DIR: at('data'), KEY_FILE: at('keys/key'), DATABASE_URL: atDatabase(postgres.url, name) };
    const app = await startApp({ env });
    running.push(app);
    return ownHouse(app.url, atDatabase(postgres.url, `${name}_panah`));
  };
  const copy = async (name: string): Promise<OwnHouse> => {
    cpSync(path.join(folder, FIRST), path.join(folder, name), { recursive: true });
    for (const part of ['panah', 'panah_keys'])
      await ask(postgres.url, `create database "${name}_${part}" owner panah_owner template "${FIRST}_${part}" strategy file_copy`);
    return open(name);
  };
  return {
    ...(await open(FIRST)),
    fork: async () => {
      await Promise.all(running.splice(0).map((app) => app.stop()));
      const one = await copy('one');
      return [one, await copy('other')];
    },
    close: async () => {
      await Promise.all(running.map((app) => app.stop()));
      await postgres.stop();
      removePassing(folder);
    },
  };
}

function ownHouse(url: string, database: string): OwnHouse {
  return {
    url,
    sql: (text, values = []) => ask(database, text, values),
    runs: async (jobs) => {
      const boss = new PgBoss({ connectionString: database, schema: 'queue', createSchema: false, supervise: false, schedule: false });
      await boss.start();
      const sent = await Promise.all(Object.entries(jobs).map(async ([job, now]) => [job, await boss.send(job, { now })] as const));
      for (const [job, id] of sent) await untilDone(boss, job, id ?? '');
      await boss.stop({ graceful: false });
    },
  };
}

async function untilDone(boss: PgBoss, job: string, id: string): Promise<void> {
  for (const limit = Date.now() + JOB_LIMIT_MS; Date.now() < limit; await pause(50))
    if ((await boss.getJobById(job, id))?.state === 'completed') return;
  throw new Error(`The job "${job}" was not done in time.`);
}
