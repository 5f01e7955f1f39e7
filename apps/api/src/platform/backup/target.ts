import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { startEmbeddedPostgres } from '@panah/embedded-postgres/embedded-postgres';
import { Client } from 'pg';
import { openDataFolder } from '../data-folder';
import type { OwnerUrls } from '../database/database-urls';
import { prepareDatabases } from '../database/prepare-databases';
import { nameBeside } from '../database/visit-database';
import { readSettings, type Settings } from '../settings';
import { keyFilesOf, writeKeyFile } from './key-files';
import { BackupRefused } from './sealed-stream';

/** An empty place that a house is brought back into. */
export interface Target {
  urls: OwnerUrls;
  /** The settings that the house will be started with. */
  settings: Settings;
  /** Where its key files wait until everything is in order. */
  waiting: string;
  /** Gives everything its name. From here on it is a house. */
  finish(demo: boolean): Promise<void>;
  /** Takes everything back that was begun. */
  abandon(): Promise<void>;
}

/** A folder of its own, with the PostgreSQL that npm brings. Throws when anything lies there. */
export async function embeddedTarget(into: string, env: NodeJS.ProcessEnv): Promise<Target> {
  const settings = readSettings({ DATA_DIR: into, PORT: env['PORT'] });
  assertEmpty(settings.dataDir);
  assertNoKeys(settings);
  const unfinished = `${settings.dataDir}.restoring`;
  await removeHouse(unfinished);
  const server = await startEmbeddedPostgres({ dir: path.join(unfinished, 'postgres') });
  const waiting = path.join(path.dirname(settings.keyFile), '.restoring');
  const abandon = async (): Promise<void> => {
    await server.stop();
    await removeHouse(unfinished);
    await rm(waiting, { recursive: true, force: true });
  };
  try {
    return {
      urls: await prepareDatabases(server.url, path.join(unfinished, 'logins.json')),
      settings,
      waiting,
      finish: async (demo) => {
        await server.stop();
        openDataFolder({ ...settings, dataDir: unfinished, demo });
        await placeKeys(waiting, settings);
        if (existsSync(settings.dataDir)) await rmdir(settings.dataDir);
        await rename(unfinished, settings.dataDir);
      },
      abandon,
    };
  } catch (error) {
    await abandon();
    throw error;
  }
}

/** The databases that the settings name. Throws when a row lies there, or a key file. */
export async function namedTarget(settings: Settings): Promise<Target> {
  assertNoKeys(settings);
  const { migrationDatabaseUrl: migration, keysMigrationDatabaseUrl: keysMigration, databaseUrl } = settings;
  const urls =
    migration && keysMigration
      ? { migration, keysMigration }
      : await prepareDatabases(databaseUrl ?? '', path.join(settings.dataDir, 'logins.json'), nameBeside(databaseUrl ?? ''));
  for (const url of [urls.migration, urls.keysMigration]) await assertNoRows(url);
  const waiting = path.join(path.dirname(settings.keyFile), '.restoring');
  await rm(waiting, { recursive: true, force: true });
  return {
    urls,
    settings,
    waiting,
    finish: async (demo) => {
      openDataFolder({ ...settings, demo });
      await placeKeys(waiting, settings);
    },
    abandon: () => rm(waiting, { recursive: true, force: true }),
  };
}

function assertEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new BackupRefused(`${folder} is not empty. A backup is brought back into an empty folder only; name another one.`);
}

function assertNoKeys(settings: Settings): void {
  for (const file of Object.values(keyFilesOf(settings)))
    if (existsSync(file)) throw new BackupRefused(`${file} is there already. Keys are never overwritten: name another place.`);
}

async function assertNoRows(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'migration'`,
    );
    for (const { name } of rows)
      if ((await client.query(`select from public.${name} limit 1`)).rowCount)
        throw new BackupRefused(
          `The database ${new URL(url).pathname.slice(1)} is not empty (${name}). A backup is brought back into an empty one only.`,
        );
  } finally {
    await client.end();
  }
}

/** The key of the house comes last: it is what makes them whole. */
async function placeKeys(waiting: string, settings: Settings): Promise<void> {
  for (const [name, file] of Object.entries(keyFilesOf(settings)).reverse()) {
    const source = path.join(waiting, name);
    if (existsSync(source)) await writeKeyFile(file, await readFile(source));
  }
  await rm(waiting, { recursive: true, force: true });
}

/** A folder that a restore was cut off in, with the database that may lie elsewhere. */
async function removeHouse(folder: string): Promise<void> {
  const pointer = path.join(folder, 'postgres', 'location');
  if (existsSync(pointer)) await rm(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
}
