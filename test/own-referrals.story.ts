import { randomUUID } from 'node:crypto';
import { type House, openHouse, type Person } from './support/house';
import { done, partnerAtWork, type PartnerAtWork } from './support/referral-desk';

let house: House;
let coordinator: Person;
let worker: Person;
let partner: PartnerAtWork;
beforeAll(async () => {
  house = await openHouse();
  [coordinator, worker] = [await house.as('COORDINATOR'), await house.as('CASEWORKER')];
  partner = await partnerAtWork(house, coordinator);
});
afterAll(() => house.close());

const told = (more: object = {}) => ({
  officeId: house.offices.north.id,
  name: 'Laleh of the lake',
  asked: 'A place to stay in autumn',
  language: 'fa',
  immediateDanger: 'NO',
  callbackSafe: true,
  contactChannel: 'EMAIL',
  contactValue: 'laleh@example.org',
  agreed: true,
  ...more,
});
const enquiries = (by: Person) => by.get('/api/enquiries?limit=50');

describe('R-RE-09: what a partner refers to us', () => {
  it('arrives as an enquiry of the office it names, with the partner’s name and the clock of any enquiry', async () => {
    const { items } = done(await partner.member.get('/api/own-referrals/offices'));
    expect(items.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([house.offices.north.id, house.offices.south.id]));
    const { id, reference } = done(await partner.member.post('/api/own-referrals', told()));
    expect(id.endsWith(reference)).toBe(true);
    expect(done(await worker.get(`/api/enquiries/${id}`))).toMatchObject({
      ...{ state: 'ENQUIRY', source: 'PARTNER', partner: partner.name, name: 'Laleh of the lake', asked: 'A place to stay in autumn' },
      ...{ contactSafety: 'UNVERIFIED', firstResponseDue: expect.any(String), actions: expect.arrayContaining(['start_intake']) },
    });
    const south = await house.as('CASEWORKER', house.offices.south);
    expect((await south.get(`/api/enquiries/${id}`)).status).toBe(404);
    expect((await enquiries(south)).text).not.toContain(id);
  });

  it('is told on the person’s word, by a partner that is active, to an office of ours', async () => {
    expect((await partner.member.post('/api/own-referrals', told({ agreed: false }))).status).toBe(422);
    for (const officeId of [randomUUID(), house.offices.elsewhere.id])
      expect((await partner.member.post('/api/own-referrals', told({ officeId }))).status).toBe(404);
    const prospect = await partnerAtWork(house, coordinator);
    await house.sql(`update partner set state = 'PROSPECT' where id = $1`, [prospect.id]);
    expect((await prospect.member.post('/api/own-referrals', told())).status).toBe(404);
    for (const ours of [worker, coordinator]) expect((await ours.post('/api/own-referrals', told())).status).toBe(403);
  });

  it('R-AC-10: gives the partner nothing of what is there, before or after, and counts once however often it is sent', async () => {
    const key = randomUUID();
    const first = done(await partner.member.post('/api/own-referrals', told(), { key }));
    expect(done(await partner.member.post('/api/own-referrals', told(), { key }))).toEqual(first);
    expect(Object.keys(first).sort()).toEqual(['id', 'reference']);
    const kept = await house.sql(`select id from enquiry where received_by = $1 and id = $2`, [partner.member.id, first.id]);
    expect(kept).toHaveLength(1);
    for (const url of ['/api/enquiries?limit=5', `/api/enquiries/${first.id}`]) expect((await partner.member.get(url)).status).toBe(403);
  });
});
