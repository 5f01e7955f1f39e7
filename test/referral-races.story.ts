import { setTimeout as pause } from 'node:timers/promises';
import { withdraw } from './support/consent-desk';
import type { PaperFile } from './support/file-on-paper';
import { type House, type Person } from './support/house';
import { admitted } from './support/known-client';
import { done, openReferralHouse, type PartnerAtWork, referOnWord } from './support/referral-desk';

const RACES = 150;
/** As many on one file as one person's record may hold. */
const ON_ONE_FILE = 15;

describe('R-CO-01 and R-CO-03 at once: withdrawing against sending', () => {
  let house: House;
  let coordinator: Person;
  let worker: Person;
  let partner: PartnerAtWork;
  beforeAll(async () => {
    ({ house, coordinator, worker, partner } = await openReferralHouse());
  });
  afterAll(() => house.close());

  it(`${RACES} races: nothing is sealed after the withdrawal's commit, and what was sealed before is gone with it`, async () => {
    let file: PaperFile = await admitted(house, worker);
    let [went, refused] = [0, 0];
    for (let race = 1; race <= RACES; race += 1) {
      if (race % ON_ONE_FILE === 0) file = await admitted(house, worker);
      const { id, consent } = done(await referOnWord(worker, file.caseId, partner.id));
      const { hash } = done(await worker.post(`/api/referrals/${id}/preview`));
      // who starts first, and by how much, is left to chance: from well before to well after
      const lead = (Math.random() - 0.5) * 40;
      const [sending, withdrawal] = await Promise.all([
        pause(Math.max(0, -lead)).then(() => worker.post(`/api/referrals/${id}/dispatch`, { hash })),
        pause(Math.max(0, lead)).then(() => withdraw(coordinator, consent.id)),
      ]);
      expect([withdrawal.status, withdrawal.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
      expect([200, 409, 422]).toContain(sending.status);
      if (sending.status === 200) went += 1;
      else refused += 1;
    }
    const late = await house.sql(
      `select s.id from process_step s join referral_package p on p.referral_id = s.subject_id join consent_event e on e.consent_id = p.consent_id and e.state = 'WITHDRAWN'
        where s.action = 'send' and pg_xact_commit_timestamp(s.xmin) >= pg_xact_commit_timestamp(e.xmin)`,
    );
    const left = await house.sql('select id from referral_package where ciphertext is not null');
    const open = await house.sql(`select id from referral where ended_at is null`);
    console.info(`withdrawing against sending: ${RACES} races, ${went} sent before, ${refused} refused, ${late.length} after`);
    expect([late, left, open]).toEqual([[], [], []]);
    expect(went * refused).toBeGreaterThan(0);
  }, 120_000);
});
