import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { type Client, escapeIdentifier } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { BlockBegins, BlockEnds, Sequence } from './archive';
import { BackupRefused } from './sealed-stream';

/** One table as it is copied: every column but computed ones, in an order that is the same everywhere. */
export interface Table {
  name: string;
  columns: string[];
  order: string;
  /** On disk, in bytes: for the progress. */
  size: number;
}

/** One text for one value, whatever a server is set to. */
export const PLAIN = `set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set extra_float_digits = 1;
  set bytea_output = 'hex'; set client_encoding = 'UTF8'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`;

const TABLES = `
  select c.relname::text as name, pg_table_size(c.oid)::float8 as size,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          order by a.attnum) as columns,
    array(select quote_ident(a.attname) || case when a.atttypid in ('uuid'::regtype, 'int2'::regtype, 'int4'::regtype, 'int8'::regtype) then ''
                 else '::text collate "C"' end
            from pg_attribute a left join pg_index i on i.indrelid = c.oid and i.indisprimary
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and (i.indkey is null or a.attnum = any (i.indkey))
           order by coalesce(array_position(i.indkey::int2[], a.attnum), a.attnum)) as "order"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration' order by 1`;

/** Without a policy that shows its owner every row, a copy would hold a part and look whole. */
const SHUT = `
  select c.relname::text as name from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relforcerowsecurity
     and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
     and (not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
                        and (select oid from pg_roles where rolname = current_user) = any (p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true')
          or exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd in ('*', 'r')
                        and (p.polroles = '{0}' or (select oid from pg_roles where rolname = current_user) = any (p.polroles))))`;

/** The tables of the records or of the keys, by name. Throws when this login does not see every row of each. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const shut = (await client.query<{ name: string }>(SHUT)).rows;
  if (shut.length) throw new BackupRefused(`This login does not see every row of ${shut.map(({ name }) => name).join(', ')}.`);
  const { rows } = await client.query<Omit<Table, 'order'> & { order: string[] }>(TABLES);
  return rows.map((table) => ({ ...table, order: table.order.join(', ') }));
}

export async function sequencesOf(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select sequencename::text as name, last_value::text as value from pg_sequences where schemaname = 'public' and last_value is not null order by 1`,
  );
  return rows.map((row) => ({ is: 'sequence', ...row }));
}

export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration order by timestamp, id');
  return rows.map(({ name }) => name);
}

export const beginningOf = ({ name, columns }: Table): BlockBegins => ({ is: 'table', name, columns });

const list = (columns: readonly string[]): string => columns.map((name) => escapeIdentifier(name)).join(', ');

const LINE_END = 0x0a;

/**
 * The rows as PostgreSQL writes them, a piece at a time, and how many of them have come so far. Rows are counted in what came: each ends with
 * the one byte that no value contains in this form; what PostgreSQL says itself may arrive after the last piece.
 */
export function rowsOf(client: Client, { name, columns, order }: Table): { content: AsyncIterable<Buffer>; rows: () => number } {
  let rows = 0;
  const content = async function* (): AsyncGenerator<Buffer> {
    const out = client.query(copyTo(`copy (select ${list(columns)} from public.${escapeIdentifier(name)} order by ${order}) to stdout`));
    for await (const piece of out as AsyncIterable<Buffer>) {
      for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1)) rows++;
      yield piece;
    }
  };
  return { content: content(), rows: () => rows };
}

/** Count and hash of a table as it is now, as `block` computes them. */
export async function sumOf(client: Client, table: Table): Promise<Pick<BlockEnds, 'rows' | 'sha256'>> {
  const { content, rows } = rowsOf(client, table);
  const sum = createHash('sha256');
  for await (const piece of content) sum.update(piece);
  return { rows: rows(), sha256: sum.digest('hex') };
}

/** Fills a table with what another one's rows were written as. */
export async function fill(client: Client, { name, columns }: BlockBegins, content: AsyncIterable<Buffer>): Promise<void> {
  await pipeline(content, client.query(copyFrom(`copy public.${escapeIdentifier(name)} (${list(columns)}) from stdin`)));
}
