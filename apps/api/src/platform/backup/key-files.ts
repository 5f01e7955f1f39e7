import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesOf } from '../audit/checkpoint-book';
import type { Settings } from '../settings';

type Places = Pick<Settings, 'keyFile' | 'auditCheckpointFile' | 'erasedSubjectsFile'>;

/** What belongs to the keys and lies in files, by its name in a set. */
export function keyFilesOf({ keyFile, auditCheckpointFile, erasedSubjectsFile }: Places): Record<string, string> {
  const { head, checkpoints } = filesOf(auditCheckpointFile);
  return {
    key: keyFile,
    'audit-signing.key': path.join(path.dirname(keyFile), 'audit-signing.key'),
    'audit-checkpoints.head.json': head, // before the checkpoints: what is written meanwhile only adds to those
    'audit-checkpoints.jsonl': checkpoints,
    'erased-subjects.jsonl': erasedSubjectsFile,
  };
}

/** What there is of them now. They are small: keys, and a line or two for each day. */
export async function readKeyFiles(places: Places): Promise<{ name: string; content: Buffer }[]> {
  const found: { name: string; content: Buffer }[] = [];
  for (const [name, file] of Object.entries(keyFilesOf(places))) if (existsSync(file)) found.push({ name, content: await readFile(file) });
  return found;
}

/** Writes one of them to disk, readable by its owner only. Never over one that is there. */
export async function writeKeyFile(file: string, content: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
