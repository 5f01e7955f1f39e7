import { randomBytes } from 'node:crypto';
import { Client, Pool } from 'pg';

/** The superuser's address of the server that the stories run on. */
export function serverUrl(): string {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) throw new Error('There is no test server: run stories through `npm test` or the jest project "api".');
  return url;
}

/** The address of one database on the test server, as superuser or as the named login. */
export function databaseUrl(database: string, login?: { user: string; password: string }): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  if (login) [url.username, url.password] = [encodeURIComponent(login.user), encodeURIComponent(login.password)];
  return url.href;
}

/** Asks one question on a connection of its own and gives the rows. */
export async function ask<Row>(url: string, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return connected(url, async (client) => (await client.query(sql, [...values])).rows as Row[]);
}

/** Asks one database again and again: connections are used once more, each as if it were new. */
export interface Asking {
  ask: <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  end: () => Promise<void>;
}

export function asking(url: string): Asking {
  const pool = new Pool({ connectionString: url, max: 40, idleTimeoutMillis: 5_000, allowExitOnIdle: true });
  pool.on('error', () => undefined); // an idle connection whose database was dropped
  return {
    ask: async <Row>(sql: string, values: readonly unknown[] = []) => {
      const client = await pool.connect();
      try {
        const { rows } = await client.query(sql, [...values]);
        await client.query('discard all');
        client.release();
        return rows as Row[];
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    end: () => pool.end(),
  };
}

/** Builds a template database once for all workers; whoever comes second waits. `build` gets its superuser address, and may ask for another template. */
export async function templateDatabase(name: string, build: (url: string) => Promise<void>): Promise<void> {
  await connected(serverUrl(), async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    if ((await client.query('select from pg_database where datname = $1', [name])).rowCount) return;
    await client.query(`drop database if exists "${name}_unfinished"`);
    await client.query(`create database "${name}_unfinished"`);
    await build(databaseUrl(`${name}_unfinished`));
    await client.query(`alter database "${name}_unfinished" rename to "${name}"`);
  });
}

/** A fresh copy of a template under a name of its own (about 20 ms). Nobody may be connected to the template. */
export async function copyOf(template: string): Promise<string> {
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await ask(serverUrl(), `create database "${name}" template "${template}" strategy file_copy`);
  return name;
}

/** Drops a copy, closing whatever connection is still open. */
export async function dropDatabase(name: string): Promise<void> {
  await ask(serverUrl(), `drop database if exists "${name}" with (force)`);
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
