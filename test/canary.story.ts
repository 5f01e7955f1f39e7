import { DemoHouse } from '../apps/api/src/demo/demo-house';
import { type Answer, type House, openHouse, type Person } from './support/house';

const CANARY = 'Qvxzcanary';

/** Every way in which a text could lie somewhere: as it is, in hexadecimal, in base64 at each alignment, in two-byte letters, in an address. */
function disguises(text: string): string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(shift ? 4 : 0, -4),
  );
  return [
    text,
    text.toLowerCase(),
    bytes.toString('hex'),
    Buffer.from(text, 'utf16le').toString('hex'),
    ...base64,
    encodeURIComponent(text),
  ].filter((form) => form.length > 5);
}

/** What a person said is planted in every field that takes words; then everything the house keeps and says about itself is read. */
describe('what people said', () => {
  let house: House;
  let worker: Person;
  let planted = 0;

  beforeAll(async () => {
    house = await openHouse({ DEMO: '1' });
    await house.app.get(DemoHouse).fill();
    const [file] = await house.sql<{ id: string; client_id: string; org_id: string; office_id: string }>(
      `select id, client_id, org_id, office_id from case_file where state = 'ACTIVE' limit 1`,
    );
    if (!file) throw new Error('the demonstration has no open case');
    worker = await house.as('CASEWORKER', { orgId: file.org_id, id: file.office_id }, `${CANARY} Colleague`);
    await house.sql('update case_file set primary_worker_id = $2 where id = $1', [file.id, worker.id]);
    await house.sql('update case_team set staff_id = $2 where case_id = $1 and is_primary', [file.id, worker.id]);
    const plant = async (answer: Promise<Answer>): Promise<Answer['body']> => {
      const { status, text, body } = await answer;
      if (status >= 300) throw new Error(text);
      planted += 1;
      return body;
    };
    const client = `/api/clients/${file.client_id}`;
    await plant(
      worker.post(`${client}/names`, { kind: 'NICKNAME', asWritten: `${CANARY} Name`, given: CANARY, family: CANARY, inUse: false }),
    );
    await plant(worker.post(`${client}/organisational-names`, { kind: 'ONLINE', asWritten: CANARY, remarks: CANARY }));
    await plant(
      worker.post(`${client}/contact-points`, {
        channel: 'EMAIL',
        value: `${CANARY}@example.org`,
        label: CANARY,
        conditions: CANARY,
        safety: 'SAFE_CONDITIONS',
        preferred: true,
      }),
    );
    await plant(
      worker.post(`${client}/documents`, {
        docType: 'PASSPORT',
        number: CANARY,
        issuingPlace: CANARY,
        nameAsShown: CANARY,
        possession: 'WITH_CLIENT',
        verification: 'NOT_SEEN',
        remarks: CANARY,
      }),
    );
    await plant(
      worker.post(`${client}/residences`, {
        country: 'AL',
        city: CANARY,
        address: CANARY,
        knownTo: ['NONE'],
        safety: 'SAFE',
        remarks: CANARY,
      }),
    );
    await plant(worker.post(`${client}/dependants`, { name: CANARY, relation: 'SON', livesWith: true, remarks: CANARY }));
    for (const action of ['note-drafts', 'notes'])
      await plant(
        worker.post(`/api/cases/${file.id}/${action}`, {
          type: 'CONTACT',
          happenedAt: new Date().toISOString(),
          body: `${CANARY} said`,
          direction: 'INCOMING',
          channel: 'PHONE_CALL',
        }),
      );
    const enquiry = await plant(
      worker.post('/api/enquiries', {
        name: CANARY,
        asked: CANARY,
        source: 'SELF',
        language: 'fa',
        immediateDanger: 'NO',
        callbackSafe: true,
        contactChannel: 'EMAIL',
        contactValue: CANARY,
        contactSafety: 'SAFE',
        contactRule: CANARY,
        genuineness: CANARY,
      }),
    );
    await plant(worker.post(`/api/enquiries/${enquiry.id}/intake`, { noTie: true }, { version: enquiry.version }));
    await plant(worker.put(`/api/enquiries/${enquiry.id}/intake/situation`, { situation: CANARY, wishes: CANARY }, { version: 0 }));
    await plant(worker.put(`/api/enquiries/${enquiry.id}/intake/proposal`, { summary: CANARY }, { version: 0 }));
    await plant(worker.post('/api/clients/search', { text: CANARY }));
    // what fails is not kept either
    await worker.post('/api/clients/search', { text: CANARY.repeat(40) });
    await worker.put(`${client}/duress-word`, { word: CANARY, extra: CANARY }, { version: 1 });
    await worker.get(`/api/enquiries?text=${CANARY}`);
    await house.stranger.post('/api/session', { login: CANARY, password: `${CANARY} ${CANARY}` });
  });
  afterAll(() => house.close());

  it('lies in no table of either database in any disguise', async () => {
    expect(planted).toBeGreaterThan(12);
    const forms = disguises(CANARY);
    const hits: string[] = [];
    for (const [where, ask] of [
      ['data', house.sql],
      ['keys', house.keysSql],
    ] as const) {
      const tables = await ask<{ schema: string; name: string }>(
        `select n.nspname::text as schema, c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r','p') and n.nspname not in ('pg_catalog','information_schema')`,
      );
      expect(tables.length).toBeGreaterThan(0);
      for (const { schema, name } of tables)
        for (const { text } of await ask<{ text: string }>(`select t::text as text from "${schema}"."${name}" t`))
          for (const form of forms) if (text.includes(form)) hits.push(`${where} ${schema}.${name}: ${form}`);
    }
    expect([...new Set(hits)]).toEqual([]);
  });

  it('opens again for the one who may: the canary was really planted', async () => {
    expect(house.said()).toContain(CANARY);
    const found = await worker.post('/api/clients/search', { text: CANARY });
    expect(found.body.items.length).toBe(1);
  });

  it('stands in no audit line', async () => {
    const lines = await house.sql<{ text: string }>('select a::text as text from audit_event a');
    expect(lines.map(({ text }) => text).join()).not.toContain(CANARY);
  });
});
