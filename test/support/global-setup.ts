import { randomUUID } from 'node:crypto';
// A relative path: jest does not apply moduleNameMapper to this file.
import { startEmbeddedPostgres } from '../../libs/embedded-postgres/src/embedded-postgres';
import { passingFolder, removePassing } from './passing-folder';

/** One real PostgreSQL for all stories, or the one that TEST_POSTGRES_URL names (its user must be a superuser). */
export default async function startTestServer(): Promise<void> {
  process.env.STORIES_RUN = randomUUID();
  if (process.env.TEST_POSTGRES_URL) return;
  const dir = passingFolder('office-test');
  const server = await startEmbeddedPostgres({ dir, fast: true, settings: { max_connections: '200', track_commit_timestamp: 'on' } });
  process.env.TEST_POSTGRES_URL = server.url;
  stopTestServer.run = async () => {
    await server.stop();
    removePassing(dir);
  };
}

/** What `global-teardown.ts` runs: both files are loaded by the same process, once each. */
export const stopTestServer: { run: () => Promise<void> } = { run: () => Promise.resolve() };
