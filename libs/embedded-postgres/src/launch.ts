import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clusterEnvironment, type Cluster } from './cluster';
import { giveToServer, serverUser } from './operating-user';
import { runningPostmaster, type Postmaster } from './postmaster';
import type { ServerSettings } from './settings';

const START_LIMIT_MS = 120_000;
const POLL_MS = 10;
const LOG_LIMIT_BYTES = 5_000_000;

/** What became of one try to start the server: it runs, or it ended and left these words in its log. */
export type Launch = { postmaster: Postmaster } | { failure: string };

/** Starts the server on a port (a free one unless it is named) and waits until it takes connections; after a crash that includes its recovery. */
export async function launch(programs: string, cluster: Cluster, settings: ServerSettings, port?: number): Promise<Launch> {
  const log = path.join(cluster.home, 'server.log');
  const begin = freshLog(log);
  const options = ['-D', cluster.data, '-p', String(port ?? (await freePort()))];
  for (const [name, value] of Object.entries(settings)) options.push('-c', `${name}=${value}`);
  const child = spawnServer(path.join(programs, 'postgres'), options, log);
  const ended = new Promise<true>((resolve) => child.once('error', () => resolve(true)).once('exit', () => resolve(true)));
  child.unref();
  const postmaster = await untilReady(cluster, ended);
  return postmaster ? { postmaster } : { failure: readFileSync(log).subarray(begin).toString('utf8').trim() };
}

function spawnServer(program: string, options: string[], log: string) {
  const output = openSync(log, 'a', 0o600);
  // detached: Ctrl-C must reach our own shutdown first; the database goes last
  const child = spawn(program, options, { ...serverUser, env: clusterEnvironment, detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  return child;
}

async function untilReady(cluster: Cluster, ended: Promise<true>): Promise<Postmaster | undefined> {
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit) {
    const postmaster = await runningPostmaster(cluster);
    if (postmaster) return postmaster;
    if (await Promise.race([ended, pause(POLL_MS, false)])) return undefined;
  }
  return undefined;
}

/** Puts a log that grew large aside and says at which byte this start begins. */
function freshLog(log: string): number {
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`);
  closeSync(openSync(log, 'a', 0o600));
  giveToServer(log, 0o600);
  return statSync(log).size;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
