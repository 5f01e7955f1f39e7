import { createSecretKey } from 'node:crypto';
import { type Client, escapeIdentifier } from 'pg';
import type { KeyProvider } from '../sealing/key-provider';
import { IntegrityError } from '../sealing/key-provider';
import { keyContext, type Compartment } from '../sealing/key-ring';
import { openWith } from '../sealing/sealer';
import { BackupRefused } from './sealed-stream';

interface Shape {
  name: string;
  uuids: string[];
  rows: number;
}
interface SealedRow {
  id: string;
  sealed: Buffer;
  seal_version: number;
  subjects: string[];
}
interface KeyRow {
  subject_id: string;
  compartment: Compartment;
  version: number;
  wrapped: Buffer | null;
}

/** How many sealed rows, drawn by chance over all tables, opened; and of how many the key was destroyed. */
export interface SampleSeen {
  opened: number;
  erased: number;
}

/** Tables whose rows lie sealed as rows usually do: an id, a version of the seal, and somebody's id whose key it is. */
const SHAPES = `select c.relname::text as name, greatest(c.reltuples, 0)::float8 as rows,
    array_agg(a.attname::text order by a.attnum) filter (where a.atttypid = 'uuid'::regtype) as uuids
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.oid
  having array_agg(a.attname::text) @> array['id', 'sealed', 'seal_version'] order by 1`;

/**
 * Opens up to `want` rows with the keys that were brought back, of each table its share; what small tables and those sealed in a way of
 * their own leave over is drawn from the largest. Throws when a row does not open although its key is there.
 */
export async function openSample(records: Client, keys: Client, provider: KeyProvider, want: number): Promise<SampleSeen> {
  await records.query('analyze');
  const shapes = (await records.query<Shape>(SHAPES)).rows.filter(({ rows }) => rows > 0).sort((one, other) => one.rows - other.rows);
  const seen = new Map<Shape, SampleSeen>();
  const left = (): number => want - sum([...seen.values()].map(known));
  const look = async (shape: Shape, share: number): Promise<void> => {
    seen.set(shape, await openAll(keys, provider, shape.name, await draw(records, shape, share)));
  };
  for (const [index, shape] of shapes.entries()) await look(shape, Math.ceil(left() / (shapes.length - index)));
  for (const [shape, drawn] of [...seen].filter(([, { opened }]) => opened > 0).reverse())
    if (left() > 0) await look(shape, known(drawn) + left());
  const all = [...seen.values()];
  return { opened: sum(all.map(({ opened }) => opened)), erased: sum(all.map(({ erased }) => erased)) };
}

const known = ({ opened, erased }: SampleSeen): number => opened + erased;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

async function draw(records: Client, { name, uuids, rows }: Shape, want: number): Promise<SealedRow[]> {
  const share = Math.min(100, (want * 300) / rows);
  const subjects = `array_remove(array[${uuids.map((column) => escapeIdentifier(column)).join(', ')}], null)::text[]`;
  const found = await records.query<SealedRow>(
    `select id, sealed, seal_version, ${subjects} as subjects from public.${escapeIdentifier(name)} tablesample bernoulli (${share})
      where sealed is not null order by random() limit $1`,
    [want],
  );
  return found.rows;
}

async function openAll(keys: Client, provider: KeyProvider, table: string, rows: SealedRow[]): Promise<SampleSeen> {
  const held = await keysOf(keys, [...new Set(rows.flatMap(({ subjects }) => subjects))]);
  const seen = { opened: 0, erased: 0, closed: 0 };
  for (const row of rows) seen[await outcomeOf(held, provider, table, row)]++;
  // a table none of whose rows opens like this is sealed in a way of its own; one where some do and some do not has lost something
  if (seen.closed > 0 && seen.opened > 0)
    throw new BackupRefused(`${seen.closed} of ${rows.length} rows of ${table} do not open with these keys.`);
  return { opened: seen.opened, erased: seen.erased };
}

async function keysOf(keys: Client, subjects: string[]): Promise<Map<string, KeyRow[]>> {
  const { rows } = await keys.query<KeyRow>(
    'select subject_id, compartment, version, wrapped from subject_key where subject_id = any ($1::uuid[])',
    [subjects],
  );
  const held = new Map<string, KeyRow[]>();
  for (const row of rows) held.set(row.subject_id, [...(held.get(row.subject_id) ?? []), row]);
  return held;
}

async function outcomeOf(
  held: Map<string, KeyRow[]>,
  provider: KeyProvider,
  table: string,
  { id, sealed, seal_version, subjects }: SealedRow,
): Promise<'opened' | 'erased' | 'closed'> {
  let destroyed = false;
  for (const key of subjects.flatMap((subject) => held.get(subject) ?? [])) {
    if (key.wrapped === null) destroyed = true;
    else if (await opens(provider, { ...key, wrapped: key.wrapped }, table, id, sealed, seal_version)) return 'opened';
  }
  return destroyed ? 'erased' : 'closed';
}

async function opens(
  provider: KeyProvider,
  { subject_id, compartment, version, wrapped }: KeyRow & { wrapped: Buffer },
  table: string,
  rowId: string,
  sealed: Buffer,
  sealVersion: number,
): Promise<boolean> {
  const key = createSecretKey(await provider.unwrap(wrapped, keyContext(subject_id, compartment, version)));
  try {
    openWith({ version, key }, { table, rowId, subjectId: subject_id, compartment, sealVersion }, sealed);
    return true;
  } catch (error) {
    if (error instanceof IntegrityError) return false;
    throw error;
  }
}
