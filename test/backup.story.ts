import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { visitEmbeddedPostgres } from '@panah/embedded-postgres/visit';
import { atDatabase, asLogin } from '../apps/api/src/platform/database/database-urls';
import { type Manifest, setIn, wholeFile } from '../apps/api/src/platform/backup/set-folder';
import { ErasedSubjects } from '../apps/api/src/platform/sealing/erased-subjects';
import { FileKeyProvider } from '../apps/api/src/platform/sealing/file-key-provider';
import { KeyRing } from '../apps/api/src/platform/sealing/key-ring';
import { readSettings } from '../apps/api/src/platform/settings';
import { type CommandResult, runScript } from './support/command';
import { removePassing } from './support/passing-folder';
import { ask } from './support/postgres';
import { type RunningApp, startApp } from './support/running-app';
import { signIn, type Visitor } from './support/signed-in';
import { tableHashes } from './support/table-hashes';

jest.setTimeout(120_000);

/** What both commands write themselves, besides what they copy. */
const OWN_LINES = { backup_record: 'true', audit_event: `word = 'backup:restore'` };
const CANARY = 'Thistledown Quarter';

describe('a backup', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-backup-'));
  const at = (name: string): string => path.join(folder, name);
  const env = { DATA_DIR: at('house'), KEY_FILE: at('keys/key'), LOG_LEVEL: 'error' };
  const identity = at('stick/backup.key');
  const backup = (...args: string[]): Promise<CommandResult> =>
    runScript('backup', ['--to', at('one-disk'), '--keys-to', at('another-disk'), ...args], env);
  const restore = (into: string, args: string[] = [], home: Record<string, string> = env): Promise<CommandResult> =>
    runScript(
      'restore',
      [
        '--identity',
        identity,
        '--into',
        at(into),
        ...(args.includes('--data') ? [] : ['--data', at('one-disk'), '--keys', at('another-disk')]),
        ...args,
      ],
      home,
    );
  const setsAt = (shelf: string): string[] => (existsSync(at(shelf)) ? readdirSync(at(shelf)).sort() : []);

  let app: RunningApp;
  let coordinator: Visitor;
  const kept: string[] = [];
  let whileWorking: { data: string; keys: string };

  /** Both databases of a house in a folder, as superuser, while `act` looks. */
  const looking = async <T>(house: string, act: (main: string, keys: string) => Promise<T>): Promise<T> => {
    const { url, leave } = await visitEmbeddedPostgres(path.join(house, 'postgres'));
    try {
      return await act(atDatabase(url, 'panah'), atDatabase(url, 'panah_keys'));
    } finally {
      await leave();
    }
  };

  beforeAll(async () => {
    app = await startApp({ env });
    coordinator = await signIn(() => app.url, 'coordinator');
  });
  afterAll(() => app.stop());
  afterAll(() => removePassing(folder));

  const write = async (): Promise<void> => {
    const name = `${CANARY} ${kept.length}`;
    const { status, body } = await coordinator.post('/api/partners', {
      name,
      type: 'OTHER',
      country: 'AL',
      services: [],
      languages: [],
      contacts: [],
    });
    if (status === 201) kept.push(body.id);
  };

  it('needs a public key, and says how to make a pair', async () => {
    expect(await backup()).toMatchObject({ code: 1, output: expect.stringContaining('--make-key FILE') });
    expect(await backup('--make-key', identity)).toMatchObject({ code: 0, output: expect.stringContaining('age1') });
    expect(statSync(identity).mode & 0o077).toBe(0);
    expect(await backup('--make-key', identity)).toMatchObject({ code: 1, output: expect.stringContaining('never overwritten') });
    expect(await backup('--recipient', 'age1nothing')).toMatchObject({ code: 1, output: expect.stringContaining('no public key') });
  });

  it('is made while the house works: data and keys as two sets, none beside the other', async () => {
    await write();
    let working = true;
    const writing = (async () => {
      while (working) await write();
    })();
    const before = [...kept];
    const made = await backup();
    working = false;
    await writing;
    expect(made).toMatchObject({ code: 0 });
    expect(kept.length).toBeGreaterThan(before.length);
    const [data, keys] = [setsAt('one-disk'), setsAt('another-disk')];
    expect([data.length, keys.length]).toEqual([1, 1]);
    whileWorking = { data: path.join(at('one-disk'), data[0] ?? ''), keys: path.join(at('another-disk'), keys[0] ?? '') };
    expect(readdirSync(whileWorking.data).sort()).toEqual(['data.age', 'manifest.json']);
    expect(readdirSync(whileWorking.keys).sort()).toEqual(['keys.age', 'manifest.json']);
    for (const [set, file] of [
      [whileWorking.data, 'data.age'],
      [whileWorking.keys, 'keys.age'],
    ] as const) {
      const bytes = readFileSync(path.join(set, file));
      expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
      for (const word of [CANARY, readFileSync(env.KEY_FILE, 'utf8').trim(), 'subject_key']) expect(bytes.includes(word)).toBe(false);
      expect(statSync(path.join(set, file)).mode & 0o077).toBe(0);
    }
  });

  it('refuses places where one thief finds both', async () => {
    const tries = [
      ['--keys-to', at('one-disk')],
      ['--keys-to', at('one-disk/keys')],
      ['--to', at('house/backup')],
    ];
    for (const args of tries) expect(await backup(...args)).toMatchObject({ code: 1 });
  });

  it('is never half there: what is cut off by SIGKILL has no name, and the next run clears it away', async () => {
    for (const after of [250, 450, 650]) await runScript('backup', ['--to', at('one-disk'), '--keys-to', at('another-disk')], env, after);
    for (const shelf of ['one-disk', 'another-disk'])
      for (const name of setsAt(shelf).filter((found) => !found.startsWith('.'))) await wholeFile(await setIn(path.join(at(shelf), name)));
    expect((await backup()).code).toBe(0);
    expect([...setsAt('one-disk'), ...setsAt('another-disk')].filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('comes back into an empty folder with the same rows in every table of both databases, opens, and the log is in order', async () => {
    await app.stop();
    expect((await backup()).code).toBe(0);
    const done = await restore('back');
    expect([done.code, done.output]).toEqual([0, expect.stringMatching(/Opened 500 sealed rows.*\n.*The log is in order/)]);
    const was = await looking(env.DATA_DIR, async (main, keys) => [await tableHashes(main, OWN_LINES), await tableHashes(keys)]);
    const is = await looking(at('back'), async (main, keys) => [await tableHashes(main, OWN_LINES), await tableHashes(keys)]);
    expect(is).toEqual(was);
    expect(Object.keys(was[0] ?? {}).length).toBeGreaterThan(30);
    console.info(
      `restored: ${Object.keys(was[0] ?? {}).length} + ${Object.keys(was[1] ?? {}).length} tables alike, 500 sealed rows opened`,
    );
    const verified = await runScript('verify-audit', [], { DATA_DIR: at('back') });
    expect(verified).toMatchObject({ code: 0, output: expect.stringContaining('All in order') });
  });

  it('is a house again: the same people sign in, and read what they wrote', async () => {
    const again = await startApp({ env: { DATA_DIR: at('back'), KEY_FILE: at('back.keys/panah.key'), LOG_LEVEL: 'error' } });
    const person = await signIn(() => again.url, 'coordinator');
    for (const id of kept.slice(-3))
      expect((await person.get(`/api/partners/${id}`)).body).toMatchObject({ name: expect.stringContaining(CANARY) });
    await again.stop();
  });

  it('is written down in the house: when it was made, and that it came back', async () => {
    const rows = await looking(env.DATA_DIR, (main) =>
      ask<{ kind: string; opened: number | null }>(main, 'select kind, opened from backup_record order by at desc limit 2'),
    );
    expect(rows).toEqual([
      { kind: 'RESTORE_TEST', opened: 500 },
      { kind: 'BACKUP', opened: null },
    ]);
    const words = await looking(at('back'), (main) =>
      ask<{ word: string }>(main, `select distinct word from audit_event where word like 'backup:%' order by 1`),
    );
    expect(words.map(({ word }) => word)).toEqual(['backup:make', 'backup:restore']);
  });

  describe('that is not what was made', () => {
    const broken = (name: string): { data: string; keys: string } => {
      const copy = { data: at(`${name}/data/set`), keys: at(`${name}/keys/set`) };
      cpSync(whileWorking.data, copy.data, { recursive: true });
      cpSync(whileWorking.keys, copy.keys, { recursive: true });
      return copy;
    };
    const change = (set: string, edit: (manifest: Manifest) => void): void => {
      const file = path.join(set, 'manifest.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
      edit(manifest);
      writeFileSync(file, JSON.stringify(manifest));
    };
    const flip = (file: string): void => {
      const bytes = readFileSync(file);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    };
    const refused = async (
      name: string,
      { data, keys }: { data: string; keys: string },
      says: RegExp,
      more: string[] = [],
    ): Promise<void> => {
      const done = await restore(`${name}/into`, ['--data', data, '--keys', keys, ...more]);
      expect([name, done.code, done.output]).toEqual([name, 1, expect.stringMatching(says)]);
      for (const left of [`${name}/into`, `${name}/into.restoring`, `${name}/into.keys/panah.key`, `${name}/into.keys/.restoring`])
        expect([left, existsSync(at(left))]).toEqual([left, false]);
    };

    it('is refused with a plain sentence, and leaves nothing behind', async () => {
      const cut = broken('cut');
      truncateSync(path.join(cut.data, 'data.age'), 5000);
      await refused('cut', cut, /is cut off: 5000 of \d+ bytes/);

      const flipped = broken('flipped');
      flip(path.join(flipped.data, 'data.age'));
      await refused('flipped', flipped, /was changed: it is not what the manifest names/);

      const renamed = broken('renamed');
      change(renamed.data, (manifest) => (manifest.madeAt = '2020-01-01T00:00:00.000Z'));
      await refused('renamed', renamed, /was not written by the house/);

      const otherHouse = broken('other-house');
      change(otherHouse.keys, (manifest) => (manifest.house = '0'.repeat(32)));
      await refused('other-house', otherHouse, /do not belong together/);

      const swapped = { data: path.join(at('one-disk'), setsAt('one-disk').at(-1) ?? ''), keys: whileWorking.keys };
      await refused('older-keys', swapped, /do not belong together: the keys were copied on .* before the data/);
      await refused('both-keys', { data: whileWorking.keys, keys: whileWorking.keys }, /holds keys, not data/);

      const stranger = at('stick/stranger.key');
      await runScript('backup', ['--make-key', stranger], { DATA_DIR: at('nowhere') });
      await refused('stranger', whileWorking, /does not open the backup/, ['--identity', stranger]);
    });

    it('is refused into a folder where something lies, which stays as it was', async () => {
      const before = readdirSync(at('back'));
      expect(await restore('back')).toMatchObject({ code: 1, output: expect.stringContaining('is not empty') });
      expect(readdirSync(at('back'))).toEqual(before);
    });
  });

  it('never brings back whom the house forgot afterwards (walls.md 22), though it holds their keys', async () => {
    const settings = readSettings(env);
    const { provider } = FileKeyProvider.open(env.KEY_FILE);
    const passwords = JSON.parse(readFileSync(path.join(env.DATA_DIR, 'logins.json'), 'utf8')) as Record<string, string>;
    const erased = await looking(env.DATA_DIR, async (main, keys) => {
      const [client] = await ask<{ id: string }>(main, 'select id from client order by id limit 1');
      const ring = new KeyRing(
        asLogin(keys, 'panah_keys', passwords['panah_keys'] ?? ''),
        provider,
        new ErasedSubjects(settings, provider),
      );
      await ring.destroy(client?.id ?? '');
      await ring.onApplicationShutdown();
      return client?.id ?? '';
    });
    expect((await backup()).code).toBe(0);
    // an older backup, somewhere else: only a newer set of keys on the same shelf knows
    const done = await restore('older', ['--data', whileWorking.data, '--keys', whileWorking.keys], { DATA_DIR: at('nowhere') });
    expect([done.code, done.output]).toEqual([0, expect.stringContaining('Destroyed the keys of 1 again')]);
    await looking(at('older'), async (main, keys) => {
      const held = await ask<{ wrapped: Buffer | null }>(keys, 'select wrapped from subject_key where subject_id = $1', [erased]);
      expect(held.length).toBeGreaterThan(0);
      expect(held.filter(({ wrapped }) => wrapped !== null)).toEqual([]);
      // what was acknowledged before the backup began is there, and each partner once
      const found = await ask<{ id: string }>(main, 'select id from partner where id = any ($1::uuid[])', [kept.slice(0, 1)]);
      expect(found).toHaveLength(1);
    });
  });
});
