import './support/patience';
import { atTheDatabase } from './support/at-the-database';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { type Answer, type House, openHouse, type Person } from './support/house';
import { askClosure } from './support/closing';
import { dayAhead, wholeGoal, wholePlan, writtenPlan } from './support/plan-on-file';
import { assessment } from './support/risk-words';

let house: House;
let coordinator: Person;
let second: Person;
let worker: Person;
beforeAll(async () => {
  house = await openHouse();
  coordinator = await house.as('COORDINATOR');
  second = await house.as('COORDINATOR');
  worker = await house.as('CASEWORKER');
});
afterAll(() => house.close());

const opened = (more: object = {}): Promise<AdmittedFile> => admittedFile(house, coordinator, worker, more);
const step = (by: Person, { caseId }: AdmittedFile, noun: string, body: object = {}) => by.post(`/api/cases/${caseId}/${noun}`, body);
const planOf = async (by: Person, { caseId }: AdmittedFile): Promise<Answer['body']> => (await by.get(`/api/cases/${caseId}/plan`)).body;
const need = (code: string, severity = 'S2', more: object = {}) => ({
  code,
  severity,
  source: 'SELF',
  identifiedOn: dayAhead(-1),
  ...more,
});

const assessed = async (file: AdmittedFile, more: object = { noNeeds: true }): Promise<Answer> => {
  await step(worker, file, 'risk-assessments', assessment());
  const note = await worker.post(`/api/cases/${file.caseId}/notes`, {
    type: 'ASSESSMENT',
    happenedAt: new Date().toISOString(),
    body: 'Seen',
  });
  return step(worker, file, 'assessment-completion', { note: note.body.id, ...more });
};
const planning = async (): Promise<AdmittedFile> => {
  const file = await opened();
  await assessed(file);
  return file;
};
const inForce = async (plan: object = wholePlan()): Promise<AdmittedFile> => {
  const file = await planning();
  await writtenPlan(worker, file, plan);
  await step(worker, file, 'plan-submission');
  expect((await step(coordinator, file, 'plan-approval')).body.state).toBe('ACTIVE');
  return file;
};
/** Puts a colleague on the case team: both questions answered. */
const onTeam = async (file: AdmittedFile, role: 'COUNSELLOR' | 'HOUSING' | 'FAMILY_LINKS' | 'LEGAL' | 'CASEWORKER'): Promise<Person> => {
  const member = await house.as(role);
  await worker.post(`/api/cases/${file.caseId}/team`, { staffId: member.id, role, reason: 'SPECIALIST' });
  const [row] = await house.sql<{ id: string }>('select id from case_team where case_id = $1 and staff_id = $2', [file.caseId, member.id]);
  await member.post(`/api/team-questions/${row?.id}/answer`, { answer: 'NO_TIE' });
  await worker.post(`/api/cases/${file.caseId}/team/${row?.id}/client-answer`, { answer: 'NO_OBJECTION' });
  return member;
};

describe('needs', () => {
  it('are written down with their severity; a severe one asks to be acted on in three days or one', async () => {
    const file = await opened();
    const { status, body } = await worker.post(`/api/cases/${file.caseId}/needs`, need('HS-NF', 'S4', { note: 'Sleeps at the station' }));
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({ code: 'HS-NF', severity: 'S4', status: 'IDENTIFIED', actBy: dayAhead(0) }),
    ]);
    const [task] = (await worker.get(`/api/cases/${file.caseId}/tasks`)).body.items;
    expect(task).toMatchObject({ kind: 'NEED_URGENT', dueOn: dayAhead(0), owner: { id: worker.id } });
    const met = await worker.put(`/api/needs/${body.id}`, { severity: 'S4', status: 'MET' }, { version: body.version });
    expect(met.body.status).toBe('MET');
    expect((await worker.get(`/api/cases/${file.caseId}/tasks`)).body.items).toEqual([]);
  });

  it('are open once, known by their code, and not found tomorrow', async () => {
    const file = await opened();
    const add = (body: object) => worker.post(`/api/cases/${file.caseId}/needs`, body);
    expect((await add(need('MH-DP'))).status).toBe(201);
    expect((await add(need('MH-DP'))).body).toMatchObject({ status: 422, code: 'need-known', fields: { code: ['already-open'] } });
    expect((await add(need('XX-XX'))).body.fields).toEqual({ code: ['isIn'] });
    expect((await add(need('HS-TM', 'S2', { identifiedOn: dayAhead(2) }))).body.fields).toEqual({ identifiedOn: ['in-future'] });
  });

  it('are of the person’s own life: not from before any life, nor before they can have been born, whoever asks the database', async () => {
    const file = await opened();
    const on = (identifiedOn: string) => worker.post(`/api/cases/${file.caseId}/needs`, need('HS-TM', 'S2', { identifiedOn }));
    const before = (await on('1900-01-01')).body;
    expect([before.code, before.fields]).toEqual(['day-cannot-be', { identifiedOn: ['date-too-early'] }]);
    await house.sql('update client set birth_year_from = 1980, birth_year_to = 1982 where id = $1', [file.clientId]);
    expect((await on('1979-12-31')).body.fields).toEqual({ identifiedOn: ['before-birth'] });
    const { id } = (await on('1980-01-01')).body;
    const inPlainSql = (day: string) =>
      atTheDatabase(house, worker, (sql) => sql('update client_need set identified_on = $2 where id = $1', [id, day]));
    for (const day of ['1979-12-31', '1900-01-01', dayAhead(2)])
      await expect(inPlainSql(day)).rejects.toMatchObject({ constraint: 'client_need_day_of_a_life' });
    expect((await inPlainSql('1980-01-01')).rowCount).toBe(1);
  });

  it('R-AC-03 of the restricted kind lie sealed, their very code included', async () => {
    const file = await opened();
    await worker.post(`/api/cases/${file.caseId}/needs`, need('MH-SU', 'S3'));
    const rows = await house.sql('select code, record_class from client_need where case_id = $1', [file.caseId]);
    expect(rows).toEqual([{ code: null, record_class: 'RESTRICTED' }]);
  });

  it('are shown by what a role on the team needs: housing its own, family links theirs, a counsellor all', async () => {
    const file = await opened();
    for (const code of ['HS-TM', 'HL-FN', 'FM-TR', 'EC-NI', 'MH-DP'])
      await worker.post(`/api/cases/${file.caseId}/needs`, need(code, 'S2', { note: 'Words' }));
    const seen = async (by: Person) => (await by.get(`/api/cases/${file.caseId}/needs`)).body.items;
    const codes = async (by: Person) => (await seen(by)).map(({ code }: { code: string }) => code).sort();
    expect(await codes(await onTeam(file, 'HOUSING'))).toEqual(['HL-FN', 'HS-TM']);
    expect(await codes(await onTeam(file, 'FAMILY_LINKS'))).toEqual(['FM-TR']);
    expect(await codes(await onTeam(file, 'COUNSELLOR'))).toHaveLength(5);
    expect(await codes(coordinator)).toHaveLength(5);
    const housing = await onTeam(file, 'HOUSING');
    expect((await seen(housing)).every(({ note }: { note: string | null }) => note === null)).toBe(true);
    const [restricted] = (await seen(worker)).filter(({ code }: { code: string }) => code === 'MH-DP');
    expect((await housing.get(`/api/needs/${restricted.id}`)).status).toBe(404);
    expect((await housing.post(`/api/cases/${file.caseId}/needs`, need('HS-IN'))).status).toBe(403);
  });

  it('are stated when the assessment ends, or that there is none; they make the draft of the plan', async () => {
    const file = await opened();
    expect((await assessed(file, {})).body).toMatchObject({ status: 422, code: 'needs-missing' });
    const { body } = await worker.post(`/api/cases/${file.caseId}/needs`, need('HS-TM'));
    expect((await assessed(file, { noNeeds: true })).body.code).toBe('needs-there');
    expect((await assessed(file, {})).body.state).toBe('PLANNING');
    expect((await planOf(worker, file)).inHand.goals).toEqual([
      expect.objectContaining({ domain: 'D02', needIds: [body.id], statement: '' }),
    ]);
  });
});

describe('a case plan', () => {
  it('may have holes as a draft; submitted, each hole is named and nothing moves', async () => {
    const file = await planning();
    const holed = wholePlan({ participation: null, goals: [wholeGoal({ statement: '' }, { dueOn: null })] });
    expect((await writtenPlan(worker, file, holed)).status).toBe(200);
    expect((await step(worker, file, 'plan-submission')).body).toMatchObject({
      status: 422,
      code: 'plan-incomplete',
      fields: { participation: ['missing'], 'goals.0.statement': ['missing'], 'goals.0.actions.0.dueOn': ['missing'] },
    });
    expect((await planOf(worker, file)).inHand.state).toBe('DRAFT');
  });

  it('takes no step without a plan', async () => {
    const file = await planning();
    await house.sql('delete from plan_version where case_id = $1', [file.caseId]);
    expect((await step(worker, file, 'plan-submission')).body).toMatchObject({ status: 422, code: 'plan-missing' });
  });

  it('R-CA-04 is approved by another: not by who submitted it, nor by who wrote on it', async () => {
    const file = await planning();
    await writtenPlan(worker, file);
    await step(worker, file, 'plan-submission');
    // a coordinator who wrote on it, as the database has it
    await house.sql('update plan_version set author_ids = author_ids || $2::uuid where case_id = $1', [file.caseId, second.id]);
    expect((await step(worker, file, 'plan-approval')).status).toBe(403);
    expect((await step(second, file, 'plan-approval')).body).toMatchObject({ status: 422, code: 'same-person' });
    expect((await planOf(second, file)).actions).not.toContain('approve');
    expect((await planOf(coordinator, file)).actions).toContain('approve');
    expect((await step(coordinator, file, 'plan-approval')).body.state).toBe('ACTIVE');
  });

  it('R-CA-04 is kept by the database itself, whoever asks it', async () => {
    const file = await inForce();
    const [row] = await house.sql<{ id: string }>('select id from plan_version where case_id = $1', [file.caseId]);
    await expect(house.sql('update plan_version set approved_by = submitted_by where id = $1', [row?.id])).rejects.toThrow();
    await expect(house.sql(`update plan_version set sealed = '\\x00' where id = $1`, [row?.id])).rejects.toThrow(/approved plan/);
    await expect(house.sql(`update plan_version set state = 'DRAFT' where id = $1`, [row?.id])).rejects.toThrow();
  });

  it('is sent back with a reason, which its author finds as a task, mended and approved', async () => {
    const file = await planning();
    await writtenPlan(worker, file);
    await step(worker, file, 'plan-submission');
    await step(coordinator, file, 'plan-return', { reason: 'The second goal has no day' });
    const { inHand } = await planOf(worker, file);
    expect(inHand).toMatchObject({ state: 'DRAFT', returnReason: 'The second goal has no day', returnedBy: { id: coordinator.id } });
    const tasks = async () =>
      (await worker.get(`/api/cases/${file.caseId}/tasks`)).body.items
        .map(({ kind }: { kind: string }) => kind)
        .filter((kind: string) => kind !== 'RISK_REVIEW');
    expect(await tasks()).toEqual(['PLAN_RETURNED']);
    await worker.put(`/api/cases/${file.caseId}/plan-draft`, wholePlan(), { version: inHand.version });
    await step(worker, file, 'plan-submission');
    expect(await tasks()).toEqual([]);
    expect((await step(coordinator, file, 'plan-approval')).body.state).toBe('ACTIVE');
  });

  it('R-CA-03 in force is reviewed after 90 days, 30 at high risk and 7 at imminent', async () => {
    for (const [risk, days] of [
      [null, 90],
      ['HIGH', 30],
      ['IMMINENT', 7],
    ] as const) {
      const file = await planning();
      await house.sql('update case_file set risk_level = $2 where id = $1', [file.caseId, risk]);
      await writtenPlan(worker, file);
      await step(worker, file, 'plan-submission');
      await step(coordinator, file, 'plan-approval');
      const review = (await planOf(worker, file)).inForce.reviewDue;
      const [today] = await house.sql<{ day: string }>(`select to_char(now() at time zone 'Europe/Tirane', 'YYYY-MM-DD') as day`);
      const wanted = new Date(Date.parse(`${today?.day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
      expect([risk, review]).toEqual([risk, wanted]);
      const { items } = (await worker.get(`/api/cases/${file.caseId}/tasks`)).body;
      expect(items).toContainEqual(expect.objectContaining({ kind: 'PLAN_REVIEW', dueOn: wanted }));
    }
  });

  it('R-CA-03 in force is looked at sooner when the risk rises', async () => {
    const file = await inForce();
    const before = (await planOf(worker, file)).inForce.reviewDue;
    const { status } = await worker.post(`/api/cases/${file.caseId}/risk-assessments`, assessment({ TH1: 'PRESENT' }, 'HIGH'));
    expect(status).toBe(201);
    const after = (await planOf(worker, file)).inForce.reviewDue;
    expect((Date.parse(before) - Date.parse(after)) / 86_400_000).toBe(60);
    const { items } = (await worker.get(`/api/cases/${file.caseId}/tasks`)).body;
    expect(items).toContainEqual(expect.objectContaining({ kind: 'PLAN_REVIEW', dueOn: after }));
  });

  it('puts its needs into the plan and its actions before the colleagues who do them; finished, the action is done', async () => {
    const file = await planning();
    const { body: added } = await worker.post(`/api/cases/${file.caseId}/needs`, need('HS-TM'));
    const housing = await onTeam(file, 'HOUSING');
    await writtenPlan(
      worker,
      file,
      wholePlan({ goals: [wholeGoal({ needIds: [added.id] }, { ownerKind: 'STAFF', ownerId: housing.id })] }),
    );
    await step(worker, file, 'plan-submission');
    await step(coordinator, file, 'plan-approval');
    expect((await worker.get(`/api/needs/${added.id}`)).body.status).toBe('IN_PLAN');
    const [task] = (await housing.get(`/api/cases/${file.caseId}/tasks`)).body.items.filter(
      ({ kind }: { kind: string }) => kind === 'PLAN_ACTION',
    );
    expect(task).toMatchObject({ title: 'Look at three rooms', owner: { id: housing.id } });
    expect((await housing.get(`/api/cases/${file.caseId}/plan`)).status).toBe(403);
    expect((await housing.post(`/api/tasks/${task.id}/completion`, {})).body.status).toBe('DONE');
    expect((await planOf(worker, file)).inForce.goals[0].actions[0].progress.status).toBe('DONE');
  });

  it('shows in a new version what is different from the last, and puts that out of force when approved', async () => {
    const goal = wholeGoal();
    const file = await inForce(wholePlan({ goals: [goal] }));
    const note = await worker.post(`/api/cases/${file.caseId}/notes`, {
      type: 'DECISION',
      happenedAt: new Date().toISOString(),
      body: 'Anew',
    });
    await step(worker, file, 'plan-revision', { note: note.body.id });
    const before = await planOf(worker, file);
    expect([before.inForce.number, before.inHand.number, before.inHand.agreement]).toEqual([1, 2, null]);
    const added = wholeGoal({ statement: 'I want to learn the language', domain: 'D07' });
    const after = await worker.put(
      `/api/cases/${file.caseId}/plan-draft`,
      wholePlan({ agreement: 'AGREED_PART', goals: [{ ...goal, target: 5 }, added] }),
      { version: before.inHand.version },
    );
    expect(after.body.inHand.difference).toMatchObject({
      since: 1,
      fields: ['agreement'],
      changes: [
        { kind: 'CHANGED', item: 'GOAL', id: goal.id, fields: ['target'] },
        { kind: 'ADDED', item: 'GOAL', id: added.id },
      ],
      before: [expect.objectContaining({ id: goal.id, target: 4 })],
    });
    await step(worker, file, 'plan-submission');
    await step(coordinator, file, 'plan-approval');
    const { inForce: now, inHand, versions } = await planOf(worker, file);
    expect([now.number, inHand, versions.map(({ state }: { state: string }) => state)]).toEqual([2, null, ['APPROVED', 'SUPERSEDED']]);
    const old = versions[1];
    expect((await worker.get(`/api/plan-versions/${old.id}`)).body).toMatchObject({ number: 1, state: 'SUPERSEDED', difference: null });
  });

  it('is followed goal by goal; what is blocked says why', async () => {
    const goal = wholeGoal();
    const file = await inForce(wholePlan({ goals: [goal] }));
    const action = (await planOf(worker, file)).inForce.goals[0].actions[0];
    const follow = (body: object) => worker.put(`/api/plan-items/${action.id}`, body, { version: action.progress.version });
    expect((await follow({ status: 'BLOCKED' })).body).toMatchObject({ status: 422, fields: { blockedReason: ['missing'] } });
    expect((await follow({ status: 'ACHIEVED' })).body.code).toBe('progress-unknown');
    expect((await follow({ status: 'DONE', doneOn: dayAhead(3) })).body.fields).toEqual({ doneOn: ['in-future'] });
    expect((await follow({ status: 'BLOCKED', blockedReason: 'No answer yet' })).status).toBe(200);
    expect((await follow({ status: 'IN_PROGRESS' })).body).toMatchObject({ status: 412, code: 'stale-edit' });
  });

  it('R-CA-12 written by two is not overwritten in silence', async () => {
    const file = await planning();
    const colleague = await onTeam(file, 'CASEWORKER');
    const { inHand } = await planOf(colleague, file);
    await writtenPlan(worker, file);
    const late = await colleague.put(`/api/cases/${file.caseId}/plan-draft`, wholePlan(), { version: inHand.version });
    expect(late.body).toMatchObject({ status: 412, code: 'stale-edit', facts: { changed: expect.arrayContaining(['goals']) } });
  });

  it('contradicts itself in no draft, and names no owner who is not on the team', async () => {
    const file = await planning();
    const slip = wholePlan({ goals: [wholeGoal({ target: 1 })] });
    expect((await writtenPlan(worker, file, slip)).body).toMatchObject({ status: 422, fields: { 'goals.0.target': ['below-baseline'] } });
    const stranger = await house.as('CASEWORKER');
    const owned = wholePlan({ goals: [wholeGoal({}, { ownerKind: 'STAFF', ownerId: stranger.id })] });
    expect((await writtenPlan(worker, file, owned)).body).toMatchObject({ status: 422, code: 'owner-not-on-team' });
    expect((await writtenPlan(worker, file, wholePlan({ goals: [wholeGoal({ statement: 'x'.repeat(301) })] }))).status).toBe(422);
  });

  it('ends with its case: nothing of it is still to be done', async () => {
    const file = await inForce();
    const note = await worker.post(`/api/cases/${file.caseId}/notes`, {
      type: 'DECISION',
      happenedAt: new Date().toISOString(),
      body: 'Done',
    });
    await askClosure(worker, file, { closureReason: 'GOALS_ACHIEVED', note: note.body.id });
    await step(coordinator, file, 'closure');
    const open = await house.sql(`select 1 from task where case_id = $1 and status in ('OPEN', 'IN_PROGRESS', 'BLOCKED')`, [file.caseId]);
    const planned = await house.sql(`select 1 from plan_item where case_id = $1 and item = 'ACTION' and status <> 'CANCELLED'`, [
      file.caseId,
    ]);
    expect([open, planned]).toEqual([[], []]);
  });
});
