import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';

jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'embedded-'));
const homes = new Set([folder]); // as root, below a closed folder, the data lie elsewhere
let server: EmbeddedPostgres | undefined;

async function ask(url: string, sql: string, values: unknown[] = []) {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  await server?.stop();
  if (server) homes.add(server.home);
  server = undefined;
});
afterAll(() => homes.forEach((home) => rmSync(home, { recursive: true, force: true })));

test('what was written is there again after the server was killed in the middle of its work', async () => {
  server = await startEmbeddedPostgres({ dir: folder });
  await ask(server.url, 'create table diary (line text not null)');
  await ask(server.url, 'insert into diary values ($1)', ['kept']);
  process.kill(server.pid, 'SIGKILL');
  server = await startEmbeddedPostgres({ dir: folder });
  expect(await ask(server.url, 'select line from diary')).toEqual([{ line: 'kept' }]);
  expect(server.adopted).toBe(false);
});

test('a server that is killed comes back by itself, at the same address, as often as it takes', async () => {
  server = await startEmbeddedPostgres({ dir: folder });
  const { url } = server;
  await ask(url, 'create table ledger (line integer not null)');
  for (const line of [1, 2]) {
    await ask(url, 'insert into ledger values ($1)', [line]);
    const killed = server.pid;
    process.kill(killed, 'SIGKILL');
    const limit = Date.now() + 20_000;
    while ((server.pid === killed || !(await ask(url, 'select 1').catch(() => null))) && Date.now() < limit)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await ask(url, 'select line from ledger order by 1')).toEqual([{ line: 1 }, { line: 2 }]);
  await server.stop();
  await new Promise((resolve) => setTimeout(resolve, 400));
  await expect(ask(url, 'select 1')).rejects.toThrow(); // what was asked to stop stays stopped
});

test('a server that still runs is taken over, not started twice', async () => {
  server = await startEmbeddedPostgres({ dir: folder });
  const second = await startEmbeddedPostgres({ dir: folder });
  expect(second).toMatchObject({ adopted: true, pid: server.pid, url: server.url });
});

test('a data folder that another living process looks after is refused', async () => {
  server = await startEmbeddedPostgres({ dir: folder });
  writeFileSync(path.join(server.home, 'owner'), String(process.ppid));
  await expect(startEmbeddedPostgres({ dir: folder })).rejects.toThrow('in use by process');
});

test('a data folder whose making was cut off is made anew', async () => {
  const dir = path.join(folder, 'cut-off');
  mkdirSync(path.join(dir, 'data.new'), { recursive: true });
  writeFileSync(path.join(dir, 'data.new', 'PG_VERSION'), '18\n');
  server = await startEmbeddedPostgres({ dir, fast: true });
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('commits reach the disk, and nothing that people wrote reaches the log', async () => {
  server = await startEmbeddedPostgres({ dir: folder });
  const secret = 'the-words-of-a-client';
  await expect(ask(server.url, `select '${secret}'::uuid`)).rejects.toThrow();
  await expect(ask(server.url, 'select $1::text::uuid', [secret])).rejects.toThrow();
  expect(await ask(server.url, `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`)).toEqual([
    { fsync: 'on', commit: 'on' },
  ]);
  expect(readFileSync(path.join(server.home, 'server.log'), 'utf8')).not.toContain(secret);
});
