import { withdraw } from './support/consent-desk';
import type { PaperFile } from './support/file-on-paper';
import { type House, type Person } from './support/house';
import { admitted } from './support/known-client';
import { against, inLanes } from './support/races';
import { agreeToReferral, done, openReferralHouse, type PartnerAtWork, refer, USUAL } from './support/referral-desk';

const ROUNDS = 100;
/** Referrals on one consent: each sending of one is a race against the withdrawal. */
const AT_ONCE = 5;
/** As many rounds on one file as one person's record may hold. */
const ON_ONE_FILE = 3;
const SPREAD_MS = 200;

describe('R-CO-01 and R-CO-03 at once: withdrawing against sending', () => {
  let house: House;
  let coordinator: Person;
  let worker: Person;
  let partner: PartnerAtWork;
  beforeAll(async () => {
    ({ house, coordinator, worker, partner } = await openReferralHouse());
  });
  afterAll(() => house.close());

  it(`${ROUNDS * AT_ONCE} races: nothing is sealed after the withdrawal's commit, and what was sealed before is gone with it`, async () => {
    let [went, refused] = [0, 0];
    await inLanes(ROUNDS, async (share) => {
      let file: PaperFile = await admitted(house, worker);
      for (let round = 1; round <= share; round += 1) {
        if (round % ON_ONE_FILE === 0) file = await admitted(house, worker);
        const consent = done(await agreeToReferral(worker, file.caseId, partner.id, USUAL));
        const ready: { id: string; hash: string }[] = [];
        for (let at = 0; at < AT_ONCE; at += 1) {
          const { id } = done(await refer(worker, file.caseId, partner.id));
          ready.push({ id, hash: done(await worker.post(`/api/referrals/${id}/preview`)).hash });
        }
        const sendings = ready.map(
          ({ id, hash }) =>
            () =>
              worker.post(`/api/referrals/${id}/dispatch`, { hash }),
        );
        const [sent, withdrawal] = await against(SPREAD_MS, sendings, () => withdraw(coordinator, consent.id));
        expect([withdrawal.status, withdrawal.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
        for (const { status } of sent) {
          expect([200, 409, 422]).toContain(status);
          if (status === 200) went += 1;
          else refused += 1;
        }
      }
    });
    const late = await house.sql(
      `select s.id from process_step s join referral_package p on p.referral_id = s.subject_id join consent_event e on e.consent_id = p.consent_id and e.state = 'WITHDRAWN'
        where s.action = 'send' and pg_xact_commit_timestamp(s.xmin) >= pg_xact_commit_timestamp(e.xmin)`,
    );
    const left = await house.sql('select id from referral_package where ciphertext is not null');
    const open = await house.sql(`select id from referral where ended_at is null`);
    console.info(`withdrawing against sending: ${went + refused} races, ${went} sent before, ${refused} refused, ${late.length} after`);
    expect([late, left, open]).toEqual([[], [], []]);
    expect([went + refused, went * refused > 0]).toEqual([ROUNDS * AT_ONCE, true]);
  }, 240_000);
});
