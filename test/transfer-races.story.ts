import { setTimeout as pause } from 'node:timers/promises';
import { withdraw } from './support/consent-desk';
import { type House, openHouse, type Person } from './support/house';
import { partnerAtWork, type PartnerAtWork } from './support/referral-desk';
import { readyToGoOver, takeOver } from './support/transfer-desk';

const RACES = 60;

describe('R-RE-07 and R-CO-03 at once: taking a case over against withdrawing', () => {
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

  it(`${RACES} races: whoever was first decides, and a case is wholly there or wholly here`, async () => {
    let [over, stayed] = [0, 0];
    for (let race = 1; race <= RACES; race += 1) {
      const { id, file, consentId } = await readyToGoOver(house, { coordinator, worker }, partner);
      // who starts first, and by how much, is left to chance
      const lead = (Math.random() - 0.5) * 40;
      const [taking, withdrawal] = await Promise.all([
        pause(Math.max(0, -lead)).then(() => takeOver(partner.member, id)),
        pause(Math.max(0, lead)).then(() => withdraw(worker, consentId)),
      ]);
      expect([200, 404, 409, 422]).toContain(taking.status);
      // once it is handed over the consent is out of reach here, like all of the file
      expect([200, 404]).toContain(withdrawal.status);
      const [row] = await house.sql<{ state: string; locked: boolean; owned: boolean }>(
        `select c.state, exists (select from handover h where h.case_id = c.id and h.taken_over_at is not null) as locked, r.taken_over_at is not null as owned
           from case_file c join referral r on r.case_id = c.id where c.id = $1`,
        [file.caseId],
      );
      const went = taking.status === 200;
      expect(row).toEqual({ state: went ? 'CLOSED' : 'ACTIVE', locked: went, owned: went });
      if (went) over += 1;
      else stayed += 1;
    }
    const late = await house.sql(
      `select h.referral_id from handover h join consent_event e on e.consent_id = h.consent_id and e.state = 'WITHDRAWN'
        where h.taken_over_at is not null and pg_xact_commit_timestamp(h.xmin) >= pg_xact_commit_timestamp(e.xmin)`,
    );
    console.info(`taking over against withdrawing: ${RACES} races, ${over} went over, ${stayed} stayed, ${late.length} went after`);
    expect(late).toEqual([]);
    expect(over * stayed).toBeGreaterThan(0);
  }, 240_000);
});
