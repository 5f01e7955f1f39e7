import { DataSource } from 'typeorm';
import type { OwnerUrls, RuntimeUrls } from './database-urls';
import { migrationOptions } from './data-source';

/** Brings both databases up to date, as their owner. Returns the names of what ran. */
export async function migrate(urls: OwnerUrls): Promise<string[]> {
  const ran: string[] = [];
  for (const options of [migrationOptions.main(urls.migration), migrationOptions.keys(urls.keysMigration)]) {
    const source = await new DataSource(options).initialize();
    try {
      ran.push(...(await source.runMigrations()).map((migration) => migration.name));
    } finally {
      await source.destroy();
    }
  }
  return ran;
}

/** Whether a migration waits, as the runtime logins see it: they read the list and cannot run one. Production does not start then. */
export async function migrationsPending(urls: RuntimeUrls): Promise<boolean> {
  for (const options of [migrationOptions.main(urls.app), migrationOptions.keys(urls.keys)]) {
    const source = await new DataSource(options).initialize();
    try {
      if (await source.showMigrations()) return true;
    } catch (error) {
      if ((error as { code?: string }).code === NOT_PERMITTED) return true; // the list is not there yet, so nothing has run
      throw error;
    } finally {
      await source.destroy();
    }
  }
  return false;
}

const NOT_PERMITTED = '42501';
