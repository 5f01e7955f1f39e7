import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { DocumentStore } from '../apps/api/src/documents/document-store.records';
import type { FileHome } from '../apps/api/src/documents/document-store.records';
import { currentWork } from '../apps/api/src/platform/database/current-work';
import { newId } from '../apps/api/src/platform/new-id';
import { Sealer } from '../apps/api/src/platform/sealing/sealer';
import type { PaperFile } from './support/file-on-paper';
import { type House, openHouse, type Person } from './support/house';
import { acting, admitted } from './support/known-client';

async function* pieces(whole: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}

describe('the store of files', () => {
  let house: House;
  let worker: Person;
  let file: PaperFile;
  let store: DocumentStore;
  beforeAll(async () => {
    house = await openHouse();
    worker = await house.as('CASEWORKER');
    file = await admitted(house, worker);
    store = house.app.get(DocumentStore);
  });
  afterAll(() => house.close());

  const here = <T>(act: () => Promise<T>): Promise<T> => acting(house, worker, house.offices.north, act);
  const home = (): FileHome => ({
    officeId: house.offices.north.id,
    clientId: file.clientId,
    subjectId: file.clientId,
    compartment: 'file',
  });

  it('gives back what was put in, for lengths around the edges of its chunks', async () => {
    for (const length of [0, 1, 4091, 4092, 262_143, 262_144, 262_145, 524_288, 700_001]) {
      const content = randomBytes(length);
      const kept = await here(() => store.write(pieces(content, 65_536), home()));
      expect(kept).toMatchObject({ bytes: length, sha256: createHash('sha256').update(content).digest('hex') });
      expect((await here(() => buffer(store.read(kept.id)))).equals(content)).toBe(true);
    }
  });

  it('holds none of it in plain, under the key of whom it hangs on', async () => {
    const incident = newId();
    const canary = `canary-${randomBytes(6).toString('hex')}`;
    const content = Buffer.from(canary.repeat(30_000));
    const kept = await here(() => store.write(pieces(content, 10_000), { ...home(), subjectId: incident }));
    const rows = await house.sql<{ sealed: Buffer }>(
      'select sealed from stored_chunk where file_id = $1 union all select sealed from stored_file where id = $1',
      [kept.id],
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter(({ sealed }) => sealed.includes(canary) || sealed.includes(kept.sha256))).toEqual([]);
    await house.app.get(Sealer).destroyKeys(incident);
    await expect(here(() => buffer(store.read(kept.id)))).rejects.toThrow();
  });

  it('opens no file that was cut, put in another order or changed', async () => {
    const content = randomBytes(800_000);
    const harm = {
      cut: 'delete from stored_chunk where file_id = $1 and number = 3',
      'cut, and said to be shorter':
        'with cut as (delete from stored_chunk where file_id = $1 and number = 3) update stored_file set chunks = 3 where id = $1',
      'in another order': `update stored_chunk c set sealed = o.sealed from stored_chunk o where c.file_id = $1 and o.file_id = $1 and (c.number, o.number) in ((0, 1), (1, 0))`,
      changed: `update stored_chunk set sealed = set_byte(sealed, 100, (get_byte(sealed, 100) + 1) % 256) where file_id = $1 and number = 2`,
    };
    for (const [how, text] of Object.entries(harm)) {
      const kept = await here(() => store.write(pieces(content, 65_536), home()));
      await house.sql(text, [kept.id]);
      expect([
        how,
        await here(() => buffer(store.read(kept.id))).then(
          () => 'opened',
          () => 'closed',
        ),
      ]).toEqual([how, 'closed']);
    }
  });

  it('keeps nothing of what breaks on the way', async () => {
    const count = () => house.sql('select (select count(*) from stored_chunk) as chunks, (select count(*) from stored_file) as files');
    const before = await count();
    async function* broken(): AsyncGenerator<Buffer> {
      yield randomBytes(900_000);
      throw new Error('the line broke');
    }
    await expect(here(() => store.write(broken(), home()))).rejects.toThrow('the line broke');
    expect(await count()).toEqual(before);
  });

  it('is whole or not there, also for plain SQL of the runtime login, which changes and deletes nothing', async () => {
    const kept = await here(() => store.write(pieces(randomBytes(10), 10), home()));
    const half = `insert into stored_file (id, org_id, office_id, client_id, subject_id, compartment, chunks, stored_by, sealed)
      select $1, org_id, office_id, client_id, subject_id, compartment, 2, stored_by, sealed from stored_file where id = $2`;
    await expect(here(() => currentWork().change({ name: 'test.half', text: half }, [newId(), kept.id]))).rejects.toMatchObject({
      constraint: 'stored_file_whole',
    });
    for (const [name, text] of [
      ['test.change', 'update stored_chunk set sealed = sealed'],
      ['test.throw-away', 'delete from stored_file'],
    ])
      await expect(here(() => currentWork().change({ name, text }))).rejects.toMatchObject({ code: '42501' });
  });
});
