import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { at, root } from './folders.mjs';

/** The script behind a package's command, so that it runs under this same Node on every platform. */
export function commandOf(packageName, command) {
  const { bin } = JSON.parse(readFileSync(at('node_modules', packageName, 'package.json'), 'utf8'));
  return at('node_modules', packageName, typeof bin === 'string' ? bin : bin[command ?? packageName]);
}

/** Runs a script under this Node. `quiet` gathers what it prints instead of showing it. Gives `{ code, output }`. */
export function runNode(args, { env = {}, quiet = false } = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PATH: withOwnNodeFirst(), ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code: code ?? 1, output })));
}

function withOwnNodeFirst() {
  return [path.dirname(process.execPath), at('node_modules/.bin'), process.env.PATH ?? ''].join(path.delimiter);
}

/** Seconds since `start` (a `performance.now()`), for people: "3.2 s". */
export const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** Reads JSON, or gives `undefined` when there is no such file. */
export const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
