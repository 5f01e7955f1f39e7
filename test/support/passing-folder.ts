import { chmodSync, existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
// A relative path: jest does not apply moduleNameMapper to what its global setup reads.
import { SYSTEM_FOLDER } from '../../libs/embedded-postgres/src/system-folder';

const MEMORY = '/dev/shm';
const GIGABYTE = 1024 ** 3;
/** What a whole run of the stories may come to hold, and what must be left for those who run them. */
const NEEDED = { room: 3 * GIGABYTE, memory: 6 * GIGABYTE };

/**
 * A new folder for a database that ends with its story: in memory where the machine has room for it, else among the temporary files. A fresh house is
 * fifteen hundred files, deleted soon after: some disks (ext4 without a journal) give no deleted file's place out again for a minute, and look
 * through all of them for each file that is made. Whoever asks calls `removePassing`; what a killed run left in memory goes with the next one.
 */
export function passingFolder(name: string): string {
  if (!hasRoom()) return mkdtempSync(path.join(tmpdir(), `${name}-`));
  for (const left of readdirSync(MEMORY).filter((entry) => entry.startsWith(`${name}-of-`)))
    if (!lives(Number(/-of-(\d+)-/.exec(left)?.[1]))) removePassing(path.join(MEMORY, left));
  const folder = mkdtempSync(path.join(MEMORY, `${name}-of-${String(process.pid)}-`));
  chmodSync(folder, 0o711); // the database's own user goes through it
  return folder;
}

/** Removes a story's folder, and every cluster of it that lies elsewhere: where the server's user cannot come in, only the place is written down. */
export function removePassing(folder: string): void {
  for (const pointer of globSync('**/location', { cwd: folder })) {
    const home = readFileSync(path.join(folder, pointer), 'utf8').trim();
    if (path.dirname(home) === SYSTEM_FOLDER) rmSync(home, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

function hasRoom(): boolean {
  if (process.platform !== 'linux' || !existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > NEEDED.room && process.availableMemory() > NEEDED.memory;
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
