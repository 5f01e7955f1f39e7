import { addDays } from '@panah/domain/dates/calendar-days';
import { instantOf } from '@panah/domain/dates/zoned-time';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { familyDesk, type FamilyDesk, seen, type Sought, step } from './support/family-world';
import { approved, takesBack, walked } from './support/family-walk';
import { type House, openHouse } from './support/house';
import { done } from './support/referral-desk';

let house: House;
let desk: FamilyDesk;

beforeAll(async () => {
  house = await openHouse();
  desk = await familyDesk(house);
});
afterAll(() => house.close());

const DAY = 86_400_000;
const run = (now: string): Promise<void> => house.app.get(Jobs).runNow('family-clock', { now });
const clock = (days: number): Promise<void> => run(new Date(Date.now() + days * DAY).toISOString());
const take = async ({ officer, link }: Sought, path: string, body: object = {}) => done(await step(officer, link, path, body));
const personOf = async ({ link }: Sought): Promise<string> => {
  const [row] = await house.sql<{ person: string }>('select related_person_id as person from family_link where id = $1', [link]);
  return row?.person ?? '';
};
const keysOf = async (subject: string): Promise<number> =>
  (await house.keysSql('select 1 from subject_key where subject_id = $1 and destroyed_at is null', [subject])).length;

describe('the clock of family links', () => {
  it('R-FL-06: an approval lapses after sixty days, and not before; what it rested on is assessed anew', async () => {
    const sought = await walked(desk, 'APPROACH_APPROVED');
    await clock(59);
    expect((await seen(sought.officer, sought.link)).state).toBe('APPROACH_APPROVED');
    await clock(61);
    const lapsed = await seen(sought.officer, sought.link);
    expect(lapsed).toMatchObject({ state: 'VERIFIED', approach: null });
    expect(lapsed.history.at(-1)).toMatchObject({ event: 'lapse', by: null });
    await clock(61);
    expect((await seen(sought.officer, sought.link)).history).toHaveLength(lapsed.history.length);
    await approved(sought);
    expect((await seen(sought.officer, sought.link)).state).toBe('APPROACH_APPROVED');
  });

  it('R-FL-17: who declined is kept thirty days, and then not at all: key, names, ways, and what was written of them', async () => {
    const sought = await walked(desk, 'AWAITING_RELATIVE');
    const person = await personOf(sought);
    await take(sought, 'declining', { neverAgain: false });
    await clock(29);
    expect(await keysOf(person)).toBe(1);
    await clock(32);
    expect(await keysOf(person)).toBe(0);
    const gone = await seen(sought.officer, sought.link);
    expect(gone).toMatchObject({
      outcome: 'RELATIVE_DECLINED',
      approach: null,
      relative: { contactPoints: [], country: null, riskNote: null },
    });
    for (const text of [
      ...gone.tracing.map((each: { details: string }) => each.details),
      ...gone.verifications.map((each: { how: string }) => each.how),
    ])
      expect(text).not.toContain('Played: found');
    const [row] = await house.sql('select sealed, country, context from related_person where id = $1', [person]);
    expect(row).toEqual({ sealed: null, country: null, context: 'UNKNOWN' });
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    'R-FL-17: what is kept until a day goes with that day of the office (%s)',
    async (zone) => {
      const sought = await walked(desk, 'AWAITING_RELATIVE');
      const person = await personOf(sought);
      const { office } =
        (await house.sql<{ office: string }>('select office_id as office from related_person where id = $1', [person]))[0] ?? {};
      await house.sql('update office set time_zone = $2 where id = $1', [office, zone]);
      try {
        const lastDay = addDays(dayAt(new Date().toISOString(), zone), 30);
        await take(sought, 'declining', { neverAgain: false });
        await run(instantOf({ on: lastDay, at: '23:30' }, zone));
        expect(await keysOf(person)).toBe(1);
        await run(instantOf({ on: addDays(lastDay, 1), at: '00:30' }, zone));
        expect(await keysOf(person)).toBe(0);
      } finally {
        await house.sql(`update office set time_zone = 'Europe/Tirane' where id = $1`, [office]);
      }
    },
  );

  it('R-FL-17: a false match goes after thirty days, and whoever is found instead stays', async () => {
    const sought = await walked(desk, 'LOCATED');
    const other = await personOf(sought);
    await take(sought, 'false-match', { reason: 'Played.' });
    await clock(32);
    expect(await keysOf(other)).toBe(0);
    expect((await seen(sought.officer, sought.link)).state).toBe('TRACING');
  });

  it('R-FL-17: who said that we may keep what is theirs is kept, until they take it back', async () => {
    const sought = await walked(desk, 'BOTH_CONSENTED');
    const person = await personOf(sought);
    await take(sought, 'pause', { reason: 'Played.' });
    await take(sought, 'closing', { outcome: 'CLIENT_STOPPED' });
    await clock(400);
    expect(await keysOf(person)).toBe(1);
    const [{ id }] = await house.sql<{ id: string }>(
      `select id from consent where related_person_id = $1 and purpose = 'C22_RELATIVE_DATA'`,
      [person],
    );
    await takesBack(sought, id);
    await clock(0);
    expect(await keysOf(person)).toBe(1);
    await clock(32);
    expect(await keysOf(person)).toBe(0);
  });

  it('leaves one line for each thing in the log, which names the link or the person by id and no client', async () => {
    const lines = await house.sql<{ word: string; client: string | null }>(
      `select word, client_id as client from audit_event where actor_kind = 'JOB' and (word like 'family-link:%' or word like 'related_person:%')`,
    );
    expect(new Set(lines.map(({ word }) => word))).toEqual(
      new Set(['family-link:lapse', 'related_person:set-day', 'related_person:erase']),
    );
    expect(lines.every(({ client }) => client === null)).toBe(true);
  });
});
