import './support/patience';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { begun, type FamilyDesk, familyDesk, note, type Sought } from './support/family-world';
import { type House, openHouse } from './support/house';
import { done } from './support/referral-desk';

let house: House;
let desk: FamilyDesk;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  desk = await familyDesk(house, desk);
});

/** As if the wish had been begun earlier, so that its Monday was `days` ago (or lies ahead): nobody else can move it. */
const answerDue = (wish: string, days: number) =>
  house.sql(
    `update family_wish set answer_on = d.monday, begun_on = d.monday - 93 from (select (current_date - $2::int) - (extract(isodow from current_date - $2::int)::int - 1) as monday) d where id = $1`,
    [wish, days],
  );
/** Its Monday is the one of this week, or so many weeks from it. */
const thisWeek = (wish: string, weeks: number) =>
  house.sql(
    `update family_wish set answer_on = d.monday, begun_on = d.monday - 93 from (select d - (extract(isodow from d)::int - 1) + 7 * $2::int as monday from (select (now() at time zone 'Europe/Tirane')::date as d) t) d where id = $1`,
    [wish, weeks],
  );
/** What somebody's day says of a sentence that is to be said. */
const saying = async (by: Sought['worker']): Promise<Record<string, unknown>[]> =>
  done(await by.get('/api/day')).items.filter(({ kind }: { kind: string }) => kind === 'FAMILY_ANSWER');
const runs = () => house.app.get(Jobs).runNow('answer-wishes');
const wishOf = async (by: Sought['worker'], wish: string) => done(await by.get(`/api/family-wishes/${wish}`));
/** What becomes of the link, as its officers would have it: told to nobody on the client's side. */
const behind = (link: string, change: string) =>
  house.sql(`set session_replication_role = replica; update family_link set ${change} where id = '${link}'`);

describe('R-FL-12 the one answer', () => {
  it('is given on its day and not before, once, by the job of that name', async () => {
    const { wish, worker } = await begun(desk);
    await runs();
    expect((await wishOf(worker, wish)).answered).toBe(false);
    await answerDue(wish, 7);
    await runs();
    const answered = await wishOf(worker, wish);
    expect(answered).toMatchObject({ answered: true, face: 'IN_PROGRESS' });
    await runs();
    expect((await wishOf(worker, wish)).version).toBe(answered.version);
    const lines = await house.sql<{ kind: string; client: string | null }>(
      `select actor_kind as kind, client_id as client from audit_event where word = 'family-link:answer' and subject_id = $1`,
      [wish],
    );
    expect(lines).toEqual([{ kind: 'JOB', client: null }]);
  });

  it('is the same, and of the same day, whether nobody was found, somebody declined, is unsafe, is silent or still being looked for', async () => {
    const ends = [
      `state = 'OPEN'`,
      `state = 'CLOSED', outcome = 'NOT_FOUND', closed_at = now()`,
      `state = 'CLOSED', outcome = 'RELATIVE_DECLINED', closed_at = now()`,
      `state = 'CLOSED', outcome = 'UNSAFE', closed_at = now()`,
      `state = 'PAUSED', state_before = 'TRACING', pause_reason = 'RELATIVE_RISK'`,
      `state = 'AWAITING_RELATIVE', verification = 'V2'`,
    ];
    const answers: string[] = [];
    for (const end of ends) {
      const own = await familyDesk(house, desk);
      const { wish, link, worker, coordinator } = await begun(own);
      await behind(link, end);
      await answerDue(wish, 7);
      const before = (await worker.get(`/api/family-wishes/${wish}`)).body;
      await runs();
      const { body } = await worker.get(`/api/family-wishes/${wish}`);
      const list = (await coordinator.get(`/api/cases/${own.file.caseId}/family-wishes`)).body.items[0];
      const same = ({ face, answered, answerOn, begunOn, version, actions, inContactSince }: typeof body) => ({
        face,
        answered,
        answerOn,
        begunOn,
        version,
        actions,
        inContactSince,
      });
      answers.push(JSON.stringify([same(before), same(body), same(list)]));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"answered":true');
  });

  it('is not given to whom is in contact, who ended it, or who has not begun; a wish begun again waits for its own day', async () => {
    const { id: noted } = await note(desk);
    const { wish, link, worker } = await begun(desk);
    await house.sql('update family_link set client_heard_at = now() where id = $1', [link]);
    expect((await wishOf(worker, wish)).face).toBe('IN_CONTACT');
    const other = await begun(desk);
    done(await worker.post(`/api/family-wishes/${other.wish}/end`, { how: 'PHONE' }));
    for (const each of [wish, other.wish]) await answerDue(each, 14);
    await runs();
    for (const each of [wish, other.wish, noted]) expect((await wishOf(worker, each)).answered).toBe(false);
  });

  it('whoever serves the client is told in their day, in that week and no other, that it is time to say it: the same whatever lies behind', async () => {
    const ends = [
      `state = 'TRACING'`,
      `state = 'CLOSED', outcome = 'RELATIVE_DECLINED', closed_at = now()`,
      `state = 'PAUSED', state_before = 'OPEN', pause_reason = 'RELATIVE_RISK'`,
    ];
    const told: unknown[] = [];
    for (const end of ends) {
      const own = await familyDesk(house, { coordinator: desk.coordinator, officer: desk.officer });
      const { wish, link, worker } = await begun(own);
      await behind(link, end);
      expect(await saying(worker)).toEqual([]);
      await thisWeek(wish, 0);
      const [line] = await saying(worker);
      expect(line).toMatchObject({ id: wish, caseId: own.file.caseId, group: 'DUE', task: null });
      const before = await saying(worker);
      await runs();
      expect(await saying(worker)).toEqual(before);
      told.push({ ...line, id: null, caseId: null, caseRef: null, name: null, pseudonym: null, since: null });
      for (const weeks of [-1, 1]) {
        await thisWeek(wish, weeks);
        expect(await saying(worker)).toEqual([]);
      }
    }
    expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it('is nothing to say to whom is in contact or has ended it, nor for who does not know of family links', async () => {
    const own = await familyDesk(house, { coordinator: desk.coordinator, officer: desk.officer });
    const { wish, link, worker } = await begun(own);
    await thisWeek(wish, 0);
    expect(await saying(worker)).toHaveLength(1);
    expect(await saying(own.coordinator)).toEqual([]);
    await house.sql(`update case_team set classes = array_remove(classes, 'FAMILY_LINKS') where client_id = $1 and staff_id = $2`, [
      own.file.clientId,
      worker.id,
    ]);
    expect(await saying(worker)).toEqual([]);
    await house.sql(`update case_team set classes = classes || array['FAMILY_LINKS'] where client_id = $1 and staff_id = $2`, [
      own.file.clientId,
      worker.id,
    ]);
    await house.sql('update family_link set client_heard_at = now() where id = $1', [link]);
    expect(await saying(worker)).toEqual([]);
    const other = await begun(own);
    await thisWeek(other.wish, 0);
    expect(await saying(worker)).toHaveLength(1);
    done(await worker.post(`/api/family-wishes/${other.wish}/end`, { how: 'PHONE' }));
    expect(await saying(worker)).toEqual([]);
  });
});
