import { randomUUID } from 'node:crypto';
import { DemoHouse } from '../apps/api/src/demo/demo-house';
import { BootCheck, type Route } from '../apps/api/src/platform/access/boot-check';
import { type Answer, type House, type OfficePlace, openHouse, type Person } from './support/house';
import { type Ids, pathFor, type RouteFixture, routeFixtures } from './support/route-fixtures';

/** All routes × people who are not entitled × foreign ids: nobody gets in, and the answer is that of an id which never was (goal 1). */
describe('out of reach', () => {
  let house: House;

  let ids: Ids;
  let routes: Route[];
  let fixtures: Record<string, RouteFixture>;
  let outsiders: Record<RouteFixture['about'], Person[]>;
  let entitled: Record<NonNullable<RouteFixture['twin']>, Person>;

  beforeAll(async () => {
    house = await openHouse({ DEMO: '1' });
    await house.app.get(DemoHouse).fill();
    ({ ids, entitled, outsiders } = await populate(house));
    routes = house.app
      .get(BootCheck)
      .routes()
      .filter(({ path, word }) => word !== null && path.includes('/:'));
    fixtures = routeFixtures(ids);
  });
  afterAll(() => house.close());

  const send = (who: Person, { method }: Route, url: string, fixture: RouteFixture, version = 1): Promise<Answer> => {
    const options = { version };
    if (method === 'GET') return who.get(url);
    if (method === 'PUT') return who.put(url, fixture.body ?? {}, options);
    if (method === 'DELETE') return who.delete(url, options);
    return who.post(url, fixture.body ?? {}, options);
  };

  it('has a fixture for every route that names a record, and no fixture for a route that is gone', () => {
    expect(Object.keys(fixtures).sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('nobody reads or changes what is not theirs, and nobody learns that it exists', async () => {
    const before = await checksums(house);
    let probes = 0;
    const open: string[] = [];
    const telling: string[] = [];
    for (const route of routes) {
      const fixture = fixtures[`${route.method} ${route.path}`];
      for (const outsider of outsiders[fixture.about]) {
        const real = await send(outsider, route, pathFor(route.path, ids), fixture);
        const random = await send(
          outsider,
          route,
          pathFor(route.path, ids, () => randomUUID()),
          fixture,
        );
        probes += 2;
        const label = `${outsider.name} ${route.method} ${route.path} -> ${real.status} ${real.text.slice(0, 120)}`;
        if (![403, 404].includes(real.status)) open.push(label);
        if (real.status !== random.status || withoutRequest(real) !== withoutRequest(random))
          telling.push(`${label} but a random id: ${random.status}`);
      }
    }
    console.log(`reach: ${probes} probes over ${routes.length} routes, ${open.length} succeeded, ${telling.length} told something`);
    expect([open, telling]).toEqual([[], []]);
    expect(await checksums(house)).toEqual(before);
  });

  it('own parent with another’s child is not found either', async () => {
    const own = await house.sql<{ id: string }>('select client_id as id from case_file where primary_worker_id = $1 and client_id <> $2', [
      entitled.worker.id,
      ids.client,
    ]);
    expect(own).toHaveLength(1);
    const parts = routes.filter(({ path }) => /^\/api\/clients\/:id\/.+\/:/.test(path));
    for (const route of parts) {
      const fixture = fixtures[`${route.method} ${route.path}`];
      const url = pathFor(route.path, ids, (id, parameter) => (parameter === ':id' ? (own[0]?.id ?? '') : id));
      expect([url, (await send(entitled.worker, route, url, fixture)).status]).toEqual([url, 404]);
    }
  });

  it('those who are entitled get past the door on every one of these routes', async () => {
    // reading first, then edits, then steps in the order of the fixtures: each leaves the world as the next one needs it
    const order = ['GET', 'PUT', 'POST', 'DELETE'];
    const written = Object.keys(fixtures);
    const place = ({ method, path }: Route): number => order.indexOf(method) * 1000 + written.indexOf(`${method} ${path}`);
    const shut: string[] = [];
    for (const route of [...routes].sort((a, b) => place(a) - place(b))) {
      const fixture = fixtures[`${route.method} ${route.path}`];
      const who = entitled[fixture.twin ?? 'worker'];
      const url = pathFor(route.method === 'DELETE' ? route.path.replace('notes/:id', `notes/${ids.parts['draft'] ?? ''}`) : route.path, {
        ...ids,
        session: await ownSession(house, who),
      });
      const answer = await send(who, route, url, fixture);
      if ([401, 403, 404, 500, 503].includes(answer.status) && answer.body?.code !== 'fresh-sign-in-needed')
        shut.push(`${who.role} ${route.method} ${route.path} -> ${answer.status} ${answer.text.slice(0, 140)}`);
    }
    expect(shut).toEqual([]);
  });
});

const withoutRequest = ({ text }: Answer): string => text.replace(/"requestId":"[^"]+"/, '');

/** One number for each table: what changes it is a change of a row. */
async function checksums(house: House): Promise<Record<string, string>> {
  const tables = await house.sql<{ name: string }>(
    `select relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'public' and relkind = 'r' and relname not in ('audit_event', 'session', 'sign_in_failure', 'location_reveal')`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables)
    sums[name] =
      (
        await house.sql<{ sum: string }>(
          `select coalesce(sum(hashtextextended(t::text, 0)), 0)::text || '/' || count(*) as sum from "${name}" t`,
        )
      )[0]?.sum ?? '';
  return sums;
}

async function ownSession(house: House, { id }: Person): Promise<string> {
  return (await house.sql<{ id: string }>('select id from session where staff_id = $1 order by started_at limit 1', [id]))[0]?.id ?? '';
}

/** People and records: one file with everything in it, its team, and everybody who stands outside. */
async function populate(house: House) {
  const [place] = await house.sql<{ org: string; north: string; south: string }>(
    `select o.org_id as org, o.id as north, (select id from office s where s.org_id = o.org_id and s.name = 'South') as south from office o where o.name = 'North'`,
  );
  const north = { orgId: place?.org ?? '', id: place?.north ?? '' };
  const south = { orgId: place?.org ?? '', id: place?.south ?? '' };
  const as = (role: Person['role'], where: OfficePlace, name: string) => house.as(role, where, `${name} ${role}`);
  const [worker, coordinator, second, admin, auditor, asked] = [
    await as('CASEWORKER', north, 'entitled'),
    await as('COORDINATOR', north, 'entitled'),
    await as('COORDINATOR', north, 'second'),
    await as('ADMIN', north, 'entitled'),
    await as('AUDITOR', north, 'entitled'),
    await as('COUNSELLOR', north, 'asked'),
  ];
  const colleague = await as('CASEWORKER', north, 'colleague');
  const ids = await recordsOf(house, north, { worker, coordinator, asked, colleague });
  const blocked = await as('COORDINATOR', north, 'blocked');
  for (const subject of [ids.client, ids.enquiry, ids.intake])
    await house.sql(
      `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) values ($1, $2, $3, $4, $5, 'RELATIVE', 'CLIENT_STATED')`,
      [randomUUID(), north.orgId, north.id, subject, blocked.id],
    );
  const former = await as('CASEWORKER', north, 'former');
  await house.sql(
    `insert into case_team (id, org_id, office_id, client_id, case_id, staff_id, role, classes, reason, proposed_by, member_answer, client_answer, starts_at, ends_at, ended_at)
     select $1, org_id, office_id, client_id, id, $2, 'CASEWORKER', array['PERSON','NOTES','CASE','CONTACT','NAMES','LOCATION','ID_DOCS'], 'COVER', $2, 'NO_TIE', 'NO_OBJECTION', now() - interval '9 days', now() + interval '9 days', now() from case_file where id = $3`,
    [randomUUID(), former.id, ids.case],
  );
  const elsewhere = await Promise.all(
    (['COORDINATOR', 'CASEWORKER', 'HOUSING', 'AUDITOR', 'ADMIN'] as const).map((role) => as(role, house.offices.elsewhere, 'elsewhere')),
  );
  const southern = await Promise.all(
    (['COORDINATOR', 'CASEWORKER', 'COUNSELLOR', 'LEGAL', 'HOUSING', 'FAMILY_LINKS'] as const).map((role) => as(role, south, 'south')),
  );
  const partner = await as('PARTNER', north, 'partner');
  const stranger = [
    await as('COUNSELLOR', north, 'no team'),
    await as('LEGAL', north, 'no team'),
    await as('FAMILY_LINKS', north, 'no team'),
  ];
  const never = [...elsewhere, ...southern, partner, admin, auditor];
  return {
    ids,
    entitled: { worker, coordinator, second, admin, auditor, asked, colleague },
    outsiders: {
      client: [...never, ...stranger, colleague, former, blocked],
      enquiry: [...never, ...stranger, blocked],
      question: [...never, ...stranger, coordinator],
      staff: elsewhere,
      office: elsewhere,
      partner: [...elsewhere.filter(({ role }) => role !== 'AUDITOR' && role !== 'ADMIN'), partner, admin, auditor],
      own: [...never, colleague],
    },
  };
}

type Cast = Record<'worker' | 'coordinator' | 'asked' | 'colleague', Person>;

async function recordsOf(house: House, north: OfficePlace, { worker, coordinator, asked, colleague }: Cast): Promise<Ids> {
  const one = async (text: string, values: unknown[] = []): Promise<string> => (await house.sql<{ id: string }>(text, values))[0]?.id ?? '';
  const caseId = await one(
    `select id from case_file where office_id = $1 and state = 'ACTIVE' and exists (select from residence r where r.client_id = case_file.client_id) and exists (select from organisational_name r where r.client_id = case_file.client_id) and exists (select from safe_contact_plan r where r.client_id = case_file.client_id) limit 1`,
    [north.id],
  );
  await house.sql('update case_file set primary_worker_id = $2 where id = $1', [caseId, worker.id]);
  await house.sql('update case_team set staff_id = $2 where case_id = $1 and is_primary', [caseId, worker.id]);
  const ownToo = await one(`select id from case_file where office_id = $1 and state = 'ACTIVE' and id <> $2 limit 1`, [north.id, caseId]);
  await house.sql('update case_file set primary_worker_id = $2 where id = $1', [ownToo, worker.id]);
  await house.sql('update case_team set staff_id = $2 where case_id = $1 and is_primary', [ownToo, worker.id]);
  const client = await one('select client_id as id from case_file where id = $1', [caseId]);
  const must = async (answer: Promise<Answer>): Promise<Answer['body']> => {
    const { status, body, text } = await answer;
    if (status >= 300) throw new Error(text);
    return body;
  };
  await must(
    worker.post(`/api/clients/${client}/documents`, {
      docType: 'PASSPORT',
      number: 'X1',
      possession: 'WITH_CLIENT',
      verification: 'NOT_SEEN',
    }),
  );
  await must(worker.post(`/api/clients/${client}/dependants`, { name: 'Somebody', relation: 'SON', livesWith: true }));
  await must(worker.post(`/api/cases/${caseId}/team`, { staffId: asked.id, role: 'COUNSELLOR', reason: 'SPECIALIST' }));
  const another = await house.as('LEGAL', north);
  await must(worker.post(`/api/cases/${caseId}/team`, { staffId: another.id, role: 'LEGAL', reason: 'SPECIALIST' }));
  const draft = await must(
    worker.post(`/api/cases/${caseId}/note-drafts`, { type: 'ADMIN', happenedAt: new Date().toISOString(), body: 'A draft' }),
  );
  const thrownAway = await must(
    worker.post(`/api/cases/${caseId}/note-drafts`, { type: 'ADMIN', happenedAt: new Date().toISOString(), body: 'Another draft' }),
  );
  const note = await must(
    worker.post(`/api/cases/${caseId}/notes`, { type: 'ASSESSMENT', happenedAt: new Date().toISOString(), body: 'An assessment' }),
  );
  await must(
    coordinator.post(`/api/cases/${caseId}/blocks`, {
      staffId: (await house.as('LEGAL', north)).id,
      kind: 'DISPUTE',
      source: 'CLIENT_STATED',
    }),
  );
  const intake = await one(`select id from enquiry where office_id = $1 and state = 'INTAKE' and proposed_at is not null limit 1`, [
    north.id,
  ]);
  await must(coordinator.post(`/api/enquiries/${intake}/allocation-questions`, { staffId: colleague.id }));
  const enquiry = await one(`select id from enquiry where office_id = $1 and state = 'ENQUIRY' limit 1`, [north.id]);
  const line = randomUUID();
  await house.sql(
    'insert into duplicate_line (id, org_id, office_id, client_id, enquiry_id, enquiry_ref) values ($1, $2, $3, $4, $5, $6)',
    [line, north.orgId, north.id, client, enquiry, 'ZZZZZZ-6'],
  );
  const parts: Record<string, string> = { draft: thrownAway.id };
  for (const table of ['person_name', 'organisational_name', 'contact_point', 'identity_document', 'residence', 'dependant'])
    parts[table] = await one(`select id from ${table} where client_id = $1 and removed_at is null limit 1`, [client]);
  return {
    client,
    case: caseId,
    note: note.id,
    draft: draft.id,
    enquiry,
    intake,
    line,
    parts,
    colleague: colleague.id,
    staff: colleague.id,
    office: north.id,
    partner: await one('select id from partner where org_id = $1 limit 1', [north.orgId]),
    role: await one('select id from staff_role where staff_id = $1', [colleague.id]),
    member: await one('select id from case_team where case_id = $1 and staff_id = $2', [caseId, asked.id]),
    otherMember: await one('select id from case_team where case_id = $1 and staff_id = $2', [caseId, another.id]),
    question: await one('select id from case_team where case_id = $1 and staff_id = $2', [caseId, asked.id]),
    allocation: await one('select id from team_question where staff_id = $1', [colleague.id]),
    block: await one('select id from access_block where subject_id = $1 limit 1', [client]),
    session: await ownSession(house, worker),
  };
}
