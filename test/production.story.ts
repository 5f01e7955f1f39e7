import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDataFolder } from '../apps/api/src/platform/data-folder';
import { asLogin, type DatabaseUrls } from '../apps/api/src/platform/database/database-urls';
import { refuseUnsafe } from '../apps/api/src/platform/refuse-unsafe';
import { FileKeyProvider } from '../apps/api/src/platform/sealing/file-key-provider';
import { readSettings } from '../apps/api/src/platform/settings';
import { type House, openHouse } from './support/house';
import { databaseUrl } from './support/postgres';

describe('a server in production', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const folder = mkdtempSync(path.join(tmpdir(), 'production-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const safe = {
    NODE_ENV: 'production',
    DEMO: '0',
    DATA_DIR: path.join(folder, 'data'),
    KEY_FILE: path.join(folder, 'keys/key'),
    PUBLIC_ORIGINS: 'https://office.example.org',
    TRUSTED_PROXY: '10.0.0.2',
    DATABASE_URL: 'set',
    SCANNER: 'none',
  };
  /** The test server itself gives up durability to be quick; that reason is expected and set aside. */
  const reasonsFor = async (env: Record<string, string> = {}, urls: Partial<DatabaseUrls> = {}): Promise<string[]> => {
    const settings = readSettings({ ...safe, ...env });
    const message = await refuseUnsafe(settings, { ...house.urls, ...urls }).then(
      () => '',
      (error: Error) => error.message,
    );
    return message
      .split('\n')
      .slice(1)
      .filter((line) => !/PostgreSQL runs with (fsync|synchronous_commit|full_page_writes) off/.test(line));
  };

  it('starts with safe settings', async () => {
    expect(await reasonsFor()).toEqual([]);
  });

  it('says that the database could lose what was acknowledged', async () => {
    const message = await refuseUnsafe(readSettings(safe), house.urls).then(
      () => '',
      (error: Error) => error.message,
    );
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) expect(message).toContain(`${name} off`);
  });

  it.each([
    ['demonstration on', { DEMO: '1' }, /DEMO is on/],
    ['the key inside the data folder', { KEY_FILE: path.join(folder, 'data/key') }, /KEY_FILE lies inside the data folder/],
    ['the key inside the backup folder', { BACKUP_DIR: path.join(folder, 'keys') }, /KEY_FILE lies inside the backup folder/],
    ['no address to be reached under', { PUBLIC_ORIGINS: '' }, /PUBLIC_ORIGINS is empty/],
    ['no word about a scanner', { SCANNER: '' }, /SCANNER is not said/],
    ['open to the network without TLS', { HOST: '0.0.0.0', TRUSTED_PROXY: '' }, /without TLS/],
  ])('refuses %s', async (_name, env, reason) => {
    expect((await reasonsFor(env as Record<string, string>)).join()).toMatch(reason);
  });

  it('refuses a default password in any of its database addresses', async () => {
    for (const name of Object.keys(house.urls) as (keyof DatabaseUrls)[]) {
      const urls = { [name]: asLogin(house.urls[name], 'somebody', 'postgres') };
      const settings = readSettings(safe);
      const message = await refuseUnsafe(settings, {
        ...house.urls,
        ...urls,
        app: name === 'app' ? (urls['app'] ?? '') : house.urls.app,
      }).then(
        () => '',
        (error: Error) => error.message,
      );
      expect(name === 'app' ? message || 'password authentication failed' : message).toMatch(new RegExp(`"${name}"|authentication`));
    }
  });

  it('refuses a runtime login that is a superuser', async () => {
    const name = new URL(house.urls.app).pathname.slice(1);
    expect((await reasonsFor({}, { app: databaseUrl(name) })).join()).toMatch(/superuser or bypasses row security/);
  });

  it('refuses a runtime login that owns tables', async () => {
    expect((await reasonsFor({}, { app: house.urls.migration })).join()).toMatch(/owns tables/);
  });

  it('refuses a table on which row security is not forced', async () => {
    await house.sql('alter table partner no force row level security');
    expect((await reasonsFor()).join()).toMatch(/not forced on: partner/);
    await house.sql('alter table partner force row level security');
    expect(await reasonsFor()).toEqual([]);
  });

  it('is what HOST makes it, without being told: another address than this computer', () => {
    expect(readSettings({ HOST: '0.0.0.0' }).production).toBe(true);
    expect(readSettings({ HOST: '127.0.0.1' }).production).toBe(false);
    expect(readSettings({}).demo).toBe(true);
    expect(readSettings({ HOST: '0.0.0.0' }).demo).toBe(false);
  });

  it('reads a setting left empty as one left out', () => {
    expect(readSettings({ PORT: '', DEMO: '', KEY_FILE: '' })).toMatchObject({ port: 3000, demo: true });
    expect(() => readSettings({ PORT: 'http' })).toThrow('PORT must be a number');
  });
});

describe('a data folder', () => {
  const shelf = mkdtempSync(path.join(tmpdir(), 'folders-'));
  const at = (): string => mkdtempSync(path.join(shelf, 'folder-'));
  afterAll(() => rmSync(shelf, { recursive: true, force: true }));
  const open = (dataDir: string, demo: '0' | '1'): void => openDataFolder(readSettings({ DATA_DIR: dataDir, DEMO: demo }));

  it('of a demonstration never becomes a real one, nor the other way round', () => {
    const [shown, real] = [at(), at()];
    open(shown, '1');
    open(real, '0');
    expect(() => open(shown, '0')).toThrow('never becomes a real one');
    expect(() => open(real, '1')).toThrow('holds real work');
    expect(() => open(shown, '1')).not.toThrow();
    expect(() => open(real, '0')).not.toThrow();
  });

  it('refuses a key file that others can read', () => {
    const file = path.join(at(), 'key');
    writeFileSync(file, Buffer.alloc(32).toString('base64url'), { mode: 0o644 });
    expect(() => FileKeyProvider.open(file)).toThrow('can be read by others');
  });

  it('makes a key once, and opens the same one after that', async () => {
    const file = path.join(at(), 'keys/key');
    const [first, second] = [FileKeyProvider.open(file), FileKeyProvider.open(file)];
    expect([first.made, second.made]).toEqual([true, false]);
    expect(await first.provider.tokenKey('x')).toEqual(await second.provider.tokenKey('x'));
  });
});
