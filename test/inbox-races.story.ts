import { setTimeout as pause } from 'node:timers/promises';
import { withdraw } from './support/consent-desk';
import { type House, openHouse, type Person } from './support/house';
import { lend, lendingConsent, lendOn, type PartnerDesk, partnerDesk } from './support/lent-referral';

const RACES = 50;
/** As many on one file as one person's record may hold. */
const ON_ONE_FILE = 20;

describe('R-CO-01 and R-CO-03 at once: withdrawing against opening', () => {
  let house: House;
  let people: { coordinator: Person; worker: Person };
  let partner: PartnerDesk;
  beforeAll(async () => {
    house = await openHouse();
    people = { coordinator: await house.as('COORDINATOR'), worker: await house.as('CASEWORKER') };
    partner = await partnerDesk(house, people.coordinator);
  });
  afterAll(() => house.close());

  it(`${RACES} races: nothing is opened after the withdrawal's commit`, async () => {
    let lent = await lend(house, people, partner);
    let [came, refused] = [0, 0];
    for (let race = 1; race <= RACES; race += 1) {
      const open = () => partner.member.post(`/api/inbox/${lent.id}/opening`);
      // who starts first, and by how much, is left to chance: from well before to well after
      const lead = (Math.random() - 0.5) * 24;
      const [opening, withdrawal] = await Promise.all([
        pause(Math.max(0, -lead)).then(open),
        pause(Math.max(0, lead)).then(() => withdraw(people.coordinator, lent.consentId)),
      ]);
      expect([withdrawal.status, withdrawal.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
      expect([200, 404, 409]).toContain(opening.status);
      if (opening.status === 200) came += 1;
      else refused += 1;
      expect((await open()).status).not.toBe(200);
      if (race % ON_ONE_FILE === 0) lent = await lend(house, people, partner);
      else {
        const consentId = await lendingConsent(people.worker, lent.file.caseId, partner.id);
        lent = { ...lent, consentId, id: await lendOn(house, people.worker, { ...lent, consentId }) };
      }
    }
    // the line in the log is part of the opening's own transaction
    const late = await house.sql(
      `select a.id from audit_event a join referral r on r.id = a.subject_id join consent_event e on e.consent_id = r.consent_id and e.state = 'WITHDRAWN'
        where a.word = 'inbox:open' and a.outcome = 'DONE' and pg_xact_commit_timestamp(a.xmin) >= pg_xact_commit_timestamp(e.xmin)`,
    );
    console.info(`withdrawing against opening: ${RACES} races, ${came} opened before, ${refused} refused, ${late.length} after`);
    expect(late).toEqual([]);
    expect(came * refused).toBeGreaterThan(0);
  });
});
