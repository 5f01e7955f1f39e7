import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@panah/embedded-postgres/embedded-postgres';
import { PgBoss } from 'pg-boss';
import { DEMO_PASSWORD } from '../apps/api/src/demo/demo-staff';
import { asLogin, atDatabase } from '../apps/api/src/platform/database/database-urls';
import { ErasedSubjects } from '../apps/api/src/platform/sealing/erased-subjects';
import { FileKeyProvider } from '../apps/api/src/platform/sealing/file-key-provider';
import { KeyRing } from '../apps/api/src/platform/sealing/key-ring';
import { readSettings } from '../apps/api/src/platform/settings';
import { runScript } from './support/command';
import { type Killable, startKillable } from './support/killable';
import { removePassing } from './support/passing-folder';
import { ask } from './support/postgres';
import { before, type Reckoning, reckon } from './support/reckoning';
import { signIn } from './support/signed-in';
import { startWriters } from './support/writers';

jest.setTimeout(120_000);

describe('two servers on one PostgreSQL', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-two-'));
  let postgres: EmbeddedPostgres;
  let env: Record<string, string>;
  let one: Killable;
  let other: Killable;
  const database = (name: string): string => atDatabase(postgres.url, name);
  const login = (name: string, at: string): string => {
    const passwords = JSON.parse(readFileSync(path.join(folder, 'data/logins.json'), 'utf8')) as Record<string, string>;
    return asLogin(database(at), name, passwords[name] ?? '');
  };

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres({ dir: path.join(folder, 'postgres') });
    env = {
      PORT: '0',
      DEMO: '1',
      DATA_DIR: path.join(folder, 'data'),
      KEY_FILE: path.join(folder, 'keys/key'),
      DATABASE_URL: postgres.url,
    };
    one = await startKillable(env);
    other = await startKillable(env);
  });
  afterAll(() => other.stop());
  afterAll(() => one.stop());
  afterAll(() => postgres.stop());
  afterAll(() => removePassing(folder));

  it('share sessions: begun at one it is known at the other, locked or ended at one it is so at the other with the next request', async () => {
    let at = one;
    const person = await signIn(() => at.url, 'coordinator');
    at = other;
    expect((await person.get('/api/partners')).status).toBe(200);
    expect((await person.post('/api/session/lock', {})).status).toBe(200);
    at = one;
    expect((await person.get('/api/partners')).body).toMatchObject({ status: 401, code: 'session-locked' });
    expect((await person.post('/api/session/unlocking', { password: DEMO_PASSWORD })).status).toBe(200);
    at = other;
    expect((await person.get('/api/partners')).status).toBe(200);
    const again = await signIn(() => at.url, 'coordinator');
    const { items } = (await again.get('/api/sessions')).body;
    at = other;
    expect((await again.post(`/api/sessions/${items[0].id}/end`, {})).status).toBe(200);
    at = one;
    expect((await again.get('/api/partners')).status).toBe(401);
  });

  it('do one thing once, though the same request reaches both at the same moment, and answer the same', async () => {
    const cookieAt = { current: one };
    const person = await signIn(() => cookieAt.current.url, 'coordinator');
    const body = { name: `Once ${randomUUID()}`, type: 'OTHER', country: 'AL', services: [], languages: [], contacts: [] };
    const key = randomUUID();
    const sent = Array.from({ length: 20 }, (_, n) => {
      cookieAt.current = n % 2 ? one : other; // the address is read when the request leaves
      return person.post('/api/partners', body, key);
    });
    const answers = await Promise.all(sent);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const made = await ask(database('panah'), 'select from partner where id = $1', [answers[0]?.body.id]);
    expect(made).toHaveLength(1);
    expect((await person.post('/api/partners', { ...body, name: 'Another' }, key)).status).toBe(422);
  });

  it('share jobs: each enquiry is minimised once, however often and wherever the job runs', async () => {
    const due = await ask<{ id: string }>(
      database('panah'),
      `update enquiry set state = 'DECLINED', decline_reason = 'OTHER', declined_at = now() - interval '31 days'
        where id in (select id from enquiry where state in ('ENQUIRY', 'DECLINED') and minimised_at is null and client_id is null limit 20) returning id`,
    );
    expect(due.length).toBeGreaterThan(1);
    const boss = new PgBoss({
      connectionString: login('panah_jobs', 'panah'),
      schema: 'queue',
      createSchema: false,
      supervise: false,
      schedule: false,
    });
    await boss.start();
    for (let run = 0; run < 10; run++) await boss.send('minimise-declined-enquiries', {});
    await boss.stop({ graceful: false });
    const lines = (): Promise<{ subject_id: string; count: number }[]> =>
      ask(
        database('panah'),
        `select subject_id, count(*)::int as count from audit_event where word = 'enquiry:minimise' and subject_id = any ($1::uuid[]) group by 1`,
        [due.map(({ id }) => id)],
      );
    for (let left = 300; left > 0 && (await waitingJobs()) > 0; left--) await pause(100);
    expect(await waitingJobs()).toBe(0);
    expect((await lines()).map(({ count }) => count)).toEqual(due.map(() => 1));
  });

  const waitingJobs = async (): Promise<number> => {
    const [{ count } = { count: -1 }] = await ask<{ count: number }>(
      database('panah'),
      `select count(*)::int as count from queue.job where name = 'minimise-declined-enquiries' and state in ('created', 'retry', 'active')`,
    );
    return count;
  };

  it('lose nothing when one is killed with SIGKILL under load: nothing acknowledged is lost, nothing is done twice, the other goes on', async () => {
    const start = await before(database('panah'));
    let turn = 0;
    let alive = [one, other];
    const writers = await startWriters(() => (alive[turn++ % alive.length] ?? other).url);
    const until = async (count: number): Promise<void> => {
      const limit = Date.now() + 30_000;
      while (writers.acknowledged() < count && Date.now() < limit) await pause(5);
    };
    await until(150);
    await one.kill();
    const [atKill, killedAt] = [writers.acknowledged(), performance.now()];
    await until(atKill + 1);
    const next = Math.round(performance.now() - killedAt);
    alive = [other]; // as a proxy does once it has noticed
    await until(atKill + 150);
    await writers.finish();
    const found = await reckon(database('panah'), start, writers.written);
    console.info(
      `one of two servers killed: ${writers.acknowledged()} acknowledged (${writers.acknowledged() - atKill} after the kill, the first after ${next} ms), ${writers.doubts} sent again, ${JSON.stringify(found)}`,
    );
    expect(writers.odd).toEqual([]);
    expect(found).toEqual({ lost: 0, twice: 0, rowsWithoutLine: 0, linesWithoutRow: 0 } satisfies Reckoning);
    expect(writers.acknowledged()).toBeGreaterThanOrEqual(atKill + 150);
  });

  it('seal the log once: every line has one number, without a gap, whoever of them gave it', async () => {
    for (let left = 100; left > 0; left--) {
      const [{ waiting } = { waiting: 1 }] = await ask<{ waiting: number }>(
        database('panah'),
        'select count(*)::int as waiting from audit_event where seq is null',
      );
      if (waiting === 0) break;
      await pause(100);
    }
    const [count] = await ask<{ lines: number; numbers: number; last: number }>(
      database('panah'),
      'select count(*)::int as lines, count(distinct seq)::int as numbers, max(seq)::int as last from audit_event where seq is not null',
    );
    expect(count).toEqual({ lines: count?.last, numbers: count?.last, last: count?.last });
    expect(await runScript('verify-audit', [], env)).toMatchObject({ code: 0, output: expect.stringContaining('All in order') });
  });

  it('count wrong sign-ins together: ten at both are ten, also when they are tried at the same moment', async () => {
    one = await startKillable(env);
    const attempt = async (at: Killable, password: string): Promise<number> => {
      const headers = { 'content-type': 'application/json', 'x-requested-with': 'office' };
      return (await fetch(`${at.url}/api/session`, { method: 'POST', headers, body: JSON.stringify({ login: 'legal', password }) })).status;
    };
    expect(await attempt(one, DEMO_PASSWORD)).toBe(200);
    const statuses: number[] = [];
    for (let round = 0; round < 5; round++)
      statuses.push(...(await Promise.all([one, other, one, other].map((at) => attempt(at, 'a wrong password by chance')))));
    // a server that is busy says 429 too, without looking at the password
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
    for (const at of [one, other]) expect(await attempt(at, DEMO_PASSWORD)).toBe(429);
  });

  it('share what they forget: a key that is destroyed opens nothing at either, at once', async () => {
    let at = one;
    const person = await signIn(() => at.url, 'coordinator');
    const { items } = (await person.get('/api/cases?limit=2')).body;
    const [gone, stays] = items as { id: string }[];
    const look = async (id: string | undefined): Promise<number[]> => {
      const seen: number[] = [];
      for (at of [one, other]) seen.push((await person.get(`/api/cases/${id}/file`)).status);
      return seen;
    };
    expect(await look(gone?.id)).toEqual([200, 200]); // both hold the key in memory now
    const [row] = await ask<{ client_id: string }>(database('panah'), 'select client_id from case_file where id = $1', [gone?.id]);
    const { provider } = FileKeyProvider.open(env['KEY_FILE'] ?? '');
    const ring = new KeyRing(login('panah_keys', 'panah_keys'), provider, new ErasedSubjects(readSettings(env), provider));
    await ring.destroy(row?.client_id ?? '');
    await ring.onApplicationShutdown();
    let seen = await look(gone?.id);
    for (let left = 100; left > 0 && seen.includes(200); left--, seen = await look(gone?.id)) await pause(50); // far sooner than a key is forgotten by itself
    expect(seen.every((status) => status >= 400)).toBe(true);
    expect(await look(stays?.id)).toEqual([200, 200]);
  });
});
