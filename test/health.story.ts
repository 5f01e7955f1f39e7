import { type House, openHouse } from './support/house';

describe('how the house is kept', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const note = (kind: 'BACKUP' | 'RESTORE_TEST', hours: number): Promise<unknown> =>
    house.sql(
      `insert into backup_record (id, kind, at, backup_id, backup_at, tables, rows, opened)
       values (gen_random_uuid(), $1, now() - $2::int * interval '1 hour', gen_random_uuid(), now() - $2::int * interval '1 hour', 36, 5000, case when $1 = 'RESTORE_TEST' then 500 end)`,
      [kind, hours],
    );

  it('is told to an admin, and to nobody else', async () => {
    for (const role of ['COORDINATOR', 'CASEWORKER', 'COUNSELLOR', 'LEGAL', 'HOUSING', 'FAMILY_LINKS', 'PARTNER', 'AUDITOR'] as const)
      expect([role, (await (await house.as(role)).get('/api/health/details')).status]).toEqual([role, 403]);
    expect((await house.stranger.get('/api/health/details')).status).toBe(401);
    const { status, body } = await (await house.as('ADMIN')).get('/api/health/details');
    expect([status, body.lastBackup, body.lastRestoreTest]).toEqual([200, null, null]);
    expect(body.warnings).toEqual(['BACKUP_NEVER', 'RESTORE_TEST_NEVER']);
  });

  it('warns of a backup that is old and of a test that was long ago, by the newest of each', async () => {
    const admin = await house.as('ADMIN');
    const warnings = async (): Promise<string[]> => (await admin.get('/api/health/details')).body.warnings;
    await note('BACKUP', 27);
    await note('RESTORE_TEST', 9 * 24);
    expect(await warnings()).toEqual(['BACKUP_OLD', 'RESTORE_TEST_OLD']);
    await note('BACKUP', 1);
    await note('RESTORE_TEST', 7 * 24);
    const { body } = await admin.get('/api/health/details');
    expect(body.warnings).toEqual([]);
    expect(body.lastBackup).toMatchObject({ hoursAgo: 1, tables: 36, rows: 5000, opened: null });
    expect(body.lastRestoreTest).toMatchObject({ hoursAgo: 7 * 24, opened: 500 });
  });

  it('cannot be written by the server itself', async () => {
    const { Client } = await import('pg');
    for (const url of [house.urls.app, house.urls.jobs]) {
      const client = new Client(url);
      await client.connect();
      await expect(client.query(`delete from backup_record`)).rejects.toThrow('permission denied');
      await expect(client.query(`update backup_record set at = now()`)).rejects.toThrow('permission denied');
      await client.end();
    }
  });

  it('and the plain health page still says nothing but yes', async () => {
    expect((await house.stranger.get('/api/health')).body).toEqual({ status: 'ready' });
  });
});
