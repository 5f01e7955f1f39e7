import { createHash } from 'node:crypto';
import { Client, type DatabaseError } from 'pg';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { counted } from './support/counts';
import { filled, layRows, layVariants } from './support/lay-rows';
import type { Person } from './support/house';
import { openWorld, type World } from './support/populated-house';
import { databaseUrl } from './support/postgres';

interface Policy {
  table: string;
  name: string;
  /** `r` select, `a` insert, `w` update, `d` delete, `*` all. */
  command: string;
  permissive: boolean;
  open: boolean;
  logins: string[];
  /** What it says: two policies that say the same for the same logins are one. */
  rule: string;
}

jest.setTimeout(300_000); // every route or every table in turn

/** Somebody at the database: a login, and for the runtime login the session that gives it a context. */
interface Reader {
  name: string;
  login: string;
  token: Buffer | null;
  /** SQL that gives a job its context, in which it acts through the app. */
  context?: string;
}

type Act = 'SELECT' | 'UPDATE' | 'MOVE' | 'DELETE' | 'INSERT';
const ACTS: readonly Act[] = ['SELECT', 'INSERT', 'UPDATE', 'MOVE', 'DELETE'];
/** What each command of a policy is about: tried first, by everybody, as it most likely tells. */
const ABOUT: Readonly<Record<string, readonly Act[]>> = { r: ['SELECT'], a: ['INSERT'], w: ['UPDATE', 'MOVE'], d: ['DELETE'] };
/** What PostgreSQL says when a trigger or a check of the table stands in the way. */
const BROKEN = '23514';
/** Columns that say whose a row is: to write another's there is to give the row away. */
const WHOSE = ['org_id', 'office_id', 'client_id', 'staff_id', 'author_id'];

/**
 * Each policy of the database is taken away, and each is loosened, in a transaction that is rolled back: every time somebody can do
 * something at this table that they could not before, or can no longer do what they must (goal 3: P of P).
 * The probes are made from the catalogue: every reader × every act that their login is granted × every table.
 */
describe('row security', () => {
  let world: World;
  let root: Client;
  let readers: Reader[];
  let policies: Policy[];
  const samples = new Map<string, string[]>();
  const before = new Map<string, Map<string, string>>();
  const idsOf = new Map<string, string[]>();
  const notLaid = new Map<string, string | null>();

  beforeAll(async () => {
    world = await openWorld();
    await world.house.app.get(Jobs).runNow('compare-enquiries');
    const members = await layWhatPoliciesTellApart(world);
    root = new Client(databaseUrl(new URL(world.house.urls.app).pathname.slice(1)));
    await root.connect();
    policies = (
      await root.query<Policy>(`
        select c.relname::text as table, p.polname::text as name, p.polcmd::text as command, p.polpermissive as permissive, array(select r::regrole::text from unnest(polroles) r) as logins,
          concat_ws(' ', polroles::text, polcmd, polpermissive, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) as rule,
          coalesce(pg_get_expr(polqual, polrelid), 'true') = 'true' and coalesce(pg_get_expr(polwithcheck, polrelid), 'true') = 'true' as open
        from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' order by 1, 2`)
    ).rows;
    const logins = (await root.query<{ login: string }>(`select distinct unnest(polroles)::regrole::text as login from pg_policy`)).rows;
    const people = [...members, ...Object.values(world.entitled), ...Object.values(world.outsiders).flat()];
    // first those who are alone in what they may do: nobody else would notice it
    readers = [
      ...logins.map(({ login }) => ({ name: login, login, token: null })),
      { name: 'the job that compares enquiries', login: 'panah_app', token: null, context: await matchingContext(world) },
      ...[...new Map(people.map((person) => [person.id, person])).values()].map(({ name, cookie }) => ({
        name,
        login: 'panah_app',
        token: createHash('sha256').update(cookie.replace('sid=', '')).digest(),
      })),
    ];
    await root.query('begin');
    for (const table of new Set(policies.map(({ table }) => table))) {
      if ((await rowsOf(table)).length === 0) notLaid.set(table, await layRows(root, table, await knownIds(world)));
      const [sample] = await rowsOf(table);
      if (sample && policies.some((policy) => policy.table === table && !policy.permissive)) await layVariants(root, table, sample);
      samples.set(table, await rowsOf(table));
      const { rows } = await root.query<{ id: string | null }>(
        `select to_jsonb(t) ->> 'id' as id from "${table}" t order by random() limit 150`,
      );
      idsOf.set(
        table,
        rows.flatMap(({ id }) => id ?? []),
      );
    }
    await root.query('commit');
  });
  afterAll(async () => {
    await root.end();
    await world.house.close();
  });

  /** Rows of a table as JSON, to be written once more: the first, the last, and one of the file that the house is about. */
  const rowsOf = async (table: string): Promise<string[]> => {
    const { rows } = await root.query<{ row: string }>(
      `select row from ((select to_jsonb(t)::text as row, 1 as n from "${table}" t where to_jsonb(t) ->> 'client_id' = $1 limit 1)
        union all (select to_jsonb(t)::text, 2 from "${table}" t order by 1 desc limit 1) union all (select to_jsonb(t)::text, 3 from "${table}" t order by 1 limit 1)) sample order by n`,
      [world.ids.client],
    );
    const whole = [...new Set(rows.map(({ row }) => row))];
    return [...whole, ...(whole[0] ? [await filled(root, table, whole[0])] : [])];
  };

  const probesOf = ({ table, command }: Policy, who: Reader[]): [string, () => Promise<string>][] =>
    [...new Set([...(ABOUT[command] ?? []), ...ACTS])].flatMap((act) =>
      who.map((reader): [string, () => Promise<string>] => [`${act} by ${reader.name}`, () => outcome(reader, act, table)]),
    );

  /** What becomes of one act: a number of rows, or the code of PostgreSQL's refusal. */
  const outcome = async ({ login, token, context }: Reader, act: Act, table: string): Promise<string> => {
    const columns = await granted(login, act, table);
    if (columns.length === 0) return 'not granted';
    await root.query('savepoint probe');
    try {
      if (token) await root.query('select app.enter($1, false)', [token]);
      if (context) await root.query(context);
      await root.query(`set local role "${login}"`);
      if (act === 'INSERT') return await inserted(table, columns);
      if (act === 'MOVE') return await moved(table, columns);
      const statement = {
        SELECT: `select "${columns[0] ?? ''}" from "${table}"`,
        UPDATE: `update "${table}" set "${columns[0] ?? ''}" = "${columns[0] ?? ''}"`,
        DELETE: `delete from "${table}"`,
      }[act];
      await root.query('savepoint whole');
      const whole = await codeOf(root.query(statement));
      await root.query('rollback to savepoint whole');
      return act === 'UPDATE' && ['the wall', BROKEN].includes(whole) ? await byRow(table, statement, whole) : whole;
    } finally {
      await root.query('rollback to savepoint probe');
    }
  };
  const inserted = async (table: string, columns: string[]): Promise<string> => {
    const outcomes: string[] = [];
    const list = columns.map((column) => `"${column}"`).join(', ');
    for (const row of samples.get(table) ?? []) {
      await root.query('savepoint row');
      outcomes.push(
        await codeOf(
          root.query(
            `insert into "${table}" (${list}) overriding system value select ${list} from jsonb_populate_record(null::"${table}", $1::jsonb)`,
            [row],
          ),
        ),
      );
      await root.query('rollback to savepoint row');
    }
    return outcomes.join(' ');
  };
  /** Where one row stops an update of all, each is tried: the failed statement is taken back first, with whom it was tried as. */
  const byRow = async (table: string, statement: string, whole: string): Promise<string> => {
    const outcomes: string[] = [];
    for (const id of idsOf.get(table) ?? []) {
      await root.query('savepoint row');
      outcomes.push(await codeOf(root.query(`${statement} where id = $1`, [id])));
      await root.query('rollback to savepoint row');
    }
    return `${whole} ${outcomes.join(' ')}`;
  };
  const moved = async (table: string, columns: string[]): Promise<string> => {
    const outcomes: string[] = [];
    for (const column of columns.filter((name) => WHOSE.includes(name))) {
      await root.query('savepoint row');
      outcomes.push(await codeOf(root.query(`update "${table}" set "${column}" = gen_random_uuid()`)));
      await root.query('rollback to savepoint row');
    }
    return outcomes.join(' ');
  };
  const codeOf = async (asked: Promise<{ rowCount: number | null }>): Promise<string> => {
    try {
      return String((await asked).rowCount);
    } catch (error) {
      const { code = '', message } = error as DatabaseError;
      return message.includes('row-level security') ? 'the wall' : code;
    }
  };
  const grants = new Map<string, string[]>();
  /** The columns with which a login may do this; for a whole row (delete) any column stands for it. */
  const granted = async (login: string, act: Act, table: string): Promise<string[]> => {
    const key = `${login} ${act} ${table}`;
    const known = grants.get(key);
    if (known) return known;
    const may = {
      SELECT: `has_column_privilege($1, c.oid, a.attnum, 'SELECT')`,
      INSERT: `has_column_privilege($1, c.oid, a.attnum, 'INSERT')`,
      UPDATE: `has_column_privilege($1, c.oid, a.attnum, 'UPDATE') and has_column_privilege($1, c.oid, a.attnum, 'SELECT')`,
      MOVE: `has_column_privilege($1, c.oid, a.attnum, 'UPDATE')`,
      DELETE: `has_table_privilege($1, c.oid, 'DELETE')`,
    }[act];
    const { rows } = await root.query<{ name: string }>(
      `select a.attname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid where c.oid = $2::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and ${may} order by a.attnum`,
      [login, `public."${table}"`],
    );
    const names = rows.map(({ name }) => name);
    grants.set(key, names);
    return names;
  };

  /** The first probe that ends otherwise once the policies are changed; null when nobody notices. Both are tried in one transaction, which is taken back. */
  const noticed = async (policy: Policy, change: string): Promise<string | null> => {
    const { table, logins } = policy;
    // those whom the policy speaks of first: most likely they notice
    const concerned = readers.filter(({ login }) => logins.includes(login));
    const known = before.get(table) ?? new Map<string, string>();
    before.set(table, known);
    await root.query('begin');
    try {
      for (const [what, probe] of probesOf(policy, [...new Set([...concerned, ...readers])])) {
        const then = known.get(what) ?? (await probe());
        known.set(what, then);
        await root.query('savepoint whole_house');
        await root.query(change);
        const now = await probe();
        await root.query('rollback to savepoint whole_house');
        if (now !== then) return `${what}: ${then}, now ${now}`;
      }
      return null;
    } finally {
      await root.query('rollback');
    }
  };
  const alike = ({ table, rule }: Policy): Policy[] => policies.filter((other) => other.table === table && other.rule === rule);
  const emptyOr = (table: string): string =>
    samples.get(table)?.length ? '' : ` (the table has no row, lay one in populated-house.ts: ${String(notLaid.get(table))})`;

  it('shows a member of the team no note that is for other named readers, none of the legal team, and nobody’s draft but their own', async () => {
    const seenAs = async (name: string): Promise<Set<string>> => {
      const reader = readers.find((one) => one.name === name);
      await root.query('begin');
      await root.query('select app.enter($1, false)', [reader?.token]);
      await root.query('set local role panah_app');
      const { rows } = await root.query<{ kind: string }>(
        `select distinct case when state = 'DRAFT' then 'draft' when class = 'SEALED' then 'legal' when readers is not null then 'named' else 'open' end as kind from case_note where client_id = $1`,
        [world.ids.client],
      );
      await root.query('rollback');
      return new Set(rows.map(({ kind }) => kind));
    };
    expect(await seenAs('on the team COUNSELLOR')).toEqual(new Set(['open']));
    expect(await seenAs('on the team LEGAL')).toEqual(new Set(['open', 'named', 'legal']));
    expect(await seenAs('entitled CASEWORKER')).toEqual(new Set(['open', 'named', 'draft']));
  });

  it('is missed, policy by policy, when it is dropped', async () => {
    const missed: string[] = [];
    for (const policy of policies)
      if (
        !(await noticed(
          policy,
          alike(policy)
            .map(({ name, table }) => `drop policy "${name}" on "${table}"`)
            .join('; '),
        ))
      )
        missed.push(`${policy.name} on ${policy.table}${emptyOr(policy.table)}`);
    counted('Closed', { 'policies dropped': policies.length, 'not noticed': missed.length });
    expect(policies.length).toBeGreaterThan(60);
    expect(missed).toEqual([]);
  });

  it('is missed, policy by policy, when it is loosened', async () => {
    const closed = policies.filter(({ open, permissive }) => permissive && !open);
    const missed: string[] = [];
    for (const policy of closed) {
      const using = policy.command === 'a' ? '' : ' using (true)';
      const check = 'rd'.includes(policy.command) ? '' : ' with check (true)';
      const loosened = `alter policy "${policy.name}" on "${policy.table}"${using}${check}`;
      const narrower = policies
        .filter(({ table, permissive }) => table === policy.table && !permissive)
        .map(({ name, table }) => `; drop policy "${name}" on "${table}"`);
      if (!(await noticed(policy, loosened)) && !(narrower.length && (await noticed(policy, loosened + narrower.join('')))))
        missed.push(`${policy.name} on ${policy.table}${emptyOr(policy.table)}`);
    }
    counted('Closed', { 'policies loosened': closed.length, 'not noticed': missed.length });
    expect(closed.length).toBeGreaterThan(40);
    expect(missed).toEqual([]);
  });
});

/** No member of staff holds this role: whoever compares enquiries is nobody. */
async function matchingContext({ house, ids }: World): Promise<string> {
  const [place] = await house.sql<{ org: string; office: string }>(
    'select org_id as org, office_id as office from case_file where id = $1',
    [ids.case],
  );
  const settings = { org_id: place?.org ?? '', coordinated_offices: place?.office ?? '', roles: 'MATCHING', staff_id: '' };
  return `select ${Object.entries(settings)
    .map(([name, value]) => `set_config('app.${name}', '${value}', true)`)
    .join(', ')}`;
}

async function knownIds({ house, ids, entitled }: World): Promise<Record<string, string>> {
  const [place] = await house.sql<{ org: string; office: string }>(
    'select org_id as org, office_id as office from case_file where id = $1',
    [ids.case],
  );
  const mine = { staff_id: entitled.worker.id, author_id: entitled.worker.id, created_by: entitled.worker.id, by_id: entitled.worker.id };
  return {
    org_id: place?.org ?? '',
    office_id: place?.office ?? '',
    client_id: ids.client,
    case_id: ids.case,
    enquiry_id: ids.enquiry,
    partner_id: ids.partner,
    ...mine,
  };
}

/** Rows that only one policy keeps from somebody: notes with named readers and of the legal team, an old refusal, a question to a colleague who takes no enquiries. */
async function layWhatPoliciesTellApart({ house, ids }: World): Promise<Person[]> {
  const [place] = await house.sql<{ org: string; office: string }>(
    'select org_id as org, office_id as office from case_file where id = $1',
    [ids.case],
  );
  const here = { orgId: place?.org ?? '', id: place?.office ?? '' };
  const members = [
    await house.as('COUNSELLOR', here, 'on the team COUNSELLOR'),
    await house.as('LEGAL', here, 'on the team LEGAL'),
    await house.as('HOUSING', here, 'asked'),
  ];
  const [counsellor, lawyer, asked] = members;
  for (const person of [counsellor, lawyer])
    await house.sql(
      `insert into case_team (id, org_id, office_id, client_id, case_id, staff_id, role, classes, reason, proposed_by, member_answer, client_answer, starts_at, ends_at)
       select gen_random_uuid(), org_id, office_id, client_id, id, $1, $2, array['PERSON'], 'COVER', $1, 'NO_TIE', 'NO_OBJECTION', now(), now() + interval '9 days' from case_file where id = $3`,
      [person?.id, person?.role, ids.case],
    );
  for (const [type, noteClass, readers] of [
    ['SENSITIVE', 'RESTRICTED', [lawyer?.id]],
    ['LEGAL_PRIV', 'SEALED', null],
  ])
    await house.sql(
      `insert into case_note (id, org_id, office_id, client_id, case_id, author_id, type, class, state, happened_at, readers, saved_at, signed_at, sealed)
       select gen_random_uuid(), org_id, office_id, client_id, case_id, author_id, $2, $3, 'FINAL', now(), $4::uuid[], now(), now(), sealed from case_note where id = $1`,
      [ids.note, type, noteClass, readers],
    );
  await house.sql(
    `update enquiry set declined_at = now() - interval '40 days' where id = (select id from enquiry where state = 'DECLINED' and minimised_at is null limit 1)`,
  );
  await house.sql(`update intake_step set client_id = $1 where id = (select id from intake_step limit 1)`, [ids.client]);
  await house.sql(
    `insert into team_question (id, org_id, office_id, enquiry_id, staff_id, asked_by, sealed) select gen_random_uuid(), org_id, office_id, enquiry_id, $2, asked_by, sealed from team_question where id = $1`,
    [ids.allocation, asked?.id],
  );
  await house.sql(
    `insert into team_question (id, org_id, office_id, enquiry_id, client_id, staff_id, asked_by, sealed) select gen_random_uuid(), org_id, office_id, enquiry_id, $2, $3, asked_by, sealed from team_question where id = $1`,
    [ids.allocation, ids.client, lawyer?.id],
  );
  await layTakenUp(house, ids.specialistRequest, asked?.id ?? '');
  // a permit that ends asks for a need of its own, written by the house's clock; the last of its table, so that it is tried
  await house.sql(
    `insert into client_need (id, org_id, office_id, client_id, case_id, record_class, code, severity, status, identified_on, created_by, sealed)
     select $2, org_id, office_id, client_id, id, 'CONFIDENTIAL', 'LG-EX', 'S3', 'MET', current_date, primary_worker_id, '' from case_file where id = $1`,
    [ids.case, LAST],
  );
  // the way through the authorities is the legal colleague's once the two are in contact
  await house.sql(`update family_wish set face = 'IN_CONTACT', in_contact_since = now() where id = $1`, [ids.family.otherWish]);
  await house.sql(
    `insert into family_route_step (id, org_id, office_id, link_id, wish_id, kind, country, from_on, by_id)
     select gen_random_uuid(), org_id, office_id, id, wish_id, 'APPLICATION', 'DE', current_date, $2 from family_link where id = $1`,
    [ids.family.otherLink, ids.family.linker],
  );
  return members;
}

const LAST = 'ffffffff-ffff-7fff-bfff-ffffffffffff';

/** Somebody who took a request up and is not on the team yet: nothing else lets them write that place, or that step. They are the last of their tables, so that they are tried. */
async function layTakenUp(house: World['house'], request: string, staffId: string): Promise<void> {
  const roots = 'org_id, office_id, client_id, case_id';
  await house.sql(
    `insert into specialist_request (id, ${roots}, case_ref, specialty, urgency, language, state, asked_by, answer_due, place_id, answered_by, answered_at, sealed)
     select $2, ${roots}, case_ref, specialty, urgency, language, 'TAKEN_UP', asked_by, answer_due, $2, $3, now(), sealed from specialist_request where id = $1`,
    [request, LAST, staffId],
  );
  await house.sql(
    `insert into case_team (id, ${roots}, staff_id, role, classes, reason, proposed_by, member_answer, member_answered_at)
     select place_id, ${roots}, answered_by, specialty, array['PERSON'], 'SPECIALIST', asked_by, 'NO_TIE', now() from specialist_request where id = $1`,
    [LAST],
  );
  await house.sql(
    `insert into process_step (id, org_id, office_id, client_id, subject_type, subject_id, action, from_state, to_state, by_id)
     select id, org_id, office_id, client_id, 'specialist_request', id, 'take_up', 'REQUESTED', 'TAKEN_UP', answered_by from specialist_request where id = $1`,
    [LAST],
  );
}
