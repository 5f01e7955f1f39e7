import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { withdraw } from './support/consent-desk';
import { InboxLines } from '../apps/api/src/referrals/inbox-lines.records';
import { type House, openHouse, type Person } from './support/house';
import { type Lent, lend, type PartnerDesk, partnerDesk } from './support/lent-referral';
import { atPartner } from './support/partner-desk';

let house: House;
let port: number;
let people: { coordinator: Person; worker: Person };
let partner: PartnerDesk;
beforeAll(async () => {
  house = await openHouse();
  await house.app.listen(0, '127.0.0.1');
  port = Number(new URL(await house.app.getUrl()).port);
  people = { coordinator: await house.as('COORDINATOR'), worker: await house.as('CASEWORKER') };
  partner = await partnerDesk(house, people.coordinator);
});
afterAll(() => house.close());

interface Line {
  status: number;
  type: string;
  heard(): string;
  /** When the other side closed it. */
  over: Promise<void>;
  leave(): void;
}

/** An open page's line, over a real connection. */
async function follow(id: string, by: Person = partner.member): Promise<Line> {
  const headers = { cookie: by.cookie, accept: 'text/event-stream', host: `127.0.0.1:${port}` };
  const request = get({ host: '127.0.0.1', port, path: `/api/inbox/${id}/line`, headers, agent: false });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  let heard = '';
  answer.setEncoding('utf8').on('data', (part: string) => (heard += part));
  answer.on('error', () => undefined);
  const over = new Promise<void>((resolve) => answer.once('close', resolve));
  return {
    status: answer.statusCode ?? 0,
    type: String(answer.headers['content-type']),
    heard: () => heard,
    over,
    leave: () => request.destroy(),
  };
}
/** How long it takes until a line is over, and what it said. */
async function endOf(line: Line, act: () => Promise<unknown>): Promise<{ ms: number; said: string }> {
  await act();
  const since = performance.now();
  await Promise.race([line.over, pause(3000, undefined, { ref: false })]);
  return { ms: performance.now() - since, said: line.heard() };
}
const busy = async (): Promise<number> =>
  Number(
    (
      await house.sql<{ n: string }>(
        `select count(*) as n from pg_stat_activity where datname = current_database() and state like '%in transaction%'`,
      )
    )[0]?.n,
  );
const opened = async (state = 'RECEIVED'): Promise<Lent> => lend(house, people, partner, { state });

describe('the line of an open page', () => {
  it('says within a second that a recalled referral is over, to everybody who has it open', async () => {
    const [{ id }, still] = [await opened(), await opened()];
    const colleague = await atPartner(house, partner.id);
    const lines = [await follow(id), await follow(id, colleague)];
    const other = await follow(still.id);
    expect(lines.map(({ status, type }) => [status, type])).toEqual([1, 2].map(() => [200, 'text/event-stream']));
    const recall = () => house.sql(`update referral set state = 'REVOKED', ended_at = now(), end_reason = 'RECALLED' where id = $1`, [id]);
    const { ms } = await endOf(lines[0] ?? other, recall);
    expect(ms).toBeLessThan(1000);
    await lines[1]?.over;
    for (const line of lines) expect(line.heard()).toContain(`event: ended\ndata: {"id":"${id}"}\n\n`);
    expect(other.heard()).toBe(': open\n\n');
    other.leave();
  });

  it('ends when a colleague declines, and with the session of its reader', async () => {
    const [first, second] = [await opened(), await opened()];
    const colleague = await atPartner(house, partner.id);
    const [declined, own] = [await follow(first.id), await follow(second.id, colleague)];
    const refusal = () => colleague.post(`/api/inbox/${first.id}/refusal`, { reason: 'NO_CAPACITY' });
    expect((await endOf(declined, refusal)).said).toContain('event: ended');
    const { ms, said } = await endOf(own, () =>
      house.sql(`update session set ended_at = now(), end_reason = 'SIGNED_OUT' where staff_id = $1`, [colleague.id]),
    );
    expect(said).toContain('event: signed-out');
    expect(ms).toBeLessThan(1000);
  });

  it('ends with a session that is locked, or that the clock has ended', async () => {
    const { id } = await opened();
    const [idle, locking, awake] = [await atPartner(house, partner.id), await atPartner(house, partner.id), partner.member];
    const [first, second, third] = [await follow(id, idle), await follow(id, locking), await follow(id, awake)];
    expect((await endOf(second, () => locking.post('/api/session/lock'))).said).toContain('event: signed-out');
    await house.sql(`update session set last_seen_at = now() - interval '16 minutes' where staff_id = $1`, [idle.id]);
    expect((await endOf(first, () => house.app.get(InboxLines).lookAtSessions())).said).toContain('event: signed-out');
    while (!third.heard().includes(': here')) await pause(10);
    expect(third.heard()).toBe(': open\n\n: here\n\n');
    third.leave();
  });

  it('holds no connection and no transaction: thirty lines leave the database as it was', async () => {
    const connections = async (): Promise<number> =>
      Number((await house.sql<{ n: string }>(`select count(*) as n from pg_stat_activity where datname = current_database()`))[0]?.n);
    const readers = await Promise.all([1, 2, 3, 4, 5].map(() => atPartner(house, partner.id)));
    const { id } = await opened();
    await Promise.all(readers.map((reader) => reader.get(`/api/inbox/${id}`)));
    const before = await connections();
    const lines = await Promise.all(readers.flatMap((reader) => [1, 2, 3, 4, 5, 6].map(() => follow(id, reader))));
    expect(await busy()).toBe(0);
    expect((await connections()) - before).toBeLessThan(10);
    expect((await people.worker.get('/api/session')).status).toBe(200);
    await house.sql(`update referral set state = 'REVOKED', ended_at = now(), end_reason = 'RECALLED' where id = $1`, [id]);
    await Promise.all(lines.map(({ over }) => over));
    expect(lines.filter((line) => line.heard().includes('event: ended'))).toHaveLength(30);
  });

  it('is not for others, not for what is over, and not for whoever did not ask for events', async () => {
    const [{ id }, gone] = [await opened(), await opened('REVOKED')];
    const stranger = (await partnerDesk(house, people.coordinator)).member;
    const statuses = await Promise.all([follow(id, stranger), follow(id, people.worker), follow(gone.id)]);
    expect(statuses.map(({ status }) => status)).toEqual([404, 403, 409]);
    expect((await partner.member.get(`/api/inbox/${id}/line`)).status).toBe(406);
  });

  it('R-CO-03: ends when the person takes back what they agreed to, whoever heard it', async () => {
    const { id, consentId } = await opened('IN_SERVICE');
    const line = await follow(id);
    const { said } = await endOf(line, () => withdraw(people.coordinator, consentId));
    expect(said).toContain('event: ended');
    expect((await partner.member.get(`/api/inbox/${id}`)).body).toMatchObject({ state: 'DISCONTINUED', recalled: true, packages: [] });
  });
});
