import 'reflect-metadata';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@panah/domain/access/access-table';
import { AppModule } from '../../apps/api/src/app.module';
import { createApp } from '../../apps/api/src/platform/create-app';
import { asLogin, atDatabase, type DatabaseUrls } from '../../apps/api/src/platform/database/database-urls';
import { migrate } from '../../apps/api/src/platform/database/migrate';
import { prepareDatabases } from '../../apps/api/src/platform/database/prepare-databases';
import { UnitsOfWork } from '../../apps/api/src/platform/database/units-of-work';
import { newId } from '../../apps/api/src/platform/new-id';
import { FileKeyProvider } from '../../apps/api/src/platform/sealing/file-key-provider';
import { Sealer } from '../../apps/api/src/platform/sealing/sealer';
import { Tokens } from '../../apps/api/src/platform/sealing/tokens';
import { staffPlace } from '../../apps/api/src/platform/session/credentials';
import { readSettings } from '../../apps/api/src/platform/settings';
import { asking, copyOf, databaseUrl, dropDatabase, serverUrl, templateDatabase } from './postgres';

/** What an answer holds, read as a person reads it: by looking. Jest's `expect` does the checking. */
type Seen = ReturnType<typeof JSON.parse>;

/** One answer of the API. */
export interface Answer {
  status: number;
  body: Seen;
  headers: Record<string, string | string[] | number | undefined>;
  text: string;
}

export interface SendOptions {
  /** The version an edit was made on. */
  version?: number;
  /** The idempotency key; a new one each time unless given. */
  key?: string;
  headers?: Record<string, string>;
}

/** A signed-in person who calls the API. */
export interface Person {
  id: string;
  name: string;
  role: Role;
  cookie: string;
  get(url: string, options?: SendOptions): Promise<Answer>;
  post(url: string, body?: unknown, options?: SendOptions): Promise<Answer>;
  put(url: string, body?: unknown, options?: SendOptions): Promise<Answer>;
  patch(url: string, body?: unknown, options?: SendOptions): Promise<Answer>;
  delete(url: string, options?: SendOptions): Promise<Answer>;
}

export interface OfficePlace {
  orgId: string;
  id: string;
}

export interface House {
  app: NestFastifyApplication;
  urls: DatabaseUrls;
  /** Two organisations; the first has two offices. */
  offices: { north: OfficePlace; south: OfficePlace; elsewhere: OfficePlace };
  /** A new colleague with this role, signed in. Names are theirs alone, so that a story can look for them where they must not be. */
  as(role: Role, where?: OfficePlace, name?: string, duties?: string[]): Promise<Person>;
  /** Somebody who is not signed in. */
  stranger: Pick<Person, 'get' | 'post' | 'put'>;
  /** Asks the database as its superuser: no row security, for what a story must see from outside. */
  sql: <Row = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;
  keysSql: <Row = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;
  /** Every text that any answer, header or URL has carried so far: for canaries. */
  said(): string;
  close(): Promise<void>;
  /** Closes the house and keeps it as it is, to be opened again as often as wanted: each time the same people, ids and sessions. */
  keep(): Promise<KeptHouse>;
  /** The same person, signed in at this house: it was opened from one in which they were. */
  again(person: Person): Person;
}

/** A house as it stood when it was kept: the names of its databases, its folder, and its offices. It can be written down, and opened by another process. */
export interface KeptHouse {
  names: Names;
  folder: string;
  offices: House['offices'];
}

/** Opens a kept house: copies of its databases and of its folder. Throws when it was dropped. */
export async function openKept({ names, folder, offices }: KeptHouse, env: Record<string, string> = {}): Promise<House> {
  const own = newFolder();
  cpSync(folder, own, { recursive: true });
  return houseIn(await freshDatabases(names), own, env, offices);
}

/** A kept house is opened no more. What was opened of it stays. */
export async function dropKept({ names, folder }: KeptHouse): Promise<void> {
  await dropDatabase(names.main);
  await dropDatabase(names.keys);
  rmSync(folder, { recursive: true, force: true });
}

/** A fresh house: both databases (copies of a migrated template), the app in this process, two organisations, three offices. */
export async function openHouse(env: Record<string, string> = {}): Promise<House> {
  return houseIn(await freshDatabases({ main: TEMPLATE, keys: `${TEMPLATE}_keys` }), newFolder(), env);
}

const newFolder = (): string => path.join(tmpdir(), `house-${randomBytes(6).toString('hex')}`);

async function houseIn(
  { urls, names }: Databases,
  folder: string,
  env: Record<string, string>,
  founded?: House['offices'],
): Promise<House> {
  const settings = readSettings({
    DEMO: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: folder,
    KEY_FILE: path.join(folder, 'key'),
    WEB_ROOT: '/nowhere',
    ...env,
  });
  const app = await createApp(AppModule.with(settings, urls, FileKeyProvider.open(settings.keyFile).provider), settings);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const heard: string[] = [];
  const offices = founded ?? (await foundOffices(app));
  const [main, keys] = [asking(databaseUrl(names.main)), asking(databaseUrl(names.keys))];
  const leave = async (): Promise<void> => {
    await app.close();
    await Promise.all([main.end(), keys.end()]);
  };
  return {
    app,
    urls,
    offices,
    as: (role, where = offices.north, name = `Colleague ${randomBytes(4).toString('hex')}`, duties = []) =>
      employ(app, heard, role, where, name, duties),
    stranger: caller(app, heard, ''),
    sql: main.ask,
    keysSql: keys.ask,
    said: () => heard.join('\n'),
    close: async () => {
      await leave();
      await dropKept({ names, folder, offices });
    },
    keep: async () => {
      await leave();
      return { names, folder, offices };
    },
    again: (person) => ({ ...person, ...caller(app, heard, person.cookie) }),
  };
}

interface Databases {
  urls: DatabaseUrls;
  names: Names;
}
type Names = Record<'main' | 'keys', string>;

const TEMPLATE = 'house_template';

async function freshDatabases(from: Names): Promise<Databases> {
  const secrets = path.join(tmpdir(), `house-logins-${createHash('sha256').update(serverUrl()).digest('hex').slice(0, 12)}.json`);
  mkdirSync(path.dirname(secrets), { recursive: true });
  await templateDatabase(`${TEMPLATE}_ready`, async () => {
    await dropDatabase(TEMPLATE);
    await dropDatabase(`${TEMPLATE}_keys`);
    await migrate(await prepareDatabases(serverUrl(), secrets, TEMPLATE));
  });
  if (!existsSync(secrets)) throw new Error('the logins of the test server are lost; start it anew');
  const passwords = (await import(secrets)) as { default: Record<string, string> };
  const [main, keys] = [await copyOf(from.main), await copyOf(from.keys)];
  const url = (login: string, database: string): string =>
    asLogin(atDatabase(serverUrl(), database), login, passwords.default[login] ?? '');
  return {
    names: { main, keys },
    urls: {
      app: url('panah_app', main),
      migration: url('panah_owner', main),
      jobs: url('panah_jobs', main),
      keys: url('panah_keys', keys),
      keysMigration: url('panah_owner', keys),
    },
  };
}

async function foundOffices(app: NestFastifyApplication): Promise<House['offices']> {
  const [first, second] = [newId(), newId()];
  const offices = { north: { orgId: first, id: newId() }, south: { orgId: first, id: newId() }, elsewhere: { orgId: second, id: newId() } };
  for (const orgId of [first, second])
    await app.get(UnitsOfWork).runAs({ orgId }, async (work) => {
      await work.change({ name: 'test.org', text: 'insert into org (id, name) values ($1, $2)' }, [
        orgId,
        `Organisation ${orgId.slice(-4)}`,
      ]);
      for (const [name, office] of Object.entries(offices).filter(([, office]) => office.orgId === orgId))
        await work.change(
          {
            name: 'test.office',
            text: `insert into office (id, org_id, name, time_zone, weekend_days) values ($1, $2, $3, 'Europe/Tirane', '{6,7}')`,
          },
          [office.id, orgId, name],
        );
    });
  return offices;
}

async function employ(
  app: NestFastifyApplication,
  heard: string[],
  role: Role,
  where: OfficePlace,
  name: string,
  duties: string[],
): Promise<Person> {
  const [id, token, login] = [newId(), randomBytes(32).toString('base64url'), `${randomUUID()}@example.org`];
  const sealed = await app.get(Sealer).seal(staffPlace(id, 1), { displayName: name, login });
  const loginToken = await app.get(Tokens).of('login', login);
  await app.get(UnitsOfWork).runAs({ orgId: where.orgId }, async (work) => {
    await work.change(
      {
        name: 'test.staff',
        text: `insert into staff_member (id, org_id, state, login_token, second_factor_required, sealed) values ($1, $2, 'ACTIVE', $3, false, $4)`,
      },
      [id, where.orgId, loginToken, sealed],
    );
    await work.change(
      {
        name: 'test.role',
        text: `insert into staff_role (id, org_id, staff_id, office_id, role, duties, confirmed_at, confirmed_how) values ($1, $2, $3, $4, $5, $6, now(), 'FIRST_OF_ITS_KIND')`,
      },
      [newId(), where.orgId, id, ['PARTNER', 'AUDITOR', 'ADMIN'].includes(role) ? null : where.id, role, duties],
    );
    await work.rows({ name: 'test.session', text: 'select app.open_session($1, $2, $3, $4::interval)' }, [
      newId(),
      createHash('sha256').update(token).digest(),
      id,
      '10 hours',
    ]);
  });
  return { id, name, role, cookie: `sid=${token}`, ...caller(app, heard, `sid=${token}`) };
}

type Caller = Omit<Person, 'id' | 'name' | 'role' | 'cookie'>;

function caller(app: NestFastifyApplication, heard: string[], cookie: string): Caller {
  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body: unknown,
    options: SendOptions = {},
  ): Promise<Answer> => {
    const answer = await app.inject({
      method,
      url,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(method === 'GET' ? {} : { 'x-requested-with': 'office', 'idempotency-key': options.key ?? randomUUID() }),
        ...(options.version === undefined ? {} : { 'if-match': `"${options.version}"` }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    heard.push(url, answer.body, JSON.stringify(answer.headers));
    const json = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      body: json && answer.body ? JSON.parse(answer.body) : null,
      headers: answer.headers,
      text: answer.body,
    };
  };
  return {
    get: (url, options) => send('GET', url, undefined, options),
    post: (url, body = {}, options) => send('POST', url, body, options),
    put: (url, body = {}, options) => send('PUT', url, body, options),
    patch: (url, body = {}, options) => send('PATCH', url, body, options),
    delete: (url, options) => send('DELETE', url, undefined, options),
  };
}
