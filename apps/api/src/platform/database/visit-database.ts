import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { visitEmbeddedPostgres } from '@panah/embedded-postgres/visit';
import type { Settings } from '../settings';
import { asLogin, atDatabase, type OwnerUrls } from './database-urls';

/** The main database for a command that looks in beside the running app; nothing is migrated or made. */
export interface Visit {
  /** As the login of the jobs, which reads the whole log. */
  url: string;
  leave: () => Promise<void>;
}

/** Finds the database by the same settings as the server. Throws when it was never made. */
export async function visitDatabase(settings: Settings): Promise<Visit> {
  if (settings.jobsDatabaseUrl) return { url: settings.jobsDatabaseUrl, leave: () => Promise.resolve() };
  const { server, database, leave } = await visitServer(settings);
  return { url: loginUrl(settings, server, database, 'panah_jobs'), leave };
}

/** Both databases as the owner of the tables, for a command that copies them. Throws when they were never made. */
export async function visitOwner(settings: Settings): Promise<{ urls: OwnerUrls; leave: () => Promise<void> }> {
  const { migrationDatabaseUrl: migration, keysMigrationDatabaseUrl: keysMigration } = settings;
  if (migration && keysMigration) return { urls: { migration, keysMigration }, leave: () => Promise.resolve() };
  const { server, database, leave } = await visitServer(settings);
  const url = (name: string): string => loginUrl(settings, server, name, 'panah_owner');
  return { urls: { migration: url(database), keysMigration: url(`${database}_keys`) }, leave };
}

async function visitServer({ dataDir, databaseUrl }: Settings): Promise<{ server: string; database: string; leave: () => Promise<void> }> {
  if (databaseUrl) return { server: databaseUrl, database: nameBeside(databaseUrl), leave: () => Promise.resolve() };
  const { url, leave } = await visitEmbeddedPostgres(path.join(dataDir, 'postgres'));
  return { server: url, database: 'panah', leave };
}

function loginUrl({ dataDir }: Settings, server: string, database: string, login: string): string {
  const file = path.join(dataDir, 'logins.json');
  if (!existsSync(file))
    throw new Error('MIGRATION_DATABASE_URL and KEYS_MIGRATION_DATABASE_URL are needed here; .env.example explains each.');
  const passwords = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return asLogin(atDatabase(server, database), login, passwords[login] ?? '');
}

/** As `reachDatabases` names it beside a superuser's own database. */
export function nameBeside(url: string): string {
  const name = new URL(url).pathname.slice(1) || 'panah';
  return name === 'postgres' ? 'panah' : `${name}_panah`;
}
