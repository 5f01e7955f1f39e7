import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { asLogin, atDatabase, type DatabaseUrls } from './database-urls';

const LOGINS = ['panah_owner', 'panah_app', 'panah_jobs', 'panah_keys'] as const;
type Login = (typeof LOGINS)[number];

/**
 * Makes the logins and the two databases on a server where we may (the embedded one, or a superuser's URL in development).
 * @param adminUrl a superuser's URL
 * @param secretsFile where the logins' passwords are kept (0600, made when missing)
 * @param name of the main database; the keys lie in `<name>_keys`
 */
export async function prepareDatabases(adminUrl: string, secretsFile: string, name = 'panah'): Promise<DatabaseUrls> {
  const passwords = loginPasswords(secretsFile);
  const admin = new Client(adminUrl);
  await admin.connect();
  try {
    for (const login of LOGINS) await makeLogin(admin, login, passwords[login]);
    await makeDatabase(admin, name);
    await makeDatabase(admin, `${name}_keys`);
  } finally {
    await admin.end();
  }
  const url = (login: Login, database: string): string => asLogin(atDatabase(adminUrl, database), login, passwords[login]);
  await makeQueueSchema(atDatabase(adminUrl, name));
  return {
    app: url('panah_app', name),
    migration: url('panah_owner', name),
    jobs: url('panah_jobs', name),
    keys: url('panah_keys', `${name}_keys`),
    keysMigration: url('panah_owner', `${name}_keys`),
  };
}

function loginPasswords(file: string): Record<Login, string> {
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    const made = Object.fromEntries(LOGINS.map((login) => [login, randomBytes(24).toString('base64url')]));
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  chmodSync(file, 0o600);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<Login, string>;
}

async function makeLogin(admin: Client, login: Login, password: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [login]);
  const verb = rowCount ? 'alter' : 'create';
  await admin.query(
    `${verb} role ${escapeIdentifier(login)} login nosuperuser nobypassrls nocreatedb nocreaterole password ${escapeLiteral(password)}`,
  );
}

async function makeDatabase(admin: Client, name: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  if (rowCount) return;
  await admin.query(`create database ${escapeIdentifier(name)} owner panah_owner`);
  await admin.query(`revoke all on database ${escapeIdentifier(name)} from public`);
  const guests = name.endsWith('_keys') ? 'panah_keys' : 'panah_app, panah_jobs';
  await admin.query(`grant connect on database ${escapeIdentifier(name)} to ${guests}`);
}

/** The queue owns its own schema. */
async function makeQueueSchema(url: string): Promise<void> {
  const admin = new Client(url);
  await admin.connect();
  try {
    await admin.query('create schema if not exists queue authorization panah_jobs');
  } finally {
    await admin.end();
  }
}
