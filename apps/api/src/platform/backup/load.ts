import { createHash } from 'node:crypto';
import { type Client, escapeIdentifier } from 'pg';
import type { ArchiveReader, BlockBegins, Said } from './archive';
import { BackupRefused } from './sealed-stream';
import { fill, sumOf, type Table, tablesOf } from './tables';
import { unbound } from './unbound';

/** What was brought back into one database. */
export interface Loaded {
  tables: number;
  rows: number;
}

/**
 * Fills the tables of one database from a set, inside the caller's transaction, and compares each with what was copied: count and hash of all
 * its rows, read back. `first` is what the reader said last. Throws when anything differs.
 */
export async function load(
  client: Client,
  reader: ArchiveReader,
  first: Said,
  blocksBefore: number,
  tell: (table: string) => void,
): Promise<Loaded> {
  const tables = new Map((await tablesOf(client)).map((table) => [table.name, table]));
  const loaded = { tables: 0, rows: 0 };
  await unbound(client, async () => {
    if (tables.size) await client.query(`truncate ${[...tables.keys()].map((name) => `public.${escapeIdentifier(name)}`).join(', ')}`);
    for (let said = first; said.is !== 'end' || atEnd(said.blocks, blocksBefore + loaded.tables); said = await reader.next()) {
      if (said.is === 'sequence')
        await client.query(`select setval($1::regclass, $2::bigint)`, [`public.${escapeIdentifier(said.name)}`, said.value]);
      else if (said.is === 'table') loaded.rows += await loadTable(client, reader, said, take(tables, said));
      else throw new BackupRefused('The backup is not written in a known form.');
      if (said.is === 'table') loaded.tables++;
      tell(said.name);
    }
  });
  if (tables.size) throw new BackupRefused(`The backup lacks ${[...tables.keys()].join(', ')}.`);
  return loaded;
}

/** False, which ends the loop; throws when something was left out on the way. */
function atEnd(named: number, met: number): false {
  if (named !== met) throw new BackupRefused(`The backup is not whole: ${met} of ${named} parts are there.`);
  return false;
}

function take(tables: Map<string, Table>, { name, columns }: BlockBegins): Table {
  const table = tables.get(name);
  if (!table || [...table.columns].sort().join() !== [...columns].sort().join())
    throw new BackupRefused(`The table ${name} of the backup is not one that this program knows.`);
  tables.delete(name);
  return { ...table, columns };
}

async function loadTable(client: Client, reader: ArchiveReader, begins: BlockBegins, table: Table): Promise<number> {
  const sum = createHash('sha256');
  const content = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of reader.bytes()) {
      sum.update(piece);
      yield piece;
    }
  };
  await fill(client, begins, content());
  const ends = await reader.next();
  if (ends.is !== 'over' || ends.name !== begins.name || ends.sha256 !== sum.digest('hex'))
    throw new BackupRefused(`The table ${begins.name} in the backup is not what was copied.`);
  const now = await sumOf(client, table);
  if (now.rows !== ends.rows || now.sha256 !== ends.sha256)
    throw new BackupRefused(`The table ${begins.name} is not the same again: ${now.rows} of ${ends.rows} rows came back.`);
  return now.rows;
}
