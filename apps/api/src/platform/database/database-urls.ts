/** What the running server needs: one URL per login, and each may do one thing. */
export interface RuntimeUrls {
  /** Owns nothing, is held by row-level security. */
  app: string;
  /** The queue, and what its jobs may read. */
  jobs: string;
  /** Wrapped keys, in a database of their own. */
  keys: string;
}

/** What migrations need and the running server in production never gets: the owners of the tables. */
export interface OwnerUrls {
  migration: string;
  keysMigration: string;
}

export type DatabaseUrls = RuntimeUrls & OwnerUrls;

/** The same server and login with another database. */
export function atDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

/** The same database with another login. */
export function asLogin(url: string, user: string, password: string): string {
  return Object.assign(new URL(url), { username: user, password }).href;
}
