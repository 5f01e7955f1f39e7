import { randomInt } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removePassing } from './passing-folder';

/** What a story may choose: the demo or an empty installation, and settings on top. */
export interface AppOptions {
  demo?: boolean;
  env?: Record<string, string>;
}

/** The built server in a process of its own, with a database and keys of its own. */
export interface RunningApp {
  url: string;
  pid: number;
  /** Everything the server has printed so far (the one-time code of the first account, for example). */
  logs(): string;
  /** Ends the server as Ctrl-C does and gives its exit code. Its own folder goes too; one that a story named stays. */
  stop(): Promise<number>;
}

const MAIN = path.resolve(__dirname, '../../dist/server/apps/api/src/main.js');
/** As `npm start` does it: what is short-lived is collected early. */
const FLAGS = ['--max-semi-space-size=4'];
const START_LIMIT_MS = 120_000;
const KEPT_FROM_OUTSIDE = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'LANG'];

/** Starts the built server on a free port of the loopback and waits until it is healthy. Throws with its log when it ends before that. */
export async function startApp({ demo = true, env = {} }: AppOptions = {}): Promise<RunningApp> {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-app-'));
  const port = await freePort();
  const settings = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DEMO: demo ? '1' : '0',
    DATA_DIR: path.join(folder, 'data'),
    KEY_FILE: path.join(folder, 'keys', 'key'),
  };
  const child = spawn(process.execPath, [...FLAGS, MAIN], {
    env: { ...outsideEnvironment(), ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const logs = gatherOutput(child);
  const stop = async () => {
    const code = await end(child);
    removePassing(folder);
    return code;
  };
  const url = `http://127.0.0.1:${String(port)}`;
  try {
    await untilHealthy(url, child);
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${logs()}`, { cause: error });
  }
  return { url, pid: child.pid ?? 0, logs, stop };
}

function outsideEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(KEPT_FROM_OUTSIDE.map((name) => [name, process.env[name]]));
}

function gatherOutput(child: ChildProcess): () => string {
  let output = '';
  const add = (chunk: Buffer) => void (output += chunk.toString('utf8'));
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => output;
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${String(child.exitCode)} before it was ready.`);
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error('The server was not ready in time.');
}

function end(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode ?? 1);
    child.once('exit', (code) => resolve(code ?? 1));
    child.kill('SIGTERM');
  });
}

/** Below the range from which outgoing connections take theirs: nobody is given it between this look and the server's own. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(freePort()));
    probe.listen(randomInt(15_000, 32_000), '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
