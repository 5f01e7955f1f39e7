/** One URL per login: each may do one thing. */
export interface DatabaseUrls {
  /** The runtime: owns nothing, is held by row-level security. */
  app: string;
  /** The owner of the tables: migrations only. */
  migration: string;
  /** The queue, and what its jobs may read. */
  jobs: string;
  /** Wrapped keys, in a database of their own. */
  keys: string;
  keysMigration: string;
}

/** The same server and login with another database. */
export function atDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

/** The same database with another login. */
export function asLogin(url: string, user: string, password: string): string {
  return Object.assign(new URL(url), { username: user, password }).href;
}
