import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { giveToServer, serverCanWrite, serverUser } from './operating-user';
import { SYSTEM_FOLDER } from './system-folder';

/** A database cluster on disk: its home (log, password), its data folder, and the password of the user `postgres`. */
export interface Cluster {
  home: string;
  data: string;
  password: string;
}

const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** The environment of every PostgreSQL program: no locale and no time zone of this machine leaks into the data. */
export const clusterEnvironment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C', PGTZ: 'UTC' };

/** Opens the cluster in `folder`, and makes it first when there is none. Throws when `initdb` fails. */
export function openCluster(programs: string, folder: string, fast: boolean): Cluster {
  const home = homeOf(path.resolve(folder));
  const data = path.join(home, 'data');
  const passwordFile = path.join(home, 'password');
  if (!existsSync(data)) makeCluster(programs, data, passwordFile, fast);
  return { home, data, password: readFileSync(passwordFile, 'utf8').trim() };
}

function homeOf(folder: string): string {
  const pointer = path.join(folder, 'location');
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  mkdirSync(folder, { recursive: true });
  giveToServer(folder, 0o700);
  return serverCanWrite(folder) ? folder : homeElsewhere(pointer);
}

/** The name is drawn, not made from the path: whoever deletes the data folder starts anew and never meets the old database. */
function homeElsewhere(pointer: string): string {
  const home = path.join(SYSTEM_FOLDER, `cluster-${randomBytes(8).toString('hex')}`);
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  mkdirSync(home);
  giveToServer(home, 0o700);
  writeFileSync(pointer, `${home}\n`);
  return home;
}

/** Made beside its place and moved there when whole: an initdb that was cut off leaves nothing that looks like a cluster. */
function makeCluster(programs: string, data: string, passwordFile: string, fast: boolean): void {
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  giveToServer(passwordFile, 0o600);
  const options = ['-D', unfinished, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, ...LOCALE];
  if (fast) options.push('--no-sync');
  const made = spawnSync(path.join(programs, 'initdb'), options, { ...serverUser, env: clusterEnvironment, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`PostgreSQL could not make its data folder: ${made.stderr || String(made.error)}`);
  renameSync(unfinished, data);
}
