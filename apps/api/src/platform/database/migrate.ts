import { DataSource } from 'typeorm';
import type { DatabaseUrls } from './database-urls';
import { migrationOptions } from './data-source';

type OwnerUrls = Pick<DatabaseUrls, 'migration' | 'keysMigration'>;

const pairs = (urls: OwnerUrls) => [migrationOptions.main(urls.migration), migrationOptions.keys(urls.keysMigration)];

/** Brings both databases up to date, as their owner. Returns the names of what ran. */
export async function migrate(urls: OwnerUrls): Promise<string[]> {
  const ran: string[] = [];
  for (const options of pairs(urls)) {
    const source = await new DataSource(options).initialize();
    try {
      ran.push(...(await source.runMigrations()).map((migration) => migration.name));
    } finally {
      await source.destroy();
    }
  }
  return ran;
}

/** Whether a migration waits. Production does not start then: it is run as a step of its own. */
export async function migrationsPending(urls: OwnerUrls): Promise<boolean> {
  for (const options of pairs(urls)) {
    const source = await new DataSource(options).initialize();
    try {
      if (await source.showMigrations()) return true;
    } finally {
      await source.destroy();
    }
  }
  return false;
}
