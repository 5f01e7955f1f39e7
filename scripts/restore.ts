import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { bringBack, type RestoreDone } from '../apps/api/src/platform/backup/bring-back';
import { findPair, provePair } from '../apps/api/src/platform/backup/pair';
import { Progress } from '../apps/api/src/platform/backup/progress';
import { writeRecord } from '../apps/api/src/platform/backup/records';
import { BackupRefused, identitiesIn } from '../apps/api/src/platform/backup/sealed-stream';
import { marksOf } from '../apps/api/src/platform/backup/set-folder';
import { embeddedTarget, namedTarget, type Target } from '../apps/api/src/platform/backup/target';
import { visitOwner } from '../apps/api/src/platform/database/visit-database';
import { FileKeyProvider } from '../apps/api/src/platform/sealing/file-key-provider';
import { readSettings, type Settings } from '../apps/api/src/platform/settings';

const USAGE = `npm run restore -- --identity FILE --into FOLDER     brings the newest backup back into an empty folder
npm run restore -- --identity FILE                  the same into the empty databases that DATABASE_URL and its sisters name
  --identity FILE      the private key that npm run backup -- --make-key wrote
  --into FOLDER        the new data folder; its keys go to <FOLDER>.keys
  --data FOLDER        a set of data, or a folder that holds sets     (BACKUP_DIR; else <DATA_DIR>.backup)
  --keys FOLDER        a set of keys, or a folder that holds sets     (BACKUP_KEYS_DIR; else <DATA_DIR>.backup-keys)
  --erased FILE        a list of those whose keys were destroyed since (erased-subjects.jsonl of the house)
It ends with 0 when everything is as it was copied, with 1 when nothing was brought back, with 2 when the log is not in order.`;

interface Options {
  identity?: string | undefined;
  into?: string | undefined;
  data?: string | undefined;
  keys?: string | undefined;
  erased?: string[] | undefined;
}

async function run(options: Options): Promise<number> {
  const home = readSettings();
  if (!options.identity) throw new BackupRefused(`Say which private key: --identity FILE\n\n${USAGE}`);
  if (!existsSync(options.identity)) throw new BackupRefused(`There is no file ${options.identity}.`);
  const identities = identitiesIn(readFileSync(options.identity, 'utf8'));
  const pair = await findPair(
    path.resolve(options.data ?? home.backupDir ?? `${home.dataDir}.backup`),
    path.resolve(options.keys ?? home.backupKeysDir ?? `${home.dataDir}.backup-keys`),
  );
  console.log(`The backup of ${pair.data.manifest.madeAt}: ${pair.data.folder}`);
  const start = performance.now();
  const provider = await provePair(pair, identities);
  const target = await targetOf(options, home);
  const erased = [...(options.erased ?? []).map((file) => readable(file)), home.erasedSubjectsFile];
  const done = await bringBack({ pair, provider, identities, target, erased, progress: new Progress(process.stderr) });
  tell(done, target, (performance.now() - start) / 1000);
  if (done.auditInOrder) await tellTheHouse(home, target, done);
  return done.auditInOrder ? 0 : 2;
}

function readable(file: string): string {
  if (!existsSync(file)) throw new BackupRefused(`There is no file ${file}.`);
  return file;
}

function targetOf({ into }: Options, home: Settings): Promise<Target> {
  if (into) return embeddedTarget(into, process.env);
  if (home.databaseUrl ?? home.migrationDatabaseUrl) return namedTarget(home);
  throw new BackupRefused(`Say where to: --into FOLDER\n\n${USAGE}`);
}

function tell({ kept, sample, destroyedAgain, audit, auditInOrder }: RestoreDone, { settings }: Target, seconds: number): void {
  console.log(`Brought back ${kept.rows} rows of ${kept.tables} tables in ${seconds.toFixed(1)} s, each table the same as it was copied.
Opened ${sample.opened} sealed rows drawn by chance${sample.erased ? `; ${sample.erased} belong to people whose keys were destroyed` : ''}.`);
  if (destroyedAgain) console.log(`Destroyed the keys of ${destroyedAgain} again: they were erased after this backup.`);
  if (audit.ok) console.log(`The log is in order: ${audit.sealed} numbered lines.`);
  else if (auditInOrder) console.log(`The log is in order up to number ${audit.sealed}; the keys are newer and know of lines after it.`);
  else console.error(`THE LOG IS NOT IN ORDER from number ${audit.firstBad} (${audit.reason}). npm run verify-audit says more.`);
  console.log(`The house is in ${settings.dataDir}, its key in ${settings.keyFile}.`);
}

/** The house that the backup was taken from shows on its health page that a copy came back whole. */
async function tellTheHouse(home: Settings, target: Target, { kept, house }: RestoreDone): Promise<void> {
  if (home.keyFile === target.settings.keyFile || !existsSync(home.keyFile)) return;
  if ((await marksOf(FileKeyProvider.open(home.keyFile).provider)).house !== house) return;
  try {
    const visit = await visitOwner(home);
    const client = new Client(visit.urls.migration);
    try {
      await client.connect();
      await writeRecord(client, kept);
      console.log('The house knows that its backup was brought back.');
    } finally {
      await client.end();
      await visit.leave();
    }
  } catch (error) {
    console.error(`The house itself could not be told: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { identity: text, into: text, data: text, keys: text, erased: { ...text, multiple: true }, help: { type: 'boolean' } },
  });
  if (values.help) console.log(USAGE);
  else process.exitCode = await run(values);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
