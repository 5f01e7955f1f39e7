import './support/patience';
import { randomUUID } from 'node:crypto';
import { planReviewOn } from '@panah/domain/cases/sla.rules';
import { membershipEnd } from '@panah/domain/cases/team.rules';
import { addDays } from '@panah/domain/dates/calendar-days';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { verifiedExample, claimOf } from './support/refuge-desk';
import { familyDesk, type FamilyDesk, joins, note } from './support/family-world';
import { type House, openHouse, type Person } from './support/house';
import { agreeToReferral, done, partnerAtWork, USUAL } from './support/referral-desk';

let house: House;
let coordinator: Person;
let worker: Person;
let lawyer: Person;

beforeAll(async () => {
  house = await openHouse();
  [coordinator, worker] = [await house.as('COORDINATOR'), await house.as('CASEWORKER')];
  lawyer = await verifiedExample(house);
});
afterAll(() => house.close());

const setClock = (zone: string) => house.sql('update office set time_zone = $2 where id = $1', [house.offices.north.id, zone]);
const read = async (by: Person, path: string) => done(await by.get(`/api${path}`));

// at any hour one of the two has another day than Greenwich
describe.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('an office counts its own days (%s)', (zone) => {
  const dayOf = (at: string): string => dayAt(at, zone);

  let desk: FamilyDesk;
  let caseId: string;
  let today: string;

  beforeAll(async () => {
    await setClock(zone);
    today = dayOf(new Date().toISOString());
    desk = await familyDesk(house, { coordinator, worker });
    ({ caseId } = desk.file);
    await joins(worker, desk.file, lawyer);
  });
  afterAll(() => setClock('Europe/Tirane'));

  it('a plan is looked at again so many days after the one on which it was agreed', async () => {
    await house.sql(`update case_file set state = 'ACTIVE', plan_approved_at = now() where id = $1`, [caseId]);
    expect((await read(worker, `/cases/${caseId}`)).dueOn).toBe(planReviewOn(today, null));
    await house.sql(`update case_file set state = 'ASSESSMENT', plan_approved_at = null where id = $1`, [caseId]);
  });

  it('R-AC-08: a place on a team ends with a day of the office', async () => {
    const member = await house.as('COUNSELLOR');
    await joins(worker, desk.file, member);
    const [place] = await house.sql<{ ends: Date }>('select ends_at as ends from case_team where case_id = $1 and staff_id = $2', [
      caseId,
      member.id,
    ]);
    const ends = place?.ends.toISOString() ?? '';
    expect(dayOf(ends)).toBe(membershipEnd(today).endsOn);
    expect(dayOf(new Date(Date.parse(ends) + 1000).toISOString())).toBe(addDays(membershipEnd(today).endsOn, 1));
  });

  it('a consent begins and ends on the days that were said', async () => {
    const { id } = await partnerAtWork(house, coordinator, { securityCheckedOn: addDays(today, -1) });
    const days = { givenOn: addDays(today, -1), expiresOn: addDays(today, 5) };
    done(await agreeToReferral(worker, caseId, id, USUAL, days));
    const { partners } = await read(worker, `/cases/${caseId}/referral-choices?service=LEGAL`);
    expect(partners.find((each: { id: string }) => each.id === id).consent).toMatchObject({
      givenOn: days.givenOn,
      until: days.expiresOn,
    });
  });

  it('P-05: a case grows older with the day of the office', async () => {
    const inBand = async (band: string): Promise<boolean> =>
      (await read(worker, `/cases?age=${band}`)).items.some((each: { id: string }) => each.id === caseId);
    const aged = async (): Promise<string[]> => (await read(coordinator, '/reports/ageing')).cells.map(({ age }: { age: string }) => age);
    for (const [days, band] of [
      [0, 'D0_30'],
      [30, 'D0_30'],
      [31, 'D31_90'],
      [90, 'D31_90'],
      [365, 'D181_365'],
      [366, 'D366_UP'],
    ] as const) {
      await house.sql('update case_file set opened_on = $2 where id = $1', [caseId, addDays(today, -days)]);
      expect([days, await inBand(band)]).toEqual([days, true]);
      expect(new Set([...(await aged()), 'D366_UP'])).toEqual(new Set([band, 'D366_UP']));
    }
    expect(await inBand('D181_365')).toBe(false);
    await house.sql('update case_file set opened_on = $2 where id = $1', [caseId, addDays(today, -500)]);
  });

  it('an absence lasts to the end of its last day there, and asks for a deputy until then', async () => {
    const absent = await house.as('CASEWORKER');
    const away = async (until: string): Promise<string> => {
      const { orgId, id: officeId } = house.offices.north;
      const id = randomUUID();
      await house.sql(
        `insert into absence (id, org_id, office_id, staff_id, from_on, until_on, needs_deputy, recorded_by) values ($1, $2, $3, $4, $5, $6, true, $4)`,
        [id, orgId, officeId, absent.id, addDays(until, -6), until],
      );
      return id;
    };
    const [over, lasts] = [await away(addDays(today, -1)), await away(today)];
    const { items } = await read(coordinator, '/day');
    const found = items.filter(({ id }: { id: string }) => id === over || id === lasts);
    expect(found).toMatchObject([{ id: lasts, late: true }]);
    const { workers } = await read(coordinator, '/board/capacity');
    const shown = workers.find((each: { id: string }) => each.id === absent.id);
    expect(shown.absence).toMatchObject({ until: today });
    await house.sql('delete from absence where staff_id = $1', [absent.id]);
  });

  it('somebody is represented from the first day to the last', async () => {
    const claim = done(await lawyer.post(`/api/cases/${caseId}/claims`, claimOf()));
    const represented = async (): Promise<boolean> =>
      (await read(lawyer, '/claims')).items.find((each: { id: string }) => each.id === claim.id).represented;
    expect(await represented()).toBe(false);
    const who = { kind: 'ORGANISATION', name: 'Lakeside Legal Clinic' };
    const days = { fromOn: today, toOn: today };
    const { id } = done(
      await lawyer.post(`/api/cases/${caseId}/representations`, {
        who,
        capacity: 'LAWYER_NGO',
        conflictChecked: true,
        mayReceiveFiles: false,
        ...days,
      }),
    );
    expect(await represented()).toBe(true);
    await house.sql('update legal_representation set from_on = $2, to_on = $2 where id = $1', [id, addDays(today, -1)]);
    expect(await represented()).toBe(false);
  });

  it('the journey tells since which day of the office somebody is looked for', async () => {
    await note(desk);
    const { steps } = await read(worker, `/cases/${desk.file.caseId}/journey`);
    expect(steps.find(({ step }: { step: string }) => step === 'FAMILY').since.slice(0, 10)).toBe(today);
  });
});
