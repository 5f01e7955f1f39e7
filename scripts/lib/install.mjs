import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { at, root } from './folders.mjs';

const LOCK = at('package-lock.json');
/** npm writes this file last, so it also says that the installation was not cut off. */
const INSTALLED = at('node_modules/.package-lock.json');

/** Runs `npm ci` when node_modules is missing, was cut off, or belongs to another package-lock.json. */
export function installWhenNeeded() {
  if (isInstalled()) return;
  console.log('Installing packages (once, about a minute) …');
  const done = npm(['ci', '--include=dev', '--include=optional', '--loglevel=error']);
  if (done.status !== 0) {
    console.error('`npm ci` did not succeed; its words are above.');
    process.exit(done.status ?? 1);
  }
}

function npm(args) {
  const own = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  if (own && /\.[cm]?js$/.test(own)) return spawnSync(process.execPath, [own, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  if (statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs) return true;
  if (!sameVersions()) return false;
  utimesSync(INSTALLED, new Date(), new Date());
  return true;
}

/** A checkout touches the lock without changing it: only its content tells. Packages for other platforms are not installed. */
function sameVersions() {
  const wanted = packagesOf(LOCK);
  const have = packagesOf(INSTALLED);
  return Object.entries(wanted).every(([place, { version, optional, devOptional, peer }]) => {
    if (place === '') return true;
    return have[place] ? have[place].version === version : Boolean(optional ?? devOptional ?? peer);
  });
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
