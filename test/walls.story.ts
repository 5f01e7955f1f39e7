import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DemoHouse } from '../apps/api/src/demo/demo-house';
import { counted } from './support/counts';
import { type House, openHouse } from './support/house';
import { databaseUrl } from './support/postgres';

interface Context {
  org_id: string;
  staff_id: string;
  coordinated_offices?: string;
  enquiry_offices?: string;
  member?: string;
  blocked?: string;
  roles?: string;
}

/** Row security alone, with the app's own conditions out of the way: plain SQL as the runtime login, under the context of one person. */
describe('the second wall', () => {
  let house: House;
  let admin: Client;
  let clientId: string;
  let tables: string[];
  let entitled: Context;
  let outsiders: Record<string, Context>;

  beforeAll(async () => {
    house = await openHouse({ DEMO: '1' });
    await house.app.get(DemoHouse).fill();
    admin = new Client(databaseUrl(new URL(house.urls.app).pathname.slice(1)));
    await admin.connect();
    const [file] = await house.sql<{ client_id: string; office_id: string; org_id: string; primary_worker_id: string }>(
      `select c.* from case_file c where state = 'ACTIVE' and exists (select from residence r where r.client_id = c.client_id) and exists (select from organisational_name r where r.client_id = c.client_id) and exists (select from safe_contact_plan p where p.client_id = c.client_id) limit 1`,
    );
    if (!file) throw new Error('the demonstration has no such file');
    clientId = file.client_id;
    const [south] = await house.sql<{ id: string }>('select id from office where org_id = $1 and id <> $2', [file.org_id, file.office_id]);
    const [elsewhere] = await house.sql<{ staff_id: string }>(
      `select staff_id from case_team t where org_id = $1 and ended_at is null and starts_at <= now()
          and not exists (select from case_team o where o.staff_id = t.staff_id and o.client_id = $2) limit 1`,
      [file.org_id, clientId],
    );
    if (!elsewhere) throw new Error('the demonstration has nobody on other teams only');
    const here = { org_id: file.org_id, staff_id: randomUUID() };
    entitled = { ...here, coordinated_offices: file.office_id, enquiry_offices: file.office_id, roles: 'COORDINATOR' };
    outsiders = {
      'a colleague of the office who is not on the team': { ...here, enquiry_offices: file.office_id, roles: 'CASEWORKER' },
      'the coordinator of another office': {
        ...here,
        coordinated_offices: south?.id ?? '',
        enquiry_offices: south?.id ?? '',
        roles: 'COORDINATOR',
      },
      'a coordinator of another organisation who names this office': { ...entitled, org_id: house.offices.elsewhere.orgId },
      'a member of another client’s team': { ...here, member: elsewhere.staff_id, roles: 'CASEWORKER' },
      'the coordinator of the office, blocked for this client': { ...entitled, blocked: clientId },
      'a member of the team, blocked for this client': { ...here, member: file.primary_worker_id, blocked: clientId, roles: 'CASEWORKER' },
      'an admin': { ...here, roles: 'ADMIN' },
      'somebody without a context': { org_id: '', staff_id: '' },
    };
    tables = (
      await house.sql<{ name: string }>(
        `select distinct c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relkind = 'r' and a.attname = 'client_id' and not a.attisdropped and c.relname <> 'audit_event' order by 1`,
      )
    ).map(({ name }) => name);
  });
  afterAll(async () => {
    await admin.end();
    await house.close();
  });

  /** How many rows of one client somebody sees in a table, in the transaction of the caller. */
  const seenBy = async (context: Context, table: string): Promise<number> => {
    await admin.query('savepoint before');
    await admin.query('set local role panah_app');
    const names = ['org_id', 'staff_id', 'coordinated_offices', 'enquiry_offices', 'member', 'blocked', 'roles', 'partner_id'] as const;
    for (const name of names)
      await admin.query('select set_config($1, $2, true)', [
        `app.${name}`,
        (context as unknown as Record<string, string | undefined>)[name] ?? '',
      ]);
    const column = table === 'client' ? 'id' : 'client_id';
    const { rows } = await admin.query<{ count: number }>(`select count(${column})::int as count from "${table}" where ${column} = $1`, [
      clientId,
    ]);
    await admin.query('rollback to before');
    return rows[0]?.count ?? 0;
  };
  const inTransaction = async (act: () => Promise<void>): Promise<void> => {
    await admin.query('begin');
    await act().finally(() => admin.query('rollback'));
  };

  it('stands round every table that hangs on a client, for each kind of outsider; who answers for the office sees in', async () => {
    const holding: string[] = [];
    let probes = 0;
    await inTransaction(async () => {
      for (const table of ['client', ...tables]) {
        const inside = await seenBy(entitled, table);
        if (inside > 0) holding.push(table);
        for (const [who, context] of Object.entries(outsiders)) {
          expect([table, who, await seenBy(context, table)]).toEqual([table, who, 0]);
          probes += 1;
        }
      }
    });
    counted('Closed', { probes, 'got in': 0, 'twins succeeded': holding.length });
    expect(holding.length).toBeGreaterThan(8);
  });

  it('is noticed when it is gone: loosened policy by policy, each time an outsider sees in', async () => {
    const policies = await house.sql<{ table: string; policy: string }>(
      `select c.relname::text as table, p.polname::text as policy from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname like '%_wall' and c.relname = any($1)`,
      [['client', ...tables]],
    );
    let noticed = 0;
    for (const { table, policy } of policies)
      await inTransaction(async () => {
        if (!(await seenBy(entitled, table))) return;
        await admin.query(`drop policy "${policy}" on "${table}"; create policy "${policy}" on "${table}" to panah_app using (true)`);
        for (const { restrictive } of (
          await admin.query<{ restrictive: string }>(
            `select polname::text as restrictive from pg_policy where polrelid = $1::regclass and not polpermissive`,
            [table],
          )
        ).rows)
          await admin.query(`drop policy "${restrictive}" on "${table}"`);
        const seen = await Promise.resolve().then(async () => {
          let sum = 0;
          for (const context of Object.values(outsiders)) sum += await seenBy(context, table);
          return sum;
        });
        expect([table, seen > 0]).toEqual([table, true]);
        noticed += 1;
      });
    expect(noticed).toBeGreaterThan(8);
  });

  it('keeps a row from being moved to another office or organisation, and from being written for somebody else', async () => {
    await inTransaction(async () => {
      await admin.query('set local role panah_app');
      for (const [name, value] of Object.entries(entitled))
        await admin.query('select set_config($1, $2, true)', [`app.${name}`, value as string]);
      for (const attempt of [
        `update case_file set org_id = '${house.offices.elsewhere.orgId}' where client_id = '${clientId}'`,
        `update case_file set office_id = '${house.offices.elsewhere.id}' where client_id = '${clientId}'`,
        `insert into name_token (org_id, office_id, client_id, source_id, token) values ('${house.offices.elsewhere.orgId}', '${house.offices.elsewhere.id}', '${clientId}', '${clientId}', '\\x00')`,
      ]) {
        await admin.query('savepoint attempt');
        await expect(admin.query(attempt)).rejects.toThrow(/row-level security|foreign key/);
        await admin.query('rollback to attempt');
      }
    });
  });

  it('never shows somebody the block that was set against them', async () => {
    const blocked = randomUUID();
    await house.sql(`insert into staff_member (id, org_id, state, login_token, sealed) values ($1, $2, 'ACTIVE', $3, '\\x00')`, [
      blocked,
      entitled.org_id,
      Buffer.from(blocked),
    ]);
    await house.sql(
      `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) values ($1, $2, $3, $4, $5, 'RELATIVE', 'CLIENT_STATED')`,
      [randomUUID(), entitled.org_id, entitled.coordinated_offices, clientId, blocked],
    );
    await inTransaction(async () => {
      for (const [who, count] of [
        [entitled.staff_id, 1],
        [blocked, 0],
      ] as const) {
        await admin.query('savepoint before');
        await admin.query('set local role panah_app');
        for (const [name, value] of Object.entries({ ...entitled, staff_id: who }))
          await admin.query('select set_config($1, $2, true)', [`app.${name}`, value]);
        expect((await admin.query('select from access_block where subject_id = $1', [clientId])).rowCount).toBe(count);
        await admin.query('rollback to before');
      }
    });
  });

  it('hundreds of interleaved requests of many people over one pool show nobody another’s context', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => house.as('CASEWORKER', house.offices.north)));
    const answers = await Promise.all(Array.from({ length: 600 }, (_, at) => people[at % people.length]?.get('/api/account')));
    answers.forEach((answer, at) => expect(answer?.text).toContain(people[at % people.length]?.name ?? ''));
  });
});
