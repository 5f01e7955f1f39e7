import path from 'node:path';
import { Client } from 'pg';
import type { RuntimeUrls } from './database/database-urls';
import { isLoopback, overTls, type Settings } from './settings';

/** Before anything is touched: throws with every reason that the settings alone give. */
export function refuseUnsafeSettings(settings: Settings): void {
  refuse([...unsafeAnywhere(settings), ...(settings.production ? unsafeSettings(settings) : [])]);
}

/** Throws with every reason at once, those of the databases included. Some settings are unsafe anywhere, most only where real work is done. */
export async function refuseUnsafe(settings: Settings, urls: RuntimeUrls): Promise<void> {
  const { production } = settings;
  refuse([
    ...unsafeAnywhere(settings),
    ...(production ? [...unsafeSettings(settings), ...defaultPasswords(urls), ...(await unsafeDatabase(urls.app))] : []),
  ]);
}

function refuse(reasons: readonly string[]): void {
  if (reasons.length) throw new Error(`The server does not start like this:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
}

function unsafeAnywhere(settings: Settings): string[] {
  const reasons: string[] = [];
  if (!isLoopback(settings.host) && !overTls(settings))
    reasons.push(
      `HOST=${settings.host} without TLS: set TLS_CERT_FILE and TLS_KEY_FILE, or name the proxy that brings TLS in TRUSTED_PROXY, or listen on 127.0.0.1.`,
    );
  return reasons;
}

const DEFAULTS = /^(|postgres|password|secret|changeme|change-me|panah|admin|example|test)$/i;

function defaultPasswords(urls: RuntimeUrls): string[] {
  return Object.entries(urls)
    .filter(([, url]) => DEFAULTS.test(decodeURIComponent(new URL(url as string).password)))
    .map(([name]) => `The password in the database URL for "${name}" is empty or a default. Set one that was drawn by chance.`);
}

function unsafeSettings(settings: Settings): string[] {
  const reasons: string[] = [];
  if (settings.demo) reasons.push('DEMO is on: demonstration accounts and data have no place in production. Set DEMO=0.');
  for (const [name, folder] of [
    ['data', settings.dataDir],
    ['backup', settings.backupDir],
  ] as const) {
    if (folder && isInside(settings.keyFile, folder))
      reasons.push(`KEY_FILE lies inside the ${name} folder: whoever copies that folder has key and data. Put it on another volume.`);
    if (folder && isInside(settings.auditCheckpointFile, folder))
      reasons.push(`AUDIT_CHECKPOINT_FILE lies inside the ${name} folder: whoever brings back an old one takes the proof with it.`);
    if (folder && isInside(settings.erasedSubjectsFile, folder))
      reasons.push(`ERASED_SUBJECTS_FILE lies inside the ${name} folder: whoever brings back an old one brings back who was erased.`);
    if (folder && settings.backupKeysDir && (settings.backupKeysDir === folder || isInside(settings.backupKeysDir, folder)))
      reasons.push(`BACKUP_KEYS_DIR lies in the ${name} folder: whoever copies that folder has keys and data. Put it on another volume.`);
  }
  if (settings.publicOrigins.length === 0)
    reasons.push('PUBLIC_ORIGINS is empty: name the https address under which the server is reached.');
  if (settings.scanner === null)
    reasons.push(
      'SCANNER is not said: name the clamd that looks at each file (SCANNER=clamd://host:3310), or say that there is none (SCANNER=none).',
    );
  return reasons;
}

interface Facts {
  superuser: boolean;
  bypasses: boolean;
  owns: number;
  fsync: string;
  synchronous_commit: string;
  full_page_writes: string;
  open_tables: string[] | null;
  demo_accounts: boolean;
}

/** What the database itself says about the runtime login and its own durability. */
async function unsafeDatabase(url: string): Promise<string[]> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<Facts>(FACTS);
    const facts = rows[0];
    return facts ? reasonsOf(facts) : ['The database did not answer.'];
  } finally {
    await client.end();
  }
}

function reasonsOf(facts: Facts): string[] {
  const reasons: string[] = [];
  if (facts.superuser || facts.bypasses) reasons.push('The login of DATABASE_URL is a superuser or bypasses row security.');
  if (facts.owns > 0) reasons.push('The login of DATABASE_URL owns tables. Migrations run as another login (MIGRATION_DATABASE_URL).');
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'] as const)
    if (facts[name] === 'off') reasons.push(`PostgreSQL runs with ${name} off: what was acknowledged could be lost.`);
  if (facts.open_tables?.length) reasons.push(`Row security is not forced on: ${facts.open_tables.join(', ')}.`);
  if (facts.demo_accounts) reasons.push('The database holds demonstration accounts.');
  return reasons;
}

const FACTS = `
select r.rolsuper as superuser, r.rolbypassrls as bypasses,
  (select count(*)::int from pg_class c where c.relowner = r.oid and c.relkind in ('r','p')) as owns,
  current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit, current_setting('full_page_writes') as full_page_writes,
  (select array_agg(c.relname::text) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r','p') and not c.relforcerowsecurity
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('org_id','office_id','client_id') and not a.attisdropped)) as open_tables,
  app.has_demo_accounts() as demo_accounts
from pg_roles r where r.rolname = current_user`;

export function isInside(file: string, folder: string): boolean {
  const relative = path.relative(path.resolve(folder), path.resolve(file));
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
