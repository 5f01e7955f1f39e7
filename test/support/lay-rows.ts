import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

interface Column {
  name: string;
  type: string;
  needed: boolean;
}

/** A value of each type, for a column of which nothing is known but its type. */
function valueOf(type: string): unknown {
  if (type.endsWith('[]')) return [];
  if (type === 'uuid') return randomUUID();
  if (type === 'boolean') return false;
  if (type === 'bytea') return '\\x00';
  if (type.startsWith('json')) return {};
  if (type === 'date') return '2026-01-01';
  if (type.startsWith('timestamp')) return '2026-01-01T00:00:00Z';
  if (/int|numeric|double|real/.test(type)) return 1;
  return 'X';
}

export async function columnsOf(root: Client, table: string): Promise<Column[]> {
  const { rows } = await root.query<Column>(
    `select a.attname::text as name, format_type(a.atttypid, null) as type, a.attnotnull as needed
       from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '' order by a.attnum`,
    [`public."${table}"`],
  );
  return rows;
}

/** The same row with something in every column that is empty. */
export async function filled(root: Client, table: string, row: string): Promise<string> {
  const known = JSON.parse(row) as Record<string, unknown>;
  const columns = await columnsOf(root, table);
  return JSON.stringify({
    ...known,
    ...Object.fromEntries(columns.filter(({ name }) => known[name] === null).map(({ name, type }) => [name, valueOf(type)])),
  });
}

/**
 * Rows in a table that has none, so that its walls hold something: known ids where the columns are called so, one row for each code that a
 * constraint or a policy names, and otherwise any value of the type. No constraint is asked: whoever calls this has the database to themselves. Gives PostgreSQL's refusal when not one row was taken.
 */
export async function layRows(root: Client, table: string, known: Record<string, string>): Promise<string | null> {
  const columns = await columnsOf(root, table);
  const codes = await codesOf(root, table, columns);
  await withoutChecks(root, table);
  const plain = Object.fromEntries(
    columns
      .filter(({ name, needed }) => needed || known[name])
      .map(({ name, type }) => [name, known[name] ?? codes.get(name)?.[0] ?? valueOf(type)]),
  );
  let laid = 0;
  let refusal: string | null = null;
  for (const [name, values] of [['', ['']] as [string, string[]], ...codes])
    for (const value of values) {
      const row = { ...plain, ...(name && { [name]: value }), ...('id' in plain && { id: randomUUID() }) };
      const refused = await layRow(root, table, row);
      if (refused) refusal = refused;
      else laid += 1;
    }
  return laid ? null : refusal;
}

/** Copies of a row, one for each code and each truth that a constraint or a policy of its table could tell apart. */
export async function layVariants(root: Client, table: string, row: string): Promise<void> {
  const columns = await columnsOf(root, table);
  const known = JSON.parse(row) as Record<string, unknown>;
  const codes = await codesOf(root, table, columns);
  await withoutChecks(root, table);
  const truths = columns.filter(({ type }) => type === 'boolean').map(({ name }): [string, unknown[]] => [name, [!known[name]]]);
  for (const [name, values] of [...codes, ...truths])
    for (const value of values) {
      const own = 'id' in known ? 'id' : (columns.find(({ type }) => type === 'uuid')?.name ?? '');
      await layRow(root, table, { ...known, [own]: randomUUID(), [name]: value });
    }
}

/** Neither checks nor uniqueness: a copy may say what no row could. */
async function withoutChecks(root: Client, table: string): Promise<void> {
  await root.query(
    `do $$ declare one name; begin
       for one in select conname from pg_constraint where conrelid = 'public."${table}"'::regclass and contype in ('c', 'u')
         loop execute format('alter table public."${table}" drop constraint %I cascade', one); end loop;
       for one in select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = 'public."${table}"'::regclass and x.indisunique and not x.indisprimary
         loop execute format('drop index public.%I', one); end loop; end $$`,
  );
}

/** The codes that the constraints of a table name for each of its columns. */
async function codesOf(root: Client, table: string, columns: Column[]): Promise<Map<string, string[]>> {
  const { rows } = await root.query<{ text: string }>(
    `select pg_get_constraintdef(oid) as text from pg_constraint where conrelid = $1::regclass and contype = 'c'
      union all select coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') from pg_policy where polrelid = $1::regclass`,
    [`public."${table}"`],
  );
  const checks = rows.map(({ text }) => text).join('\n');
  const listed = (name: string): string[] => {
    const list = new RegExp(`\\b${name} (?:=|<>) (?:ANY \\(\\(?ARRAY\\[)?((?:'[^']+'(?:::text)?(?:, )?)+)`).exec(checks)?.[1] ?? '';
    return [...list.matchAll(/'([^']+)'/g)].map(([, code = '']) => code);
  };
  return new Map(
    columns
      .filter(({ type }) => type === 'text')
      .map(({ name }) => [name, listed(name)] as const)
      .filter(([, values]) => values.length) as [string, string[]][],
  );
}

async function layRow(root: Client, table: string, row: Record<string, unknown>): Promise<string | null> {
  const list = Object.keys(row)
    .map((name) => `"${name}"`)
    .join(', ');
  await root.query('savepoint laying');
  try {
    await root.query('set local session_replication_role = replica');
    await root.query(`insert into "${table}" (${list}) select ${list} from jsonb_populate_record(null::"${table}", $1::jsonb)`, [
      JSON.stringify(row),
    ]);
    await root.query('set local session_replication_role = origin');
    return null;
  } catch (error) {
    await root.query('rollback to savepoint laying');
    return String(error);
  }
}
