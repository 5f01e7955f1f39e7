import { rm } from 'node:fs/promises';
import { Client } from 'pg';
import { visitOwner } from '../database/visit-database';
import { newId } from '../new-id';
import { FileKeyProvider } from '../sealing/file-key-provider';
import type { Settings } from '../settings';
import { block, FORMAT, frameOf, type SetHead } from './archive';
import { readKeyFiles } from './key-files';
import { type Moment, oneMoment } from './moment';
import type { Progress } from './progress';
import { writeLine, writeRecord } from './records';
import { BackupRefused, encrypted } from './sealed-stream';
import { type Kind, marksOf, setsOn, sweep, UnfinishedSet } from './set-folder';
import { beginningOf, migrationsOf, rowsOf, sequencesOf, tablesOf } from './tables';

export interface BackupPlan {
  settings: Settings;
  dataShelf: string;
  keysShelf: string;
  recipients: string[];
  demo: boolean;
  progress: Progress;
}

export interface BackupDone {
  id: string;
  data: string;
  keys: string;
  tables: number;
  rows: number;
  /** Sets of keys that were older than a key may live on after its end, and are gone now. */
  removed: string[];
}

const LOCK = 7204532;
const KEYS_LIVE_ON_DAYS = 30;

/**
 * Copies the house while it works: data and keys as two sets, of one moment, encrypted to public keys. A set has its name only when all of it
 * is on disk. Throws BackupRefused with a plain sentence.
 */
export async function backUp(plan: BackupPlan): Promise<BackupDone> {
  const { settings, dataShelf, keysShelf } = plan;
  const visit = await visitOwner(settings);
  const house = new Client(visit.urls.migration);
  house.on('error', () => undefined);
  try {
    await house.connect();
    const { rows } = await house.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
    if (!rows[0]?.mine) throw new BackupRefused('Another backup is at work. Wait for its end.');
    await Promise.all([sweep(dataShelf), sweep(keysShelf)]);
    const id = newId();
    await writeLine(house, 'backup:make', 'BACKUP', id); // before anything is read
    const files = await readKeyFiles(settings); // before the data: a log longer than its book is in order, a shorter one is not
    const moment = await oneMoment(visit.urls);
    const made = await write({ ...plan, id, moment, files }).finally(() => moment.end());
    await writeRecord(house, { kind: 'BACKUP', backupId: id, backupAt: moment.at, tables: made.tables, rows: made.rows, opened: null });
    return { id, ...made, removed: await removeOld(keysShelf, made.keys) };
  } finally {
    await house.end();
    await visit.leave();
  }
}

type Run = BackupPlan & { id: string; moment: Moment; files: { name: string; content: Buffer }[] };

async function write(run: Run): Promise<Omit<BackupDone, 'id' | 'removed'>> {
  const { house, key } = await marksOf(FileKeyProvider.open(run.settings.keyFile).provider);
  const said = { id: run.id, madeAt: run.moment.at, house, recipients: run.recipients };
  const sets = {
    keys: new UnfinishedSet(run.keysShelf, { ...said, kind: 'keys' }),
    data: new UnfinishedSet(run.dataShelf, { ...said, kind: 'data' }),
  };
  try {
    const sums = { tables: 0, rows: 0 };
    for (const kind of ['keys', 'data'] as const) await sets[kind].write(await encrypted(content(run, kind, sums), run.recipients), key);
    run.progress.end();
    // keys first: whoever finds data finds what opens it
    return { keys: await sets.keys.publish(), data: await sets.data.publish(), ...sums };
  } catch (error) {
    await sets.keys.discard();
    await sets.data.discard();
    throw error;
  }
}

async function* content(
  { id, moment, demo, files, progress }: Run,
  kind: Kind,
  sums: { tables: number; rows: number },
): AsyncGenerator<Buffer> {
  const client = kind === 'data' ? moment.records : moment.keys;
  const head: SetHead = { is: 'set', format: FORMAT, kind, id, madeAt: moment.at, demo, migrations: await migrationsOf(client) };
  yield frameOf(head);
  let blocks = 0;
  for (const file of kind === 'keys' ? files : []) {
    yield* block({ is: 'file', name: file.name, columns: [] }, pieceOf(file.content), () => 1);
    blocks++;
  }
  const tables = await tablesOf(client);
  const steps = progress.of(
    kind,
    tables.reduce((sum, { size }) => sum + size, 0),
  );
  for (const table of tables) {
    const { content, rows } = rowsOf(client, table);
    yield* block(beginningOf(table), content, rows, () => steps.at(table.name, rows()));
    steps.passed(table.size);
    sums.tables++;
    sums.rows += rows();
    blocks++;
  }
  for (const sequence of kind === 'data' ? await sequencesOf(client) : []) yield frameOf(sequence);
  yield frameOf({ is: 'end', blocks });
}

async function* pieceOf(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

/** A destroyed key may live on in a backup for thirty days, no longer. */
async function removeOld(shelf: string, newest: string): Promise<string[]> {
  const removed: string[] = [];
  const limit = Date.now() - KEYS_LIVE_ON_DAYS * 24 * 60 * 60 * 1000;
  const mine = (await setsOn(shelf, 'keys')).find(({ folder }) => folder === newest)?.manifest.house;
  for (const { folder, manifest } of await setsOn(shelf, 'keys')) {
    if (manifest.house !== mine || folder === newest || Date.parse(manifest.madeAt) >= limit) continue;
    await rm(folder, { recursive: true });
    removed.push(folder);
  }
  return removed;
}
