import { readFileSync } from 'node:fs';
import path from 'node:path';
import { visitEmbeddedPostgres } from '@panah/embedded-postgres/visit';
import type { Settings } from '../settings';
import { asLogin, atDatabase } from './database-urls';

/** The main database for a command that looks in beside the running app; nothing is migrated or made. */
export interface Visit {
  /** As the login of the jobs, which reads the whole log. */
  url: string;
  leave: () => Promise<void>;
}

/** Finds the database by the same settings as the server. Throws when it was never made. */
export async function visitDatabase(settings: Settings): Promise<Visit> {
  if (settings.jobsDatabaseUrl) return { url: settings.jobsDatabaseUrl, leave: () => Promise.resolve() };
  if (settings.databaseUrl)
    return { url: jobsUrl(settings, settings.databaseUrl, nameBeside(settings.databaseUrl)), leave: () => Promise.resolve() };
  const { url, leave } = await visitEmbeddedPostgres(path.join(settings.dataDir, 'postgres'));
  return { url: jobsUrl(settings, url, 'panah'), leave };
}

function jobsUrl({ dataDir }: Settings, server: string, database: string): string {
  const passwords = JSON.parse(readFileSync(path.join(dataDir, 'logins.json'), 'utf8')) as Record<string, string>;
  return asLogin(atDatabase(server, database), 'panah_jobs', passwords['panah_jobs'] ?? '');
}

/** As `reachDatabases` names it beside a superuser's own database. */
function nameBeside(url: string): string {
  const name = new URL(url).pathname.slice(1) || 'panah';
  return name === 'postgres' ? 'panah' : `${name}_panah`;
}
