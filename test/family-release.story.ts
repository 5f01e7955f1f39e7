import './support/patience';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { mutualInformation } from '../bench/mutual-information';
import { counted } from './support/counts';
import { type House, openHouse } from './support/house';
import {
  carried,
  type Carried,
  letGo,
  messageDesk,
  type MessageDesk,
  messageState,
  releases,
  saysYes,
  stateOf,
  steps,
  takesBack,
  writes,
} from './support/message-world';
import { done } from './support/referral-desk';
import { releaseHour } from './support/release-hour';

let house: House;
let desk: MessageDesk;
beforeAll(async () => {
  house = await openHouse();
  desk = await messageDesk(house);
});
afterAll(() => house.close());

const SIDES = ['CLIENT', 'RELATIVE'] as const;

describe('when a message goes out', () => {
  it('not when it is let go, but with the day’s release; and then names both yeses and an id by chance', async () => {
    const at = await carried(desk);
    const id = await letGo(desk, at);
    expect(await messageState(house, id)).toBe('APPROVED');
    await releases(house, new Date().toISOString().replace(/T.*/, 'T03:00:00.000Z'));
    expect(await messageState(house, id)).toBe('APPROVED');
    await releases(house);
    expect(done(await desk.officer.get(`/api/family-messages/${id}`))).toMatchObject({
      state: 'RELEASED',
      crossingId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/),
    });
    const [row] = await house.sql('select client_consent_id, relative_consent_id, crossing_id from family_message where id = $1', [id]);
    expect(row).toMatchObject({ client_consent_id: at.yes.CLIENT['C10_MESSAGES'], relative_consent_id: at.yes.RELATIVE['C10_MESSAGES'] });
    expect(row?.['crossing_id']).not.toBe(id);
  });

  it('goal 8: whatever was let go in the release hour waits for the next one', async () => {
    const id = await letGo(desk, await carried(desk));
    const before = releaseHour(0);
    await house.sql(
      `set session_replication_role = replica; update family_message set approved_at = '${before}'::timestamptz - interval '2 minutes' where id = '${id}'`,
    );
    await releases(house, before);
    expect(await messageState(house, id)).toBe('APPROVED');
    await releases(house);
    expect(await messageState(house, id)).toBe('RELEASED');
  });

  it('goal 8: when a message goes out does not tell at what hour it was handed in: of 2,000 less than 0.02 bit', async () => {
    const at = await carried(desk);
    const first = await letGo(desk, at);
    await house.sql(`set session_replication_role = replica;
      insert into family_message select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(),
          'approved_at', date_trunc('day', now()) + interval '2 days' + random() * interval '4 days'))).*
        from family_message m, generate_series(1, 2000) where m.id = '${first}'`);
    await releases(house); // the first, and no other
    const places: (readonly [band: number, third: number])[] = [];
    for (let days = 2; days < 8; days++) {
      await releases(house, new Date(Date.parse(releaseHour(days)) - 2 * 3_600_000).toISOString());
      const went = await goneSince(at.link, async () => releases(house, releaseHour(days)));
      places.push(...went.map((hour, place) => [Math.floor(hour / 4), Math.floor((3 * place) / went.length)] as const));
    }
    expect(places).toHaveLength(2000);
    expect(mutualInformation(places)).toBeLessThan(0.02);
  }, 120_000);

  /** The hours at which those were handed in that went out meanwhile, in the order in which they went. */
  async function goneSince(link: string, act: () => Promise<void>): Promise<number[]> {
    const [{ at } = { at: '' }] = await house.sql<{ at: string }>('select clock_timestamp()::text as at');
    await act();
    const rows = await house.sql<{ hour: number }>(
      `select extract(hour from approved_at at time zone 'Europe/Tirane')::int as hour from family_message
        where link_id = $1 and released_at > $2::timestamptz order by released_at`,
      [link, at],
    );
    return rows.map(({ hour }) => hour);
  }

  it('by the clock’s own name, with a line in the log that names no client', async () => {
    const id = await letGo(desk, await carried(desk));
    await releases(house);
    const lines = await house.sql(
      `select actor_kind, client_id, word, changed_fields from audit_event where subject_id = $1 and word = 'family-message:release'`,
      [id],
    );
    expect(lines).toEqual([
      { actor_kind: 'JOB', client_id: null, word: 'family-message:release', changed_fields: ['job:release-messages'] },
    ]);
  });

  it('R-FL-01: on both yeses, each at that instant; one is not enough, whoever’s it is', async () => {
    for (const side of SIDES) {
      const at = await carried(desk);
      const id = await letGo(desk, at);
      // the yes is gone without anybody having noticed: it ran out a moment ago
      await house.sql(`set session_replication_role = replica; update consent_event set expires_at = clock_timestamp() - interval '1 second', given_at = now() - interval '1 day'
        where state = 'ACTIVE' and consent_id = '${at.yes[side]['C10_MESSAGES']}'`);
      await releases(house);
      expect([side, await messageState(house, id), await stateOf(at)]).toEqual([side, 'APPROVED', 'MEDIATED']);
      await saysYes(at, side, 'C10_MESSAGES', ['MEDIATED'], desk.officer);
      await releases(house);
      expect([side, await messageState(house, id)]).toEqual([side, 'RELEASED']);
    }
  });

  it('R-FL-04: as far as the one who wants less; a wider word opens it', async () => {
    for (const side of SIDES) {
      const at = await carried(desk, {
        said: { [side]: { C08_TRACING: ['RED_CROSS'], C09_DISCLOSE_REL: ['ALIVE_ONLY'], C10_MESSAGES: ['MEDIATED'] } },
      });
      const id = await letGo(desk, at);
      await releases(house);
      expect([side, await messageState(house, id)]).toEqual([side, 'APPROVED']);
      await saysYes(at, side, 'C09_DISCLOSE_REL', ['CALL'], desk.officer);
      await releases(house);
      expect([side, await messageState(house, id)]).toEqual([side, 'RELEASED']);
    }
  });

  it('one message is one each way; the second waits for a wider word', async () => {
    const at = await carried(desk, { said: { RELATIVE: { C09_DISCLOSE_REL: ['ONE_MESSAGE'], C10_MESSAGES: ['ONE_MESSAGE'] } } });
    const [first, second] = [await letGo(desk, at), await letGo(desk, at)];
    const answer = await letGo(desk, at, { direction: 'TO_CLIENT' });
    await releases(house);
    expect([await messageState(house, first), await messageState(house, second)].sort()).toEqual(['APPROVED', 'RELEASED']);
    expect(await messageState(house, answer)).toBe('RELEASED');
    await saysYes(at, 'RELATIVE', 'C10_MESSAGES', ['MEDIATED'], desk.officer);
    await saysYes(at, 'RELATIVE', 'C09_DISCLOSE_REL', ['MEDIATED'], desk.officer);
    await releases(house);
    expect([await messageState(house, first), await messageState(house, second)]).toEqual(['RELEASED', 'RELEASED']);
  });

  it('not before both agreed, though it may be written and let go by then', async () => {
    const at = await carried(desk, { state: 'AWAITING_RELATIVE' });
    const id = await letGo(desk, at);
    await releases(house);
    expect(await messageState(house, id)).toBe('APPROVED');
    await house.sql(`update family_link set state = 'BOTH_CONSENTED' where id = '${at.link}'`);
    await releases(house);
    expect(await messageState(house, id)).toBe('RELEASED');
  });

  it('not into danger: neither the client’s nor the relative’s', async () => {
    const at = await carried(desk);
    const id = await letGo(desk, at);
    const danger = {
      client: `update case_file set risk_level = 'IMMINENT' where id = '${desk.file.caseId}'`,
      relative: `update family_link set relative_level = 'IMMINENT' where id = '${at.link}'`,
    };
    const calm = {
      client: `update case_file set risk_level = 'LOW' where id = '${desk.file.caseId}'`,
      relative: `update family_link set relative_level = 'LOW' where id = '${at.link}'`,
    };
    for (const side of ['client', 'relative'] as const) {
      await house.sql(danger[side]);
      await releases(house);
      expect([side, await messageState(house, id)]).toEqual([side, 'APPROVED']);
      await house.sql(calm[side]);
    }
    await releases(house);
    expect(await messageState(house, id)).toBe('RELEASED');
  });

  it('not where somebody who had a hand in it is kept from one of the two by now', async () => {
    const at = await carried(desk);
    const id = await letGo(desk, at);
    await house.sql(`insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) select gen_random_uuid(), org_id, office_id, client_id, '${desk.mediator.id}', 'RELATIVE', 'SAFETY'
      from family_link where id = '${at.link}'`);
    await releases(house);
    expect(await messageState(house, id)).toBe('APPROVED');
    await house.sql(`update access_block set lifted_at = now() where staff_id = '${desk.mediator.id}'`);
    await releases(house);
    expect(await messageState(house, id)).toBe('RELEASED');
  });
});

describe('R-FL-11: what a ground takes along', () => {
  it('a withdrawal holds what waited in the same statement; after the pause it is looked over again', async () => {
    for (const side of SIDES) {
      const at = await carried(desk);
      const id = await letGo(desk, at);
      await takesBack(at, side);
      expect([side, await stateOf(at), await messageState(house, id)]).toEqual([side, 'PAUSED', 'HELD']);
      await releases(house);
      expect(await messageState(house, id)).toBe('HELD');
      expect((await steps(desk.mediator, id, 'second-look')).status).toBe(409);
      await saysYes(at, side, 'C10_MESSAGES', ['MEDIATED'], desk.officer);
      await house.sql(`update family_link set state = 'BOTH_CONSENTED', state_before = null, pause_reason = null where id = '${at.link}'`);
      await releases(house);
      expect(await messageState(house, id)).toBe('HELD');
      const again = done(await steps(desk.mediator, id, 'second-look'));
      expect(again).toMatchObject({ state: 'IN_REVIEW', approvedBy: null });
      done(await steps(desk.mediator, id, 'approval', { seen: again.leaks.map(({ key }: { key: string }) => key) }));
      await releases(house);
      expect([side, await messageState(house, id)]).toEqual([side, 'RELEASED']);
    }
  });

  it('what was released and not handed over yet is not handed over any more; it can be taken back', async () => {
    const at = await carried(desk);
    const id = await letGo(desk, at);
    await releases(house);
    await takesBack(at, 'RELATIVE');
    expect((await steps(desk.officer, id, 'delivery', { at: new Date().toISOString() })).status).toBe(409);
    expect(done(await steps(desk.officer, id, 'recall')).state).toBe('RECALLED');
  });

  it('held for 90 days it is taken back by the clock, not a day sooner', async () => {
    const at = await carried(desk);
    const id = await letGo(desk, at);
    await takesBack(at, 'CLIENT');
    const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
    await house.app.get(Jobs).runNow('family-message-clock', { now: inDays(89) });
    expect(await messageState(house, id)).toBe('HELD');
    await house.app.get(Jobs).runNow('family-message-clock', { now: inDays(91) });
    expect(await messageState(house, id)).toBe('RECALLED');
  });
});

describe('past the app', () => {
  let runtime: Pool;
  beforeAll(() => {
    runtime = new Pool({ connectionString: house.urls.app, max: 2 });
  });
  afterAll(() => runtime.end());

  const context = (
    staff: string,
  ): string => `select set_config('app.org_id', '${house.offices.north.orgId}', true), set_config('app.staff_id', '${staff}', true),
    set_config('app.member', '${staff}', true), set_config('app.coordinated_offices', '${house.offices.north.id}', true)`;
  const asRuntime = async (staff: string, text: string): Promise<string> => {
    const client = await runtime.connect();
    try {
      await client.query(`begin; ${context(staff)}`);
      const { rowCount } = await client.query(text);
      await client.query('commit');
      return `${rowCount}`;
    } catch (error) {
      await client.query('rollback');
      return (error as { constraint?: string; message: string }).constraint ?? (error as Error).message;
    } finally {
      client.release();
    }
  };

  it('nobody who is somebody releases, by the function or beside it', async () => {
    const at = await carried(desk);
    const id = await letGo(desk, at);
    expect(await asRuntime(desk.officer.id, `select app.release_message('${id}')`)).toMatch(/the clock alone/);
    const beside = `update family_message set state = 'RELEASED', released_at = now(), crossing_id = gen_random_uuid(), client_consent_id = '${at.yes.CLIENT['C10_MESSAGES']}',
      relative_consent_id = '${at.yes.RELATIVE['C10_MESSAGES']}' where id = '${id}'`;
    expect(await asRuntime(desk.officer.id, beside)).toBe('family_message_by_the_drawing');
    expect(await asRuntime('', beside)).toBe('0');
    expect(await asRuntime('', `select app.release_message('${id}')`)).toBe('1');
    expect(await messageState(house, id)).toBe('RELEASED');
  });

  it('R-FL-01 again at commit: with one yes named for the other, or one that is gone, nothing stays released', async () => {
    for (const side of SIDES) {
      const at = await carried(desk);
      const other = await carried(desk);
      const id = await letGo(desk, at);
      const yes = { client: at.yes.CLIENT['C10_MESSAGES'], relative: at.yes.RELATIVE['C10_MESSAGES'] };
      const forged =
        side === 'CLIENT' ? { ...yes, client: other.yes.CLIENT['C10_MESSAGES'] } : { ...yes, relative: other.yes.RELATIVE['C10_MESSAGES'] };
      const release = ({ client, relative }: typeof yes): Promise<unknown> =>
        house.sql(
          `update family_message set state = 'RELEASED', released_at = now(), crossing_id = gen_random_uuid(), client_consent_id = $2, relative_consent_id = $3 where id = $1`,
          [id, client, relative],
        );
      await expect(release(forged)).rejects.toThrow(/both must have said yes/);
      await release(yes);
      expect(await messageState(house, id)).toBe('RELEASED');
    }
  });

  it('R-FL-08: a letter of what was handed in is changed by nobody, its writer included', async () => {
    const at = await carried(desk);
    const { id } = await writes(desk.officer, at);
    const reword = `update family_message_text set sealed = '\\x00', seal_version = seal_version + 1 where message_id = '${id}'`;
    const anew = (
      kind: string,
      by: string,
    ): string => `insert into family_message_text (id, org_id, office_id, link_id, message_id, kind, seq, language, by_id, sealed)
      select '${randomUUID()}', org_id, office_id, link_id, id, '${kind}', 2, 'fa', '${by}', '\\x00' from family_message where id = '${id}'`;
    expect(await asRuntime(desk.mediator.id, reword)).toBe('family_message_text_stays');
    done(await steps(desk.officer, id, 'submission'));
    done(await steps(desk.mediator, id, 'review'));
    for (const person of [desk.officer, desk.mediator])
      for (const text of [reword, anew('BODY', person.id), anew('TRANSLATION', person.id), anew('BODY', desk.officer.id)])
        expect([person.id === desk.officer.id, await asRuntime(person.id, text)]).toEqual([
          expect.any(Boolean),
          'family_message_text_stays',
        ]);
    done(await steps(desk.mediator, id, 'return', { reasons: ['OTHER'], words: 'Please say it once more' }));
    expect(await asRuntime(desk.officer.id, anew('BODY', desk.officer.id))).toBe('1');
  });
});

describe('R-FL-01 and R-FL-11 at once: withdrawing against releasing', () => {
  const RACES = 500;

  /** Let go, without the people who let it go. */
  const waiting = async (at: Carried): Promise<string> => {
    const id = randomUUID();
    const { officer, mediator } = desk;
    await house.sql(
      `insert into family_message (id, org_id, office_id, link_id, direction, language, how, state, writer_id, reviewer_id, passed_at, approved_by, approved_at, submitted_at)
         select $1, org_id, office_id, id, 'TO_RELATIVE', 'fa', 'WRITTEN', 'APPROVED', $3, $4, now(), $4, now() - interval '1 day', now() from family_link where id = $2`,
      [id, at.link, officer.id, mediator.id],
    );
    return id;
  };

  it(`${RACES} races, by either side: nothing is released after the withdrawal's commit`, async () => {
    await house.sql(
      `set session_replication_role = replica; update family_message set state = 'RECALLED', hold_reason = null, held_at = null, ended_at = now() where state in ('APPROVED','HELD')`,
    );
    let [went, held, lean] = [0, 0, 0];
    for (let race = 0; race < RACES; race += 1) {
      const at = await carried(desk);
      const id = await waiting(at);
      const side = race % 2 ? 'CLIENT' : 'RELATIVE';
      // who starts first, and by how much, is left to chance, round the middle between the two on this machine
      const lead = (Math.random() - 0.5) * 24 + lean;
      await Promise.all([pause(Math.max(0, -lead)).then(() => releases(house)), pause(Math.max(0, lead)).then(() => takesBack(at, side))]);
      const state = await messageState(house, id);
      expect(['RELEASED', 'HELD']).toContain(state);
      if (state === 'RELEASED') went += 1;
      else held += 1;
      lean += state === 'RELEASED' ? -0.5 : 0.5; // milliseconds
    }
    const late = await house.sql(
      `select s.id from family_message_step s join family_message m on m.id = s.message_id join consent_event e on e.consent_id in (m.client_consent_id, m.relative_consent_id) and e.state = 'WITHDRAWN'
        where s.to_state = 'RELEASED' and pg_xact_commit_timestamp(s.xmin) >= pg_xact_commit_timestamp(e.xmin)`,
    );
    const going = await house.sql(
      `select l.id from family_link l join family_message m on m.link_id = l.id where m.state in ('RELEASED','HELD') and m.how = 'WRITTEN' and l.state <> 'PAUSED'`,
    );
    console.info(`withdrawing against releasing: ${RACES} races, ${went} released before, ${held} held, ${late.length} after`);
    counted('Closed', { 'withdrawals against release': RACES, late: late.length });
    expect([late, going]).toEqual([[], []]);
    expect(went * held).toBeGreaterThan(0);
  }, 180_000);
});
