import { type Client, escapeIdentifier } from 'pg';
import { BackupRefused } from './sealed-stream';

interface Bound {
  tables: { name: string; forced: boolean }[];
  links: { table: string; name: string; definition: string }[];
  triggers: { table: string; name: string; state: string }[];
}

const TABLES = `select relname::text as name, relforcerowsecurity as forced from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
const LINKS = `select conrelid::regclass::text as table, conname::text as name, pg_get_constraintdef(oid) as definition from pg_constraint
  where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by 1, 2`;
const TRIGGERS = `select tgrelid::regclass::text as table, tgname::text as name, tgenabled::text as state from pg_trigger t
  join pg_class c on c.oid = t.tgrelid where not tgisinternal and c.relnamespace = 'public'::regnamespace order by 1, 2`;
const ENABLED: Record<string, string> = { O: 'enable', A: 'enable always', R: 'enable replica' };

/**
 * Lets tables be filled in any order, as their owner and inside the caller's transaction: row security is not forced on the owner,
 * triggers rest, links between tables are put aside. Afterwards everything stands as before, and PostgreSQL has looked through every link.
 */
export async function unbound(client: Client, act: () => Promise<void>): Promise<void> {
  const before = await boundOf(client);
  for (const { table, name } of before.links) await client.query(`alter table ${table} drop constraint ${escapeIdentifier(name)}`);
  for (const { name } of before.tables)
    await client.query(`alter table public.${escapeIdentifier(name)} no force row level security, disable trigger user`);
  await act();
  for (const { name, forced } of before.tables)
    if (forced) await client.query(`alter table public.${escapeIdentifier(name)} force row level security`);
  for (const { table, name, state } of before.triggers)
    if (ENABLED[state]) await client.query(`alter table ${table} ${ENABLED[state]} trigger ${escapeIdentifier(name)}`);
  for (const { table, name, definition } of before.links)
    await client.query(`alter table ${table} add constraint ${escapeIdentifier(name)} ${definition}`);
  if (JSON.stringify(await boundOf(client)) !== JSON.stringify(before))
    throw new BackupRefused('The tables do not stand as before they were filled.');
}

async function boundOf(client: Client): Promise<Bound> {
  return {
    tables: (await client.query<Bound['tables'][number]>(TABLES)).rows,
    links: (await client.query<Bound['links'][number]>(LINKS)).rows,
    triggers: (await client.query<Bound['triggers'][number]>(TRIGGERS)).rows,
  };
}
