import { withdraw } from './support/consent-desk';
import { type House, openHouse, type Person } from './support/house';
import { lend, lendingConsent, lendOn, type PartnerDesk, partnerDesk } from './support/lent-referral';
import { against, inLanes } from './support/races';

const ROUNDS = 100;
/** Packages on one consent: each opening of one is a race against the withdrawal. */
const AT_ONCE = 5;
/** As many rounds on one file as one person's record may hold. */
const ON_ONE_FILE = 4;
const SPREAD_MS = 120;

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

  it(`${ROUNDS * AT_ONCE} races: nothing is opened after the withdrawal's commit`, async () => {
    let [came, refused] = [0, 0];
    await inLanes(ROUNDS, async (share) => {
      let { file } = await lend(house, people, partner);
      for (let round = 1; round <= share; round += 1) {
        if (round % ON_ONE_FILE === 0) ({ file } = await lend(house, people, partner));
        const consentId = await lendingConsent(people.worker, file.caseId, partner.id);
        const lent: string[] = [];
        for (let at = 0; at < AT_ONCE; at += 1) lent.push(await lendOn(house, people.worker, { file, consentId, partner }));
        const opens = lent.map((id) => () => partner.member.post(`/api/inbox/${id}/opening`));
        const [openings, withdrawal] = await against(SPREAD_MS, opens, () => withdraw(people.coordinator, consentId));
        expect([withdrawal.status, withdrawal.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
        for (const { status } of openings) {
          expect([200, 404, 409]).toContain(status);
          if (status === 200) came += 1;
          else refused += 1;
        }
        expect((await opens[round % AT_ONCE]?.())?.status).not.toBe(200);
      }
    });
    // the line in the log is part of the opening's own transaction
    const late = await house.sql(
      `select a.id from audit_event a join referral r on r.id = a.subject_id join consent_event e on e.consent_id = r.consent_id and e.state = 'WITHDRAWN'
        where a.word = 'inbox:open' and a.outcome = 'DONE' and pg_xact_commit_timestamp(a.xmin) >= pg_xact_commit_timestamp(e.xmin)`,
    );
    console.info(`withdrawing against opening: ${came + refused} races, ${came} opened before, ${refused} refused, ${late.length} after`);
    expect(late).toEqual([]);
    expect([came + refused, came * refused > 0]).toEqual([ROUNDS * AT_ONCE, true]);
  }, 240_000);
});
