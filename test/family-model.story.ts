import './support/patience';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Pool } from 'pg';
import { LADDER } from '@panah/domain/family/ladder';
import { LINK_CARRIES } from '@panah/domain/family/message.rules';
import { SAID_YES } from './support/consent-desk';
import { counted } from './support/counts';
import { step } from './support/family-world';
import { onTeam } from './support/file-on-paper';
import { type House, openHouse } from './support/house';
import { carried, type Carried, keysOf, messageDesk, type MessageDesk, releases, saysYes, steps, takesBack } from './support/message-world';
import { admitted } from './support/known-client';
import { databaseUrl } from './support/postgres';
import { done } from './support/referral-desk';
import { officeDay } from './support/office-day';

const SIDES = ['CLIENT', 'RELATIVE'] as const;
const DIRECTIONS = ['TO_CLIENT', 'TO_RELATIVE'] as const;
type Side = (typeof SIDES)[number];
type Direction = (typeof DIRECTIONS)[number];
type Purpose = 'C09_DISCLOSE_REL' | 'C10_MESSAGES';

/** One thing that one of them does; `pick` chooses among the messages there are. */
type Command =
  | { does: 'say' | 'say-by-sql'; side: Side; purpose: Purpose; scope: readonly string[] }
  | { does: 'withdraw' | 'withdraw-by-sql'; side: Side; purpose: Purpose }
  | { does: 'resume' | 'pause' | 'release' }
  | { does: 'let-go'; direction: Direction }
  | { does: 'look-again' | 'deliver' | 'recall'; pick: number }
  | { does: 'danger' | 'calm'; side: Side }
  | { does: 'tell' | 'tell-by-sql'; to: Side; what: 'ALIVE_ONLY' | 'COUNTRY' | 'CONTACT_DETAILS' };

const upTo = (step: (typeof LADDER)[number]): string[] => LADDER.slice(1, LADDER.indexOf(step) + 1);
const told = fc
  .tuple(fc.constantFrom(...LADDER.slice(1)), fc.subarray(['COUNTRY', 'CONTACT_DETAILS']))
  .map(([step, permissions]) => [...upTo(step), ...permissions]);
/** As people do it, and past the app, as nobody should: the database holds alone. */
const one = <A extends string, B extends string>(byRoute: A, bySql: B): fc.Arbitrary<A | B> =>
  fc.constantFrom<A | B>(byRoute, bySql, bySql, bySql);
const SAY = one('say', 'say-by-sql');
const TAKE_BACK = one('withdraw', 'withdraw-by-sql');
const TELL = one('tell', 'tell-by-sql');
const AT_FIRST = { C09_DISCLOSE_REL: upTo('MEDIATED'), C10_MESSAGES: ['ONE_MESSAGE', 'MEDIATED'] };
const side = fc.constantFrom(...SIDES);
const saying: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ does: SAY, side, purpose: fc.constant('C09_DISCLOSE_REL' as const), scope: told }),
  fc.record({
    does: SAY,
    side,
    purpose: fc.constant('C10_MESSAGES' as const),
    scope: fc.constantFrom(['ONE_MESSAGE'], ['ONE_MESSAGE', 'MEDIATED']),
  }),
);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: saying },
  {
    weight: 1,
    arbitrary: fc.record({
      does: TAKE_BACK,
      side,
      purpose: fc.constantFrom<Purpose>('C09_DISCLOSE_REL', 'C10_MESSAGES'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('resume' as const, 'resume' as const, 'resume' as const, 'pause' as const) }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('release' as const) }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('let-go' as const), direction: fc.constantFrom(...DIRECTIONS) }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constantFrom('look-again' as const, 'deliver' as const, 'recall' as const), pick: fc.nat(99) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('danger' as const, 'calm' as const, 'calm' as const, 'calm' as const, 'calm' as const),
      side,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: TELL,
      to: side,
      what: fc.constantFrom('ALIVE_ONLY' as const, 'COUNTRY' as const, 'CONTACT_DETAILS' as const),
    }),
  },
);

interface Yes {
  id: string;
  scope: readonly string[];
}
interface Letter {
  id: string;
  direction: Direction;
  state: string;
  on: string[];
}
/** What ought to be: written down without looking at the house. */
interface Model {
  state: string;
  yes: Record<Side, Partial<Record<Purpose, Yes>>>;
  danger: Record<Side, boolean>;
  letters: Letter[];
}

const other = (one: Side): Side => (one === 'CLIENT' ? 'RELATIVE' : 'CLIENT');

/** How many messages of a direction may go now: none, one, or all that wait. */
function room(model: Model, direction: Direction): number {
  if (!LINK_CARRIES.some((state) => state === model.state) || model.danger.CLIENT || model.danger.RELATIVE) return 0;
  const rooms = SIDES.map((one) => {
    const [exchange, tell] = [model.yes[one].C10_MESSAGES, model.yes[one].C09_DISCLOSE_REL];
    if (!exchange || !tell || !tell.scope.includes('ONE_MESSAGE')) return 0;
    if (exchange.scope.includes('MEDIATED') && tell.scope.includes('MEDIATED')) return Infinity;
    const gone = model.letters.some(
      ({ direction: way, state, on }) => way === direction && ['RELEASED', 'DELIVERED'].includes(state) && on.includes(exchange.id),
    );
    return gone ? 0 : 1;
  });
  return Math.min(...rooms);
}

let house: House;
let desk: MessageDesk;
let runtime: Pool;
let root: Pool;
/** The same house, asked along connections that stay open. */
let quick: House;
beforeAll(async () => {
  house = await openHouse();
  desk = await messageDesk(house);
  root = new Pool({ connectionString: databaseUrl(new URL(house.urls.app).pathname.slice(1)), max: 2 });
  quick = { ...house, sql: async <Row>(text: string, values: unknown[] = []) => (await root.query(text, values)).rows as Row[] };
  runtime = new Pool({ connectionString: house.urls.app, max: 2 });
});
afterAll(async () => {
  await runtime.end();
  await root.end();
  await house.close();
});

/** What the house does with each command, and what ought to come of it. */
class Run {
  readonly model: Model = { state: 'MEDIATED', yes: { CLIENT: {}, RELATIVE: {} }, danger: { CLIENT: false, RELATIVE: false }, letters: [] };
  readonly done = { released: 0, told: 0, refused: 0 };

  constructor(private readonly at: Carried) {}

  /** Where each begins: with as much as messages want. */
  async begin(): Promise<this> {
    const { link, wish } = this.at;
    await house.sql(
      `set session_replication_role = replica; update family_wish set warned_at = now(), warned_by = '${desk.officer.id}' where id = '${wish}'`,
    );
    await quick.sql(
      `insert into family_hearing (id, org_id, office_id, link_id, side, held_on, spoken_directly, alone, duress, by_id)
         select gen_random_uuid(), org_id, office_id, id, 'RELATIVE', current_date, true, true, 'PASSED', $2 from family_link where id = $1`,
      [link, desk.officer.id],
    );
    for (const one of SIDES)
      for (const [purpose, scope] of Object.entries(AT_FIRST)) await this.say('say-by-sql', one, purpose as Purpose, scope);
    return this;
  }

  async take(next: Command): Promise<void> {
    switch (next.does) {
      case 'say':
      case 'say-by-sql':
        return this.say(next.does, next.side, next.purpose, next.scope);
      case 'withdraw':
      case 'withdraw-by-sql':
        return this.withdraw(next.does, next.side, next.purpose);
      case 'pause':
        return this.pause();
      case 'resume':
        return this.resume();
      case 'let-go':
        return this.letGo(next.direction);
      case 'release':
        return this.release();
      case 'danger':
      case 'calm':
        return this.risk(next.side, next.does === 'danger');
      case 'tell':
      case 'tell-by-sql':
        return this.tell(next.does, next.to, next.what);
      default:
        return this.step(next.does, next.pick);
    }
  }

  /** A newer word stands in the place of the older one. */
  private async say(how: 'say' | 'say-by-sql', one: Side, purpose: Purpose, scope: readonly string[]): Promise<void> {
    const before = this.model.yes[one][purpose];
    if (how === 'say') await this.saysToOfficer(one, purpose, scope);
    else {
      await saysYes(this.at, one, purpose, scope, desk.officer);
      if (before) await this.supersedes(before.id, this.at.yes[one][purpose] ?? '');
    }
    this.model.yes[one][purpose] = { id: this.at.yes[one][purpose] ?? '', scope };
  }

  private async saysToOfficer(one: Side, purpose: Purpose, scope: readonly string[]): Promise<void> {
    const { link, wish } = this.at;
    const [path, by] =
      one === 'CLIENT' ? [`family-wishes/${wish}/consents`, desk.worker] : [`family-links/${link}/relative-consents`, desk.officer];
    done(await by.post(`/api/${path}`, { ...SAID_YES, purpose, scope }));
    const [newest] = await quick.sql<{ id: string }>(
      `select c.id from consent c where c.purpose = $1 and ($2::uuid = any (c.recipients) or $3::uuid = any (c.recipients)) and (c.client_id is not null) = $4 order by c.recorded_at desc limit 1`,
      [purpose, wish, link, one === 'CLIENT'],
    );
    this.at.yes[one][purpose] = newest?.id ?? '';
  }

  private supersedes(older: string, newer: string): Promise<unknown> {
    return quick.sql(
      `insert into consent_event (id, org_id, office_id, client_id, related_person_id, consent_id, action, state, successor_id)
         select gen_random_uuid(), org_id, office_id, client_id, related_person_id, id, 'supersede', 'SUPERSEDED', $2 from consent where id = $1`,
      [older, newer],
    );
  }

  private async withdraw(how: 'withdraw' | 'withdraw-by-sql', one: Side, purpose: Purpose): Promise<void> {
    const yes = this.model.yes[one][purpose];
    if (!yes) return;
    if (how === 'withdraw-by-sql') await takesBack(this.at, one, purpose);
    else if (one === 'CLIENT')
      done(await desk.worker.post(`/api/family-wishes/${this.at.wish}/consents/${yes.id}/withdrawal`, { how: 'PHONE' }));
    else done(await desk.officer.post(`/api/family-links/${this.at.link}/relative-consents/${yes.id}/withdrawal`, { how: 'PHONE' }));
    this.model.yes[one][purpose] = undefined;
    this.paused();
  }

  private async pause(): Promise<void> {
    if (this.model.state === 'PAUSED') return;
    await quick.sql(`update family_link set state_before = state, pause_reason = 'OFFICER', state = 'PAUSED' where id = $1`, [
      this.at.link,
    ]);
    this.paused();
  }

  /** What is let go while it is paused already is let go by nobody but this story: it waits, and does not go. */
  private paused(): void {
    if (this.model.state === 'PAUSED') return;
    this.model.state = 'PAUSED';
    for (const letter of this.model.letters) if (letter.state === 'APPROVED') letter.state = 'HELD';
  }

  /** Also where nothing stands: then it is the release that must not happen. */
  private async resume(): Promise<void> {
    if (this.model.state !== 'PAUSED') return;
    await house.sql(
      `set session_replication_role = replica; update family_link set state = 'BOTH_CONSENTED', state_before = null, pause_reason = null where id = '${this.at.link}'`,
    );
    this.model.state = 'BOTH_CONSENTED';
  }

  private async letGo(direction: Direction): Promise<void> {
    const id = randomUUID();
    await quick.sql(
      `insert into family_message (id, org_id, office_id, link_id, direction, language, how, state, writer_id, reviewer_id, passed_at, approved_by, approved_at, submitted_at)
         select $1, org_id, office_id, id, $3, 'fa', 'WRITTEN', 'APPROVED', $4, $5, now(), $5, now() - interval '1 day', now() from family_link where id = $2`,
      [id, this.at.link, direction, desk.officer.id, desk.mediator.id],
    );
    this.model.letters.push({ id, direction, state: 'APPROVED', on: [] });
  }

  /** The job takes them in any order: how many of each direction go is what is known. */
  private async release(): Promise<void> {
    const waiting = this.model.letters.filter(({ state }) => state === 'APPROVED');
    const expected = DIRECTIONS.map((direction) =>
      Math.min(room(this.model, direction), waiting.filter((letter) => letter.direction === direction).length),
    );
    await releases(house);
    const rows = await quick.sql<{ id: string; state: string; on: string[] }>(
      `select id, state, array_remove(array[client_consent_id, relative_consent_id], null) as on from family_message where id = any($1)`,
      [waiting.map(({ id }) => id)],
    );
    const went = rows.filter(({ state }) => state === 'RELEASED');
    for (const { id, on } of went) {
      const letter = waiting.find((one) => one.id === id);
      if (letter) Object.assign(letter, { state: 'RELEASED', on });
      expect([...on].sort()).toEqual(SIDES.map((one) => this.model.yes[one].C10_MESSAGES?.id).sort());
    }
    expect(
      DIRECTIONS.map((direction) => waiting.filter((letter) => letter.direction === direction && letter.state === 'RELEASED').length),
    ).toEqual(expected);
    this.done.released += went.length;
  }

  private async risk(one: Side, danger: boolean): Promise<void> {
    const level = danger ? 'IMMINENT' : 'LOW';
    if (one === 'CLIENT') await quick.sql('update case_file set risk_level = $2 where id = $1', [desk.file.caseId, level]);
    else await quick.sql('update family_link set relative_level = $2 where id = $1', [this.at.link, level]);
    this.model.danger[one] = danger;
  }

  private async step(does: 'look-again' | 'deliver' | 'recall', pick: number): Promise<void> {
    const letter = this.model.letters[pick % Math.max(1, this.model.letters.length)];
    if (!letter) return;
    const carries = LINK_CARRIES.some((state) => state === this.model.state);
    const open = {
      'look-again': letter.state === 'HELD' && carries,
      deliver: letter.state === 'RELEASED' && carries,
      recall: ['APPROVED', 'HELD', 'RELEASED'].includes(letter.state),
    }[does];
    const answer = await this.ask(does, letter.id);
    expect([does, letter.state, this.model.state, answer.status < 300]).toEqual([does, letter.state, this.model.state, open]);
    if (!open) return void (this.done.refused += 1);
    if (does === 'look-again') {
      const approved = await steps(desk.mediator, letter.id, 'approval', { seen: keysOf(answer.body) });
      expect(approved.status).toBe(200);
    }
    letter.state = { 'look-again': 'APPROVED', deliver: 'DELIVERED', recall: 'RECALLED' }[does];
    if (letter.state === 'APPROVED') await this.yesterday(letter.id);
  }

  private ask(does: 'look-again' | 'deliver' | 'recall', id: string): ReturnType<typeof steps> {
    if (does === 'look-again') return steps(desk.mediator, id, 'second-look');
    if (does === 'deliver') return steps(desk.officer, id, 'delivery', { at: new Date().toISOString() });
    return steps(desk.officer, id, 'recall');
  }

  /** So that it goes with the next release. */
  private async yesterday(id: string): Promise<void> {
    await house.sql(
      `set session_replication_role = replica; update family_message set approved_at = now() - interval '1 day' where id = '${id}'`,
    );
  }

  /** By the officer; or by plain SQL as the runtime login, on whatever word there is or ever was: what is not allowed is refused at commit. */
  private async tell(how: 'tell' | 'tell-by-sql', to: Side, what: string): Promise<void> {
    const about = other(to);
    const yes = this.model.yes[about].C09_DISCLOSE_REL;
    const may = yes?.scope.includes(what) ?? false;
    const allowed = how === 'tell' ? may && this.model.state !== 'PAUSED' : may;
    const told =
      how === 'tell' ? await this.says(to, what) : await this.tells(to, what, yes?.id ?? this.at.yes[about]['C09_DISCLOSE_REL'] ?? '');
    expect([how, to, what, this.model.state, told]).toEqual([how, to, what, this.model.state, allowed]);
    if (allowed) this.done.told += 1;
    else this.done.refused += 1;
  }

  private async says(to: Side, what: string): Promise<boolean> {
    const { status, body } = await step(desk.officer, this.at.link, 'tellings', { to, what, on: officeDay() });
    if (status >= 300) expect(['telling-not-allowed', 'telling-not-now', 'not-open']).toContain(body.code);
    return status < 300;
  }

  private async tells(to: Side, what: string, consent: string): Promise<boolean> {
    const client = await runtime.connect();
    const { orgId, id: office } = house.offices.north;
    const { id: me } = desk.officer;
    try {
      await client.query(
        `begin; select set_config('app.org_id', '${orgId}', true), set_config('app.staff_id', '${me}', true), set_config('app.member', '${me}', true)`,
      );
      await client.query(
        `insert into family_telling (id, org_id, office_id, link_id, told_side, what, consent_id, told_on, by_id) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, current_date, $7)`,
        [orgId, office, this.at.link, to, what, consent, me],
      );
      await client.query('commit');
      return true;
    } catch (error) {
      await client.query('rollback');
      expect((error as { constraint?: string }).constraint).toBe('family_telling_is_allowed');
      return false;
    } finally {
      client.release();
    }
  }
}

describe('two sides, their officers, the clock and whoever takes a word back, against a small model', () => {
  const RUNS = 50;
  const LONG = 100;

  it(`${RUNS * LONG} commands in any order: nothing goes without both, nothing is told that was not allowed`, async () => {
    const sum = { commands: 0, released: 0, told: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: LONG, maxLength: LONG }), async (commands) => {
        await house.sql(
          `set session_replication_role = replica; update family_message set state = 'RECALLED', hold_reason = null, held_at = null, ended_at = now() where ended_at is null`,
        );
        desk.file = await admitted(house, desk.worker);
        await onTeam(house, desk.file, desk.officer);
        const at = await carried(desk, { said: { CLIENT: {}, RELATIVE: {} } });
        const run = await new Run({ ...at, house: quick }).begin();
        for (const next of commands) await run.take(next);
        sum.commands += commands.length;
        sum.released += run.done.released;
        sum.told += run.done.told;
        sum.refused += run.done.refused;
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    // and once more of the rows alone, by when each word was given and taken back
    const [{ bare = -1, above = -1 } = {}] = await house.sql<{ bare: number; above: number }>(`
      select (select count(*)::int from family_message m cross join unnest(array[m.client_consent_id, m.relative_consent_id]) c (id) where m.released_at is not null
                and exists (select from consent_event e where e.consent_id = c.id and e.state not in ('OFFERED','ACTIVE') and e.at <= m.released_at)) as bare,
             (select count(*)::int from family_telling t join consent c on c.id = t.consent_id where not (t.what = any (c.scope))
                or exists (select from consent_event e where e.consent_id = c.id and e.state not in ('OFFERED','ACTIVE') and e.at <= t.at)) as above`);
    console.info(
      `a model of two sides: ${sum.commands} commands, ${sum.released} released, ${sum.told} told, ${sum.refused} refused, ${bare} without a yes, ${above} above what was allowed`,
    );
    counted('Closed', { 'commands on family links': sum.commands, 'released without both': bare, 'told above': above });
    expect([bare, above]).toEqual([0, 0]);
    expect(Math.min(sum.released, sum.told, sum.refused)).toBeGreaterThan(40);
  }, 300_000);
});
