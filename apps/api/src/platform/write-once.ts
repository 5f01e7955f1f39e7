import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file that is made once and for all, readable by its owner only: whole or not at all. Of two servers that start at the same time one
 * makes it, and the other takes the same. True for the one who made it.
 */
export function writeOnce(file: string, text: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(beside, text, { mode: 0o600, flag: 'wx', flush: true });
  try {
    give(beside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(beside);
  }
}

/** A second name for the same file; on a stick that knows no such thing, a copy. */
function give(source: string, file: string): void {
  try {
    linkSync(source, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    copyFileSync(source, file, constants.COPYFILE_EXCL);
  }
}
