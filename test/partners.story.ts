import { type House, openHouse, type Person } from './support/house';
import { officeDay } from './support/office-day';

const association = (more: object = {}) => ({
  name: 'Partner Association (AL)',
  type: 'ASSOCIATION',
  country: 'AL',
  services: ['HOUSING', 'LEGAL'],
  languages: ['sq', 'en'],
  contacts: [{ name: 'Elira Canary', task: 'Referrals' }],
  ...more,
});
const agreed = {
  agreementSignedOn: '2026-01-01',
  agreementValidTo: '2099-12-31',
  transferMechanism: 'SCC',
  securityCheckedOn: officeDay(),
};

describe('a partner association', () => {
  let house: House;
  let coordinator: Person;
  let caseworker: Person;

  beforeAll(async () => {
    house = await openHouse();
    coordinator = await house.as('COORDINATOR');
    caseworker = await house.as('CASEWORKER');
  });
  afterAll(() => house.close());

  const known = async (more: object = {}) => (await coordinator.post('/api/partners', association(more))).body;

  it('is noted by a coordinator and read by the whole organisation', async () => {
    const partner = await known();
    expect(partner).toMatchObject({
      state: 'PROSPECT',
      version: 1,
      contacts: [{ name: 'Elira Canary' }],
      actions: ['edit', 'activate', 'end'],
    });
    expect((await caseworker.get(`/api/partners/${partner.id}`)).body).toMatchObject({ id: partner.id, actions: [] });
  });

  it('is not noted by a caseworker', async () => {
    expect((await caseworker.post('/api/partners', association())).body).toMatchObject({ status: 403, code: 'forbidden' });
  });

  it('is not there for another organisation, in the words of a random id', async () => {
    const partner = await known();
    const outsider = await house.as('COORDINATOR', house.offices.elsewhere);
    const theirs = await outsider.get(`/api/partners/${partner.id}`);
    const random = await outsider.get('/api/partners/01900000-0000-7000-8000-000000000000');
    const plain = ({ body }: typeof theirs) => ({ ...body, requestId: '' });
    expect(theirs.status).toBe(404);
    expect(plain(theirs)).toEqual(plain(random));
    expect((await outsider.get('/api/partners')).body.items).toEqual([]);
  });

  it('R-RE-01 becomes active only with agreement, lawful route and a recent security check', async () => {
    const partner = await known();
    expect((await coordinator.post(`/api/partners/${partner.id}/activation`)).status).toBe(422);
    const whole = await known(agreed);
    expect((await coordinator.post(`/api/partners/${whole.id}/activation`)).body).toMatchObject({
      state: 'ACTIVE',
      actions: ['edit', 'suspend', 'end'],
    });
  });

  it('an agreement does not end before it is signed: refused beside the field', async () => {
    const body = association({ ...agreed, agreementSignedOn: '2026-05-01', agreementValidTo: '2026-04-30' });
    expect((await coordinator.post('/api/partners', body)).body).toMatchObject({
      status: 422,
      code: 'agreement-ends-before',
      fields: { agreementValidTo: ['before-signing'] },
    });
  });

  it('a step that is not open is refused with the steps that are', async () => {
    const partner = await known(agreed);
    expect((await coordinator.post(`/api/partners/${partner.id}/suspension`, { reason: 'No answer for months' })).body).toMatchObject({
      status: 409,
      code: 'not-open',
      facts: { state: 'PROSPECT', open: ['activate', 'end'] },
    });
  });

  it('an edit on an older version is refused with the fields that differ; the newer one stands', async () => {
    const partner = await known();
    expect((await coordinator.put(`/api/partners/${partner.id}`, association({ country: 'DE' }), { version: 1 })).status).toBe(200);
    expect((await coordinator.put(`/api/partners/${partner.id}`, association({ country: 'FR' }), { version: 1 })).body).toMatchObject({
      status: 412,
      code: 'stale-edit',
      facts: { version: 2, changed: ['country'] },
    });
    expect((await coordinator.put(`/api/partners/${partner.id}`, association({ country: 'FR' }))).status).toBe(428);
    expect((await coordinator.get(`/api/partners/${partner.id}`)).body.country).toBe('DE');
  });

  it('of twenty edits at once on one version, one is kept', async () => {
    const partner = await known();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        coordinator.put(`/api/partners/${partner.id}`, association({ name: `Association ${n}` }), { version: 1 }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
  });

  it('a repeated request has one effect, also in parallel', async () => {
    const key = '7d4b3f1e-58a1-4c33-9a4e-0f2a6d0b7c11';
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => coordinator.post('/api/partners', association({ name: 'Once' }), { key })),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await coordinator.post('/api/partners', association({ name: 'Other body' }), { key })).body).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
    expect((await house.sql(`select from partner where name = 'Once'`)).length).toBe(1);
  });

  it('says which field breaks which rule, and refuses a field that nobody asked for', async () => {
    expect((await coordinator.post('/api/partners', association({ country: 'Albania', contacts: [{ name: '' }] }))).body).toMatchObject({
      status: 422,
      code: 'invalid',
      fields: { country: ['isIn'], 'contacts.0.name': ['isLength'] },
    });
    expect((await coordinator.post('/api/partners', association({ state: 'ACTIVE' }))).body).toMatchObject({
      status: 400,
      code: 'unknown-field',
    });
  });

  it('lists by keyset: each partner once, with the total', async () => {
    const person = await house.as('COORDINATOR', house.offices.elsewhere);
    for (const n of [1, 2, 3, 4, 5]) await person.post('/api/partners', association({ name: `Listed ${n}` }));
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await person.get(`/api/partners?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      expect(body.total).toBe(5);
      seen.push(...body.items.map(({ name }: { name: string }) => name));
      cursor = body.next;
    }
    expect(seen).toEqual(['Listed 1', 'Listed 2', 'Listed 3', 'Listed 4', 'Listed 5']);
  });

  it('keeps the names of people sealed', async () => {
    await known();
    const rows = await house.sql<{ text: string }>('select partner::text as text from partner');
    expect(rows.map(({ text }) => text).join()).not.toContain('Canary');
    expect((await house.sql<{ t: string }>('select audit_event::text as t from audit_event')).map(({ t }) => t).join()).not.toContain(
      'Canary',
    );
  });

  it('sealed data that was moved to another row does not open', async () => {
    const [one, other] = [await known(), await known()];
    await house.sql('update partner set sealed = (select sealed from partner where id = $1) where id = $2', [one.id, other.id]);
    expect((await coordinator.get(`/api/partners/${other.id}`)).body).toMatchObject({ status: 500, code: 'integrity' });
    expect((await coordinator.get(`/api/partners/${one.id}`)).status).toBe(200);
  });
});
