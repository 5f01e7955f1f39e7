import path from 'node:path';
import { startEmbeddedPostgres } from '@panah/embedded-postgres/embedded-postgres';
import { Client } from 'pg';
import type { Settings } from '../settings';
import type { OwnerUrls, RuntimeUrls } from './database-urls';
import { migrate, migrationsPending } from './migrate';
import { prepareDatabases } from './prepare-databases';

export interface Databases {
  urls: RuntimeUrls;
  stop: () => Promise<void>;
}

/** With the owners' URLs where this process may migrate: always on the embedded server, elsewhere not in production. */
interface Reached extends Databases {
  owner: OwnerUrls | null;
}

/**
 * The databases, migrated: the embedded server when no DATABASE_URL is set, else the server it names.
 * On a server of one's own, migrations are a step of their own in production, and a pending one refuses the start.
 */
export async function reachDatabases(settings: Settings): Promise<Databases> {
  const { urls, owner, stop } = settings.databaseUrl ? await named(settings, settings.databaseUrl) : await embedded(settings);
  try {
    if (owner) await migrate(owner);
    else if (await migrationsPending(urls)) throw new Error('A migration has not run. Run `npm run migrate` first, then start again.');
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls, stop };
}

async function embedded({ dataDir }: Settings): Promise<Reached> {
  const server = await startEmbeddedPostgres({ dir: path.join(dataDir, 'postgres') });
  const urls = await prepareDatabases(server.url, path.join(dataDir, 'logins.json')).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  return { urls, owner: urls, stop: () => server.stop() };
}

/** Outside production a superuser's URL is enough: the logins and databases are made beside it. */
async function named(settings: Settings, app: string): Promise<Reached> {
  const {
    migrationDatabaseUrl: migration,
    jobsDatabaseUrl: jobs,
    keysDatabaseUrl: keys,
    keysMigrationDatabaseUrl: keysMigration,
  } = settings;
  const stop = async (): Promise<void> => undefined;
  if (jobs && keys) {
    const mayMigrate = !settings.production && migration && keysMigration;
    return { urls: { app, jobs, keys }, owner: mayMigrate ? { migration, keysMigration } : null, stop };
  }
  if (settings.production || !(await isSuperuser(app)))
    throw new Error('With DATABASE_URL set, JOBS_DATABASE_URL and KEYS_DATABASE_URL are needed too; .env.example explains each.');
  const name = new URL(app).pathname.slice(1) || 'panah';
  const urls = await prepareDatabases(app, path.join(settings.dataDir, 'logins.json'), name === 'postgres' ? 'panah' : `${name}_panah`);
  return { urls, owner: urls, stop };
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
