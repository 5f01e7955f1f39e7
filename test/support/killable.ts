import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const MAIN = path.resolve(__dirname, '../../dist/server/apps/api/src/main.js');
const START_LIMIT_MS = 60_000;

/** A built server in a process of its own, made to be killed. */
export interface Killable {
  url: string;
  /** Ends it at once, as nothing else does. */
  kill(): Promise<void>;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
}

/** Starts the built server with these settings and waits until it says that it is ready. */
export async function startKillable(env: Record<string, string>): Promise<Killable> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  for (const limit = Date.now() + START_LIMIT_MS; Date.now() < limit && child.exitCode === null; await pause(20)) {
    const url = /Ready: (\S+)/.exec(output)?.[1];
    if (url) return { url, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') };
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start: ${output}`);
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  return over;
}

/** Kills every process of the PostgreSQL in this folder at once, the first one before its helpers could notice. */
export function killPostgres(folder: string): void {
  const first = Number(readFileSync(path.join(homeOf(folder), 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  for (const pid of [first, ...childrenOf(first)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // gone already, with the others
    }
  }
}

function homeOf(folder: string): string {
  try {
    return readFileSync(path.join(folder, 'location'), 'utf8').trim();
  } catch {
    return folder;
  }
}

/** Where the system tells it (Linux); elsewhere the helpers end by themselves. */
function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}
