import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { visitEmbeddedPostgres } from '@panah/embedded-postgres/visit';
import { atDatabase } from '../apps/api/src/platform/database/database-urls';
import { runScript } from './support/command';
import { type Killable, killPostgres, startKillable } from './support/killable';
import { removePassing } from './support/passing-folder';
import { ask } from './support/postgres';
import { before, type Reckoning, reckon } from './support/reckoning';
import { startWriters, type Writers } from './support/writers';

const KILLS = process.env['NIGHT'] ? 200 : 25;
/** A server takes a second or two to start again, its database a moment: so the latter more often. */
const VICTIMS = ['database', 'server', 'database', 'both', 'database'] as const;
jest.setTimeout(KILLS * 24_000);

/** walls.md 12. The whole house in one folder, as `npm start` runs it: real processes, a real disk. */
describe('a house that is killed while people work', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-killed-'));
  const env = { PORT: '0', DEMO: '1', DATA_DIR: path.join(folder, 'data'), KEY_FILE: path.join(folder, 'keys/key') };
  const postgres = path.join(env.DATA_DIR, 'postgres');
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  const chance = drawing(seed);
  let server: Killable;

  beforeAll(async () => {
    server = await startKillable(env);
  });
  afterAll(() => server.stop());
  afterAll(() => removePassing(folder)); // by itself: also where nothing started

  const victims = {
    database: async (): Promise<void> => killPostgres(postgres), // the server looks after it
    server: async (): Promise<void> => {
      await server.kill();
      server = await startKillable(env);
    },
    both: async (): Promise<void> => {
      killPostgres(postgres);
      await server.kill();
      server = await startKillable(env);
    },
  };

  const atWorkAgain = async (writers: Writers): Promise<void> => {
    const limit = Date.now() + 30_000;
    for (const known = writers.acknowledged() + 5; writers.acknowledged() < known; await pause(10)) {
      if (writers.odd.length) throw new Error(`An answer that no kill explains: ${writers.odd.join('; ')}`);
      if (Date.now() > limit) throw new Error('The house did not come back within half a minute.');
    }
  };

  it(`loses nothing that was acknowledged, does nothing twice, and keeps no row without its line (goal 12): ${KILLS} kills by chance`, async () => {
    const { url } = await visitEmbeddedPostgres(postgres);
    const main = (): string => atDatabase(url, 'panah');
    const start = await before(main());
    const writers = await startWriters(() => server.url);
    const killed = { database: 0, server: 0, both: 0 };
    for (let kill = 0; kill < KILLS; kill++) {
      await atWorkAgain(writers);
      await pause(10 + chance() * 190);
      const victim = VICTIMS[kill % VICTIMS.length] ?? 'both';
      killed[victim]++;
      await victims[victim]();
    }
    await atWorkAgain(writers);
    await writers.finish();
    const now = await visitEmbeddedPostgres(postgres); // another port, when the server began anew
    const found = await reckon(atDatabase(now.url, 'panah'), start, writers.written);
    console.info(
      `${KILLS} kills (${JSON.stringify(killed)}, seed ${seed}): ${writers.acknowledged()} acknowledged, ${writers.doubts} in doubt and sent again, ${JSON.stringify(found)}`,
    );
    expect(writers.odd).toEqual([]);
    expect(found).toEqual({ lost: 0, twice: 0, rowsWithoutLine: 0, linesWithoutRow: 0 } satisfies Reckoning);
    expect(writers.doubts).toBeGreaterThan(0);
    expect(writers.acknowledged()).toBeGreaterThan(KILLS * 5);
    expect(writers.written.steps.size).toBeGreaterThan(0);
  });

  it('has a log without a gap afterwards, and indexes that agree with their tables', async () => {
    const { url } = await visitEmbeddedPostgres(postgres);
    const main = atDatabase(url, 'panah');
    for (let left = 100; left > 0; left--) {
      const [{ waiting } = { waiting: 1 }] = await ask<{ waiting: number }>(
        main,
        'select count(*)::int as waiting from audit_event where seq is null',
      );
      if (waiting === 0) break;
      await pause(100);
    }
    expect(await runScript('verify-audit', [], env)).toMatchObject({ code: 0, output: expect.stringContaining('All in order') });
    await ask(main, 'create extension if not exists amcheck');
    const checked = await ask(
      main,
      `select bt_index_check(c.oid, true) from pg_class c join pg_am a on a.oid = c.relam and a.amname = 'btree'
        where c.relkind = 'i' and c.relnamespace = 'public'::regnamespace`,
    );
    expect(checked.length).toBeGreaterThan(50);
  });
});

/** Numbers between 0 and 1 that follow from a seed (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
