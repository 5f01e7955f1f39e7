import { counted } from './support/counts';
import { type House, openHouse } from './support/house';

/** Tables that hang on nobody: why each may do without row security. */
const WITHOUT_ROWS_TO_HIDE: Record<string, string> = {
  migration: 'names of migrations',
  sign_in_failure: 'keyed tokens of account and address, with a time; nothing hangs on them',
};

/** What the runtime login may not do anywhere. */
const NEVER = ['TRUNCATE', 'REFERENCES', 'TRIGGER'];

/** Tables from which the runtime login may delete: nothing that anyone would call a record (of notes, by policy, one's own drafts only). */
const DELETABLE = [
  'idempotency',
  'sign_in_failure',
  'recovery_code',
  'name_token',
  'enquiry_name_token',
  'case_note',
  'clinical_note',
  'private_note',
];

describe('the catalogue of the database', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const tables = (): Promise<{ name: string; on: boolean; forced: boolean; policies: number; granted: boolean; columns: string[] }[]> =>
    house.sql(`
      select c.relname::text as name, c.relrowsecurity as "on", c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
        exists (select from information_schema.column_privileges g
          where g.table_schema = 'public' and g.table_name = c.relname and g.grantee in ('panah_app', 'panah_jobs', 'PUBLIC')) as granted,
        (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`);

  it('forces row security on every table, with policies where any login has a hand in it', async () => {
    const open = (await tables()).filter(
      ({ name, on, forced, policies, granted }) => !WITHOUT_ROWS_TO_HIDE[name] && !(on && forced && (policies >= 2 || !granted)),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('carries org_id on every table that hangs on an office or a client, and office_id with it', async () => {
    for (const { name, columns } of (await tables()).filter(({ columns }) => columns.includes('client_id') && columns.length > 0))
      expect([name, columns.includes('org_id'), columns.includes('office_id')]).toEqual([name, true, true]);
  });

  it('shows no row of any table to the runtime login without a context', async () => {
    await house.as('CASEWORKER');
    const { Client } = await import('pg');
    const runtime = new Client(house.urls.app);
    await runtime.connect();
    let closed = 0;
    for (const { name } of (await tables()).filter(({ name }) => !WITHOUT_ROWS_TO_HIDE[name])) {
      const column = (
        await runtime.query<{ column_name: string }>(
          `select column_name from information_schema.column_privileges where table_schema = 'public' and table_name = $1 and grantee = 'panah_app' and privilege_type = 'SELECT' limit 1`,
          [name],
        )
      ).rows[0]?.column_name;
      if (!column) continue;
      expect([name, (await runtime.query(`select "${column}" from "${name}"`)).rowCount]).toEqual([name, 0]);
      closed += 1;
    }
    await runtime.end();
    counted('Sealed', { 'tables without a context, each of 0 rows': closed });
  });

  it('gives the runtime login no power over the tables themselves', async () => {
    const [login] = await house.sql(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, (select count(*)::int from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = 'panah_app'`,
    );
    expect(login).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0 });
    const grants = await house.sql<{ table_name: string; privilege_type: string }>(
      `select table_name, privilege_type from information_schema.table_privileges where grantee = 'panah_app' and table_schema = 'public'`,
    );
    expect(grants.filter(({ privilege_type }) => NEVER.includes(privilege_type))).toEqual([]);
    expect(grants.filter(({ privilege_type, table_name }) => privilege_type === 'DELETE' && !DELETABLE.includes(table_name))).toEqual([]);
  });

  it('lets the log only grow', async () => {
    const grants = await house.sql<{ p: string }>(
      `select privilege_type as p from information_schema.table_privileges where grantee in ('panah_app', 'panah_jobs') and table_name = 'audit_event' order by 1`,
    );
    expect([...new Set(grants.map(({ p }) => p))]).toEqual(['INSERT', 'SELECT']);
  });

  it('pins the search path of every function that acts for its owner, and marks none leakproof', async () => {
    const functions = await house.sql<{ name: string; pinned: boolean; leakproof: boolean }>(`
      select p.proname::text as name, coalesce(array_to_string(p.proconfig, ',') like '%search_path=%', false) as pinned, p.proleakproof as leakproof
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.prosecdef`);
    expect(functions.filter(({ pinned, leakproof }) => !pinned || leakproof)).toEqual([]);
    expect(functions.map(({ name }) => name).sort()).toMatchSnapshot();
  });

  it('computes each policy once per statement: no policy calls a function of the row', async () => {
    const policies = await house.sql<{ policy: string; rule: string }>(
      `select polname::text as policy, coalesce(pg_get_expr(polqual, polrelid), '') || ' ' || coalesce(pg_get_expr(polwithcheck, polrelid), '') as rule from pg_policy`,
    );
    for (const { policy, rule } of policies)
      expect([policy, rule.replace(/\( SELECT [^()]*(\([^()]*\)[^()]*)*\)/g, '').match(/app\.\w+\(/g)]).toEqual([policy, null]);
  });
});
