import './support/patience';
import { Client } from 'pg';
import { createHash } from 'node:crypto';
import { enquiryAnswer } from '@panah/domain/family/enquiry-answer';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { type Asked, asking, enter, missedBy, nightFalls, proposals, traced } from './support/enquiry-desk';
import { type Answer, type House, openHouse, type Person } from './support/house';
import { done } from './support/referral-desk';

let house: House;
let worker: Person;
let pending: Asked;
let refused: Asked;

beforeAll(async () => {
  house = await openHouse();
  pending = await missedBy(house);
  refused = await missedBy(house, pending);
  worker = pending.worker;
  // one is looked for and was proposed already; the other took the yes to looking back
  await enter(await house.as('CASEWORKER'), asking(pending.clientName));
  await nightFalls(house);
  const { consents } = done(await refused.worker.get(`/api/family-wishes/${refused.wish}`));
  const looking = consents.find(({ purpose }: { purpose: string }) => purpose === 'C08_TRACING');
  done(await refused.worker.post(`/api/family-wishes/${refused.wish}/consents/${looking.id}/withdrawal`, { how: 'PHONE' }));
});
afterAll(() => house.close());

const UNKNOWN = 'Nobody Whomweknow';
/** What a person could compare, but for the number and the moment of the request. */
const told = ({ status, text, headers }: Answer): unknown => {
  const { 'x-request-id': _id, date: _date, ...others } = headers;
  return { status, text, others };
};

/** Every statement that any connection sends while something is done, in order; what is asked goes on to PostgreSQL as ever. */
async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const send = Reflect.get(Client.prototype, 'query') as (...given: unknown[]) => unknown;
  Reflect.set(Client.prototype, 'query', function (this: Client, ...given: unknown[]) {
    const [first] = given as [string | { text: string }];
    heard.push((typeof first === 'string' ? first : first.text).replace(/'\\x[0-9a-f]+'/g, 'a token'));
    return send.apply(this, given);
  });
  try {
    await act();
  } finally {
    Reflect.set(Client.prototype, 'query', send);
  }
  return heard;
}

/** How many rows of a table a member of staff reads at the database, in their own session. */
async function readAs(person: Person, table: string): Promise<number> {
  const runtime = new Client(house.urls.app);
  await runtime.connect();
  try {
    await runtime.query('begin');
    await runtime.query('select app.enter($1, false)', [createHash('sha256').update(person.cookie.replace('sid=', '')).digest()]);
    return (await runtime.query(`select enquiry from (select 1 as enquiry from ${table}) known`)).rowCount ?? 0;
  } finally {
    await runtime.query('rollback');
    await runtime.end();
  }
}

const count = async (table: string, where = 'true'): Promise<number> =>
  (await house.sql<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`))[0]?.n ?? 0;

describe('somebody asks for a person', () => {
  it('R-ID-07, goal 7: hears one sentence, the same in status, headers and every byte whether we know nobody, one who refused, or one who is looked for', async () => {
    const answers = await Promise.all([UNKNOWN, refused.clientName, pending.clientName].map((name) => enter(worker, asking(name))));
    expect(answers[0]?.status).toBe(201);
    expect(answers[0]?.body).toEqual({
      sentence: 'We take messages. We can never say whether we know someone. If we ever can pass yours on, we will.',
      language: 'en',
    });
    for (const answer of answers) expect(told(answer)).toEqual(told(answers[0]));
  });

  it('goal 7: the three kinds run the same statements in the same order', async () => {
    const asked = async (name: string, where: string): Promise<string[]> => {
      const body = asking(name, { words: `Is he well, does he live near the ${where} now?` });
      return statementsOf(async () => expect((await enter(worker, body)).status).toBe(201));
    };
    const kinds = [await asked(UNKNOWN, 'sea'), await asked(refused.clientName, 'lake'), await asked(pending.clientName, 'hill')];
    expect(kinds[0]?.length).toBeGreaterThan(5);
    expect(kinds[0]?.join('\n')).toContain('insert into family_enquiry ');
    expect(kinds[0]?.join('\n')).not.toMatch(/name_token|name_word|family_link|family_wish|from client/);
    expect(kinds[1]).toEqual(kinds[0]);
    expect(kinds[2]).toEqual(kinds[0]);
  });

  it('hears it in their language, and in English where we have none in theirs', async () => {
    for (const language of ['en', 'fa', 'sq', 'de', 'fr', 'ar', 'tr'])
      expect(done(await enter(worker, asking(UNKNOWN, { asking: { language } })))).toEqual(enquiryAnswer(language));
  });

  it('who wrote it down cannot read it: by no route, and not at the database', async () => {
    done(await enter(worker, asking(UNKNOWN)));
    const officer = await house.as('FAMILY_LINKS');
    const coordinator = await house.as('COORDINATOR');
    for (const person of [worker, officer, coordinator]) {
      done(await enter(person, asking(pending.clientName)));
      expect([await readAs(person, 'family_enquiry'), await readAs(person, 'family_enquiry_mark')]).toEqual([
        person === officer ? 1 : 0,
        0,
      ]);
    }
    // what an officer reads there is another's enquiry, proposed to them; their own they do not
    expect(await count('family_match')).toBe(1);
    expect((await worker.get('/api/family-enquiries')).status).toBe(404);
    expect(await count('family_enquiry')).toBeGreaterThan(3);
  });

  it('a repeat is told the same and leaves nothing more; the same key with other words is refused', async () => {
    const [key, body, before] = ['7b0c5d5e-0a3b-4f61-9d0e-1f0a5b6c7d8e', asking(pending.clientName), await count('family_enquiry')];
    const [first, again] = [
      await worker.post('/api/family-enquiries', body, { key }),
      await worker.post('/api/family-enquiries', body, { key }),
    ];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    expect(await count('family_enquiry')).toBe(before + 1);
    expect((await worker.post('/api/family-enquiries', asking(UNKNOWN), { key })).body.code).toBe('idempotency-key-reused');
    expect(await house.sql('select made_id from idempotency where key = $1', [key])).toEqual([{ made_id: null }]);
  });

  it('leaves a line in the log that names fields and an enquiry, and no client; nothing lies in plain', async () => {
    done(
      await enter(
        worker,
        asking('Canaria Plainname', {
          asking: { names: ['Canaria Asker'], phone: '+355 69 7654321' },
          words: 'A canary sings five words here.',
        }),
      ),
    );
    const [line] = await house.sql<Record<string, unknown>>(
      `select client_id, subject_type, changed_fields from audit_event where word = 'family-enquiry:enter' order by at desc limit 1`,
    );
    expect(line).toEqual({ client_id: null, subject_type: 'family-enquiry', changed_fields: ['asking', 'sought', 'way', 'words'] });
    const rows = await house.sql(`select e::text from family_enquiry e union all select m::text from family_enquiry_mark m`);
    expect(JSON.stringify(rows)).not.toMatch(/canar|7654321/i);
  });

  it('what cannot be is said beside its field: a birth that never was, no name, no language of ours', async () => {
    expect(
      (await enter(worker, asking(UNKNOWN, { sought: { birth: { originalText: '31 Ordibehesht 99999' } } }))).body.fields,
    ).toHaveProperty(['sought.birth']);
    expect((await enter(worker, asking(UNKNOWN, { asking: { names: [] } }))).status).toBe(422);
    expect((await enter(worker, asking(UNKNOWN, { asking: { language: 'xx' } }))).status).toBe(422);
    expect((await enter(worker, asking(UNKNOWN, { sought: { birth: { originalText: '1362', calendar: 'JALALI' } } }))).status).toBe(201);
  });

  it('is heard by caseworkers, coordinators and family-links officers, and by nobody else', async () => {
    for (const role of ['CASEWORKER', 'COORDINATOR', 'FAMILY_LINKS'] as const)
      expect((await enter(await house.as(role), asking(UNKNOWN))).status).toBe(201);
    for (const role of ['COUNSELLOR', 'LEGAL', 'HOUSING', 'AUDITOR', 'ADMIN', 'PARTNER'] as const)
      expect((await enter(await house.as(role), asking(UNKNOWN))).status).toBe(403);
  });

  it('two people asking at once both leave theirs', async () => {
    const before = await count('family_enquiry');
    const answers = await Promise.all(Array.from({ length: 6 }, () => enter(worker, asking(UNKNOWN))));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 201));
    expect(await count('family_enquiry')).toBe(before + 6);
  });
});

describe('enquiries that freeze each other', () => {
  const three = async (
    more: { asking?: object; words?: string },
    name: string,
    enterers: readonly Person[] = [worker, worker, worker],
  ): Promise<Answer[]> => {
    const answers: Answer[] = [];
    for (const enterer of enterers) answers.push(await enter(enterer, asking(name, more)));
    return answers;
  };
  const freezesOf = async (person: Person) =>
    done(await person.get('/api/family-freezes')).items as {
      id: string;
      version: number;
      shared: string[];
      askingNames: string[];
      words: string[];
      enquiries: number;
      actions: string[];
    }[];
  const newest = async (person: Person) => (await freezesOf(person)).at(-1);

  it.each([
    ['TELEPHONE', { asking: { phone: '0049 170 5550001' } }],
    ['MAIL', { asking: { phone: null, email: 'three@example.org' } }],
    ['WORDING', { words: 'I have looked for him since the spring of that year.' }],
  ])('three that share a %s within 30 days are compared with nobody, and whoever entered them sees no difference', async (shared, more) => {
    const asked = await missedBy(house, pending);
    const answers = await three(more, asked.clientName);
    await nightFalls(house);
    expect(await proposals(house, asked.link)).toEqual([]);
    for (const answer of [...answers, await enter(worker, asking(asked.clientName, more))]) expect(told(answer)).toEqual(told(answers[0]));
    const coordinator = await house.as('COORDINATOR');
    const freeze = await newest(coordinator);
    expect(freeze).toMatchObject({ shared: [shared], enquiries: 3, actions: ['decide'] });
    expect(freeze?.askingNames).toEqual(['Mina Rahimi', 'Mina Rahimi', 'Mina Rahimi']);
    // a fourth joins them, and is looked at with them
    await nightFalls(house);
    expect((await newest(coordinator))?.enquiries).toBe(4);
  });

  it('two do not, nor a third after more than 30 days', async () => {
    const asked = await missedBy(house, pending);
    const phone = '+49 170 5550002';
    await enter(worker, asking(asked.clientName, { asking: { phone } }));
    await house.sql(`alter table family_enquiry disable trigger family_enquiry_by_the_drawing`);
    await house.sql(
      `update family_enquiry set entered_at = now() - interval '31 days' where entered_at = (select max(entered_at) from family_enquiry)`,
    );
    await house.sql(`alter table family_enquiry enable trigger family_enquiry_by_the_drawing`);
    for (const _ of [1, 2]) await enter(worker, asking(asked.clientName, { asking: { phone } }));
    await nightFalls(house);
    expect(await proposals(house, asked.link)).toHaveLength(3);
  });

  it('what was proposed before the third came is taken from sight with it', async () => {
    const asked = await missedBy(house, pending);
    const more = { asking: { phone: '+49 170 5550003' } };
    await enter(worker, asking(asked.clientName, more));
    await nightFalls(house);
    const officer = await house.as('FAMILY_LINKS');
    const [match] = await proposals(house, asked.link, officer);
    for (const _ of [1, 2]) await enter(worker, asking(asked.clientName, more));
    await nightFalls(house);
    expect(await proposals(house, asked.link, officer)).toEqual([]);
    expect((await officer.get(`/api/family-matches/${match.id}`)).status).toBe(404);
    expect((await officer.post(`/api/family-matches/${match.id}/confirmation`, {}, { version: match.version })).status).toBe(404);
  });

  it('are decided on by a coordinator of their office who entered none of them: released ones are compared, refused ones never', async () => {
    const asked = await missedBy(house, pending);
    const own = await house.as('COORDINATOR');
    await three({ asking: { phone: '+49 170 5550004' } }, asked.clientName, [worker, worker, own]);
    await nightFalls(house);
    const [coordinator, elsewhere] = [await house.as('COORDINATOR'), await house.as('COORDINATOR', house.offices.south)];
    const freeze = await newest(coordinator);
    const decide = (who: Person, decision: string, version = freeze?.version) =>
      who.post(`/api/family-freezes/${freeze?.id}/decision`, { decision, reason: 'One family, one telephone.' }, { version });
    for (const outsider of [own, elsewhere]) {
      expect((await freezesOf(outsider)).map(({ id }) => id)).not.toContain(freeze?.id);
      expect((await decide(outsider, 'RELEASE')).status).toBe(404);
    }
    expect((await decide(worker, 'RELEASE')).status).toBe(403);
    expect((await decide(coordinator, 'RELEASE', 99)).status).toBe(412);
    expect((await decide(coordinator, 'RELEASE')).body).toMatchObject({ state: 'RELEASED', actions: [] });
    expect((await decide(coordinator, 'REFUSE', (freeze?.version ?? 0) + 1)).status).toBe(409);
    await nightFalls(house);
    expect(await proposals(house, asked.link)).toHaveLength(3);
    expect(await freezesOf(coordinator)).not.toContainEqual(expect.objectContaining({ id: freeze?.id }));

    const other = await missedBy(house, pending);
    await three({ asking: { phone: '+49 170 5550005' } }, other.clientName);
    await nightFalls(house);
    const second = await newest(coordinator);
    const refusal = { decision: 'REFUSE', reason: 'The same voice under three names.' };
    expect((await coordinator.post(`/api/family-freezes/${second?.id}/decision`, refusal, { version: second?.version })).body.state).toBe(
      'REFUSED',
    );
    await nightFalls(house);
    expect(await proposals(house, other.link)).toEqual([]);
  });
});

describe('what somebody said who asked', () => {
  const agedBy = async (days: number, where: string): Promise<string[]> => {
    await house.sql(`alter table family_enquiry disable trigger family_enquiry_by_the_drawing`);
    const rows = await house.sql<{ id: string }>(
      `update family_enquiry set entered_at = now() - $1 * interval '1 day' where ${where} returning id`,
      [days],
    );
    await house.sql(`alter table family_enquiry enable trigger family_enquiry_by_the_drawing`);
    return rows.map(({ id }) => id);
  };
  const forget = (): Promise<void> => house.app.get(Jobs).runNow('forget-family-enquiries');
  const left = async (ids: string[]): Promise<[rows: number, keys: number]> => [
    (await house.sql('select id from family_enquiry where id = any($1)', [ids])).length,
    (await house.keysSql('select subject_id from subject_key where subject_id = any($1) and destroyed_at is null', [ids])).length,
  ];

  it('R-FL-17: goes with its key after 30 days where they did not agree that we keep it, and is compared with nobody meanwhile', async () => {
    const asked = await missedBy(house, pending);
    await traced(asked);
    done(await enter(worker, asking(asked.clientName, { asking: { keepsData: false } })));
    await nightFalls(house);
    expect(await proposals(house, asked.link)).toEqual([]);
    const young = await agedBy(29, 'not keeps_data');
    await forget();
    expect(await left(young)).toEqual([young.length, young.length]);
    const old = await agedBy(31, 'not keeps_data');
    await forget();
    expect(await left(old)).toEqual([0, 0]);
  });

  it('goes after a year where they agreed, with what was proposed of it', async () => {
    const asked = await missedBy(house, pending);
    done(await enter(worker, asking(asked.clientName)));
    await nightFalls(house);
    const [match] = await proposals(house, asked.link);
    const [{ enquiry } = { enquiry: '' }] = await house.sql<{ enquiry: string }>(
      'select enquiry_id as enquiry from family_match where id = $1',
      [match.id],
    );
    const kept = await agedBy(364, `id = '${enquiry}'`);
    await forget();
    expect(await left(kept)).toEqual([1, 1]);
    await agedBy(366, `id = '${enquiry}'`);
    await forget();
    expect(await left(kept)).toEqual([0, 0]);
    expect(await count('family_match', `id = '${match.id}'`)).toBe(0);
    expect(await house.sql(`select word from audit_event where subject_id = $1 and actor_kind = 'JOB'`, [enquiry])).toEqual([
      { word: 'family-enquiry:forget' },
    ]);
  });
});
