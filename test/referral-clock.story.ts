import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { type House, openHouse, type Person } from './support/house';
import { lend, type PartnerDesk, partnerDesk } from './support/lent-referral';

const HOUR = 3_600_000;

describe('the clock of referrals', () => {
  let house: House;
  let people: { coordinator: Person; worker: Person };
  let partner: PartnerDesk;
  beforeAll(async () => {
    house = await openHouse();
    people = { coordinator: await house.as('COORDINATOR'), worker: await house.as('CASEWORKER') };
    partner = await partnerDesk(house, people.coordinator);
  });
  afterAll(() => house.close());

  const clock = (hoursAhead = 0): Promise<void> =>
    house.app.get(Jobs).runNow('referral-clock', { now: new Date(Date.now() + hoursAhead * HOUR).toISOString() });
  const state = async (id: string): Promise<string | undefined> =>
    (await house.sql<{ state: string }>('select state from referral where id = $1', [id]))[0]?.state;
  const tasks = async (id: string): Promise<string[]> =>
    (await house.sql<{ kind: string }>(`select kind from task where record_id = $1 and status = 'OPEN' order by id`, [id])).map(
      ({ kind }) => kind,
    );
  const mails = async (): Promise<number> =>
    Number(
      (
        await house.sql<{ n: string }>(`select count(*) as n from mail_outbox m where m.to_staff = $1 and m.ended_at is null`, [
          partner.member.id,
        ])
      )[0]?.n,
    );
  const mailed = (): Promise<unknown> => house.sql(`update mail_outbox set ended_at = now(), outcome = 'GIVEN_UP' where ended_at is null`);

  it.each([
    ['EMERGENCY', 24],
    ['URGENT', 72],
    ['ROUTINE', 336],
  ] as const)('R-RE-02: %s expires a day after its %i hours, its packages with it, and a coordinator is told', async (urgency, hours) => {
    const [late, intime] = [
      await lend(house, people, partner, { urgency, hoursAgo: hours + 25 }),
      await lend(house, people, partner, { urgency, hoursAgo: hours + 23, state: 'RECEIVED' }),
    ];
    await clock();
    expect([await state(late.id), await state(intime.id)]).toEqual(['EXPIRED', 'RECEIVED']);
    expect(await tasks(late.id)).toEqual(['REFERRAL_UNANSWERED']);
    expect(await house.sql('select ciphertext, end_reason from referral_package where referral_id = $1', [late.id])).toEqual([
      { ciphertext: null, end_reason: 'NO_ANSWER' },
    ]);
    expect((await partner.member.get(`/api/inbox/${late.id}`)).status).toBe(404);
    const lines = await house.sql(`select word, reason, actor_kind from audit_event where subject_id = $1 and word = 'referral:expire'`, [
      late.id,
    ]);
    expect(lines).toEqual([{ word: 'referral:expire', reason: 'NO_ANSWER', actor_kind: 'JOB' }]);
    await clock();
    expect(await tasks(late.id)).toEqual(['REFERRAL_UNANSWERED']);
  });

  it('a question of the partner that nobody answers for seven days ends it', async () => {
    const [old, young] = [
      await lend(house, people, partner, { state: 'INFO_REQUESTED', hoursAgo: 169 }),
      await lend(house, people, partner, { state: 'INFO_REQUESTED', hoursAgo: 167 }),
    ];
    await clock();
    expect([await state(old.id), await state(young.id)]).toEqual(['EXPIRED', 'INFO_REQUESTED']);
  });

  it('a package goes when its time to be read is over; the referral goes on', async () => {
    const { id } = await lend(house, people, partner, { state: 'IN_SERVICE' });
    await clock(29 * 24);
    expect(await house.sql('select ended_at from referral_package where referral_id = $1', [id])).toEqual([{ ended_at: null }]);
    await clock(31 * 24);
    const kept = await house.sql('select ciphertext, kem, end_reason from referral_package where referral_id = $1', [id]);
    expect(kept).toEqual([{ ciphertext: null, kem: null, end_reason: 'EXPIRED' }]);
    expect((await partner.member.get(`/api/inbox/${id}`)).body).toMatchObject({ state: 'IN_SERVICE', packages: [] });
  });

  it('R-RE-02: what was not opened in time is a call to make, once, and the partner gets another mail', async () => {
    const { id } = await lend(house, people, partner, { hoursAgo: 5 });
    await mailed();
    await clock();
    expect([await tasks(id), await mails()]).toEqual([['REFERRAL_UNOPENED'], 1]);
    await mailed();
    await clock();
    expect([await tasks(id), await mails()]).toEqual([['REFERRAL_UNOPENED'], 0]);
    await partner.member.post(`/api/inbox/${id}/opening`);
    expect(await tasks(id)).toEqual([]);
  });

  it('R-RE-06: a partner that does not report is reminded after 14 days, a coordinator told after 30, a meeting called after 60; a report ends it', async () => {
    const { id } = await lend(house, people, partner, { state: 'IN_SERVICE', hoursAgo: 0 });
    const due = 14 * 24;
    const after = async (days: number): Promise<string[]> => {
      await clock(due + days * 24 + 25);
      return tasks(id);
    };
    await mailed();
    expect([await after(12), await mails()]).toEqual([[], 0]);
    expect([await after(14), await mails()]).toEqual([['REFERRAL_SILENT'], 1]);
    await mailed();
    expect([await after(20), await mails()]).toEqual([['REFERRAL_SILENT'], 0]);
    expect(await after(30)).toEqual(['REFERRAL_SILENT', 'REFERRAL_SILENT_OFFICE']);
    expect(await after(60)).toEqual(['REFERRAL_SILENT', 'REFERRAL_SILENT_OFFICE', 'REFERRAL_MEETING']);
    await partner.member.post(`/api/inbox/${id}/progress`, { text: 'It goes well.' });
    expect(await tasks(id)).toEqual([]);
    // the next report is due in 30 days: another silence begins there
    await clock((30 + 13) * 24);
    expect(await tasks(id)).toEqual([]);
    await clock((30 + 15) * 24);
    expect(await tasks(id)).toEqual(['REFERRAL_SILENT']);
  });
});
