import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface RunningProcess {
  pid: number;
  address: string;
  stop(): Promise<void>;
}

/** Milliseconds of a tick of /proc; the kernel's interface fixes it at a hundredth of a second. */
const TICK_MS = 10;

/** As `npm start` and the image start the server: what is needed for a moment takes little room. */
const FLAGS = ['--max-semi-space-size=4'];

/** Starts a compiled script in a process of its own and waits until it says where it listens. Throws when it ends before. */
export async function startProcess(script: string, environment: Record<string, string>): Promise<RunningProcess> {
  const child = spawn(process.execPath, [...FLAGS, script], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await Promise.race([readyOf(child), ended.then(() => Promise.reject(new Error(`${script} did not start.`)))]);
  const unasked = (code: number | null, signal: string | null): void => console.error(`${script} ended by itself (${code ?? signal}).`);
  child.once('exit', unasked);
  const stop = async (): Promise<void> => {
    child.off('exit', unasked).kill('SIGTERM');
    await ended;
  };
  return { pid: child.pid ?? 0, address, stop };
}

function readyOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
      const address = /Ready: (http:\/\/\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
  });
}

/** CPU time in milliseconds that a process has used so far; 0 where there is no /proc. */
export function cpuOf(pid: number): number {
  const [user = 0, system = 0] = ticksOf(pid);
  return (user + system) * TICK_MS;
}

/** As `cpuOf`, for a PostgreSQL server with all its backends, those that are gone included. */
export function cpuOfPostgres(postmaster: number): number {
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = ticksOf(postmaster);
  const backends = childrenOf(postmaster).reduce((sum, pid) => sum + cpuOf(pid), 0);
  return (user + system + childUser + childSystem) * TICK_MS + backends;
}

/** Memory in use, in megabytes. */
export function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readProc(`${pid}/status`))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1024);
}

function childrenOf(parent: number): number[] {
  return processIds().filter((pid) => fieldsOf(pid)[1] === String(parent));
}

/** utime, stime, cutime, cstime (proc_pid_stat(5)). */
const ticksOf = (pid: number): number[] => fieldsOf(pid).slice(11, 15).map(Number);

/** The fields after the name in parentheses, which may hold blanks itself. */
function fieldsOf(pid: number): string[] {
  const text = readProc(`${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function processIds(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}
