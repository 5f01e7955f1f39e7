import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@panah/embedded-postgres/embedded-postgres';
import type { DatabaseUrls } from '../apps/api/src/platform/database/database-urls';
import { prepareDatabases } from '../apps/api/src/platform/database/prepare-databases';
import { DEMO_PASSWORD } from '../apps/api/src/demo/demo-staff';
import { removePassing } from './support/passing-folder';
import { type RunningApp, startApp } from './support/running-app';

interface OpenApi {
  paths: Record<
    string,
    Record<
      string,
      { operationId: string; requestBody?: object; responses: Record<string, { content?: Record<string, { schema?: object }> }> }
    >
  >;
  components: { schemas: Record<string, { properties?: object }> };
}

/** The server as `npm start` runs it: built, in a process of its own, on a real embedded database that does not give up durability. */
describe('the built server', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({ demo: true });
    while (!app.logs().includes('DEMO=0')) await pause(50); // healthy a moment before it has said everything
  });
  afterAll(async () => {
    expect(await app.stop()).toBe(0);
  });

  const signIn = (login: string): Promise<Response> =>
    fetch(`${app.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'office' },
      body: JSON.stringify({ login, password: DEMO_PASSWORD }),
    });

  it('says once where the key lies, prints the address and the accounts, and no name of a client', () => {
    expect(app.logs()).toMatch(/The key of this house was made/);
    expect(app.logs()).toMatch(/Ready: http:\/\/127\.0\.0\.1:\d+/);
    expect(app.logs()).toMatch(/coordinator/);
    expect(app.logs()).not.toMatch(/\p{Script=Arabic}/u);
  });

  it('describes each route, its body, its answer and its problems', async () => {
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as OpenApi;
    const operations = Object.entries(document.paths).flatMap(([url, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ url, method, ...operation })),
    );
    expect(operations.length).toBeGreaterThan(140);
    const incomplete = operations.filter(({ method, responses, requestBody }) => {
      const good = Object.entries(responses).find(([status]) => status.startsWith('2'));
      const answers = good && (['202', '204'].includes(good[0]) || good[1].content !== undefined); // taken down, or done: there is nothing to say
      const problems = responses['404']?.content?.['application/problem+json'] && responses['422'];
      return !answers || !problems || (method === 'put' && !requestBody);
    });
    expect(incomplete.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
    const headersOf = (url: string, method: string): string[] =>
      ((document.paths[url]?.[method] as { parameters?: { name: string }[] } | undefined)?.parameters ?? []).map(({ name }) => name);
    expect(headersOf('/api/partners', 'post')).toEqual(expect.arrayContaining(['X-Requested-With', 'Idempotency-Key']));
    expect(headersOf('/api/partners/{id}', 'put')).toContain('If-Match');
    const empty = Object.entries(document.components.schemas).filter(([, schema]) => Object.keys(schema.properties ?? {}).length === 0);
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it('serves the page with a nonce of its own, never stored, under a policy without exceptions', async () => {
    const [one, two] = [await fetch(`${app.url}/cases/anything`), await fetch(app.url)];
    const nonceOf = (answer: Response): string => /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '';
    expect(nonceOf(one)).not.toBe('');
    expect(nonceOf(one)).not.toBe(nonceOf(two));
    expect(await one.text()).toContain(nonceOf(one));
    expect(one.headers.get('cache-control')).toBe('no-store');
    expect(one.headers.get('content-security-policy')).not.toMatch(/unsafe|\*|data:/);
  });

  it('sends its scripts packed to whoever reads that, and plain to everybody else: the same text, to be kept for a year', async () => {
    const script = /src="(\/main-[^"]+)"/.exec(await (await fetch(app.url)).text())?.[1] ?? '';
    const get = (file: string, encoding: string) => fetch(app.url + file, { headers: { 'accept-encoding': encoding } });
    const [packed, plain] = [await get(script, 'br'), await get(script, 'identity')];
    expect([packed, plain].map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', null]);
    for (const { headers } of [packed, plain]) {
      expect(headers.get('content-type')).toMatch(/javascript/);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('vary')).toMatch(/accept-encoding/i);
      expect(headers.get('content-security-policy')).not.toBeNull();
    }
    const sizes = [packed, plain].map(({ headers }) => Number(headers.get('content-length')));
    expect(sizes[0]).toBeLessThan((sizes[1] ?? 0) / 2);
    expect(await packed.text()).toBe(await plain.text());
    const [words, same] = [await get('/i18n/fa.json', 'br'), await get('/i18n/fa.json', 'identity')];
    expect(words.headers.get('content-encoding')).toBe('br');
    expect(await words.text()).toBe(await same.text());
  });

  it('hands out what its list of files says, to anybody who wants to compare', async () => {
    const list = await (await fetch(`${app.url}/bundle-sha256.txt`)).text();
    const digests = new Map(
      list
        .trimEnd()
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    );
    expect(digests.size).toBeGreaterThan(50);
    const page = await fetch(app.url);
    const nonce = /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1] ?? '';
    const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(digestOf((await page.text()).replaceAll(nonce, 'CSP_NONCE'))).toBe(digests.get('index.html'));
    for (const name of [...digests.keys()].filter((each) => /\.(js|css|json)$/.test(each)))
      expect([name, digestOf(await (await fetch(`${app.url}/${name}`)).text())]).toEqual([name, digests.get(name)]);
  });

  it('says nothing about what people are leaving, before anyone has signed in', async () => {
    const page = await (await fetch(app.url)).text();
    expect(page).not.toMatch(/panah|refuge|پناه|asylum|escape/i);
  });

  it('answers an unknown address of the API as a problem, with every header', async () => {
    const answer = await fetch(`${app.url}/api/nothing/here`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('refuses a body that is too large or no JSON, plainly', async () => {
    const send = (body: string): Promise<Response> =>
      fetch(`${app.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-requested-with': 'office' },
        body,
      });
    expect((await send('{broken')).status).toBe(400);
    expect((await send(JSON.stringify({ login: 'x'.repeat(2_000_000) }))).status).toBe(413);
  });

  it('lets the demonstration’s accounts in, each with its own words', async () => {
    for (const login of ['coordinator', 'caseworker', 'auditor', 'admin', 'partner']) expect((await signIn(login)).status).toBe(200);
  });
});

describe('a server that is killed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-killed-'));
  afterAll(() => removePassing(folder));
  const env = {
    ...process.env,
    PORT: '0',
    DEMO: '1',
    DATA_DIR: path.join(folder, 'data'),
    KEY_FILE: path.join(folder, 'keys/key'),
    LOG_LEVEL: 'error',
  };
  const start = async (): Promise<{ child: ChildProcess; url: string }> => {
    const child = spawn(process.execPath, [path.resolve(__dirname, '../dist/server/apps/api/src/main.js')], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    for (let left = 600; left > 0; left--) {
      const url = /Ready: (\S+)/.exec(output)?.[1];
      if (url) return { child, url };
      if (child.exitCode !== null) break;
      await pause(100);
    }
    throw new Error(`The server did not start: ${output}`);
  };
  const ended = (child: ChildProcess): Promise<void> =>
    new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()));

  it('recovers by itself at the next start, with everything that was acknowledged', async () => {
    const first = await start();
    const headers = { 'content-type': 'application/json', 'x-requested-with': 'office' };
    const session = await fetch(`${first.url}/api/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ login: 'coordinator', password: DEMO_PASSWORD }),
    });
    const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
    const body = JSON.stringify({ name: 'Kept', type: 'OTHER', country: 'AL', services: [], languages: [], contacts: [] });
    const made = await fetch(`${first.url}/api/partners`, {
      method: 'POST',
      headers: { ...headers, cookie, 'idempotency-key': '0b2f1c4a-1111-4222-8333-944445555666' },
      body,
    });
    const { id } = (await made.json()) as { id: string };
    first.child.kill('SIGKILL');
    await ended(first.child);
    const second = await start();
    const again = await fetch(`${second.url}/api/partners/${id}`, { headers: { cookie } });
    expect(await again.json()).toMatchObject({ name: 'Kept' });
    second.child.kill('SIGINT');
    await ended(second.child);
    expect(second.child.exitCode).toBe(0);
  });
});

describe('the built server in production, on a PostgreSQL of one’s own', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-production-'));
  let postgres: EmbeddedPostgres;
  let urls: DatabaseUrls;
  beforeAll(async () => {
    postgres = await startEmbeddedPostgres({ dir: path.join(folder, 'postgres') });
    urls = await prepareDatabases(postgres.url, path.join(folder, 'logins.json'));
  });
  afterAll(() => postgres.stop());
  afterAll(() => removePassing(folder));

  /** The command lines of docker-compose.yml, with the same settings. */
  const run = (
    script: string,
    more: Record<string, string> = {},
  ): Promise<{ code: number | null; output: string; url: string | null; child: ChildProcess }> => {
    const env = {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DEMO: '0',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      DATA_DIR: path.join(folder, 'data'),
      KEY_FILE: path.join(folder, 'keys/key'),
      PUBLIC_ORIGINS: 'https://office.example.org',
      TRUSTED_PROXY: '127.0.0.1',
      SCANNER: 'none',
      DATABASE_URL: urls.app,
      JOBS_DATABASE_URL: urls.jobs,
      KEYS_DATABASE_URL: urls.keys,
      ...more,
    };
    const child = spawn(process.execPath, [path.resolve(__dirname, '../dist/server', script)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    return new Promise((resolve) => {
      const add = (chunk: Buffer): void => {
        output += chunk.toString();
        const url = /Ready: (\S+)/.exec(output)?.[1];
        if (url) resolve({ code: null, output, url, child });
      };
      child.stdout.on('data', add);
      child.stderr.on('data', add);
      child.once('exit', (code) => resolve({ code, output, url: null, child }));
    });
  };

  it('waits for its migrations, which another login runs; then it starts', async () => {
    const early = await run('apps/api/src/main.js');
    expect([early.code, early.output]).toEqual([1, expect.stringContaining('npm run migrate')]);
    const migrated = await run('scripts/migrate.js', {
      MIGRATION_DATABASE_URL: urls.migration,
      KEYS_MIGRATION_DATABASE_URL: urls.keysMigration,
    });
    expect([migrated.code, migrated.output]).toEqual([0, expect.stringContaining('Ran ')]);
    const server = await run('apps/api/src/main.js');
    expect(server.output).toMatch(/one-time code/);
    const health = await fetch(`${server.url}/api/health`);
    expect([health.status, health.headers.get('strict-transport-security')]).toEqual([200, 'max-age=31536000; includeSubDomains']);
    expect((await fetch(`${server.url}/api/session`)).status).toBe(421);
    server.child.kill('SIGTERM');
    await new Promise((resolve) => server.child.once('exit', resolve));
  });

  it('refuses an unsafe setting before it touches anything', async () => {
    const refused = await run('apps/api/src/main.js', { HOST: '0.0.0.0', TRUSTED_PROXY: '', DATA_DIR: path.join(folder, 'untouched') });
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('without TLS')]);
    expect(existsSync(path.join(folder, 'untouched'))).toBe(false);
  });
});
