import './support/patience';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import type { RiskLevel } from '@panah/domain/vocabulary/cases';
import { type Answer, type House, openHouse, type Person } from './support/house';
import { writtenPlan } from './support/plan-on-file';
import { askClosure } from './support/closing';
import { assessment, AT_LEVEL } from './support/risk-words';
import { officeDay } from './support/office-day';

let house: House;
let coordinator: Person;
let worker: Person;
let colleague: Person;
beforeAll(async () => {
  house = await openHouse();
  coordinator = await house.as('COORDINATOR');
  worker = await house.as('CASEWORKER');
  colleague = await house.as('CASEWORKER');
});
afterAll(() => house.close());

const opened = (more: object = {}): Promise<AdmittedFile> => admittedFile(house, coordinator, worker, more);
const signed = async ({ caseId }: AdmittedFile, type = 'DECISION'): Promise<string> =>
  (await worker.post(`/api/cases/${caseId}/notes`, { type, happenedAt: new Date().toISOString(), body: 'What was seen and agreed' })).body
    .id;
const step = (by: Person, { caseId }: AdmittedFile, noun: string, body: object = {}) => by.post(`/api/cases/${caseId}/${noun}`, body);
const day = (ahead: number): string => officeDay(ahead);

const riskAt = (file: AdmittedFile, level: RiskLevel): Promise<Answer> =>
  step(worker, file, 'risk-assessments', assessment(AT_LEVEL[level], level));
const assessed = async (file: AdmittedFile, level: RiskLevel = 'LOW') => {
  await riskAt(file, level);
  return step(worker, file, 'assessment-completion', { note: await signed(file, 'ASSESSMENT'), noNeeds: true });
};
const submitted = async (file: AdmittedFile) => {
  await writtenPlan(worker, file);
  return step(worker, file, 'plan-submission');
};

/** A case whose plan is in force. */
const inForce = async (level: RiskLevel = 'LOW'): Promise<AdmittedFile> => {
  const file = await opened();
  await assessed(file, level);
  await submitted(file);
  expect((await step(coordinator, file, 'plan-approval')).body.state).toBe('ACTIVE');
  return file;
};

describe('a case', () => {
  it('R-CA-03 is opened with its clocks, ten and fifteen working days ahead', async () => {
    const { caseId } = await opened();
    const { body } = await worker.get(`/api/cases/${caseId}`);
    expect(body).toMatchObject({ state: 'ASSESSMENT', periodNo: 1, primaryWorker: { id: worker.id, name: worker.name } });
    expect(body.assessmentDue > body.openedOn && body.planDue > body.assessmentDue).toBe(true);
  });

  it('is read by its worker and the office’s coordinator; to all others it does not exist, in the words of a random id', async () => {
    const { caseId } = await opened();
    const others = [
      colleague,
      await house.as('COORDINATOR', house.offices.south),
      await house.as('COORDINATOR', house.offices.elsewhere),
      await house.as('COUNSELLOR'),
    ];
    for (const url of ['', '/history', '/team'])
      for (const other of others) {
        const [theirs, random] = [
          await other.get(`/api/cases/${caseId}${url}`),
          await other.get(`/api/cases/01900000-0000-7000-8000-000000000000${url}`),
        ];
        expect({ ...theirs.body, requestId: '' }).toEqual({ ...random.body, requestId: '', status: 404 });
      }
    expect((await coordinator.get(`/api/cases/${caseId}`)).status).toBe(200);
    expect((await (await house.as('AUDITOR')).get(`/api/cases/${caseId}`)).status).toBe(403);
  });

  it('opens with the client’s card and the newest notes with their authors', async () => {
    const file = await opened();
    await signed(file);
    expect((await worker.get(`/api/cases/${file.caseId}/file`)).body).toMatchObject({
      id: file.caseId,
      case: { caseRef: file.caseRef },
      client: { latin: file.name },
      notes: [{ type: 'DECISION', author: { name: worker.name }, body: 'What was seen and agreed' }],
    });
    expect((await colleague.get(`/api/cases/${file.caseId}/file`)).status).toBe(404);
  });

  it('R-CA-02 one open case for one client: a second is refused by the table itself', async () => {
    const { caseId } = await opened();
    const copy = `insert into case_file (id, org_id, office_id, client_id, case_ref, period_no, state, country, primary_worker_id, opened_on)
      select gen_random_uuid(), org_id, office_id, client_id, case_ref, 2, 'ASSESSMENT', country, primary_worker_id, opened_on from case_file where id = $1`;
    await expect(house.sql(copy, [caseId])).rejects.toThrow('case_file_one_open');
  });

  it('R-CA-01 has exactly one primary worker while it is open', async () => {
    const { caseId } = await opened();
    await expect(house.sql('update case_file set primary_worker_id = null where id = $1', [caseId])).rejects.toThrow(
      'case_file_primary_worker',
    );
    await expect(
      house.sql(
        `insert into case_team (id, org_id, office_id, client_id, case_id, staff_id, role, is_primary, classes, reason, proposed_by)
        select gen_random_uuid(), org_id, office_id, client_id, case_id, $2, role, true, classes, reason, proposed_by from case_team where case_id = $1`,
        [caseId, colleague.id],
      ),
    ).rejects.toThrow('case_team_one_primary');
  });

  it('is edited on the version that was read; on an older one the differing fields are named', async () => {
    const { caseId } = await opened();
    const input = { priority: 'P1', streams: ['HOUSING', 'FAMILY_LINKS'], country: 'AL' };
    expect((await worker.put(`/api/cases/${caseId}`, input, { version: 1 })).body).toMatchObject({ version: 2, priority: 'P1' });
    expect((await coordinator.put(`/api/cases/${caseId}`, { ...input, priority: 'P2' }, { version: 1 })).body).toMatchObject({
      status: 412,
      facts: { changed: ['priority'] },
    });
    expect((await worker.put(`/api/cases/${caseId}`, { ...input, country: 'Albania' }, { version: 2 })).body).toMatchObject({
      status: 422,
      fields: { country: ['isIn'] },
    });
  });
});

describe('the steps of a case', () => {
  it('an assessment is complete with a signed note of this case, and not with another’s', async () => {
    const [file, other] = [await opened(), await opened()];
    const elsewhere = await signed(other, 'ASSESSMENT');
    expect((await step(worker, file, 'assessment-completion', { note: elsewhere })).body).toMatchObject({
      status: 422,
      code: 'grounds-missing',
    });
    expect((await step(worker, file, 'assessment-completion', { note: await signed(file, 'CONTACT') })).status).toBe(422);
    expect((await assessed(file)).body.state).toBe('PLANNING');
  });

  it('an assessment is complete when risk was assessed for good: a draft is not enough, nor one that waits for a second person (3.1)', async () => {
    const file = await opened();
    const complete = async () =>
      step(worker, file, 'assessment-completion', { note: await signed(file, 'ASSESSMENT'), noNeeds: true }).then(({ status, body }) => [
        status,
        body.code ?? body.state,
      ]);
    expect(await complete()).toEqual([422, 'risk-not-assessed']);
    await step(worker, file, 'risk-drafts', assessment());
    expect(await complete()).toEqual([422, 'risk-not-assessed']);
    const low = assessment(AT_LEVEL.HIGH, 'MEDIUM', { overrideReason: 'The letter is ten years old' });
    const waiting = (await step(worker, file, 'risk-assessments', low)).body;
    expect([waiting.state, await complete()]).toEqual(['WAITING', [422, 'risk-not-assessed']]);
    await coordinator.post(`/api/risk-assessments/${waiting.id}/confirmation`);
    expect(await complete()).toEqual([200, 'PLANNING']);
  });

  it('work at high risk ends only for what nobody can change; for the safety of staff with a coordinator’s own words (3.1)', async () => {
    const file = await inForce('HIGH');
    const ask = async (closureReason: string) => askClosure(worker, file, { closureReason, note: await signed(file) });
    const { status, body } = await ask('GOALS_ACHIEVED');
    expect([status, body.code, body.fields]).toEqual([422, 'closure-at-high-risk', { closureReason: ['not-at-this-risk'] }]);
    await step(coordinator, file, 'hold', { holdReason: 'HOSPITAL', reviewOn: day(20) });
    expect((await ask('CLIENT_WISH')).body.code).toBe('closure-at-high-risk');
    expect((await ask('SAFETY_STAFF')).body.state).toBe('CLOSURE_REQUESTED');
    expect((await step(coordinator, file, 'closure')).body).toMatchObject({ code: 'reason-missing', fields: { reason: ['missing'] } });
    expect((await step(coordinator, file, 'closure', { reason: 'The police advise it' })).body.state).toBe('CLOSED');
  });

  it('at high risk a person who decided to return, or died, is let go; before work began, whoever wants to (3.1)', async () => {
    for (const closureReason of ['RETURNED_GROUP', 'DECEASED']) {
      const file = await inForce('IMMINENT');
      const { body } = await askClosure(worker, file, { closureReason, note: await signed(file) });
      expect([closureReason, body.state]).toEqual([closureReason, 'CLOSURE_REQUESTED']);
    }
    const early = await opened();
    await riskAt(early, 'IMMINENT');
    const { body } = await askClosure(worker, early, { closureReason: 'CLIENT_WISH', note: await signed(early) });
    expect(body.state).toBe('CLOSURE_REQUESTED');
  });

  it('a plan is approved only when it was submitted, and returned with a reason', async () => {
    const file = await opened();
    await assessed(file);
    expect((await step(coordinator, file, 'plan-approval')).body).toMatchObject({ status: 409, code: 'not-open' });
    expect((await submitted(file)).body.actions).not.toContain('submit_plan');
    expect((await step(coordinator, file, 'plan-return', { reason: '' })).status).toBe(422);
    expect((await step(coordinator, file, 'plan-return', { reason: 'The second goal has no day' })).body).toMatchObject({
      state: 'PLANNING',
      planSubmittedAt: null,
    });
    await submitted(file);
    expect((await step(coordinator, file, 'plan-approval')).body.state).toBe('ACTIVE');
  });

  it('a caseworker does not approve; 403 before anything is asked', async () => {
    const file = await opened();
    expect((await step(worker, file, 'plan-approval')).status).toBe(403);
  });

  it('a hold needs a reason and a day within ninety; what is held is resumed', async () => {
    const file = await inForce();
    expect((await step(coordinator, file, 'hold', { holdReason: 'TRAVEL', reviewOn: day(120) })).body).toMatchObject({
      code: 'hold-incomplete',
      fields: { reviewOn: ['too-late'] },
    });
    expect((await step(coordinator, file, 'hold', { holdReason: 'TRAVEL', reviewOn: day(30) })).body).toMatchObject({
      state: 'ON_HOLD',
      holdReason: 'TRAVEL',
    });
    expect((await step(worker, file, 'resumption')).body).toMatchObject({ state: 'ACTIVE', holdReason: null });
  });

  it('R-CA-04 a closure is asked by one and approved by another, also in the table', async () => {
    const file = await inForce();
    const asked = await askClosure(worker, file, { closureReason: 'GOALS_ACHIEVED', note: await signed(file) });
    expect(asked.body).toMatchObject({ state: 'CLOSURE_REQUESTED', closureRequestedBy: { id: worker.id } });
    await expect(
      house.sql(`update case_file set state = 'CLOSED', closed_on = current_date, closed_by = closure_requested_by where id = $1`, [
        file.caseId,
      ]),
    ).rejects.toThrow('case_file_closure_second_person');
    expect((await step(coordinator, file, 'closure')).body).toMatchObject({ state: 'CLOSED', actions: expect.arrayContaining(['reopen']) });
  });

  it('R-CA-04 one person with both roles does not approve their own request', async () => {
    const file = await inForce();
    await house.sql(
      `insert into staff_role (id, org_id, staff_id, office_id, role, confirmed_at, confirmed_how) select gen_random_uuid(), org_id, staff_id, office_id, 'COORDINATOR', now(), 'DEMONSTRATION' from staff_role where staff_id = $1`,
      [worker.id],
    );
    const { body } = await askClosure(worker, file, { closureReason: 'CLIENT_WISH', note: await signed(file) });
    expect(body.actions).not.toContain('approve_closure');
    expect((await step(worker, file, 'closure')).body).toMatchObject({ status: 422, code: 'same-person' });
    await house.sql(`update staff_role set ended_at = now() where staff_id = $1 and role = 'COORDINATOR'`, [worker.id]);
    expect((await step(coordinator, file, 'closure')).body.state).toBe('CLOSED');
  });

  it('a refused closure goes back to where it came from', async () => {
    const [early, late] = [await opened(), await inForce()];
    for (const file of [early, late]) await askClosure(worker, file, { closureReason: 'CLIENT_WISH', note: await signed(file) });
    expect((await step(coordinator, early, 'closure-rejection', { reason: 'She changed her mind' })).status).toBe(409);
    expect((await step(coordinator, early, 'early-closure-rejection', { reason: 'She changed her mind' })).body.state).toBe('ASSESSMENT');
    expect((await step(coordinator, late, 'closure-rejection', { reason: 'She changed her mind' })).body).toMatchObject({
      state: 'ACTIVE',
      closureReason: null,
    });
  });

  it('R-CA-08 contact is not lost before four attempts', async () => {
    const file = await inForce();
    expect((await askClosure(worker, file, { closureReason: 'LOST_CONTACT', note: await signed(file) })).body).toMatchObject({
      code: 'lost-contact-unproven',
      facts: { attempts: 0 },
    });
    // by ways that nobody may use, an attempt is none
    for (const [at, channel] of [...'abcd'].map((_, one) => [40 - one * 13, one % 2 ? 'SMS' : 'EMAIL'] as const))
      await worker.post(`/api/cases/${file.caseId}/notes`, {
        type: 'ATTEMPT',
        happenedAt: new Date(Date.now() - at * 86_400_000).toISOString(),
        direction: 'OUTGOING',
        channel,
      });
    const point = { channel: 'SMS', value: '+355 69 123 4567', safety: 'COMPROMISED', preferred: false };
    const { version } = (await worker.get(`/api/clients/${file.clientId}`)).body;
    const added = await worker.post(`/api/clients/${file.clientId}/contact-points`, point, { version });
    expect(added.status).toBe(201);
    const ask = async () => (await askClosure(worker, file, { closureReason: 'LOST_CONTACT', note: await signed(file) })).body;
    expect(await ask()).toMatchObject({ code: 'lost-contact-unproven', facts: { attempts: 0, channels: 0 } });
    const [{ id, version: its }] = added.body.contactPoints;
    const marked = await worker.put(`/api/clients/${file.clientId}/contact-points/${id}`, { ...point, safety: 'SAFE' }, { version: its });
    expect(await ask()).toMatchObject({ code: 'lost-contact-unproven', facts: { attempts: 2, channels: 1 } });
    const mail = {
      channel: 'EMAIL',
      value: 'somebody@example.org',
      safety: 'SAFE_CONDITIONS',
      conditions: 'In the morning',
      preferred: false,
    };
    await worker.post(`/api/clients/${file.clientId}/contact-points`, mail, { version: marked.body.version });
    expect((await ask()).state).toBe('CLOSURE_REQUESTED');
  });

  it('a closed case is opened again as the next period of the same reference; the closed one stays', async () => {
    const file = await inForce();
    await askClosure(worker, file, { closureReason: 'MOVED_AWAY', note: await signed(file) });
    await step(coordinator, file, 'closure');
    expect((await step(coordinator, file, 'reopening', { reason: 'Back in town', primaryWorkerId: colleague.id })).body).toMatchObject({
      status: 422,
      code: 'not-on-team',
    });
    const { body } = await step(coordinator, file, 'reopening', { reason: 'Back in town', primaryWorkerId: worker.id });
    expect(body).toMatchObject({ state: 'ASSESSMENT', periodNo: 2, caseRef: file.caseRef, clientId: file.clientId });
    expect(body.id).not.toBe(file.caseId);
    expect((await coordinator.get(`/api/cases/${file.caseId}`)).body).toMatchObject({
      state: 'CLOSED',
      actions: expect.not.arrayContaining(['reopen']),
    });
    expect((await step(coordinator, file, 'reopening', { reason: 'Twice', primaryWorkerId: worker.id })).status).toBe(422);
  });

  it('goal 28: two people cannot take one step at once; the loser hears what is open now', async () => {
    const file = await opened();
    const note = await signed(file, 'ASSESSMENT');
    await riskAt(file, 'LOW');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => step(worker, file, 'assessment-completion', { note, noNeeds: true })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.facts.open).toContain('submit_plan');
  });

  it('leaves a history with names and words; the words lie sealed', async () => {
    const file = await inForce();
    await step(coordinator, file, 'hold', { holdReason: 'HOSPITAL', reviewOn: day(20), reason: 'Canary in the ward' });
    const { steps } = (await worker.get(`/api/cases/${file.caseId}/history`)).body;
    expect(steps[0]).toMatchObject({
      action: 'hold',
      from: 'ACTIVE',
      to: 'ON_HOLD',
      reason: 'HOSPITAL',
      note: 'Canary in the ward',
      by: { name: coordinator.name },
    });
    const rows = await house.sql<{ text: string }>(
      'select process_step::text as text from process_step union all select audit_event::text from audit_event',
    );
    expect(rows.map(({ text }) => text).join()).not.toContain('Canary');
  });
});

describe('allocation', () => {
  it('R-CA-05 shows what each worker carries, the lightest first, and warns', async () => {
    const [boss, light, heavy] = [
      await house.as('COORDINATOR', house.offices.south),
      await house.as('CASEWORKER', house.offices.south),
      await house.as('CASEWORKER', house.offices.south),
    ];
    const files = await Promise.all(
      Array.from({ length: 3 }, () => admittedFile(house, boss, heavy, { officeId: house.offices.south.id }, house.offices.south)),
    );
    await house.sql(`update case_file set risk_level = 'IMMINENT' where id = any($1)`, [files.map(({ caseId }) => caseId)]);
    const { body } = await boss.get(`/api/cases/${files[0]?.caseId}/candidates`);
    expect(body).toMatchObject({
      softLimit: 20,
      hardLimit: 30,
      items: [
        { id: light.id, points: 0, onTeam: 'NO' },
        { id: heavy.id, openCases: 3, points: 12, onTeam: 'PRIMARY' },
      ],
    });
  });

  it('gives a case only to one who stands on its team; the one before keeps a place with an end', async () => {
    const file = await opened();
    expect((await coordinator.post(`/api/cases/${file.caseId}/allocation`, { staffId: colleague.id })).body).toMatchObject({
      status: 422,
      code: 'not-on-team',
    });
    await joined(file, colleague);
    expect((await coordinator.post(`/api/cases/${file.caseId}/allocation`, { staffId: colleague.id })).body.primaryWorker.id).toBe(
      colleague.id,
    );
    const { members } = (await colleague.get(`/api/cases/${file.caseId}/team`)).body;
    expect(members.find(({ staffId }: { staffId: string }) => staffId === worker.id)).toMatchObject({
      isPrimary: false,
      state: 'MEMBER',
      endsAt: expect.any(String),
    });
    expect((await worker.post(`/api/cases/${file.caseId}/allocation`, { staffId: worker.id })).status).toBe(403);
  });
});

/** Asked, answered by both: on the team. */
async function joined({ caseId }: AdmittedFile, member: Person, role = 'CASEWORKER'): Promise<string> {
  await worker.post(`/api/cases/${caseId}/team`, { staffId: member.id, role, reason: 'JOINT_WORK' });
  const id = (await member.get('/api/team-questions')).body.items.at(-1).id;
  await member.post(`/api/team-questions/${id}/answer`, { answer: 'NO_TIE' });
  await worker.post(`/api/cases/${caseId}/team/${id}/client-answer`, { answer: 'NO_OBJECTION' });
  return id;
}
