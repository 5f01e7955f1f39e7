import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { onTeam } from './support/file-on-paper';
import { type House, openHouse, type Person } from './support/house';
import { assessment, safetyPlan } from './support/risk-words';

let house: House;
let worker: Person;
let coordinator: Person;
let file: AdmittedFile;

beforeAll(async () => {
  house = await openHouse();
  worker = await house.as('CASEWORKER');
  coordinator = await house.as('COORDINATOR', house.offices.north, 'Coordinator on the list', ['DUTY_LIST']);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.sql(`update danger set state = 'TAKEN', taken_by = $1, taken_at = now() where state = 'OPEN'`, [coordinator.id]);
  file = await admittedFile(house, coordinator, worker);
});

const at = (path: string) => `/api/cases/${file.caseId}/${path}`;
const assess = (by: Person, input: object) => by.post(at('risk-assessments'), input);
const safety = async (by: Person = worker) => (await by.get(at('safety'))).body;
const levelOnCase = async () => (await worker.get(`/api/cases/${file.caseId}`)).body.riskLevel;
const dangersOf = (person: Person) => person.get('/api/duty').then(({ body }) => body.open);
const tasks = async () =>
  (await house.sql<{ kind: string }>(`select kind from task where case_id = $1 and status = 'OPEN' order by kind`, [file.caseId])).map(
    ({ kind }) => kind,
  );

describe('a caseworker assesses risk', () => {
  it('in one act; the level stands in the header and in the caseload, with the day of the next look', async () => {
    const { status, body } = await assess(worker, assessment({ TH3: 'PRESENT' }, 'MEDIUM'));
    expect([status, body.state, body.level, body.floor, body.author.name]).toEqual([201, 'FINAL', 'MEDIUM', 'MEDIUM', worker.name]);
    expect(await levelOnCase()).toBe('MEDIUM');
    const line = (await worker.get('/api/cases')).body.items.find((item: { id: string }) => item.id === file.caseId);
    expect(line.riskLevel).toBe('MEDIUM');
    expect((await safety()).current.ratings.find((one: { factor: string }) => one.factor === 'TH3')).toMatchObject({
      note: 'As she told it',
    });
  });

  it.each([
    ['IMMINENT', { SH2: 'PRESENT' }, 1],
    ['HIGH', { TH1: 'PRESENT' }, 7],
    ['MEDIUM', { TH3: 'PRESENT' }, 30],
    ['LOW', {}, 90],
  ] as const)('R-RI-02: %s is looked at again in time, and a task says so', async (level, changed, days) => {
    const { body } = await assess(worker, assessment(changed, level));
    expect(Date.parse(body.reviewAt) - Date.parse(body.assessedAt)).toBe(days * 86_400_000);
    expect(await tasks()).toEqual(level === 'LOW' || level === 'MEDIUM' ? ['RISK_REVIEW'] : ['RISK_REVIEW', 'SAFETY_PLAN']);
  });

  it('R-RI-01: the level is refused below the floor without a reason, with the field and the floor; nothing is half written', async () => {
    const refused = await assess(worker, assessment({ TH1: 'PRESENT' }, 'MEDIUM'));
    expect([refused.status, refused.body.code, refused.body.facts, refused.body.fields]).toEqual([
      422,
      'level-below-floor',
      { floor: 'HIGH', level: 'MEDIUM' },
      { level: ['below-floor'], overrideReason: ['missing'] },
    ]);
    const [{ count }] = await house.sql<{ count: number }>('select count(*) from risk_assessment where case_id = $1', [file.caseId]);
    expect([count, await levelOnCase()]).toEqual([0, null]);
  });

  it('R-RI-01: below the floor with a reason it waits for a coordinator, who is not its author', async () => {
    const low = assessment({ TH1: 'PRESENT' }, 'MEDIUM', { overrideReason: 'The letter is ten years old' });
    const waiting = (await assess(worker, low)).body;
    expect([waiting.state, waiting.secondReason, await levelOnCase()]).toEqual(['WAITING', 'BELOW_FLOOR', null]);
    expect((await worker.post(`/api/risk-assessments/${waiting.id}/confirmation`)).status).toBe(403);
    const own = (await assess(coordinator, low)).body;
    const refused = await coordinator.post(`/api/risk-assessments/${own.id}/confirmation`);
    expect([refused.status, refused.body.code]).toEqual([422, 'same-person']);
    const confirmed = await coordinator.post(`/api/risk-assessments/${waiting.id}/confirmation`);
    expect([confirmed.body.state, confirmed.body.confirmedBy.name, await levelOnCase()]).toEqual(['FINAL', coordinator.name, 'MEDIUM']);
  });

  it('R-RI-06: down by two levels from high waits for a second person; sent back, it is its author’s draft again', async () => {
    await assess(worker, assessment({ TH1: 'PRESENT' }, 'HIGH'));
    const lowered = (await assess(worker, assessment({}, 'LOW'))).body;
    expect([lowered.state, lowered.secondReason, await levelOnCase()]).toEqual(['WAITING', 'LOWERED', 'HIGH']);
    const back = await coordinator.post(`/api/risk-assessments/${lowered.id}/return`, { explanation: 'Call her first' });
    expect([back.status, back.body.state]).toEqual([200, 'DRAFT']);
    expect((await coordinator.get(`/api/risk-assessments/${lowered.id}`)).status).toBe(404);
    const { version } = (await worker.get(`/api/risk-assessments/${lowered.id}`)).body;
    const again = await worker.post(`/api/risk-assessments/${lowered.id}/finalisation`, assessment({}, 'MEDIUM'), { version });
    expect([again.status, again.body.state, await levelOnCase()]).toEqual([200, 'FINAL', 'MEDIUM']);
  });

  it('R-RI-06: brought down step by step it waits for a second person all the same; once one agreed, the next step is anybody’s', async () => {
    for (const [level, state] of [
      ['IMMINENT', 'FINAL'],
      ['HIGH', 'FINAL'],
    ] as const)
      expect((await assess(worker, assessment({}, level))).body.state).toBe(state);
    const waiting = (await assess(worker, assessment({}, 'MEDIUM'))).body;
    expect([waiting.state, waiting.secondReason, await levelOnCase()]).toEqual(['WAITING', 'LOWERED', 'HIGH']);
    expect((await coordinator.post(`/api/risk-assessments/${waiting.id}/confirmation`, {})).body.state).toBe('FINAL');
    expect((await assess(worker, assessment({}, 'LOW'))).body.state).toBe('FINAL');
  });

  it('what was seen earlier does not lower what was seen since, and says so beside the field; it may raise it', async () => {
    await assess(worker, assessment({ TH3: 'PRESENT' }, 'MEDIUM'));
    const lastYear = { assessedAt: '2025-11-01T10:00:00Z' };
    expect((await assess(worker, assessment({}, 'LOW', lastYear))).body).toMatchObject({
      status: 422,
      code: 'older-than-what-stands',
      fields: { assessedAt: ['older'] },
    });
    expect(await levelOnCase()).toBe('MEDIUM');
    expect((await assess(worker, assessment({ TH1: 'PRESENT' }, 'HIGH', lastYear))).body.state).toBe('FINAL');
  });

  it('R-RI-05: thoughts of self-harm are not final without what was done and who was told; then somebody on duty is called', async () => {
    const thoughts = assessment({ SH1: 'PRESENT' }, 'MEDIUM');
    const refused = await assess(worker, thoughts);
    expect([refused.status, refused.body.code]).toEqual([422, 'self-harm-unanswered']);
    expect((await assess(worker, { ...thoughts, actionTaken: 'Stayed until her sister came', toldWhom: 'The counsellor' })).status).toBe(
      201,
    );
    expect((await dangersOf(coordinator)).map(({ kind }: { kind: string }) => kind)).toEqual(['SELF_HARM']);
  });

  it('a final assessment is never edited, not even past the app; a new one corrects it', async () => {
    const { id, version } = (await assess(worker, assessment())).body;
    const refused = await worker.put(`/api/risk-assessments/${id}`, assessment(), { version });
    expect([refused.status, refused.body.code]).toEqual([409, 'not-open']);
    await expect(house.sql(`update risk_assessment set level = 'HIGH' where id = $1`, [id])).rejects.toThrow('is not edited');
    await assess(worker, assessment({ TH3: 'PRESENT' }, 'MEDIUM'));
    expect((await safety()).history.map(({ level }: { level: string }) => level)).toEqual(['MEDIUM', 'LOW']);
  });

  it('the database itself refuses a low level that nobody else confirmed (R-RI-01, R-RI-06)', async () => {
    const { id } = (await assess(worker, assessment({ TH1: 'PRESENT' }, 'MEDIUM', { overrideReason: 'Long ago' }))).body;
    const past = (by: string) =>
      house.sql(`update risk_assessment set state = 'FINAL', final_at = now(), review_at = now(), confirmed_by = ${by} where id = $1`, [
        id,
      ]);
    await expect(past('null')).rejects.toThrow('risk_assessment_floor');
    await expect(past('author_id')).rejects.toThrow('risk_assessment_second_person');
  });

  it('model 2.6: says whom it rests on, each time anew; without a source it is not final', async () => {
    await assess(worker, assessment());
    const silent = await assess(worker, assessment({}, 'LOW', { sources: [] }));
    expect([silent.status, silent.body.fields]).toEqual([422, { sources: ['missing'] }]);
    expect((await assess(worker, assessment({}, 'LOW', { sources: ['RELATIVE'] }))).body).toMatchObject({
      state: 'FINAL',
      sources: ['RELATIVE'],
    });
  });

  it('a draft may have holes, is its author’s alone, and is thrown away without a word left', async () => {
    const draft = (await worker.post(at('risk-drafts'), { ...assessment(), ratings: [], level: undefined, worries: undefined })).body;
    expect([draft.state, draft.floor, draft.actions]).toEqual(['DRAFT', 'MEDIUM', ['edit', 'finalise', 'discard']]);
    expect((await coordinator.get(`/api/risk-assessments/${draft.id}`)).status).toBe(404);
    const kept = await worker.put(`/api/risk-assessments/${draft.id}`, assessment(), { version: draft.version });
    expect([kept.body.version, (await worker.put(`/api/risk-assessments/${draft.id}`, assessment(), { version: 1 })).status]).toEqual([
      2, 412,
    ]);
    expect((await worker.post(`/api/risk-assessments/${draft.id}/discarding`)).body.state).toBe('DISCARDED');
    const [{ sealed }] = await house.sql<{ sealed: Buffer | null }>('select sealed from risk_assessment where id = $1', [draft.id]);
    expect([sealed, (await safety()).open]).toEqual([null, null]);
  });

  it('counsellors assess too; legal and family-links officers read; housing sees the measures alone', async () => {
    await assess(worker, assessment({ TH1: 'PRESENT' }, 'HIGH'));
    await worker.post(at('safety-plans'), safetyPlan());
    const people = await Promise.all((['COUNSELLOR', 'LEGAL', 'FAMILY_LINKS', 'HOUSING'] as const).map((role) => house.as(role)));
    for (const person of people) await onTeam(house, file, person);
    expect(await Promise.all(people.map(async (person) => (await person.get(at('safety'))).status))).toEqual([200, 200, 200, 403]);
    expect(await Promise.all(people.map(async (person) => (await assess(person, assessment())).status))).toEqual([201, 403, 403, 403]);
    const measures = await people[3]?.get(at('safety-measures'));
    expect(measures?.body.measures.map(({ measure }: { measure: string }) => measure)).toEqual(['ALT_STAY', 'EMERG_CONTACT']);
    expect(measures?.text).not.toContain('hidden numbers');
  });
});

describe('R-RI-03: a safety plan', () => {
  beforeEach(async () => {
    await assess(worker, assessment({ TH1: 'PRESENT' }, 'HIGH'));
  });

  it('is due within 24 hours of a high risk, shows as late, and is no longer due once it is agreed', async () => {
    expect((await safety()).planDueAt).not.toBeNull();
    await house.sql(`update case_file set safety_plan_due = now() - interval '1 hour' where id = $1`, [file.caseId]);
    expect((await safety()).planLate).toBe(true);
    const { status, body } = await worker.post(at('safety-plans'), safetyPlan());
    expect([status, body.state, body.outcome]).toEqual([201, 'CURRENT', 'AGREED']);
    expect([(await safety()).planDueAt, await tasks()]).toEqual([null, ['RISK_REVIEW']]);
  });

  it('declined by the person, it says why, and is no longer due', async () => {
    const none = safetyPlan({ outcome: 'DECLINED', measures: [], callFirst: [] });
    const refused = await worker.post(at('safety-plans'), none);
    expect([refused.status, refused.body.fields]).toEqual([422, { declinedBecause: ['missing'] }]);
    expect((await worker.post(at('safety-plans'), { ...none, declinedBecause: 'Has her own way' })).status).toBe(201);
    expect((await safety()).planDueAt).toBeNull();
  });

  it('a measure is ticked in one press; an edit on an older text is refused', async () => {
    const { id, version } = (await worker.post(at('safety-plans'), safetyPlan())).body;
    const ticked = await worker.post(`/api/safety-plans/${id}/tick`, { place: 0 }, { version });
    expect(ticked.body.measures.map(({ done }: { done: boolean }) => done)).toEqual([true, true]);
    const stale = await worker.put(`/api/safety-plans/${id}`, safetyPlan({ places: 'The library' }), { version });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-edit']);
    expect((await worker.put(`/api/safety-plans/${id}`, safetyPlan({ places: 'The library' }), { version: version + 1 })).body.places).toBe(
      'The library',
    );
  });

  it('a new one takes the place of the one before, which stays as it was', async () => {
    await worker.post(at('safety-plans'), safetyPlan());
    const second = (await worker.post(at('safety-plans'), safetyPlan({ mustNot: 'Ring at the door' }))).body;
    const { plan, earlierPlans } = await safety();
    expect([plan.id, plan.mustNot, earlierPlans]).toEqual([second.id, 'Ring at the door', 1]);
  });

  it('with a copy leaves the house only when holding it is safe; a day that cannot be is told beside the field', async () => {
    const refused = await worker.post(at('safety-plans'), safetyPlan({ copyGiven: 'PAPER' }));
    expect([refused.status, refused.body.code]).toEqual([422, 'copy-not-safe']);
    const days = await worker.post(at('safety-plans'), safetyPlan({ reviewOn: '2020-01-01' }));
    expect([days.status, days.body.fields]).toEqual([422, { reviewOn: ['not-after-beginning'] }]);
  });

  it('lies sealed: no word of assessment or plan stands in the database', async () => {
    await worker.post(at('safety-plans'), safetyPlan());
    const [{ found }] = await house.sql<{ found: string }>(
      `select (select string_agg(n::text, '') from safety_plan n) || (select string_agg(a::text, '') from risk_assessment a) || (select string_agg(a::text, '') from audit_event a) as found`,
    );
    for (const word of ['hidden numbers', 'Nights', 'ESCALATING', 'ALT_STAY']) expect(found).not.toContain(word);
  });
});

describe('the clock', () => {
  const run = (now: string) => house.app.get(Jobs).runNow('watch-risk', { now });
  const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

  it('R-RI-11: without contact at the level’s rhythm the worker is reminded, then the coordinator; at high the protocol begins', async () => {
    await assess(worker, assessment({ TH1: 'PRESENT' }, 'HIGH'));
    await worker.post(at('safety-plans'), safetyPlan());
    await run(later(6));
    expect(await tasks()).toEqual(['RISK_REVIEW']);
    await run(later(8));
    expect(await tasks()).toEqual(['MISSED_CONTACT', 'RISK_REVIEW']);
    await run(later(15));
    await run(later(15));
    expect(await tasks()).toEqual(['CONTACT_TWICE_MISSED', 'MISSED_CONTACT', 'MISSING_PROTOCOL', 'RISK_REVIEW']);
  });

  it('R-RI-11: a contact settles what was missed; at a low level two missed go to the coordinator and begin no protocol', async () => {
    await assess(worker, assessment());
    await run(later(61));
    expect(await tasks()).toEqual(['CONTACT_TWICE_MISSED', 'MISSED_CONTACT', 'RISK_REVIEW']);
    await house.sql('update case_file set last_contact_at = $2 where id = $1', [file.caseId, later(60)]);
    await run(later(61));
    expect(await tasks()).toEqual(['RISK_REVIEW']);
  });

  it('R-RI-02, R-RI-03: a late review at high risk, and a plan that is not there, go to the coordinator each day; at medium not', async () => {
    await assess(worker, assessment({ TH1: 'PRESENT' }, 'HIGH'));
    await house.sql(
      `update case_file set risk_review_at = now() - interval '1 hour', safety_plan_due = now() - interval '1 hour' where id = $1`,
      [file.caseId],
    );
    await run(later(0));
    await run(later(0));
    expect((await tasks()).filter((kind) => kind === 'TASK_OVERDUE')).toHaveLength(2);
    await run(later(1));
    expect((await tasks()).filter((kind) => kind === 'TASK_OVERDUE')).toHaveLength(4);
    expect((await safety()).reviewLate).toBe(true);
    const other = await admittedFile(house, coordinator, worker);
    await worker.post(`/api/cases/${other.caseId}/risk-assessments`, assessment({ TH3: 'PRESENT' }, 'MEDIUM'));
    await house.sql(`update case_file set risk_review_at = now() - interval '1 hour' where id = $1`, [other.caseId]);
    await run(later(0));
    expect(await house.sql(`select id from task where case_id = $1 and kind = 'TASK_OVERDUE'`, [other.caseId])).toEqual([]);
  });
});
