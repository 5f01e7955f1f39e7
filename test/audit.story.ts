import { type House, openHouse } from './support/house';

describe('the audit log', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('shows an auditor each act of the organisation, with the colleague’s name and no value', async () => {
    const auditor = await house.as('AUDITOR');
    const coordinator = await house.as('COORDINATOR', house.offices.north, 'Drita Coordinates');
    const partner = (
      await coordinator.post('/api/partners', {
        name: 'Secret Words',
        type: 'OTHER',
        country: 'AL',
        services: [],
        languages: [],
        contacts: [],
      })
    ).body;
    const { body } = await auditor.get(`/api/audit?recordId=${partner.id}`);
    expect(body.items[0]).toMatchObject({
      actorName: 'Drita Coordinates',
      word: 'partner:create',
      outcome: 'DONE',
      subjectType: 'partner',
      subjectId: partner.id,
    });
    expect(body.items[0].changedFields).toContain('name');
    expect(JSON.stringify(body)).not.toContain('Secret Words');
  });

  it('shows refusals, and the reading of the log itself', async () => {
    const auditor = await house.as('AUDITOR');
    const caseworker = await house.as('CASEWORKER');
    await caseworker.get('/api/audit');
    const refused = (await auditor.get(`/api/audit?actorId=${caseworker.id}`)).body;
    expect(refused.items).toEqual([expect.objectContaining({ word: 'audit:read', outcome: 'REFUSED', status: 403 })]);
    const own = (await auditor.get(`/api/audit?actorId=${auditor.id}&outcome=DONE`)).body;
    expect(own.items[0]).toMatchObject({ word: 'audit:read', recordCount: 1 });
  });

  it('is closed to everyone but the auditor, and ends at the organisation', async () => {
    for (const role of ['COORDINATOR', 'CASEWORKER', 'ADMIN', 'PARTNER'] as const)
      expect((await (await house.as(role)).get('/api/audit')).status).toBe(403);
    const outsider = await house.as('AUDITOR', house.offices.elsewhere);
    const { body } = await outsider.get('/api/audit');
    expect(body.items.every(({ actorId }: { actorId: string }) => actorId === outsider.id)).toBe(true);
  });

  it('is not changed by the runtime login, whatever it tries', async () => {
    const { Client } = await import('pg');
    const runtime = new Client(house.urls.app);
    await runtime.connect();
    for (const attempt of [
      'update audit_event set reason = null',
      'delete from audit_event',
      'truncate audit_event',
      'alter table audit_event disable row level security',
    ])
      await expect(runtime.query(attempt)).rejects.toThrow(/permission denied|must be owner/);
    await runtime.end();
  });

  it('pages by keyset, each line once', async () => {
    const auditor = await house.as('AUDITOR');
    const person = await house.as('CASEWORKER');
    for (let n = 0; n < 7; n++) await person.get('/api/partners');
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await auditor.get(`/api/audit?actorId=${person.id}&limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.next;
    }
    expect(new Set(seen).size).toBe(7);
  });
});
