import { createHash } from 'node:crypto';
import { Client } from 'pg';
import type { Route } from '../apps/api/src/platform/access/boot-check';
import { counted } from './support/counts';
import type { Person } from './support/house';
import { lockFile } from './support/locked-file';
import { labelOf, openWorld, send, withoutRequest, type World } from './support/populated-house';
import { databaseUrl } from './support/postgres';
import { pathFor, type RouteFixture } from './support/route-fixtures';

jest.setTimeout(600_000); // every route as everybody

/** Whose records hang on the one file; the others are of an office, of a partner, or of a person of ours. */
const OF_THE_FILE: readonly RouteFixture['about'][] = ['client', 'private', 'supervised', 'queue'];
/** What is left of a file that went over, and what opens it: of another file here. */
const LEFT = /\/(hand-over|unlocking)$/;
/** Where a coordinator of its office finds that summary: by its reference, and nobody else does. */
const LISTED = '/api/handed-over-cases';

/**
 * R-RE-07: the file with everything in it goes over to the partner. Whoever read it until then asks every route for every part of it, and the
 * database for every row; then it is opened again, and all of it is there as it was.
 */
describe('a file that was handed over', () => {
  let world: World;
  let everybody: Person[];
  let routes: Route[];
  let readBefore: Record<string, number>;

  beforeAll(async () => {
    world = await openWorld();
    const { entitled, outsiders } = world;
    everybody = [...new Map([...Object.values(entitled), ...outsiders.client, ...outsiders.queue].map((one) => [one.id, one])).values()];
    routes = world.routes.filter(
      (route) => /:\w+/.test(route.path) && !LEFT.test(route.path) && OF_THE_FILE.includes(world.fixtures[labelOf(route)]?.about ?? 'own'),
    );
    await openToPartner('CONFIRMED', entitled.worker.id);
    readBefore = await statusesOfReading();
    const { client: clientId, case: caseId, partner } = world.ids;
    await house(`update referral set ended_at = now(), end_reason = 'RECALLED', state = 'DISCONTINUED' where id = $1`, [
      world.ids.referrals['hand-over-meeting'],
    ]);
    const [key] = await house<{ id: string; public_key: Buffer }>('select id, public_key from partner_key where id = $1', [
      world.ids.partnerPeople.key,
    ]);
    if (!key) throw new Error('The partner has no key.');
    await lockFile(
      world.house,
      { caseId, clientId },
      { worker: entitled.worker, member: entitled.member, partner: { id: partner, keyId: key.id, publicKey: key.public_key } },
    );
  });
  afterAll(() => world.house.close());

  const house = <Row>(text: string, values: unknown[] = []): Promise<Row[]> => world.house.sql<Row>(text, values);
  const openToPartner = (state: string, by: string): Promise<unknown> =>
    house('update partner_key set state = $2, settled_by = $3, settled_at = now() where id = $1', [world.ids.partnerPeople.key, state, by]);

  /** What each of the team gets of each route that reads. */
  async function statusesOfReading(): Promise<Record<string, number>> {
    const all: Record<string, number> = {};
    for (const route of routes.filter(({ method }) => method === 'GET'))
      for (const who of [world.entitled.coordinator, world.entitled.worker])
        all[`${who.role} ${labelOf(route)}`] = (await send(who, route, pathFor(route.path, world.ids))).status;
    return all;
  }

  /** Everybody at each of these routes: who got in, and who was told something that an id which never was does not tell. */
  const tryEverybody = async (asked: readonly Route[]): Promise<{ probes: number; open: string[]; telling: string[] }> => {
    const found = { probes: 0, open: [] as string[], telling: [] as string[] };
    for (const route of asked) {
      const { body = {} } = world.fixtures[labelOf(route)] ?? {};
      const never = pathFor(route.path, world.ids, () => '00000000-0000-4000-8000-000000000000');
      await Promise.all(
        everybody.map(async (who) => {
          const [real, none] = [await send(who, route, pathFor(route.path, world.ids), body), await send(who, route, never, body)];
          found.probes += 2;
          const label = `${who.name} ${labelOf(route)} -> ${String(real.status)} ${real.text.slice(0, 120)}`;
          if (![403, 404].includes(real.status)) found.open.push(label);
          if (withoutRequest(real) !== withoutRequest(none)) found.telling.push(label);
        }),
      );
    }
    counted('Closed', { probes: found.probes, 'got in': found.open.length, 'told something': found.telling.length });
    return found;
  };

  it('answers nobody on any route, and says what it says of an id that never was', async () => {
    expect(routes.length).toBeGreaterThan(150);
    expect(await tryEverybody(routes)).toMatchObject({ open: [], telling: [] });
  });

  it('is closed by the app’s own conditions alone: with row security off on every table nobody reads it either', async () => {
    const tables = await house<{ name: string }>(
      `select relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'public' and relrowsecurity`,
    );
    const turn = (how: string) => house(tables.map(({ name }) => `alter table "${name}" ${how} row level security`).join('; '));
    await turn('disable');
    const reading = routes.filter(({ method }) => method === 'GET');
    expect(await tryEverybody(reading).finally(() => turn('enable'))).toMatchObject({ open: [], telling: [] });
  });

  it('stands in no list, count, report or day of anybody, but in that of its office’s handed-over cases', async () => {
    const { ids } = world;
    const hidden = [
      ids.client,
      ids.case,
      ids.note,
      ids.task,
      ids.appointment,
      ids.consent,
      ids.legal.deadline,
      ids.counselling.episode,
      ids.safety.incident,
    ];
    const [told, summaries]: [string[], string[]] = [[], []];
    let probes = 0;
    for (const route of world.routes.filter(
      ({ method, path }) => method === 'GET' && !path.includes(':') && !path.startsWith('/api/audit'),
    ))
      for (const who of everybody.filter(({ id }) => id !== world.entitled.member.id)) {
        const { text } = await who.get(route.path);
        probes += 1;
        if (route.path === LISTED && text.includes(ids.case)) summaries.push(who.name);
        for (const id of hidden.filter((each) => route.path !== LISTED || each !== ids.case))
          if (text.includes(id)) told.push(`${who.name} ${route.path} carries ${id}`);
      }
    counted('Closed', { probes, 'got in': told.length });
    expect(probes).toBeGreaterThan(500);
    expect(told).toEqual([]);
    expect(summaries.sort()).toEqual(['entitled COORDINATOR', 'second COORDINATOR']);
  });

  it('is out of reach of the application’s own login too, row by row, whoever signed in', async () => {
    const tables = await house<{ name: string; column: string }>(
      `select c.relname::text as name, min(a.attname::text) as column from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and a.attname in ('client_id', 'link_id') and not a.attisdropped and c.relname <> 'audit_event' group by 1 order by 1`,
    );
    // a relative who is found, and what officers write, hang on the link
    const links = await house<{ id: string; relative: string | null }>(
      'select id, related_person_id as relative from family_link where client_id = $1',
      [world.ids.client],
    );
    const { client } = world.ids;
    const asked = [
      { name: 'client', column: 'id', ids: [client] },
      { name: 'related_person', column: 'id', ids: links.flatMap(({ relative }) => relative ?? []) },
      ...tables.map(({ name, column }) => ({ name, column, ids: column === 'client_id' ? [client] : links.map(({ id }) => id) })),
    ];
    const [seen, holding]: [string[], Set<string>] = [[], new Set()];
    let others = 0;
    const admin = new Client(databaseUrl(new URL(world.house.urls.app).pathname.slice(1)));
    await admin.connect();
    try {
      for (const who of everybody.filter(({ id }) => id !== world.entitled.member.id))
        for (const { name, column, ids } of asked) {
          const count = async (): Promise<number> =>
            (await admin.query<{ n: number }>(`select count(${column})::int as n from "${name}" where ${column} = any($1::uuid[])`, [ids]))
              .rows[0]?.n ?? 0;
          if (await count()) holding.add(name);
          await admin.query('begin');
          const entered = await admin.query<{ actor: unknown }>('select app.enter($1, false) as actor', [tokenHashOf(who)]);
          if (!entered.rows[0]?.actor) throw new Error(`${who.name} did not sign in.`);
          await admin.query('set local role panah_app');
          if (await count()) seen.push(`${who.name} ${name}`);
          if (who.id === world.entitled.coordinator.id && name === 'client')
            others = (await admin.query<{ n: number }>('select count(*)::int as n from client')).rows[0]?.n ?? 0;
          await admin.query('rollback');
        }
    } finally {
      await admin.end();
    }
    counted('Closed', { probes: everybody.length * asked.length, 'got in': seen.length });
    expect(holding.size).toBeGreaterThan(40);
    for (const name of ['family_link_step', 'family_link_officer', 'family_hearing', 'related_person']) expect(holding).toContain(name);
    expect(seen).toEqual([]);
    expect(others).toBeGreaterThan(10);
  });

  it('is all there again once a coordinator opens it', async () => {
    const { coordinator } = world.entitled;
    const unlocked = await coordinator.post(`/api/cases/${world.ids.case}/unlocking`, { reason: 'The person asked us to look' });
    expect([unlocked.status, unlocked.body]).toEqual([200, { id: world.ids.case }]);
    const after = await statusesOfReading();
    counted('Closed', { 'twins succeeded': Object.values(after).filter((status) => status === 200).length });
    expect(after).toEqual(readBefore);
    expect(Object.values(after).filter((status) => status === 200).length).toBeGreaterThan(60);
  });
});

/** As the entrance guard has it. */
const tokenHashOf = ({ cookie }: Person): Buffer =>
  createHash('sha256')
    .update(decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1).split(';')[0] ?? ''))
    .digest();
