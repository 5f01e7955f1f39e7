import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MEMORY = '/dev/shm';
const GIGABYTE = 1024 ** 3;
/** What a whole run of the stories may come to hold, and what must be left for those who run them. */
const NEEDED = { room: 3 * GIGABYTE, memory: 6 * GIGABYTE };

/**
 * A new folder for a database that ends with its story: in memory where the machine has room for it, else among the temporary files. A fresh house is
 * fifteen hundred files, deleted soon after: some disks (ext4 without a journal) give no deleted file's place out again for a minute, and look
 * through all of them for each file that is made. Whoever asks removes it; what a killed run left in memory goes with the next one.
 */
export function passingFolder(name: string): string {
  if (!hasRoom()) return mkdtempSync(path.join(tmpdir(), `${name}-`));
  for (const left of readdirSync(MEMORY).filter((entry) => entry.startsWith(`${name}-of-`)))
    if (!lives(Number(/-of-(\d+)-/.exec(left)?.[1]))) rmSync(path.join(MEMORY, left), { recursive: true, force: true });
  const folder = mkdtempSync(path.join(MEMORY, `${name}-of-${String(process.pid)}-`));
  chmodSync(folder, 0o711); // the database's own user goes through it
  return folder;
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
