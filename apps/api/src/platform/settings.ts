import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isMailAddress } from '@panah/domain/mail/mail.rules';

/** Every setting the server reads, in one place. `.env.example` explains each. */
export interface Settings {
  production: boolean;
  host: string;
  port: number;
  dataDir: string;
  keyFile: string;
  /** Where the log's signed checkpoints are appended; never inside the data folder. */
  auditCheckpointFile: string;
  /** Where it is written down whose keys were destroyed, so that no backup brings them back; never inside the data folder. */
  erasedSubjectsFile: string;
  databaseUrl: string | null;
  migrationDatabaseUrl: string | null;
  jobsDatabaseUrl: string | null;
  keysDatabaseUrl: string | null;
  keysMigrationDatabaseUrl: string | null;
  demo: boolean;
  officeName: string;
  termGroup: { en: string; fa: string };
  trustedProxy: string[];
  publicOrigins: string[];
  tls: { certFile: string; keyFile: string } | null;
  webRoot: string;
  logLevel: string;
  backupDir: string | null;
  /** Where the sets of keys go: never where the data go. */
  backupKeysDir: string | null;
  /** Public keys of age that backups are encrypted to. */
  backupRecipients: string[];
  /** The clamd that looks at each file; NONE when somebody said that there is none; null when nothing was said. */
  scanner: { host: string; port: number } | 'NONE' | null;
  /** The server that takes our mails, and the address they come from; null: they wait. */
  mail: MailServer | null;
  /** The hour of the office's day, 0 to 23, in which family messages go out. */
  messageReleaseHour: number;
  /** Says nothing on the console but errors. */
  quiet: boolean;
}

export interface MailServer {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps://`); else by STARTTLS. */
  secure: boolean;
  user: string | null;
  password: string;
  from: string;
}

type Environment = Record<string, string | undefined>;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** A value, or the content of the file that `<NAME>_FILE` points to (secrets of docker compose). */
function secret(env: Environment, name: string): string | null {
  const file = env[`${name}_FILE`];
  return env[name] ?? (file ? readFileSync(file, 'utf8').trim() || null : null);
}

/** `none`, or where clamd listens: `clamd://host:3310`. */
function scannerOf(text: string | undefined): Settings['scanner'] {
  if (text === undefined) return null;
  if (text.toLowerCase() === 'none') return 'NONE';
  const place = /^(?:clamd:\/\/|tcp:\/\/)?([\w.-]+|\[[0-9a-f:]+\]):(\d{1,5})$/i.exec(text);
  if (!place) throw new Error(`SCANNER must be clamd://host:port or none, not "${text}".`);
  return { host: place[1].replace(/^\[|\]$/g, ''), port: Number(place[2]) };
}

/** `smtp://` or `smtps://`, with user and password if the server wants them; the sender's address beside it. */
function mailServerOf(text: string | null, from: string | undefined): Settings['mail'] {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname || url.search || !['', '/'].includes(url.pathname))
    throw new Error('SMTP_URL must be smtp://host:port or smtps://host:port, with user:password@ before the host if it wants them.'); // never quoted: it holds a password
  if (!isMailAddress(from ?? '')) throw new Error(`SMTP_URL needs MAIL_FROM: the address that mails come from, not "${from ?? ''}".`);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    user: url.username ? decodeURIComponent(url.username) : null,
    password: decodeURIComponent(url.password),
    from: from ?? '',
  };
}

function hourOf(name: string, text: string): number {
  const hour = Number(text);
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) throw new Error(`${name} must be an hour from 0 to 23, not "${text}".`);
  return hour;
}

/** Reads the environment. Throws with a plain sentence when a value has no meaning. */
export function readSettings(given: Environment = process.env): Settings {
  const env: Environment = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')); // left empty is left out
  const host = env['HOST'] ?? '127.0.0.1';
  const port = Number(env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT must be a number from 0 to 65535, not "${env['PORT']}".`);
  const dataDir = path.resolve(env['DATA_DIR'] ?? '.data');
  const production = env['NODE_ENV'] === 'production' || !LOOPBACK.has(host);
  const keyFile = path.resolve(env['KEY_FILE'] ?? `${dataDir}.keys/panah.key`);
  return {
    production,
    host,
    port,
    dataDir,
    keyFile,
    auditCheckpointFile: path.resolve(env['AUDIT_CHECKPOINT_FILE'] ?? path.join(path.dirname(keyFile), 'audit-checkpoints.jsonl')),
    erasedSubjectsFile: path.resolve(env['ERASED_SUBJECTS_FILE'] ?? path.join(path.dirname(keyFile), 'erased-subjects.jsonl')),
    databaseUrl: secret(env, 'DATABASE_URL'),
    migrationDatabaseUrl: secret(env, 'MIGRATION_DATABASE_URL'),
    jobsDatabaseUrl: secret(env, 'JOBS_DATABASE_URL'),
    keysDatabaseUrl: secret(env, 'KEYS_DATABASE_URL'),
    keysMigrationDatabaseUrl: secret(env, 'KEYS_MIGRATION_DATABASE_URL'),
    demo: env['DEMO'] === undefined ? !production : env['DEMO'] !== '0',
    officeName: env['OFFICE_NAME'] ?? 'Office',
    termGroup: { en: env['TERM_GROUP'] ?? 'the group', fa: env['TERM_GROUP_FA'] ?? 'گروه' },
    trustedProxy: list(env['TRUSTED_PROXY']),
    publicOrigins: list(env['PUBLIC_ORIGINS']),
    tls: env['TLS_CERT_FILE'] && env['TLS_KEY_FILE'] ? { certFile: env['TLS_CERT_FILE'], keyFile: env['TLS_KEY_FILE'] } : null,
    webRoot: path.resolve(env['WEB_ROOT'] ?? 'dist/web'),
    logLevel: env['LOG_LEVEL'] ?? 'info',
    scanner: scannerOf(env['SCANNER']),
    mail: mailServerOf(secret(env, 'SMTP_URL'), env['MAIL_FROM']),
    messageReleaseHour: hourOf('MESSAGE_RELEASE_HOUR', env['MESSAGE_RELEASE_HOUR'] ?? '18'),
    quiet: false,
    backupDir: env['BACKUP_DIR'] ? path.resolve(env['BACKUP_DIR']) : null,
    backupKeysDir: env['BACKUP_KEYS_DIR'] ? path.resolve(env['BACKUP_KEYS_DIR']) : null,
    backupRecipients: list(env['BACKUP_RECIPIENT']),
  };
}

/** Whether what reaches the server came over TLS: its own, or that of a proxy it trusts. */
export function overTls(settings: Settings): boolean {
  return settings.tls !== null || settings.trustedProxy.length > 0;
}

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}
