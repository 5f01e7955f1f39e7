import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { decrypt, encrypt, keyVersionOf } from '../apps/api/src/platform/sealing/envelope';
import { KeyRing } from '../apps/api/src/platform/sealing/key-ring';
import { IntegrityError } from '../apps/api/src/platform/sealing/key-provider';
import { type Place, Sealer } from '../apps/api/src/platform/sealing/sealer';
import { newId } from '../apps/api/src/platform/new-id';
import { counted } from './support/counts';
import { type House, openHouse } from './support/house';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array));

describe('an envelope', () => {
  it('gives back what was put in, for any content, key and place', () => {
    fc.assert(
      fc.property(bytes(32), fc.string(), fc.integer({ min: 1, max: 2 ** 31 }), fc.uint8Array(), (key, place, version, data) => {
        const sealed = encrypt(key, version, place, Buffer.from(data));
        expect(decrypt(key, place, sealed)).toEqual(Buffer.from(data));
        expect(keyVersionOf(sealed)).toBe(version);
      }),
    );
  });

  it('does not open when one bit is flipped, the end is cut, the key or the place is another', () => {
    fc.assert(
      fc.property(
        bytes(32),
        fc.string({ minLength: 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 15 }),
        (key, place, data, at, cut) => {
          const sealed = encrypt(key, 1, place, Buffer.from(data));
          const flipped = Buffer.from(sealed);
          const byte = 5 + (at % (sealed.length - 5));
          flipped[byte] = (flipped[byte] ?? 0) ^ (1 << (at % 8));
          const otherKey = Buffer.from(key);
          otherKey[0] = (otherKey[0] ?? 0) ^ 1;
          for (const attempt of [
            () => decrypt(key, place, flipped),
            () => decrypt(key, place, sealed.subarray(0, -cut)),
            () => decrypt(otherKey, place, sealed),
            () => decrypt(key, `${place}x`, sealed),
            () => decrypt(key, place, sealed.subarray(0, 10)),
          ])
            expect(attempt).toThrow(IntegrityError);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never looks the same twice', () => {
    const key = Buffer.alloc(32, 7);
    expect(new Set(Array.from({ length: 2000 }, () => encrypt(key, 1, 'a', Buffer.from('same')).toString('hex'))).size).toBe(2000);
  });
});

describe('the keys of data subjects', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const placeOf = (subjectId: string, more: Partial<Place> = {}): Place => ({
    table: 'client',
    rowId: subjectId,
    subjectId,
    compartment: 'file',
    sealVersion: 1,
    ...more,
  });

  it('open a payload in its own place only: not in another row, table, subject, compartment or version', async () => {
    const sealer = house.app.get(Sealer);
    const [one, other] = [newId(), newId()];
    const sealed = await sealer.seal(placeOf(one), { said: 'something' });
    await sealer.seal(placeOf(other), {});
    await sealer.seal(placeOf(one, { compartment: 'location' }), {});
    expect(await sealer.open(placeOf(one), sealed)).toEqual({ said: 'something' });
    const elsewhere: Partial<Place>[] = [
      { rowId: other },
      { table: 'case_note' },
      { subjectId: other },
      { compartment: 'location' },
      { sealVersion: 2 },
    ];
    for (const place of elsewhere) await expect(sealer.open(placeOf(one, place), sealed)).rejects.toThrow(IntegrityError);
  });

  it('lie wrapped in a database of their own, one for each subject and compartment', async () => {
    const id = newId();
    await house.app.get(Sealer).seal(placeOf(id), {});
    await house.app.get(Sealer).seal(placeOf(id, { compartment: 'legal' }), {});
    const rows = await house.keysSql<{ compartment: string; wrapped: Buffer }>(
      'select compartment, wrapped from subject_key where subject_id = $1 order by 1',
      [id],
    );
    expect(rows.map(({ compartment }) => compartment)).toEqual(['file', 'legal']);
    const key = (await house.app.get(KeyRing).of([id], 'file')).get(id)?.key.export() ?? Buffer.alloc(0);
    expect(rows[0]?.wrapped.includes(key)).toBe(false);
    expect(await house.sql(`select from information_schema.tables where table_name = 'subject_key'`)).toEqual([]);
  });

  it('ten thousand sealed payloads that were moved, mixed up, flipped, cut or put back open nowhere (goal 19)', async () => {
    const sealer = house.app.get(Sealer);
    const tables = ['client', 'case_note', 'person_name', 'partner', 'process_step'];
    const compartments = ['file', 'location', 'legal'] as const;
    const items = Array.from({ length: 600 }, (_, at) => ({
      place: placeOf(newId(), { table: tables[at % 5] ?? '', compartment: compartments[at % 3] ?? 'file', sealVersion: 2 }),
      payload: { said: `something ${String(at)}` },
    }));
    const sealed = await sealer.sealMany(items);
    const old = await sealer.sealMany(items.map(({ place, payload }) => ({ place: { ...place, sealVersion: 1 }, payload })));
    const twins = await Promise.all(items.map(({ place }, at) => sealer.open(place, sealed[at] ?? Buffer.alloc(0))));
    expect(twins).toEqual(items.map(({ payload }) => payload));

    const one = <T>(list: readonly T[]): T => list[randomInt(list.length)];
    const flip = (bytes: Buffer, at: number): Buffer =>
      Buffer.from(bytes.map((byte, place) => (place === at ? byte ^ (1 << randomInt(8)) : byte)));
    /** Ways in which somebody with the whole database could touch the payload of one row; each gives the bytes and the place they are read in. */
    const WAYS: ((place: Place, bytes: Buffer, at: number) => [Place, Buffer])[] = [
      (place, _, at) => [place, sealed[(at + 1 + randomInt(items.length - 1)) % items.length] ?? Buffer.alloc(0)],
      (place, bytes) => [{ ...place, rowId: newId() }, bytes],
      (place, bytes) => [{ ...place, table: one(tables.filter((table) => table !== place.table)) }, bytes],
      (place, bytes, at) => [{ ...place, subjectId: items[(at + 1) % items.length]?.place.subjectId ?? '' }, bytes],
      (place, bytes) => [{ ...place, compartment: one(compartments.filter((compartment) => compartment !== place.compartment)) }, bytes],
      (place, _, at) => [place, old[at] ?? Buffer.alloc(0)],
      (place, bytes) => [place, flip(bytes, 33 + randomInt(bytes.length - 33))],
      (place, bytes) => [place, flip(bytes, randomInt(33))],
      (place, bytes) => [place, Buffer.concat([bytes.subarray(0, 17 + 4 + randomInt(12)), bytes.subarray(33)])],
      (place, bytes) => [place, bytes.subarray(0, bytes.length - 1 - randomInt(16))],
    ];
    let refused = 0;
    const opened: string[] = [];
    for (let n = 0; n < 10_000; n++) {
      const at = randomInt(items.length);
      const way = n % WAYS.length;
      const [place, bytes] = WAYS[way]?.(items[at]?.place ?? placeOf(''), sealed[at] ?? Buffer.alloc(0), at) ?? [
        placeOf(''),
        Buffer.alloc(0),
      ];
      const answer = await sealer.open(place, bytes).catch((error: unknown) => error);
      if (answer instanceof IntegrityError) refused += 1;
      else opened.push(`way ${String(way)}: ${JSON.stringify(answer)}`);
    }
    counted('Sealed', { 'swaps, flips and cuts': 10_000, refused });
    expect([refused, opened]).toEqual([10_000, []]);
  });

  it('once destroyed open nothing any more, at once and in every process', async () => {
    const sealer = house.app.get(Sealer);
    const [erased, kept] = [newId(), newId()];
    const [gone, stays] = [await sealer.seal(placeOf(erased), { a: 1 }), await sealer.seal(placeOf(kept), { b: 2 })];
    await sealer.destroyKeys(erased);
    await expect(sealer.open(placeOf(erased), gone)).rejects.toThrow(IntegrityError);
    expect(await sealer.open(placeOf(kept), stays)).toEqual({ b: 2 });
    await expect(sealer.seal(placeOf(erased), { a: 2 })).rejects.toThrow(IntegrityError);
  });

  it('hide how long a short text is', async () => {
    const sealer = house.app.get(Sealer);
    const id = newId();
    const [short, long] = [
      await sealer.seal(placeOf(id), { name: 'Ali' }),
      await sealer.seal(placeOf(id), { name: 'Mohammadreza Khajavi' }),
    ];
    expect(short.length).toBe(long.length);
  });
});

describe('a database that restarts', () => {
  it('ends idle connections, and nobody’s work: the next request opens another one, and news of destroyed keys comes again', async () => {
    const house = await openHouse();
    const person = await house.as('CASEWORKER');
    expect((await person.get('/api/partners')).status).toBe(200);
    // this house's alone: others stand on the same server while their stories are told
    const own = [house.urls.app, house.urls.keys, house.urls.jobs].map((url) => new URL(url).pathname.slice(1));
    await house.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where usename in ('panah_app', 'panah_keys', 'panah_jobs') and datname = any($1) and pid <> pg_backend_pid()`,
      [own],
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const statuses: number[] = [];
    for (let tries = 0; tries < 5; tries++) statuses.push((await person.get('/api/account')).status);
    expect(statuses.at(-1)).toBe(200);
    await house.close();
  });
});
