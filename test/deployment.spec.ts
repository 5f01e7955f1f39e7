import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

interface Service {
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  depends_on?: Record<string, unknown>;
  read_only?: boolean;
  networks?: string[];
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  secrets: Record<string, unknown>;
}

const text = (file: string) => readFileSync(path.join(__dirname, '..', file), 'utf8');
const settingsSource = text('apps/api/src/platform/settings.ts');
const named = (pattern: RegExp) => [...settingsSource.matchAll(pattern)].map((match) => match[1] ?? '');
const secretSettings = named(/secret\(env, '([A-Z_]+)'\)/g);
const settings = [...new Set([...named(/env\['([A-Z_]+)'\]/g), ...named(/env\.([A-Z_]+)/g), ...secretSettings])];
const compose = parse(text('docker-compose.yml'), { merge: true }) as Compose;
const OF_POSTGRES = /^POSTGRES_/;
const OF_COMPOSE = ['PUBLIC_HOST', 'PROXY_TLS'];
const networksOf = (service: Service | undefined): string[] => service?.networks ?? [];
const OURS = ['migrate', 'backup', 'api'];

test('the settings are found where they are read', () => {
  expect(settings).toEqual(expect.arrayContaining(['DATABASE_URL', 'KEY_FILE', 'PORT']));
});

test('every setting that the server reads is explained, and no other', () => {
  const explained = [...text('.env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
  expect([...explained].sort()).toEqual([...settings, ...OF_COMPOSE].sort());
});

test('production starts two servers behind one proxy, after the migrations', () => {
  expect(compose.services).toMatchObject({
    api: { deploy: { replicas: 2 }, depends_on: { migrate: { condition: 'service_completed_successfully' } } },
    proxy: { ports: ['80:80', '443:443'] },
    database: { image: expect.stringMatching(/^postgres:18/) },
  });
});

test('production uses only settings that the server knows', () => {
  const known = [...settings, ...secretSettings.map((name) => `${name}_FILE`), ...OF_COMPOSE];
  const used = Object.values(compose.services).flatMap((service) => Object.keys(service.environment ?? {}));
  expect(used.filter((name) => !OF_POSTGRES.test(name) && !known.includes(name))).toEqual([]);
});

test('mails are sent where somebody says so: the server has a way out only with the file that gives it one', () => {
  expect(networksOf(compose.services['api'])).toEqual(['inside']);
  const withMail = parse(text('deploy/with-mail.yml')) as Compose;
  expect(networksOf(withMail.services['api'])).toEqual(['inside', 'post']);
  expect(withMail.services['api']?.environment).toMatchObject({ SMTP_URL_FILE: '/run/secrets/smtp-url', MAIL_FROM: expect.any(String) });
  expect(Object.keys(withMail.services['api']?.environment ?? {}).filter((name) => !settings.includes(name.replace(/_FILE$/, '')))).toEqual(
    [],
  );
  expect(Object.keys(withMail.secrets)).toEqual(withMail.services['api']?.secrets);
});

test('no password stands in the composition: every address of a database comes from a secret that is declared', () => {
  for (const name of OURS) {
    const service = compose.services[name];
    const files = Object.entries(service?.environment ?? {}).filter(([key]) => key.endsWith('DATABASE_URL_FILE'));
    expect(files.map(([, file]) => file.replace('/run/secrets/', '')).sort()).toEqual([...(service?.secrets ?? [])].sort());
    expect(Object.keys(service?.environment ?? {}).filter((key) => secretSettings.includes(key))).toEqual([]);
  }
  const mounted = Object.values(compose.services).flatMap((service) => service.secrets ?? []);
  expect(mounted.filter((secret) => !(secret in compose.secrets))).toEqual([]);
});

test('the key lies on a volume of its own, never with the data', () => {
  const { DATA_DIR, KEY_FILE } = compose.services['api']?.environment ?? {};
  expect(KEY_FILE?.startsWith(`${DATA_DIR ?? ''}/`)).toBe(false);
  expect(compose.services['api']?.volumes).toEqual(expect.arrayContaining(['data:/data', 'keys:/keys']));
});

test('a backup goes to two volumes, with the logins of the owners and no other', () => {
  const { environment, volumes, secrets } = compose.services['backup'] ?? {};
  expect(volumes).toEqual(expect.arrayContaining(['backup:/backup', 'backup-keys:/backup-keys']));
  expect([environment?.['BACKUP_DIR'], environment?.['BACKUP_KEYS_DIR']]).toEqual(['/backup', '/backup-keys']);
  expect(secrets).toEqual(['migration-database-url', 'keys-migration-database-url']);
});

test('what is mounted from the checkout is there', () => {
  const mounts = Object.values(compose.services).flatMap((service) => service.volumes ?? []);
  const files = mounts.filter((mount) => mount.startsWith('./')).map((mount) => mount.split(':')[0] ?? '');
  expect(files.filter((file) => file !== './deploy/certificates' && !existsSync(path.join(__dirname, '..', file)))).toEqual([]);
});
