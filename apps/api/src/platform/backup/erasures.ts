import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import { ErasedSubjects } from '../sealing/erased-subjects';
import type { KeyProvider } from '../sealing/key-provider';
import { keyFileIn, type Pair } from './pair';
import { BackupRefused } from './sealed-stream';
import { setsOn } from './set-folder';

const LIST = 'erased-subjects.jsonl';
const KEYS_LIVE_ON_DAYS = 30;

/** The lists of those whose keys were destroyed after this backup: in files that are named, and in newer sets of keys that lie beside. */
export async function laterLists({ keys }: Pair, identities: readonly string[], files: readonly string[]): Promise<string[]> {
  const lists: string[] = [];
  for (const file of files) if (existsSync(file)) lists.push(await readFile(file, 'utf8'));
  for (const set of await setsOn(path.dirname(keys.folder), 'keys')) {
    const newer = set.manifest.house === keys.manifest.house && set.manifest.madeAt > keys.manifest.madeAt;
    if (newer) lists.push((await keyFileIn(set, identities, LIST).catch(() => null)) ?? '');
  }
  return lists;
}

/** A key may outlive its end in a backup for thirty days. Older ones are brought back only with a list of who was erased since. */
export function assertErasuresKnown({ keys }: Pair, lists: readonly string[], now: number): void {
  if (lists.length > 0 || now - Date.parse(keys.manifest.madeAt) < KEYS_LIVE_ON_DAYS * 24 * 60 * 60 * 1000) return;
  throw new BackupRefused(
    `These keys are older than ${KEYS_LIVE_ON_DAYS} days: somebody may have been erased since. Name the list of the house with --erased FILE (erased-subjects.jsonl beside its key file).`,
  );
}

/** Destroys what was destroyed before. Gives how many subjects lost keys that the backup still held. */
export async function destroyAgain(keys: Client, provider: KeyProvider, lists: readonly string[]): Promise<number> {
  const known = new ErasedSubjects({ erasedSubjectsFile: '' }, provider);
  const subjects = [...new Set((await Promise.all(lists.map((text) => known.in(text)))).flat())];
  const { rows } = await keys.query<{ subject_id: string }>(
    `update subject_key set wrapped = null, destroyed_at = now() where subject_id = any ($1::uuid[]) and destroyed_at is null returning subject_id`,
    [subjects],
  );
  return new Set(rows.map(({ subject_id }) => subject_id)).size;
}
