import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres } from './embedded-postgres';
import { runningPostmaster } from './postmaster';

/** A server that was running already, or one that was started for this visit. `url` signs in as its superuser. */
export interface VisitedPostgres {
  url: string;
  /** Leaves: stops it only when it was started for the visit. */
  leave: () => Promise<void>;
}

/**
 * For a command that looks in while the app may be at work: uses the server on `dir` that another process runs, or starts it.
 * Throws when there is no database in `dir`: looking in never makes one.
 */
export async function visitEmbeddedPostgres(dir: string): Promise<VisitedPostgres> {
  const pointer = path.join(dir, 'location');
  const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : path.resolve(dir);
  const data = path.join(home, 'data');
  if (!existsSync(data)) throw new Error(`There is no database in ${dir}.`);
  const password = readFileSync(path.join(home, 'password'), 'utf8').trim();
  const running = await runningPostmaster({ home, data, password });
  if (running) {
    const url = `postgresql://postgres:${password}@127.0.0.1:${String(running.port)}/postgres`;
    return { url, leave: () => Promise.resolve() };
  }
  const server = await startEmbeddedPostgres({ dir });
  return { url: server.url, leave: () => server.stop() };
}
