import { migrate } from '../apps/api/src/platform/database/migrate';
import { readSettings } from '../apps/api/src/platform/settings';

/** `node dist/server/scripts/migrate.js`: brings both databases up to date, as their owner. A step of its own in production. */
async function run(): Promise<void> {
  const { migrationDatabaseUrl: migration, keysMigrationDatabaseUrl: keysMigration } = readSettings();
  if (!migration || !keysMigration) throw new Error('MIGRATION_DATABASE_URL and KEYS_MIGRATION_DATABASE_URL are needed.');
  const ran = await migrate({ migration, keysMigration });
  console.log(ran.length ? `Ran ${ran.join(', ')}.` : 'Nothing to do.');
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
