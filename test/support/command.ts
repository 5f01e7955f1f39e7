import { spawn } from 'node:child_process';
import path from 'node:path';

export interface CommandResult {
  code: number | null;
  output: string;
}

/** Runs one of the built scripts as `npm run` does, with nothing of this environment but what is given. `killAfter` is in milliseconds. */
export function runScript(name: string, args: string[], env: Record<string, string>, killAfter?: number): Promise<CommandResult> {
  const script = path.resolve(__dirname, '../../dist/server/scripts', `${name}.js`);
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve) =>
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    }),
  );
}
