import path from 'node:path';
import { startEmbeddedPostgres } from '@panah/embedded-postgres/embedded-postgres';
import { Client } from 'pg';
import type { Settings } from '../settings';
import type { DatabaseUrls } from './database-urls';
import { migrate, migrationsPending } from './migrate';
import { prepareDatabases } from './prepare-databases';

export interface Databases {
  urls: DatabaseUrls;
  stop(): Promise<void>;
}

/**
 * The databases, migrated: the embedded server when no DATABASE_URL is set, else the server it names.
 * In production migrations are a step of their own, and a pending one refuses the start.
 */
export async function reachDatabases(settings: Settings): Promise<Databases> {
  const { urls, stop } = settings.databaseUrl
    ? { urls: await urlsOf(settings, settings.databaseUrl), stop: async () => undefined }
    : await embedded(settings);
  try {
    if (!settings.production) await migrate(urls);
    else if (await migrationsPending(urls)) throw new Error('A migration has not run. Run `npm run migrate` first, then start again.');
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls, stop };
}

async function embedded({ dataDir }: Settings): Promise<Databases> {
  const server = await startEmbeddedPostgres({ dir: path.join(dataDir, 'postgres') });
  const urls = await prepareDatabases(server.url, path.join(dataDir, 'logins.json')).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  return { urls, stop: () => server.stop() };
}

/** Outside production a superuser's URL is enough: the logins and databases are made beside it. */
async function urlsOf(settings: Settings, url: string): Promise<DatabaseUrls> {
  const {
    migrationDatabaseUrl: migration,
    jobsDatabaseUrl: jobs,
    keysDatabaseUrl: keys,
    keysMigrationDatabaseUrl: keysMigration,
  } = settings;
  if (migration && jobs && keys && keysMigration) return { app: url, migration, jobs, keys, keysMigration };
  if (settings.production || !(await isSuperuser(url)))
    throw new Error(
      'With DATABASE_URL set, MIGRATION_DATABASE_URL, JOBS_DATABASE_URL, KEYS_DATABASE_URL and KEYS_MIGRATION_DATABASE_URL are needed too; .env.example explains each.',
    );
  const name = new URL(url).pathname.slice(1) || 'panah';
  return prepareDatabases(url, path.join(settings.dataDir, 'logins.json'), name === 'postgres' ? 'panah' : `${name}_panah`);
}

async function isSuperuser(url: string): Promise<boolean> {
  const client = new Client(url);
  await client.connect();
  try {
    return (
      (await client.query<{ usesuper: boolean }>('select usesuper from pg_user where usename = current_user')).rows[0]?.usesuper ?? false
    );
  } finally {
    await client.end();
  }
}
