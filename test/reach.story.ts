import { randomUUID } from 'node:crypto';
import type { Route } from '../apps/api/src/platform/access/boot-check';
import { bodyOf, fieldsOf, queryOf } from './support/contract-of';
import { counted } from './support/counts';
import type { Person } from './support/house';
import {
  checksums,
  entitledTo,
  labelOf,
  openWorld,
  ownSession,
  rowsNaming,
  send,
  withoutRequest,
  type World,
} from './support/populated-house';
import { pathFor } from './support/route-fixtures';

// every route is tried some forty times: more than any other story has to do
jest.setTimeout(600_000);

/**
 * All routes × people who are not entitled × foreign ids: nobody gets in, and the answer is that of an id which never was (goal 1).
 * The routes come from the router, their bodies and questions from the contracts; the records from `support/populated-house.ts`.
 */
describe('out of reach', () => {
  let world: World;
  let named: Route[];
  const parametersOf = ({ path }: Route): string[] => path.match(/:\w+/g) ?? [];

  beforeAll(async () => {
    world = await openWorld();
    named = world.routes.filter((route) => parametersOf(route).length > 0);
  });
  afterAll(() => world.house.close());

  const fixtureOf = (route: Route) => {
    const fixture = world.fixtures[labelOf(route)];
    if (!fixture) throw new Error(`${labelOf(route)} has no fixture in test/support/route-fixtures.ts.`);
    return fixture;
  };
  const twinOf = (route: Route): Person => world.entitled[fixtureOf(route).twin ?? 'worker'];

  /** Each outsider at each route, with the ids of real records: who got in, and who was told something that an id which never was does not tell. */
  const tryEverything = async (): Promise<{ probes: number; open: string[]; telling: string[] }> => {
    const found = { probes: 0, open: [] as string[], telling: [] as string[] };
    // what each route says to each role of ids that never were: asked once a pass, as a sign-in does not stay fresh
    const refusals = new Map<string, Promise<string>>();
    for (const route of named) {
      const { about, body = {} } = fixtureOf(route);
      const never = pathFor(route.path, world.ids, () => randomUUID());
      // whoever stands outside changes nothing: they may all come at once
      await Promise.all(
        world.outsiders[about].map(async (outsider) => {
          const real = await send(outsider, route, pathFor(route.path, world.ids), body);
          const key = `${labelOf(route)} ${outsider.role}`;
          const known = refusals.get(key);
          const asked = known ?? send(outsider, route, never, body).then(withoutRequest);
          refusals.set(key, asked);
          found.probes += known ? 1 : 2;
          const label = `${outsider.name} ${labelOf(route)} -> ${String(real.status)} ${real.text.slice(0, 120)}`;
          if (![403, 404].includes(real.status)) found.open.push(label);
          if (withoutRequest(real) !== (await asked)) found.telling.push(`${label} but a random id: ${await asked}`);
        }),
      );
    }
    return found;
  };

  it('has a fixture for every route that names a record, and no fixture for a route that is gone', () => {
    expect(Object.keys(world.fixtures).sort()).toEqual(named.map(labelOf).sort());
  });

  it('nobody reads or changes what is not theirs, and nobody learns that it exists', async () => {
    const before = await checksums(world.house);
    const { probes, open, telling } = await tryEverything();
    counted('Closed', { probes, 'got in': open.length, 'told something': telling.length });
    expect([open, telling]).toEqual([[], []]);
    expect(await checksums(world.house)).toEqual(before);
  });

  it('no child is found under a parent that is not its own, whoever’s both are', async () => {
    const before = await checksums(world.house);
    const wrong: string[] = [];
    let probes = 0;
    for (const route of named.filter((one) => parametersOf(one).length > 1)) {
      const kind = route.path.split('/')[2] ?? '';
      const other = world.others[kind];
      if (!other)
        throw new Error(
          `${labelOf(route)} names a child: name another parent of the kind "${kind}" in othersThan() of populated-house.ts.`,
        );
      const { body = {} } = fixtureOf(route);
      const under = (parent: string): string =>
        pathFor(route.path, world.ids, (id, parameter) => (parameter === parametersOf(route)[0] ? parent : id));
      for (const parent of [other, randomUUID()]) {
        probes += 1;
        const answer = await send(twinOf(route), route, under(parent), body);
        if (answer.status !== 404) wrong.push(`${labelOf(route)} -> ${String(answer.status)} ${answer.text.slice(0, 120)}`);
      }
    }
    counted('Closed', { probes, 'got in': wrong.length });
    expect(probes).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
    expect(await checksums(world.house)).toEqual(before);
  });

  it('no body reaches for another’s record: a foreign id is answered as one that never was, and is written nowhere', async () => {
    const lying = async () => Promise.all(Object.values(world.foreign).map((id) => rowsNaming(world.house, id)));
    const before = await lying();
    const wrong: string[] = [];
    let probes = 0;
    for (const route of named.filter(({ method }) => method !== 'GET')) {
      const contract = bodyOf(world.house, route);
      const { body = {}, naming = [] } = fixtureOf(route);
      for (const { name, each } of contract ? fieldsOf(contract).filter(({ rules }) => rules.includes('isUuid')) : [])
        for (const more of [{}, ...naming]) {
          const asking = (id: string) =>
            send(twinOf(route), route, pathFor(route.path, world.ids), { ...body, ...more, [name]: each ? [id] : id });
          const never = await asking(randomUUID());
          for (const [whose, id] of Object.entries(world.foreign)) {
            const answer = await asking(id);
            probes += 1;
            // a field that says nothing in this body is passed over, whatever stands in it: then it must not be kept either
            const passedOver = never.status < 300;
            if (answer.status >= 500 || (!passedOver && withoutRequest(answer) !== withoutRequest(never)))
              wrong.push(
                `${labelOf(route)} ${name} = ${whose} -> ${answer.text.slice(0, 160)}, but one that never was: ${never.text.slice(0, 160)}`,
              );
          }
        }
    }
    const after = await lying();
    const kept = Object.keys(world.foreign).filter((_, at) => after[at] !== before[at]);
    counted('Closed', { probes, 'got in': wrong.length + kept.length });
    expect(probes).toBeGreaterThan(50);
    expect([wrong, kept]).toEqual([[], []]);
  });

  it('no list, count or filter carries a record to somebody who stands outside', async () => {
    const hidden = [
      world.ids.client,
      world.ids.case,
      world.ids.note,
      world.ids.enquiry,
      world.ids.intake,
      world.ids.member,
      world.ids.block,
    ];
    const told: string[] = [];
    let probes = 0;
    const outsiders = [...new Map([...world.outsiders.client, ...world.outsiders.enquiry].map((person) => [person.id, person])).values()];
    const lists = world.routes.filter(
      (route) => route.method === 'GET' && parametersOf(route).length === 0 && !route.path.startsWith('/api/audit'),
    );
    for (const route of lists) {
      const query = queryOf(world.house, route);
      const filters = (query ? fieldsOf(query) : []).filter(({ rules }) => rules.includes('isUuid')).map(({ name }) => name);
      const within = (who: Person): string[] =>
        world.outsiders.client.includes(who) ? hidden : hidden.filter((id) => id === world.ids.enquiry || id === world.ids.intake);
      for (const outsider of outsiders) {
        const theirs = within(outsider).filter(
          (id) => world.outsiders.enquiry.includes(outsider) || (id !== world.ids.enquiry && id !== world.ids.intake),
        );
        const whole = await outsider.get(route.path);
        probes += 1;
        for (const id of theirs) if (whole.text.includes(id)) told.push(`${outsider.name} ${route.path} carries ${id}`);
        for (const filter of filters) {
          const [asked, never] = [
            await outsider.get(`${route.path}?${filter}=${world.ids.client}`),
            await outsider.get(`${route.path}?${filter}=${randomUUID()}`),
          ];
          probes += 2;
          if (withoutRequest(asked) !== withoutRequest(never))
            told.push(`${outsider.name} ${route.path}?${filter}= tells a client from nobody`);
        }
      }
    }
    counted('Closed', { probes, 'got in': told.length });
    expect(probes).toBeGreaterThan(100);
    expect(told).toEqual([]);
  });

  it('no question that a list’s contract does not name is answered: a hidden field cannot be asked for by sorting or filtering', async () => {
    const columns = await world.house.sql<{ name: string }>(
      `select distinct a.attname::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
    );
    const asked: string[] = [];
    let probes = 0;
    for (const route of world.routes.filter(({ method }) => method === 'GET')) {
      const query = queryOf(world.house, route);
      if (!query) continue;
      const fields = fieldsOf(query);
      const unknown = [...new Set(columns.flatMap(({ name }) => [name, camel(name)]))].filter(
        (name) => !fields.some((field) => field.name === name),
      );
      const who = route.path.includes('/:') ? twinOf(route) : entitledTo(world, route);
      const url = pathFor(route.path, world.ids);
      const all = await who.get(`${url}?${unknown.map((name) => `${name}=1`).join('&')}`);
      probes += unknown.length;
      const refused = (all.body as { fields?: Record<string, string[]> }).fields ?? {};
      asked.push(...unknown.filter((name) => !refused[name]?.includes('whitelistValidation')).map((name) => `${url}?${name}=`));
      for (const { name } of fields.filter(({ name, rules }) => /^(sort|order|orderBy|by)$/.test(name) || rules.includes('isIn')))
        for (const column of ['sealed', 'token', 'org_id', 'login_token', 'password_hash']) {
          const answer = await who.get(`${url}?${name}=${column}`);
          probes += 1;
          if (answer.status !== 422) asked.push(`${url}?${name}=${column} -> ${String(answer.status)}`);
        }
    }
    counted('Closed', { probes, 'got in': asked.length });
    expect(probes).toBeGreaterThan(1000);
    expect(asked).toEqual([]);
  });

  it('the app’s own conditions hold alone: with row security off on every table of this database still nobody gets in (goal 3)', async () => {
    const tables = await world.house.sql<{ name: string }>(
      `select relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'public' and relrowsecurity`,
    );
    const turn = (how: string) => world.house.sql(tables.map(({ name }) => `alter table "${name}" ${how} row level security`).join('; '));
    await turn('disable');
    const before = await checksums(world.house);
    const { probes, open, telling } = await tryEverything().finally(() => turn('enable'));
    counted('Closed', { probes, 'got in': open.length, 'told something': telling.length });
    expect([open, telling]).toEqual([[], []]);
    expect(await checksums(world.house)).toEqual(before);
  });

  it('those who are entitled get past the door on every one of these routes', async () => {
    // reading first, then edits, then steps in the order of the fixtures: each leaves the world as the next one needs it
    const order = ['GET', 'PUT', 'DELETE', 'POST'];
    const written = Object.keys(world.fixtures);
    const place = (route: Route): number => order.indexOf(route.method) * 1000 + written.indexOf(labelOf(route));
    const shut: string[] = [];
    let twins = 0;
    for (const route of [...named].sort((a, b) => place(a) - place(b))) {
      const who = twinOf(route);
      const { ids = {}, given = [] } = fixtureOf(route);
      for (const statement of given) await world.house.sql(statement);
      const url = pathFor(route.path, { ...world.ids, ...ids, session: await ownSession(world.house, who) });
      const answer = await send(who, route, url, fixtureOf(route).body ?? {});
      twins += 1;
      if ([401, 403, 404, 500, 503].includes(answer.status) && answer.body?.code !== 'fresh-sign-in-needed')
        shut.push(`${who.role} ${labelOf(route)} -> ${String(answer.status)} ${answer.text.slice(0, 140)}`);
    }
    counted('Closed', { 'twins succeeded': twins - shut.length });
    expect(shut).toEqual([]);
  });
});

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
