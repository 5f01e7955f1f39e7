import { ClientRecords } from '../apps/api/src/clients/client.records';
import { onTeam, type PaperFile } from './support/file-on-paper';
import { type House, openHouse, type Person } from './support/house';
import { acting, admitted } from './support/known-client';

let house: House;
let worker: Person;
let coordinator: Person;
let mahmoud: PaperFile;
let mohammad: PaperFile;
let fatemeh: PaperFile;
let elsewhere: PaperFile;

const PAPER = {
  docType: 'PASSPORT',
  number: 'P-12345678',
  issuingCountry: 'IR',
  issuingPlace: null,
  issuedOn: null,
  expiresOn: null,
  nameAsShown: null,
  birthAsShown: null,
  possession: 'WITH_CLIENT',
  verification: 'ORIGINAL_SEEN',
  remarks: null,
};

const found = async (by: Person, text: string): Promise<string[]> =>
  (await by.post('/api/clients/search', { text })).body.items.map(({ clientId }: { clientId: string }) => clientId);

beforeAll(async () => {
  house = await openHouse();
  worker = await house.as('CASEWORKER');
  coordinator = await house.as('COORDINATOR');
  const other = await house.as('CASEWORKER', house.offices.south);
  mohammad = await admitted(house, worker, { names: [{ asWritten: 'محمد رضایی' }] });
  mahmoud = await admitted(house, worker, { names: [{ asWritten: 'محمود رضایی' }], pseudonym: 'Quartz 417' });
  fatemeh = await admitted(house, worker, { names: [{ asWritten: 'فاطمه حسن‌زاده' }], sexRecorded: 'F', documents: [PAPER] });
  elsewhere = await admitted(house, other, { names: [{ asWritten: 'فاطمه حسن‌زاده' }] }, house.offices.south);
});
afterAll(() => house.close());

describe('a client is found', () => {
  it.each(['Fatemeh Hassanzadeh', 'hasanzade fateme', 'fate', 'Hassanza', 'فاط', 'Hassan Zadeh', 'فاطمه', 'حسن زاده', 'فاطمة'])(
    'by "%s" (R-ID-09, Annex A)',
    async (text) => {
      expect(await found(worker, text)).toEqual([fatemeh.clientId]);
    },
  );

  it('A.7: "Mahmud" puts محمود before محمد', async () => {
    expect(await found(worker, 'Mahmud')).toEqual([mahmoud.clientId, mohammad.clientId]);
    expect(await found(worker, 'rezaei mohammad')).toEqual([mohammad.clientId, mahmoud.clientId]);
  });

  it('by case reference, typed as people type it, and by pseudonym', async () => {
    expect(await found(worker, mahmoud.caseRef.toLowerCase().replace('-', ''))).toEqual([mahmoud.clientId]);
    expect(await found(worker, mahmoud.caseRef.slice(0, 5))).toContain(mahmoud.clientId);
    expect(await found(worker, 'quart')).toEqual([mahmoud.clientId]);
  });

  it('not by a name that was taken away', async () => {
    const added = await worker.post(`/api/clients/${mohammad.clientId}/names`, { kind: 'NICKNAME', asWritten: 'Shahbaz', inUse: false });
    expect(await found(worker, 'shahbaz')).toEqual([mohammad.clientId]);
    const { id, version } = added.body.names.at(-1);
    await worker.post(`/api/clients/${mohammad.clientId}/names/${id}/removal`, {}, { version });
    expect(await found(worker, 'shahbaz')).toEqual([]);
  });

  it('R-ID-05: never by a name from inside the group', async () => {
    await worker.post(`/api/clients/${mohammad.clientId}/organisational-names`, { kind: 'KUNYA', asWritten: 'Abu Zeytun' });
    expect(await found(worker, 'Zeytun')).toEqual([]);
  });
});

describe('within reach only (R-AC-02, R-ID-07)', () => {
  it('a coordinator finds their office, and nobody of another', async () => {
    expect(await found(coordinator, 'fatemeh')).toEqual([fatemeh.clientId]);
    const south = await house.as('COORDINATOR', house.offices.south);
    expect(await found(south, 'fatemeh')).toEqual([elsewhere.clientId]);
  });

  it('a colleague without the case finds nothing, by name, pseudonym or reference; once on the team, they do', async () => {
    const colleague = await house.as('CASEWORKER');
    for (const text of ['Mahmud', 'Quartz', mahmoud.caseRef]) expect(await found(colleague, text)).toEqual([]);
    await onTeam(house, mahmoud, colleague);
    for (const text of ['Mahmud', 'Quartz', mahmoud.caseRef]) expect(await found(colleague, text)).toEqual([mahmoud.clientId]);
  });

  it('R-AC-01: who is blocked finds nothing, though coordinator; the twin does', async () => {
    const blocked = await house.as('COORDINATOR');
    await house.sql(
      `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) values (gen_random_uuid(), $1, $2, $3, $4, 'OTHER', 'CLIENT_STATED')`,
      [house.offices.north.orgId, house.offices.north.id, mahmoud.clientId, blocked.id],
    );
    expect(await found(blocked, 'Mahmud')).toEqual([mohammad.clientId]);
    expect((await blocked.get(`/api/clients/${mahmoud.clientId}`)).status).toBe(404);
    expect(await found(coordinator, 'Mahmud')).toContain(mahmoud.clientId);
  });

  it('R-AC-03: a hit says nothing of class R, and the log holds ids and no word of the question', async () => {
    const { text } = await worker.post('/api/clients/search', { text: 'Hassanzadeh' });
    expect(Object.keys(JSON.parse(text).items[0]).sort()).toEqual([
      'caseId',
      'caseRef',
      'caseState',
      'clientId',
      'countryOfStay',
      'displayName',
      'pseudonym',
    ]);
    const [line] = await house.sql<{ record_ids: string[]; all: string }>(
      `select record_ids, e::text as all from audit_event e where actor_id = $1 and word = 'client:search' order by at desc limit 1`,
      [worker.id],
    );
    expect(line?.record_ids).toEqual([fatemeh.clientId]);
    expect(line?.all).not.toMatch(/hassan/i);
  });

  it('an auditor and an admin have no such word', async () => {
    for (const role of ['AUDITOR', 'ADMIN'] as const)
      expect((await (await house.as(role)).post('/api/clients/search', { text: 'Mahmud' })).status).toBe(403);
  });
});

describe('somebody who may be known already (A.8)', () => {
  const matches = (by: Person, names: string[], documentNumbers: string[] = []) =>
    acting(house, by, house.offices.north, () =>
      house.app.get(ClientRecords).possibleMatches({ names, sexRecorded: 'F', documentNumbers }),
    );

  it('R-ID-06: is proposed with a score, for people to decide', async () => {
    const [match, ...others] = await matches(coordinator, ['Fatemeh Hassan Zadeh']);
    expect([match?.row.id, match?.verdict, others]).toEqual([fatemeh.clientId, 'POSSIBLE', []]);
  });

  it('by the number of a paper, in whichever digits it is typed', async () => {
    const [match] = await matches(coordinator, ['Somebody Else'], ['p 12345678'.replace('12345678', '۱۲۳۴۵۶۷۸')]);
    expect([match?.row.id, match?.points.documents]).toEqual([fatemeh.clientId, 60]);
  });

  it('R-ID-07: nobody of another office is shown, and one short name proposes nobody', async () => {
    const ids = (await matches(coordinator, ['فاطمه حسن‌زاده'])).map(({ row }) => row.id);
    expect(ids).toEqual([fatemeh.clientId]);
    expect(await matches(coordinator, ['علی'])).toEqual([]);
  });
});
