import { ROLES } from '@panah/domain/access/access-table';
import type { Route } from '../apps/api/src/platform/access/boot-check';
import { bodyOf, fieldsOf, givenUnchecked } from './support/contract-of';
import { counted } from './support/counts';
import type { Answer, Person } from './support/house';
import { checksums, entitledTo, labelOf, openWorld, send, type World } from './support/populated-house';
import { pathFor } from './support/route-fixtures';

type Contract = NonNullable<ReturnType<typeof bodyOf>>;

jest.setTimeout(300_000); // every route or every table in turn

/** What nobody names and somebody would like to: sent one at a time as well, so that no refusal hides behind another. */
const COVETED: Record<string, unknown> = {
  id: '01900000-0000-7000-8000-000000000001',
  role: 'ADMIN',
  roles: [...ROLES],
  duties: ['lead'],
  office_id: '01900000-0000-7000-8000-000000000001',
  officeId: '01900000-0000-7000-8000-000000000001',
  orgId: '01900000-0000-7000-8000-000000000001',
  org_id: '01900000-0000-7000-8000-000000000001',
  state: 'ACTIVE',
  version: 1,
  createdBy: '01900000-0000-7000-8000-000000000001',
  created_by: '01900000-0000-7000-8000-000000000001',
  sealed: '\\x00',
  actor: { roles: [...ROLES] },
};

/** Keys that would reach the prototype, written as text: an object literal would swallow them. */
const PROTOTYPES = ['{"__proto__":{"role":"ADMIN"}', '{"constructor":{"prototype":{"role":"ADMIN"}}'];

/** Each body of each write route × every column name there is × the fields that promote somebody (goal 17). */
describe('a body that says more than its contract', () => {
  let world: World;
  let writes: Route[];
  let columns: string[];
  let before: Record<string, string>;

  beforeAll(async () => {
    world = await openWorld();
    writes = world.routes.filter(({ method }) => method !== 'GET');
    const rows = await world.house.sql<{ name: string }>(
      `select distinct a.attname::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 1`,
    );
    columns = [...new Set(rows.flatMap(({ name }) => [name, name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())]))];
    before = await checksums(world.house);
  });
  afterEach(async () => {
    expect(await checksums(world.house)).toEqual(before);
  });
  afterAll(() => world.house.close());

  const twinOf = (route: Route): Person => {
    const twin = world.fixtures[labelOf(route)]?.twin;
    if (!route.path.includes('/:')) return entitledTo(world, route);
    return world.entitled[twin ?? 'worker'];
  };
  const post = (route: Route, body: unknown): Promise<Answer> => send(twinOf(route), route, pathFor(route.path, world.ids), body);
  const bodyFor = (route: Route): Record<string, unknown> => ({ ...(world.fixtures[labelOf(route)]?.body ?? {}) });
  const contracts = (): { route: Route; contract: Contract }[] =>
    writes.flatMap((route) => {
      const contract = bodyOf(world.house, route);
      return contract ? [{ route, contract }] : [];
    });
  const withoutNamed = (contract: Contract, names: string[]): string[] => {
    const own = new Set(fieldsOf(contract).map(({ name }) => name));
    return names.filter((name) => !own.has(name));
  };

  it('is refused for every column of every table, each by its name', async () => {
    const passed: string[] = [];
    let probes = 0;
    for (const { route, contract } of contracts()) {
      const unknown = withoutNamed(contract, columns);
      const answer = await post(route, { ...bodyFor(route), ...Object.fromEntries(unknown.map((name) => [name, 'x'])) });
      const refused = (answer.body as { fields?: Record<string, string[]> } | null)?.fields ?? {};
      probes += unknown.length;
      passed.push(
        ...unknown
          .filter((name) => answer.status !== 400 || !refused[name]?.includes('whitelistValidation'))
          .map((name) => `${labelOf(route)} took ${name}: ${String(answer.status)}`),
      );
    }
    counted('Closed', { probes, 'got in': passed.length });
    expect(probes).toBeGreaterThan(5000);
    expect(passed).toEqual([]);
  });

  it('is refused for each field that would promote somebody or give a record away, alone, and in a list of bodies', async () => {
    const passed: string[] = [];
    let probes = 0;
    for (const { route, contract } of contracts()) {
      const bodies: [string, unknown][] = withoutNamed(contract, Object.keys(COVETED)).map((name) => [
        name,
        { ...bodyFor(route), [name]: COVETED[name] },
      ]);
      await Promise.all(
        bodies.map(async ([name, body]) => {
          const { status, body: said } = await post(route, body);
          if (status !== 400 || said?.code !== 'unknown-field') passed.push(`${labelOf(route)} ${name} -> ${String(status)}`);
        }),
      );
      const list = await post(route, [{ ...bodyFor(route), ...COVETED }]);
      if (![400, 422].includes(list.status)) passed.push(`${labelOf(route)} as a list -> ${String(list.status)}`);
      probes += bodies.length + 1;
    }
    counted('Closed', { probes, 'got in': passed.length });
    expect(passed).toEqual([]);
  });

  it('is refused inside each object of a body just as well', async () => {
    const passed: string[] = [];
    let probes = 0;
    const tryNested = async (route: Route, contract: Contract, wrap: (inner: object) => object, path: string): Promise<void> => {
      for (const { name, nested, each } of fieldsOf(contract).filter((field) => field.nested)) {
        if (!nested) continue;
        const inside = (inner: object): object => wrap({ [name]: each ? [inner] : inner });
        const here = `${path}${name}.${each ? '0.' : ''}`;
        const unknown = withoutNamed(nested, [...columns, ...Object.keys(COVETED)]);
        const answer = await post(route, inside(Object.fromEntries(unknown.map((one) => [one, COVETED[one] ?? 'x']))));
        const refused = (answer.body as { fields?: Record<string, string[]> } | null)?.fields ?? {};
        probes += unknown.length;
        passed.push(
          ...unknown
            .filter((one) => answer.status !== 400 || !refused[`${here}${one}`]?.includes('whitelistValidation'))
            .map((one) => `${labelOf(route)} took ${here}${one}: ${String(answer.status)}`),
        );
        await tryNested(route, nested, inside, here);
      }
    };
    for (const { route, contract } of contracts()) await tryNested(route, contract, (inner) => ({ ...bodyFor(route), ...inner }), '');
    counted('Closed', { probes, 'got in': passed.length });
    expect(probes).toBeGreaterThan(500);
    expect(passed).toEqual([]);
  });

  it('reaches no prototype', async () => {
    const passed: string[] = [];
    let probes = 0;
    for (const { route } of contracts())
      for (const start of PROTOTYPES) {
        const rest = JSON.stringify(bodyFor(route)).slice(1);
        const text = rest === '}' ? `${start}}` : `${start},${rest}`;
        const options = { version: 1, headers: { 'content-type': 'application/json' } };
        const { status } = await send(twinOf(route), route, pathFor(route.path, world.ids), text, options);
        probes += 1;
        if (status !== 400) passed.push(`${labelOf(route)} ${start} -> ${String(status)}`);
      }
    counted('Closed', { probes, 'got in': passed.length });
    expect(passed).toEqual([]);
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it('says nothing to a route that reads no body: its handler is given none', () => {
    const without = writes.filter((route) => bodyOf(world.house, route) === null);
    // whatever is sent to them, NestJS hands over the parameters that the handler declares, and none of these is the body or the request
    for (const route of without) expect([labelOf(route), givenUnchecked(world.house, route)]).toEqual([labelOf(route), false]);
    expect(without.length + contracts().length).toBe(writes.length);
  });
});
