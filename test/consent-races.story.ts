import './support/patience';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Pool } from 'pg';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { disclose, recordConsent, standingConsent, withdraw } from './support/consent-desk';
import { type Answer, type House, openHouse, type Person } from './support/house';

let house: House;
let coordinator: Person;
let worker: Person;
let runtime: Pool;
beforeAll(async () => {
  house = await openHouse();
  [coordinator, worker] = [await house.as('COORDINATOR'), await house.as('CASEWORKER')];
  runtime = new Pool({ connectionString: house.urls.app, max: 4 });
});
afterAll(async () => {
  await runtime.end();
  await house.close();
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const RACES = 500;
/** As many on one file as one person's record may hold. */
const ON_ONE_FILE = 25;

describe('R-CO-01 and R-CO-03 at once: withdrawing against telling', () => {
  /** Tells by plain SQL, as the runtime login, without asking for a grant. True when it was told. */
  const tellBySql = async (file: AdmittedFile, consentId: string): Promise<boolean> => {
    const client = await runtime.connect();
    try {
      await client.query(
        `begin; select set_config('app.org_id', '${house.offices.north.orgId}', true), set_config('app.coordinated_offices', '${house.offices.north.id}', true)`,
      );
      await client.query(
        `insert into disclosure (id, org_id, office_id, client_id, case_id, purpose, recipient, scope, consent_id, state, made_by, told_by, told_at, sealed)
         select $1, org_id, office_id, client_id, $2, purpose, recipients[1], scope, id, 'TOLD', $3, $3, now(), '\\x00' from consent where id = $4`,
        [randomUUID(), file.caseId, coordinator.id, consentId],
      );
      await client.query('commit');
      return true;
    } catch (error) {
      await client.query('rollback');
      expect((error as Error).message).toMatch(/nothing covers/);
      return false;
    } finally {
      client.release();
    }
  };

  it(`${RACES} races, by three ways of telling: nothing is told after the withdrawal's commit`, async () => {
    let file = await admittedFile(house, coordinator, worker);
    let told = 0;
    let refused = 0;
    const leans = [0, 0, 0];
    for (let race = 0; race < RACES; race += 1) {
      if (race % ON_ONE_FILE === ON_ONE_FILE - 1) file = await admittedFile(house, coordinator, worker);
      const consent = await standingConsent(worker, file.caseId);
      const way = race % 3;
      const prepared = way === 1 ? (await disclose(worker, file.caseId, consent, { stage: 'PREPARED' })).body.id : '';
      const tell = async (): Promise<boolean> => {
        if (way === 2) return tellBySql(file, consent.id);
        const { status, text } =
          way === 1 ? await worker.post(`/api/disclosures/${prepared}/telling`) : await disclose(worker, file.caseId, consent);
        if (![200, 201, 409, 422].includes(status)) throw new Error(text);
        return status < 300;
      };
      // who starts first, and by how much, is left to chance, round the middle between the two on this machine
      const lead = (Math.random() - 0.5) * 24 + (leans[way] ?? 0);
      const [wasTold, answer] = await Promise.all([
        pause(Math.max(0, -lead)).then(tell),
        pause(Math.max(0, lead)).then(() => withdraw(coordinator, consent.id)),
      ]);
      expect([200, answer.text.slice(0, 200)]).toEqual([answer.status, expect.any(String)]);
      if (wasTold) told += 1;
      else refused += 1;
      leans[way] = (leans[way] ?? 0) + (wasTold ? -0.5 : 0.5); // milliseconds
    }
    const late = await house.sql(
      `select d.id from disclosure d join consent_event e on e.consent_id = d.consent_id and e.state = 'WITHDRAWN'
        where d.state = 'TOLD' and pg_xact_commit_timestamp(d.xmin) >= pg_xact_commit_timestamp(e.xmin)`,
    );
    const both = await house.sql(
      `select d.id from disclosure d join consent_event e on e.consent_id = d.consent_id and e.state = 'WITHDRAWN'
        where d.state = 'TOLD' and pg_xact_commit_timestamp(d.xmin) < pg_xact_commit_timestamp(e.xmin)`,
    );
    console.log(`races: ${told} told before, ${refused} refused, ${late.length} told after the withdrawal's commit`);
    expect(late).toEqual([]);
    expect([both.length, told > RACES / 10, refused > RACES / 10]).toEqual([told, true, true]);
  }, 400_000);
});

/** What the rules of consent say, small enough to be read at once. */
class Model {
  private readonly consents: { key: string; scope: string[]; state: 'ACTIVE' | 'SUSPENDED' | 'GONE'; id: string }[] = [];

  get live(): { id: string; state: string }[] {
    return this.consents.filter(({ state }) => state !== 'GONE');
  }

  give(id: string, key: string, scope: string[], counts: boolean): void {
    if (counts) for (const older of this.consents) if (older.key === key && older.state === 'ACTIVE') older.state = 'GONE';
    this.consents.push({ id, key, scope, state: counts ? 'ACTIVE' : 'SUSPENDED' });
  }

  move(id: string, state: 'SUSPENDED' | 'GONE'): void {
    for (const each of this.consents) if (each.id === id) each.state = state;
  }

  confirm(id: string): void {
    const confirmed = this.consents.find((each) => each.id === id);
    for (const other of this.consents)
      if (confirmed && other.id !== id && other.key === confirmed.key && other.state === 'ACTIVE') other.state = 'GONE';
    if (confirmed) confirmed.state = 'ACTIVE';
  }

  stateOf(id: string): string {
    return this.consents.find((each) => each.id === id)?.state ?? 'GONE';
  }

  /** A yes that counts, to this for that one, with every item. */
  covers(key: string, items: string[]): boolean {
    return this.consents.some(
      ({ key: of, scope, state }) => of === key && state === 'ACTIVE' && items.every((item) => scope.includes(item)),
    );
  }
}

type Move =
  | { do: 'give'; purpose: string; to: string; scope: string[]; alone: boolean; able: boolean }
  | { do: 'refuse'; purpose: string; to: string }
  | { do: 'withdraw' | 'suspend' | 'confirm' | 'hear'; at: number; purpose: string }
  | { do: 'tell'; purpose: string; to: string; items: string[] };

describe('R-CO-01 … R-CO-07 any sequence of what people do with consents', () => {
  const PURPOSES = ['C04_LEGAL', 'C06_HEALTH'];
  const RECIPIENTS = ['First Recipient', 'Second Recipient'];
  const ITEMS = ['PSEUDONYM', 'NAME', 'HEALTH'];
  const purpose = fc.constantFrom(...PURPOSES);
  const to = fc.constantFrom(...RECIPIENTS);
  const asked = fc.oneof({ weight: 3, arbitrary: fc.constant(ITEMS) }, { weight: 2, arbitrary: fc.subarray(ITEMS, { minLength: 1 }) });
  const items = fc.subarray(ITEMS, { minLength: 1, maxLength: 2 });
  const mostly = fc.nat(4).map((drawn) => drawn > 0);
  const moves: fc.Arbitrary<Move> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('give' as const), purpose, to, scope: asked, alone: mostly, able: mostly }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('refuse' as const), purpose, to }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('withdraw' as const, 'suspend' as const, 'confirm' as const), at: fc.nat(9), purpose }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('hear' as const), at: fc.nat(9), purpose }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('tell' as const), purpose, to, items }) },
  );

  it('ends as a small model of the rules says, after each of its steps', async () => {
    const hearer = await house.as('LEGAL');
    const idOf = new Map<string, string>();
    for (const name of RECIPIENTS) {
      const file = await admittedFile(house, coordinator, worker);
      const { body } = await recordConsent(worker, file.caseId, { recipients: [{ kind: 'PERSON', name }] });
      idOf.set(name, body.details.recipients[0].id);
    }
    const tally = { told: 0, refused: 0, steps: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(moves, { minLength: 8, maxLength: 20, size: 'max' }), async (sequence) => {
        const file = await admittedFile(house, coordinator, worker);
        const model = new Model();
        const given: { id: string; purpose: string }[] = [];
        for (const move of sequence) await play(file, model, given, move);
        const { items: shown } = (await worker.get(`/api/cases/${file.caseId}/consents`)).body;
        for (const { id } of given) {
          const state = shown.find((each: { id: string }) => each.id === id).state;
          expect(['ACTIVE', 'SUSPENDED'].includes(state) ? state : 'GONE').toBe(model.stateOf(id));
        }
      }),
      { numRuns: 40 },
    );
    console.log(`sequences: ${tally.steps} steps, ${tally.told} told, ${tally.refused} refused`);
    expect([tally.told > 10, tally.refused > 10]).toEqual([true, true]);

    async function play(file: AdmittedFile, model: Model, given: { id: string; purpose: string }[], move: Move): Promise<void> {
      tally.steps += 1;
      if (move.do === 'give') {
        const { status, body } = await recordConsent(worker, file.caseId, {
          purpose: move.purpose,
          recipients: [{ kind: 'PERSON', name: move.to }],
          scope: move.scope,
          freeChoice: move.alone ? 'ALONE' : 'NOT_ALONE',
          capacity: move.able ? 'YES' : 'DOUBT',
        });
        expect([status, body.state]).toEqual([201, move.alone && move.able ? 'ACTIVE' : 'SUSPENDED']);
        model.give(body.id, `${move.purpose} ${move.to}`, move.scope, move.alone && move.able);
        given.push({ id: body.id, purpose: move.purpose });
      } else if (move.do === 'refuse') {
        const refused = await recordConsent(worker, file.caseId, {
          purpose: move.purpose,
          recipients: [{ kind: 'PERSON', name: move.to }],
          decision: 'REFUSED',
        });
        expect(refused.status).toBe(201);
      } else if (move.do === 'tell') {
        await tell(file, model, move);
      } else if (move.do === 'hear') {
        expect((await hearer.post('/api/withdrawals', { caseRef: file.caseRef, purposes: [move.purpose] })).status).toBe(202);
        for (const each of given) if (each.purpose === move.purpose) model.move(each.id, 'GONE');
      } else await step(model, given[move.at % Math.max(1, given.length)]?.id, move.do);
    }

    async function tell(file: AdmittedFile, model: Model, move: Extract<Move, { do: 'tell' }>): Promise<void> {
      const answer = await worker.post(`/api/cases/${file.caseId}/disclosures`, {
        purpose: move.purpose,
        recipientId: idOf.get(move.to),
        scope: move.items,
        stage: 'TOLD',
        how: 'LETTER',
        what: 'Something',
      });
      const may = model.covers(`${move.purpose} ${move.to}`, move.items);
      expect([answer.status, may ? null : answer.body.code]).toEqual(may ? [201, null] : [422, 'consent-missing']);
      tally[may ? 'told' : 'refused'] += 1;
    }

    async function step(model: Model, id: string | undefined, action: 'withdraw' | 'suspend' | 'confirm'): Promise<void> {
      if (id === undefined) return;
      const before = model.stateOf(id);
      const sent: Record<typeof action, () => Promise<Answer>> = {
        withdraw: () => withdraw(worker, id),
        suspend: () => worker.post(`/api/consents/${id}/suspension`, { doubt: 'CAPACITY' }),
        confirm: () => coordinator.post(`/api/consents/${id}/confirmation`, { freeChoice: 'ALONE', capacity: 'YES' }),
      };
      const allowed = action === 'withdraw' ? before !== 'GONE' : before === (action === 'suspend' ? 'ACTIVE' : 'SUSPENDED');
      const { status, body } = await sent[action]();
      expect([action, before, status]).toEqual([action, before, allowed ? 200 : 409]);
      if (!allowed) return void expect(body.code).toBe('not-open');
      if (action === 'confirm') model.confirm(id);
      else model.move(id, action === 'withdraw' ? 'GONE' : 'SUSPENDED');
    }
  }, 400_000);
});
