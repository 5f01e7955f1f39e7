import { existsSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { chainKey } from '../audit/chain';
import { readBook } from '../audit/check-book';
import { checkLog, type Verdict } from '../audit/check-log';
import { countUnsealed, LOOK, sealedLines } from '../audit/log-lines';
import type { OwnerUrls } from '../database/database-urls';
import { migrate, migrateTo } from '../database/migrate';
import type { KeyProvider } from '../sealing/key-provider';
import type { ArchiveReader, Said, SetHead } from './archive';
import { assertErasuresKnown, destroyAgain, laterLists } from './erasures';
import { writeKeyFile } from './key-files';
import { load, type Loaded } from './load';
import { contentOf, openSet, type Pair } from './pair';
import type { Progress } from './progress';
import { type Kept, writeLine, writeRecord } from './records';
import { openSample, type SampleSeen } from './sample';
import { PLAIN } from './tables';
import type { Target } from './target';

const SAMPLE = 500;

export interface RestorePlan {
  pair: Pair;
  /** What `provePair` gave: the key of the house in the set of keys. */
  provider: KeyProvider;
  identities: string[];
  target: Target;
  /** Lists of those whose keys were destroyed, besides the one in the set. */
  erased: string[];
  progress: Progress;
}

export interface RestoreDone {
  kept: Kept;
  house: string;
  sample: SampleSeen;
  /** Subjects whose keys the backup still held, and that are destroyed again. */
  destroyedAgain: number;
  audit: Verdict;
  /** Whether the log is as it was written. A log that ends before newer keys know of it is. */
  auditInOrder: boolean;
}

/**
 * Brings a house back into an empty place, compares every table with what was copied, opens a sample of what is sealed and checks the log.
 * Whatever goes wrong before the end leaves the place empty. Throws BackupRefused with a plain sentence.
 */
export async function bringBack(plan: RestorePlan): Promise<RestoreDone> {
  try {
    return await fillTarget(plan);
  } catch (error) {
    await plan.target.abandon();
    throw error;
  } finally {
    plan.progress.end();
  }
}

async function fillTarget({ pair, provider, identities, target, erased, progress }: RestorePlan): Promise<RestoreDone> {
  const lists = await laterLists(pair, identities, erased);
  assertErasuresKnown(pair, lists, Date.now());
  const keys = await openSet(pair.keys, identities);
  const { first, files } = await readFiles(keys.reader, target.waiting);
  const data = await openSet(pair.data, identities);
  try {
    await migrateTo(target.urls, data.head.migrations, keys.head.migrations);
    const open = await openBoth(target.urls);
    try {
      const ofKeys = await load(open.keys, keys.reader, first, files, progress.ofUnknownSize('keys'));
      const ofData = await load(open.records, data.reader, await data.reader.next(), 0, progress.ofUnknownSize('data'));
      const loaded = { tables: ofKeys.tables + ofData.tables, rows: ofKeys.rows + ofData.rows };
      return await lookThrough({ pair, target, provider, open, loaded, lists, head: data.head });
    } finally {
      await open.end();
    }
  } finally {
    await Promise.allSettled([keys.reader.close(), data.reader.close()]);
  }
}

interface Looking {
  pair: Pair;
  target: Target;
  provider: KeyProvider;
  open: Awaited<ReturnType<typeof openBoth>>;
  loaded: Loaded;
  lists: string[];
  head: SetHead;
}

async function lookThrough({ pair, target, provider, open, loaded, lists, head }: Looking): Promise<RestoreDone> {
  const list = path.join(target.waiting, 'erased-subjects.jsonl');
  const all = existsSync(list) ? [await readFile(list, 'utf8'), ...lists] : lists;
  const destroyedAgain = await destroyAgain(open.keys, provider, all);
  const sample = await openSample(open.records, open.keys, provider, SAMPLE);
  await open.keys.query('commit');
  await open.records.query('commit');
  for (const later of lists) await appendFile(list, `\n${later.trim()}\n`, { mode: 0o600, flush: true });
  await migrate(target.urls);
  const audit = await checkAudit(open.records, target.waiting, provider);
  const shorter = audit.reason === 'TAIL_MISSING' && pair.keys.manifest.id !== pair.data.manifest.id;
  const { id: backupId, madeAt: backupAt } = head;
  const kept: Kept = { kind: 'RESTORE_TEST', backupId, backupAt, ...loaded, opened: sample.opened };
  await writeLine(open.records, 'backup:restore', 'RESTORE', backupId);
  if (audit.ok || shorter) await writeRecord(open.records, kept);
  await open.end();
  await target.finish(head.demo);
  return { kept, house: pair.data.manifest.house, sample, destroyedAgain, audit, auditInOrder: audit.ok || shorter };
}

/** The key files of the set, into the folder where they wait. Gives what is said after them. */
async function readFiles(reader: ArchiveReader, waiting: string): Promise<{ first: Said; files: number }> {
  let files = 0;
  for (let said = await reader.next(); ; said = await reader.next(), files++) {
    if (said.is !== 'file') return { first: said, files };
    await writeKeyFile(path.join(waiting, path.basename(said.name)), await contentOf(reader));
  }
}

async function openBoth(urls: OwnerUrls): Promise<{ records: Client; keys: Client; end: () => Promise<void> }> {
  const [records, keys] = [new Client(urls.migration), new Client(urls.keysMigration)];
  for (const client of [records, keys]) {
    client.on('error', () => undefined);
    await client.connect();
    await client.query(`${PLAIN}; begin`);
  }
  return { records, keys, end: async () => void (await Promise.allSettled([records.end(), keys.end()])) };
}

async function checkAudit(client: Client, waiting: string, provider: KeyProvider): Promise<Verdict> {
  const book = await readBook(path.join(waiting, 'audit-checkpoints.jsonl'));
  await client.query(LOOK);
  const verdict = await checkLog(sealedLines(client), await countUnsealed(client), book, await chainKey(provider));
  await client.query('commit');
  return verdict;
}
