import { randomUUID } from 'node:crypto';
import { cell, type Role, ROLES, type Word } from '@panah/domain/access/access-table';
import { counted } from './support/counts';
import { type House, openHouse, type Person } from './support/house';
import { BootCheck, type Route } from '../apps/api/src/platform/access/boot-check';
import { labelOf, send, withoutRequest } from './support/populated-house';

jest.setTimeout(300_000); // every route or every table in turn

/** Whether the server lives, and whether oneself is signed in: nothing of anybody else, asked each minute by every open page, without a line. */
const WITHOUT_A_LINE = ['GET /api/health', 'GET /api/session'];

/** Nine roles × all routes, by the access table and nothing else: what it does not open is closed (goal 2). */
describe('the doors', () => {
  let house: House;
  let routes: Route[];
  const people = new Map<Role, Person>();

  beforeAll(async () => {
    house = await openHouse();
    for (const role of ROLES) people.set(role, await house.as(role));
    routes = house.app.get(BootCheck).routes();
  });
  afterAll(() => house.close());

  const somebody = (role: Role): Person => {
    const person = people.get(role);
    if (!person) throw new Error(`Nobody is a ${role}.`);
    return person;
  };
  /** A path with ids that never were, the same for both who ask. */
  const somewhere = ({ path }: Route): string => path.replace(/:\w+/g, () => randomUUID());
  const isRefusal = ({ status, body }: { status: number; body: { code?: string } | null }): boolean =>
    status === 403 && body?.code === 'forbidden';

  it('are closed to every role for which the table says none, whatever is sent, and open to the others', async () => {
    const wrong: string[] = [];
    let closed = 0;
    let opened = 0;
    const doors = routes.flatMap((route) =>
      route.word === null ? [] : ROLES.map((role) => ({ route, role, reach: cell(route.word as Word, role) })),
    );
    for (const { route, role } of doors.filter(({ reach }) => reach === 'none')) {
      const answer = await send(somebody(role), route, somewhere(route), { role: 'ADMIN' });
      closed += 1;
      if (!isRefusal(answer)) wrong.push(`${role} ${labelOf(route)} -> ${String(answer.status)} ${answer.text.slice(0, 100)}`);
    }
    for (const { route, role } of doors.filter(({ reach }) => reach !== 'none')) {
      let answer = await send(somebody(role), route, somewhere(route));
      // the one before ended or locked their own session: a door like any other, but nobody stands before the next
      if (answer.status === 401) {
        people.set(role, await house.as(role));
        answer = await send(somebody(role), route, somewhere(route));
      }
      if (isRefusal(answer) || (answer.status === 401 && answer.body?.code === 'session-locked'))
        wrong.push(`${role} ${labelOf(route)} is shut: ${answer.text}`);
      else opened += 1;
    }
    counted('Closed', { probes: closed, 'got in': wrong.length, 'twins succeeded': opened });
    expect(wrong).toEqual([]);
    expect(closed).toBeGreaterThan(routes.length);
  });

  it('say to whoever is refused the same as to anybody else who is refused', async () => {
    const refusals = new Set<string>();
    for (const route of routes.filter(({ word }) => word !== null && cell(word as Word, 'PARTNER') === 'none')) {
      const answer = await send(somebody('PARTNER'), route, somewhere(route));
      refusals.add(withoutRequest(answer));
    }
    expect([...refusals]).toHaveLength(1);
  });

  it('are closed to somebody without a role, and to somebody whose roles have ended', async () => {
    const former = await house.as('COORDINATOR');
    await house.sql('update staff_role set ended_at = now() where staff_id = $1', [former.id]);
    const open: string[] = [];
    const words = routes.filter(({ word }) => word !== null);
    for (const route of words) {
      const answer = await send(former, route, somewhere(route));
      if (!isRefusal(answer)) open.push(`${labelOf(route)} -> ${String(answer.status)}`);
    }
    counted('Closed', { probes: words.length, 'got in': open.length });
    expect(open).toEqual([]);
  });

  it('leave exactly one line for each who came, whether they got in or not (goal 9)', async () => {
    const lines = async (): Promise<Map<string, number>> => {
      const counts = await house.sql<{ outcome: string; n: number }>(
        'select outcome, count(*)::int as n from audit_event group by outcome',
      );
      return new Map(counts.map(({ outcome, n }) => [outcome, n]));
    };
    const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((all, n) => all + n, 0);
    const before = sum(await lines());
    const unequal: string[] = [];
    let requests = 0;
    let written = before;
    for (const route of routes.filter((route) => !WITHOUT_A_LINE.includes(labelOf(route)))) {
      for (const role of ['COORDINATOR', 'PARTNER'] as const) await send(await house.as(role), route, somewhere(route));
      requests += 2;
      const now = sum(await lines());
      if (now - written !== 2) unequal.push(`${labelOf(route)}: ${String(now - written)} lines for 2 requests`);
      written = now;
    }
    const outcomes = new Set((await lines()).keys());
    counted('Audited', { requests, 'lines, one each': written - before });
    expect(unequal).toEqual([]);
    expect([...outcomes].sort()).toEqual(expect.arrayContaining(['DONE', 'INVALID', 'NOT_FOUND', 'REFUSED']));
  });
});
