import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Encrypter } from 'age-encryption';
import { backUp } from '../apps/api/src/platform/backup/back-up';
import { writeKeyFile } from '../apps/api/src/platform/backup/key-files';
import { Progress } from '../apps/api/src/platform/backup/progress';
import { addRecipient, BackupRefused, newIdentity } from '../apps/api/src/platform/backup/sealed-stream';
import { isDemoFolder } from '../apps/api/src/platform/data-folder';
import { isInside } from '../apps/api/src/platform/refuse-unsafe';
import { readSettings, type Settings } from '../apps/api/src/platform/settings';

const USAGE = `npm run backup -- --make-key FILE     once: makes the private key that opens backups, and remembers its public half
npm run backup                        copies the house; it may be at work
  --to FOLDER          where the data goes     (BACKUP_DIR; else <DATA_DIR>.backup)
  --keys-to FOLDER     where the keys go       (BACKUP_KEYS_DIR; else <DATA_DIR>.backup-keys)
  --recipient KEY      the public key, age1…; may be given more than once   (BACKUP_RECIPIENT; else the remembered one)
It ends with 0 when both sets are on disk, else with 1.`;

interface Options {
  'make-key'?: string | undefined;
  to?: string | undefined;
  'keys-to'?: string | undefined;
  recipient?: string[] | undefined;
}

const remembered = ({ keyFile }: Settings): string => path.join(path.dirname(keyFile), 'backup-recipient');

async function makeKey(file: string, settings: Settings): Promise<void> {
  if (existsSync(file)) throw new BackupRefused(`${file} is there already. A key is never overwritten.`);
  if (existsSync(remembered(settings)))
    throw new BackupRefused(
      `Backups are encrypted to ${readFileSync(remembered(settings), 'utf8').trim()} already. Remove ${remembered(settings)} first to change that.`,
    );
  const { file: text, recipient } = await newIdentity();
  await writeKeyFile(path.resolve(file), Buffer.from(text));
  await writeKeyFile(remembered(settings), Buffer.from(`${recipient}\n`));
  console.log(`The private key is in ${file}. Only it opens the backups: move it to a stick or onto paper, away from this computer, and keep two.
The public key is ${recipient}. Backups are encrypted to it from now on.`);
}

function recipientsOf(options: Options, settings: Settings): string[] {
  const file = remembered(settings);
  const found = options.recipient ?? settings.backupRecipients;
  const recipients = found.length ? found : existsSync(file) ? [readFileSync(file, 'utf8').trim()] : [];
  if (recipients.length === 0) throw new BackupRefused('There is no key to encrypt to yet. Make one: npm run backup -- --make-key FILE');
  for (const recipient of recipients) addRecipient(new Encrypter(), recipient);
  return recipients;
}

function shelvesOf(options: Options, settings: Settings): { dataShelf: string; keysShelf: string } {
  const dataShelf = path.resolve(options.to ?? settings.backupDir ?? `${settings.dataDir}.backup`);
  const keysShelf = path.resolve(options['keys-to'] ?? settings.backupKeysDir ?? `${settings.dataDir}.backup-keys`);
  if (dataShelf === keysShelf || isInside(keysShelf, dataShelf) || isInside(dataShelf, keysShelf))
    throw new BackupRefused('Data and keys go to two places, neither inside the other: whoever finds one must not find both.');
  for (const shelf of [dataShelf, keysShelf])
    if (shelf === settings.dataDir || isInside(shelf, settings.dataDir))
      throw new BackupRefused(`${shelf} lies in the data folder: a backup there is lost together with it.`);
  return { dataShelf, keysShelf };
}

async function run(options: Options): Promise<void> {
  const settings = readSettings();
  if (options['make-key']) return makeKey(options['make-key'], settings);
  const recipients = recipientsOf(options, settings);
  if (!existsSync(settings.keyFile)) throw new BackupRefused(`There is no key file ${settings.keyFile}: no house to copy.`);
  const demo = isDemoFolder(settings.dataDir);
  const start = performance.now();
  const done = await backUp({ settings, ...shelvesOf(options, settings), recipients, demo, progress: new Progress(process.stderr) });
  console.log(`Copied ${done.rows} rows of ${done.tables} tables in ${((performance.now() - start) / 1000).toFixed(1)} s.
data  ${done.data}
keys  ${done.keys}
Take the two to different places. Neither opens without the private key, and the data does not open without the keys.`);
  for (const folder of done.removed) console.log(`Removed ${folder}: keys are kept for thirty days.`);
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { 'make-key': text, to: text, 'keys-to': text, recipient: { ...text, multiple: true }, help: { type: 'boolean' } },
  });
  if (values.help) console.log(USAGE);
  else await run(values);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
