import { DataSource, type DataSourceOptions } from 'typeorm';
import type { OwnerUrls, RuntimeUrls } from './database-urls';
import { migrationOptions } from './data-source';

/** Brings both databases up to date, as their owner. Returns the names of what ran. */
export async function migrate(urls: OwnerUrls): Promise<string[]> {
  return [...(await run(migrationOptions.main(urls.migration))), ...(await run(migrationOptions.keys(urls.keysMigration)))];
}

/** Brings both databases to where a backup was made: what came later waits. Throws when the backup knows a migration that is not here. */
export async function migrateTo(urls: OwnerUrls, main: readonly string[], keys: readonly string[]): Promise<void> {
  await run(migrationOptions.main(urls.migration), main);
  await run(migrationOptions.keys(urls.keysMigration), keys);
}

async function run(options: DataSourceOptions, only?: readonly string[]): Promise<string[]> {
  const source = await new DataSource(options).initialize();
  try {
    if (only) keepOnly(source, only);
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

function keepOnly(source: DataSource, names: readonly string[]): void {
  const here = new Map(source.migrations.map((migration) => [migration.name ?? migration.constructor.name, migration]));
  const kept = names.map((name) => here.get(name));
  const absent = names.filter((name) => !here.has(name));
  if (absent.length) throw new Error(`This program is older than the backup: it does not know ${absent.join(', ')}.`);
  Object.assign(source, { migrations: kept });
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
