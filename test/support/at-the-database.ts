import { createHash } from 'node:crypto';
import { Client, type QueryResult } from 'pg';
import type { House, Person } from './house';

export type Asked = (text: string, values?: unknown[]) => Promise<QueryResult>;

/**
 * Plain SQL as the runtime login, past every route: in a transaction that has nothing but the session of this person, and is taken back. What is looked at
 * only at the end of a transaction is looked at once `act` is done. Gives what `act` gives.
 */
export const atTheDatabase = <T>(house: House, person: Person, act: (sql: Asked) => Promise<T>): Promise<T> =>
  inTheSession(house, person, act, 'rollback');

/** As `atTheDatabase`, and what was done stays done. */
export const doneAtTheDatabase = <T>(house: House, person: Person, act: (sql: Asked) => Promise<T>): Promise<T> =>
  inTheSession(house, person, act, 'commit');

async function inTheSession<T>(
  { urls }: House,
  { cookie }: Person,
  act: (sql: Asked) => Promise<T>,
  end: 'commit' | 'rollback',
): Promise<T> {
  const runtime = new Client(urls.app);
  await runtime.connect();
  try {
    await runtime.query('begin');
    const token = createHash('sha256').update(cookie.replace('sid=', '')).digest();
    const { rows } = await runtime.query<{ actor: unknown }>('select app.enter($1, false) as actor', [token]);
    if (!rows[0]?.actor) throw new Error('Nobody signed in.');
    const done = await act((text, values = []) => runtime.query(text, values));
    await runtime.query('set constraints all immediate');
    await runtime.query(end);
    return done;
  } finally {
    await runtime.end();
  }
}

/** How many rows a statement reads or writes there. */
export const countThere = (house: House, person: Person, text: string, values: unknown[] = []): Promise<number> =>
  atTheDatabase(house, person, async (sql) => (await sql(text, values)).rowCount ?? 0);
