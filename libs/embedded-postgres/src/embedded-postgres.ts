import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { programFolder } from './binaries';
import { openCluster, type Cluster } from './cluster';
import { dismissKeeper, Keeper } from './keeper';
import { launch } from './launch';
import { serverUser } from './operating-user';
import { isAlive, otherOwner, runningPostmaster, takeOwnership, type Postmaster } from './postmaster';
import { serverSettings, type ServerSettings } from './settings';

/** Where the server lives and how it runs. `fast` gives up durability and is for tests only. */
export interface EmbeddedPostgresOptions {
  dir: string;
  fast?: boolean;
  settings?: ServerSettings;
}

/**
 * A running PostgreSQL. `url` signs in as its superuser; `adopted` says that an earlier process had started it. While this process lives it is
 * looked after: when it is killed it comes back by itself, at the same address, with everything that was committed.
 */
export interface EmbeddedPostgres {
  url: string;
  port: number;
  /** Its first process: another one after it was killed. */
  readonly pid: number;
  adopted: boolean;
  /** Where the data really lies: another place than `dir` when the server's user cannot reach `dir`. */
  home: string;
  stop(): Promise<void>;
}

const TRIES = 40;
const BETWEEN_TRIES_MS = 250;
const PATIENCE_MS = 30_000;
/** After a kill -9 of the server its helpers need a moment to notice. */
const PASSES_BY_ITSELF = /shared memory block|could not bind|already in use|lock file/;

/**
 * Starts the PostgreSQL 18 that npm ships, as root too, on 127.0.0.1. A server that an ended process left behind is taken over,
 * one that was killed recovers. Throws when another living process uses the folder, or with the server's own words when it does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const fast = options.fast ?? false;
  const programs = programFolder();
  const cluster = openCluster(programs, options.dir, fast);
  const settings = serverSettings(fast, options.settings);
  await dismissKeeper(cluster.data);
  for (let left = TRIES; ; left--) {
    const running = await runningPostmaster(cluster);
    if (running) return adopt(programs, cluster, running, settings);
    const outcome = await launch(programs, cluster, settings);
    if ('postmaster' in outcome) return own(programs, cluster, outcome.postmaster, false, settings);
    if (left === 0 || !PASSES_BY_ITSELF.test(outcome.failure)) throw new Error(`PostgreSQL did not start: ${outcome.failure}`);
    await pause(BETWEEN_TRIES_MS);
  }
}

function adopt(programs: string, cluster: Cluster, running: Postmaster, settings: ServerSettings): EmbeddedPostgres {
  const owner = otherOwner(cluster);
  if (owner !== undefined) {
    throw new Error(`The data folder ${cluster.home} is in use by process ${String(owner)}. Stop that one first, or set another DATA_DIR.`);
  }
  return own(programs, cluster, running, true, settings);
}

function own(programs: string, cluster: Cluster, { pid, port }: Postmaster, adopted: boolean, settings: ServerSettings): EmbeddedPostgres {
  takeOwnership(cluster);
  const keeper = new Keeper(cluster.data, pid, () => launch(programs, cluster, settings, port));
  const endWithUs = () => askToStop(programs, cluster, keeper.pid);
  process.once('exit', endWithUs);
  const stop = async () => {
    await dismissKeeper(cluster.data);
    process.off('exit', endWithUs);
    endWithUs();
    await untilGone(keeper.pid);
  };
  return {
    url: `postgresql://postgres:${cluster.password}@127.0.0.1:${String(port)}/postgres`,
    port,
    get pid() {
      return keeper.pid;
    },
    adopted,
    home: cluster.home,
    stop,
  };
}

/** "Fast" shutdown: open transactions are rolled back, everything committed is on disk. */
function askToStop(programs: string, cluster: Cluster, pid: number): void {
  if (!isAlive(pid)) return;
  if (process.platform === 'win32') spawnSync(path.join(programs, 'pg_ctl'), ['stop', '-m', 'fast', '-D', cluster.data], serverUser);
  else process.kill(pid, 'SIGINT');
}

async function untilGone(pid: number): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  while (isAlive(pid)) {
    if (Date.now() > limit) process.kill(pid, 'SIGQUIT');
    await pause(10);
  }
}
