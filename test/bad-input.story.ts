import type { Route } from '../apps/api/src/platform/access/boot-check';
import { bring } from './support/brought';
import { recordConsent } from './support/consent-desk';
import { bodyOf, fieldsOf } from './support/contract-of';
import { counted } from './support/counts';
import type { Answer, Person } from './support/house';
import * as papers from './support/papers';
import { dayAhead, wholeGoal, wholePlan } from './support/plan-on-file';
import { checksums, entitledTo, labelOf, openWorld, send, type World } from './support/populated-house';
import { incident, safetyPlan } from './support/risk-words';
import { pathFor } from './support/route-fixtures';

jest.setTimeout(300_000); // every date of every route

/** Days and moments that never were, or that say nothing. */
const IMPOSSIBLE = ['2026-02-30', '2026-13-01', '2026-00-10', '30.11.2026', 'tomorrow', '0', '2026-W10-1', '2026-123'];

describe('what cannot be is refused with the field and the reason, and nothing is half written', () => {
  let world: World;
  let before: Record<string, string>;
  let worker: Person;
  let coordinator: Person;
  beforeAll(async () => {
    world = await openWorld();
    ({ worker, coordinator } = world.entitled);
    before = await checksums(world.house);
  });
  afterEach(async () => {
    expect(await checksums(world.house)).toEqual(before);
  });
  afterAll(() => world.house.close());

  const ofCase = (path: string): string => `/api/cases/${world.ids.case}/${path}`;
  const told = async (asked: Promise<Answer>): Promise<[number, unknown]> => {
    const { status, body } = await asked;
    return [status, body.fields];
  };

  it('dates that cannot be: every date of every route', async () => {
    const twinOf = (route: Route): Person =>
      route.path.includes('/:') ? world.entitled[world.fixtures[labelOf(route)]?.twin ?? 'worker'] : entitledTo(world, route);
    const passed: string[] = [];
    let probes = 0;
    for (const route of world.routes.filter(({ method }) => method !== 'GET')) {
      const contract = bodyOf(world.house, route);
      const dates = contract ? fieldsOf(contract).filter(({ rules }) => rules.includes('isIso8601')) : [];
      for (const { name } of dates)
        for (const impossible of IMPOSSIBLE) {
          const body = { ...(world.fixtures[labelOf(route)]?.body ?? {}), [name]: impossible };
          const { status, body: answer, text } = await send(twinOf(route), route, pathFor(route.path, world.ids), body);
          probes += 1;
          if (status !== 422 || !answer.fields?.[name]?.length)
            passed.push(`${labelOf(route)} ${name}=${impossible}: ${status} ${text.slice(0, 80)}`);
        }
    }
    counted('Closed', { 'dates that cannot be': probes });
    expect(probes).toBeGreaterThan(100);
    expect(passed).toEqual([]);
  });

  it.each([
    ['a need', 'POST /api/cases/:id/needs', 'identifiedOn', {}],
    ['help that was given', 'POST /api/cases/:id/help', 'givenOn', {}],
    ['an action of a plan', 'PUT /api/plan-items/:id', 'doneOn', { status: 'DONE' }],
    ['a document', 'PUT /api/documents/:id', 'receivedOn', {}],
    ['a note', 'POST /api/cases/:id/notes', 'happenedAt', {}],
    ['an assessment of risk', 'POST /api/cases/:id/risk-assessments', 'assessedAt', {}],
    ['what somebody kept of an incident', 'POST /api/incidents/:id/evidence', 'capturedAt', {}],
    ['a note of counselling', 'POST /api/counselling/:id/notes', 'happenedAt', {}],
    ['a private note', 'POST /api/counselling/:id/private-notes', 'happenedAt', {}],
    ['answers of a screening', 'POST /api/counselling/:id/screenings', 'at', {}],
  ])('%s of the year 1900, which is no day of a life', async (_, label, field, more) => {
    const route = world.routes.find((each) => labelOf(each) === label);
    const { body, twin } = world.fixtures[label] ?? {};
    if (!route || !body) throw new Error(`There is no ${label} to try.`);
    const [day, gap] = field.endsWith('On') ? ['1900-01-01', 'before-birth'] : ['1900-01-01T12:00:00Z', 'date-too-early'];
    const said = { ...body, ...more, [field]: day };
    const answer = await send(world.entitled[twin ?? 'worker'], route, pathFor(route.path, world.ids), said);
    expect([answer.status, answer.body.fields]).toEqual([422, { [field]: [gap] }]);
  });

  it.each([
    ['a day that is none, as somebody says it', () => ({ occurred: { originalText: '1403-12-31', calendar: 'JALALI' } }), 'no-such-day'],
    [
      'a day to come, of something that happened',
      () => ({ occurred: { originalText: dayAhead(2), calendar: 'GREGORIAN' } }),
      'date-in-future',
    ],
    ['a year before the person was born', () => ({ occurred: { originalText: '1900', calendar: 'GREGORIAN' } }), 'before-birth'],
    ['an hour that is none', () => ({ occurredTime: '25:00' }), 'matches'],
  ])('an incident with %s', async (_, more, rule) => {
    const [status, fields] = await told(worker.post(ofCase('incidents'), incident(more())));
    expect([status, Object.values(fields as Record<string, string[]>)]).toEqual([422, [[rule]]]);
  });

  it.each([
    ['ends before it begins', { givenOn: dayAhead(-1), expiresOn: dayAhead(-2) }, { expiresOn: ['beforeGiven'] }],
    ['ends on the day it begins', { givenOn: dayAhead(-1), expiresOn: dayAhead(-1) }, { expiresOn: ['beforeGiven'] }],
    ['ends before today, when nobody said when it began', { expiresOn: dayAhead(-1) }, { expiresOn: ['beforeGiven'] }],
    ['begins tomorrow', { givenOn: dayAhead(2) }, { givenOn: ['future'] }],
    ['lasts longer than its purpose', { expiresOn: dayAhead(800) }, { expiresOn: ['tooLong'] }],
  ])('a consent that %s', async (_, more, fields) => {
    expect(await told(recordConsent(worker, world.ids.case, more))).toEqual([422, fields]);
  });

  it.each(['   ', '\u200b\u200b\u200b', '\u202e\u200f \u2060', '\u3164\u3164\u3164'])(
    'words without anything to see: %j',
    async (unseen) => {
      const recipients = [{ kind: 'PERSON', name: unseen }];
      expect(await told(recordConsent(worker, world.ids.case, { recipients }))).toEqual([422, { 'recipients.0.name': ['missing'] }]);
      expect(await told(recordConsent(worker, world.ids.case, { method: 'WRITTEN', evidence: unseen }))).toEqual([
        422,
        { evidence: ['missing'] },
      ]);
      expect(await told(worker.post(ofCase('dangers'), { words: unseen }))).toEqual([422, { words: ['isLength'] }]);
      const task = { kind: 'CONTACT', dueOn: dayAhead(2), title: unseen };
      expect(await told(worker.post(ofCase('tasks'), task))).toEqual([422, { title: ['isLength'] }]);
    },
  );

  it('a consent of which something is missing names each hole at once', async () => {
    const asked = recordConsent(worker, world.ids.case, { method: null, capacity: null, freeChoice: null });
    expect(await told(asked)).toEqual([422, { method: ['missing'], capacity: ['missing'], freeChoice: ['missing'] }]);
  });

  it.each([
    ['without the person’s part', { participation: null }, { participation: ['missing'] }],
    ['without their agreement', { agreement: null }, { agreement: ['missing'] }],
    ['that they took no part in, without why', { participation: 'NO' }, { participationReason: ['missing'] }],
    ['with a goal that nobody put into words', { goals: [wholeGoal({ statement: ' ' })] }, { 'goals.0.statement': ['missing'] }],
    ['with a goal that nobody does anything for', { goals: [wholeGoal({ actions: [] })] }, { 'goals.0.actions': ['missing'] }],
    [
      'with a goal for yesterday',
      { goals: [wholeGoal({ targetOn: dayAhead(-2), actions: [] })] },
      {
        'goals.0.targetOn': ['in-past'],
        'goals.0.actions': ['missing'],
      },
    ],
    ['with a goal for another age', { goals: [wholeGoal({ targetOn: '2206-01-01' })] }, { 'goals.0.targetOn': ['too-far'] }],
    ['with a goal that leads down', { goals: [wholeGoal({ baseline: 4, target: 2 })] }, { 'goals.0.target': ['below-baseline'] }],
    ['with an action after its goal', { goals: [wholeGoal({ targetOn: dayAhead(20) })] }, { 'goals.0.actions.0.dueOn': ['after-goal'] }],
  ])('a plan %s', async (_, more, fields) => {
    const draft = await world.house.sql(`select state from case_file where id = $1`, [world.ids.case]);
    expect(draft).toEqual([{ state: 'ACTIVE' }]);
    expect(await planRefused(wholePlan(more))).toEqual([422, fields]);
  });

  /** Tried on a case of its own whose plan is being written, taken away again: what is compared is everything else. */
  async function planRefused(plan: object): Promise<[number, unknown]> {
    const { sql } = world.house;
    const at = `/api/cases/${world.others.cases}`;
    const kept = await sql<{ state: string }>('select state from case_file where id = $1', [world.others.cases]);
    await sql(`update case_file set state = 'PLANNING' where id = $1`, [world.others.cases]);
    const { body: begun } = await worker.post(`${at}/plan-draft`, {});
    const written = await worker.put(`${at}/plan-draft`, plan, { version: begun.inHand.version });
    const refused = written.status === 422 ? written : await worker.post(`${at}/plan-submission`);
    const { body: after } = await worker.get(`${at}/plan`);
    expect([after.inHand.state, after.inHand.submittedAt ?? null]).toEqual(['DRAFT', null]);
    await sql('update case_file set state = $2 where id = $1', [world.others.cases, kept[0]?.state]);
    await asItWas();
    return [refused.status, refused.body.fields];
  }

  /** The draft that was begun is what this story itself wrote. */
  async function asItWas(): Promise<void> {
    before = await checksums(world.house);
  }

  it.each([
    ['a picture that says it is a letter', papers.photograph, 'letter.pdf', 'name-says-otherwise'],
    ['a letter that says it is a picture', papers.pdf, 'photo.jpg', 'name-says-otherwise'],
    ['a program', () => Buffer.from('MZ\x90\0\x03\0\0\0'), 'letter.pdf', 'unknown-kind'],
    ['nothing at all', () => Buffer.alloc(0), 'letter.pdf', 'empty'],
  ])('%s: as a document, and as evidence', async (_, make, fileName, rule) => {
    const document = { type: 'OTHER', title: 'Letter', receivedOn: '2026-01-02', fileName };
    const evidence = { what: 'What they sent', capturedAt: new Date().toISOString(), fileName };
    for (const [path, said] of [
      [ofCase('documents'), document],
      [`/api/incidents/${world.ids.safety.incident}/evidence-files`, evidence],
    ] as const)
      expect(await told(bring(worker, path, make(), said))).toEqual([422, { file: [rule] }]);
  });

  it.each([
    ['received tomorrow', { receivedOn: dayAhead(2) }, { receivedOn: ['in-future'] }],
    ['that ends before it was received', { receivedOn: '2026-01-02', validTo: '2026-01-01' }, { validTo: ['before-received'] }],
    ['received on a day that is none', { receivedOn: '2026-02-30' }, { receivedOn: ['isIso8601'] }],
    ['without a title', { title: '  ' }, { title: ['matches'] }],
  ])('a document %s, before its bytes are read', async (_, more, fields) => {
    const said = { type: 'OTHER', title: 'Letter', receivedOn: '2026-01-02', fileName: 'letter.pdf', ...more };
    expect(await told(bring(worker, ofCase('documents'), papers.pdf(), said))).toEqual([422, fields]);
  });

  it('a safety plan, a turn of duty and an absence that end before they begin', async () => {
    const plan = safetyPlan({ validFrom: dayAhead(-1), reviewOn: dayAhead(-2) });
    expect(await told(worker.post(ofCase('safety-plans'), plan))).toEqual([422, { reviewOn: [expect.any(String)] }]);
    const turn = {
      officeId: world.ids.office,
      staffId: coordinator.id,
      startsAt: new Date(Date.now() + 7_200_000).toISOString(),
      endsAt: new Date(Date.now() + 3_600_000).toISOString(),
      telephone: '+355 69 000 0000',
    };
    expect(await told(coordinator.post('/api/duty/turns', turn))).toEqual([422, { endsAt: ['not-after-beginning'] }]);
    const absence = { officeId: world.ids.office, from: dayAhead(3), until: dayAhead(2) };
    expect(await told(worker.post('/api/absences', absence))).toEqual([422, { until: [expect.any(String)] }]);
  });
});
