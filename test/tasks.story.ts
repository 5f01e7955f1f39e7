import './support/patience';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { raiseAsJob, settleAsJob } from '../apps/api/src/tasks/task.records';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { type House, openHouse, type Person } from './support/house';
import { asJob } from './support/as-job';
import { dayAhead } from './support/plan-on-file';

let house: House;
let coordinator: Person;
let worker: Person;
beforeAll(async () => {
  house = await openHouse();
  coordinator = await house.as('COORDINATOR');
  worker = await house.as('CASEWORKER');
});
afterAll(() => house.close());

const opened = (more: object = {}): Promise<AdmittedFile> => admittedFile(house, coordinator, worker, more);

describe('a task that the house asks for', () => {
  it('is the primary worker’s, is asked for once, and ends when its reason is gone', async () => {
    const { caseId } = await opened();
    const recordId = caseId;
    const task = { kind: 'CONSENT_EXPIRES', caseId, dueOn: '2026-12-01', recordId, dedupeKey: `consent:${caseId}:30` } as const;
    const [first, second] = await asJob(house, async (work) => [await raiseAsJob(work, task), await raiseAsJob(work, task)]);
    expect([typeof first, second]).toEqual(['string', null]);
    const row = async () => (await house.sql('select owner_id, follows_worker, status, end_reason from task where id = $1', [first]))[0];
    expect(await row()).toMatchObject({ owner_id: worker.id, follows_worker: true, status: 'OPEN' });
    await asJob(house, (work) => settleAsJob(work, 'CONSENT_EXPIRES', recordId));
    expect(await row()).toMatchObject({ status: 'CANCELLED', end_reason: 'REASON_GONE' });
  });

  it('of the office belongs to any of its coordinators', async () => {
    const { caseId } = await opened();
    await asJob(house, (work) => raiseAsJob(work, { kind: 'MISSING_PROTOCOL', caseId, dueOn: '2026-12-01' }));
    const [row] = await house.sql('select owner_id, for_coordinators, priority from task where case_id = $1', [caseId]);
    expect(row).toEqual({ owner_id: null, for_coordinators: true, priority: 'P1' });
  });
});

interface Line {
  id: string;
  kind: string;
  group: string;
  standsInFor: string | null;
  task: { next: string[]; title: string | null } | null;
}
const tasksOf = async (by: Person, caseId: string, status = 'OPEN_ALL') =>
  (await by.get(`/api/cases/${caseId}/tasks?status=${status}`)).body.items;
const set = (by: Person, caseId: string, more: object = {}) =>
  by.post(`/api/cases/${caseId}/tasks`, { kind: 'CONTACT', dueOn: dayAhead(2), ...more });
const dayOf = async (by: Person): Promise<Line[]> => (await by.get('/api/day')).body.items;
const lineOf = async (by: Person, id: string) => (await dayOf(by)).find((line) => line.id === id);

describe('a task', () => {
  it('R-CO-08: that asks for a decision is opened where it is decided, not ticked off; another of the house is ticked off', async () => {
    const { caseId } = await opened();
    const raise = (kind: 'LEGAL_BASIS_ASKED' | 'DISCLOSURE_REVIEW' | 'MISSING_PROTOCOL') =>
      asJob(house, (work) => raiseAsJob(work, { kind, caseId, dueOn: dayAhead(0) }));
    for (const kind of ['LEGAL_BASIS_ASKED', 'DISCLOSURE_REVIEW'] as const) {
      const id = await raise(kind);
      expect((await coordinator.get(`/api/tasks/${id ?? ''}`)).body.actions).toEqual(['open', 'edit']);
      for (const noun of ['completion', 'cancellation']) {
        const refused = await coordinator.post(`/api/tasks/${id ?? ''}/${noun}`, {});
        expect([refused.status, refused.body.code]).toEqual([422, 'task-decided']);
      }
      expect((await coordinator.get(`/api/tasks/${id ?? ''}`)).body.status).toBe('OPEN');
    }
    const id = await raise('MISSING_PROTOCOL');
    expect((await coordinator.get(`/api/tasks/${id ?? ''}`)).body.actions).toEqual(['finish', 'cancel', 'edit']);
    expect((await coordinator.post(`/api/tasks/${id ?? ''}/completion`, {})).body.status).toBe('DONE');
  });

  it('is finished and the next set in one request, for a day that was offered', async () => {
    const { caseId } = await opened();
    const { body } = await set(worker, caseId, { title: 'Ask how the week was' });
    expect(body).toMatchObject({ status: 'OPEN', type: 'CONTACT', origin: 'MANUAL', owner: { id: worker.id } });
    const line = await lineOf(worker, body.id);
    expect(line).toMatchObject({ kind: 'TASK', group: 'DUE', task: { title: 'Ask how the week was' } });
    const [nextOn] = line?.task?.next ?? [];
    const done = await worker.post(`/api/tasks/${body.id}/completion`, { nextOn });
    expect(done.body).toMatchObject({ status: 'DONE', endedBy: { id: worker.id } });
    const next = await worker.get(`/api/tasks/${done.body.nextId}`);
    expect(next.body).toMatchObject({ kind: 'CONTACT', title: 'Ask how the week was', dueOn: nextOn, status: 'OPEN' });
    expect(await lineOf(worker, body.id)).toBeUndefined();
  });

  it('that the house set for coordinators is theirs: whoever it tells of neither ticks it off, cancels nor moves it', async () => {
    const { caseId } = await opened();
    const id = await asJob(house, (work) => raiseAsJob(work, { kind: 'MISSING_PROTOCOL', caseId, dueOn: dayAhead(1) }));
    const at = `/api/tasks/${id}`;
    const seen = (await worker.get(at)).body;
    expect([seen.status, seen.actions]).toEqual(['OPEN', []]);
    for (const refused of [
      worker.post(`${at}/completion`, {}),
      worker.post(`${at}/cancellation`),
      worker.put(at, { kind: 'OTHER', dueOn: dayAhead(30), status: 'OPEN' }, { version: seen.version }),
    ])
      expect((await refused).body).toMatchObject({ status: 409, code: 'not-open' });
    expect((await coordinator.post(`${at}/completion`, {})).body.status).toBe('DONE');
  });

  it('is finished once, however often and however parallel it is sent', async () => {
    const { caseId } = await opened();
    const { body } = await set(worker, caseId);
    const key = crypto.randomUUID();
    const finish = () => worker.post(`/api/tasks/${body.id}/completion`, { nextOn: dayAhead(6) }, { key });
    await Promise.all([finish(), finish(), finish()]);
    expect(await tasksOf(worker, caseId)).toHaveLength(1);
    expect((await worker.post(`/api/tasks/${body.id}/completion`, {})).body).toMatchObject({ status: 409, code: 'not-open' });
  });

  it('R-CA-11 has a title that names nobody, in any of the client’s names; nothing is kept of one that does', async () => {
    const file = await opened();
    const refused = await set(worker, file.caseId, { title: `Ring ${file.name} tomorrow` });
    expect(refused.body).toMatchObject({ status: 422, code: 'title-not-neutral', fields: { title: ['names-a-person'] } });
    await worker.post(`/api/clients/${file.clientId}/names`, { kind: 'NICKNAME', asWritten: 'Lalehzar', given: 'Lalehzar', inUse: false });
    expect((await set(worker, file.caseId, { title: 'Talk with lalehzar' })).status).toBe(422);
    expect(await tasksOf(worker, file.caseId)).toEqual([]);
    expect((await set(worker, file.caseId, { title: 'Talk about the room' })).status).toBe(201);
  });

  it('has days that can be, and an owner who is on the team', async () => {
    const { caseId } = await opened();
    expect((await set(worker, caseId, { dueOn: dayAhead(-3) })).body).toMatchObject({ status: 422, fields: { dueOn: ['in-past'] } });
    expect((await set(worker, caseId, { dueOn: '2027-02-31' })).body.fields.dueOn).toBeDefined();
    expect((await set(worker, caseId, { remindOn: dayAhead(5) })).body.fields).toEqual({ remindOn: ['after-due'] });
    const stranger = await house.as('CASEWORKER');
    expect((await set(worker, caseId, { ownerId: stranger.id })).body.code).toBe('owner-not-on-team');
    expect((await set(stranger, caseId)).status).toBe(404);
  });

  it('R-CA-12 changed by two is not overwritten in silence', async () => {
    const { caseId } = await opened();
    const { body } = await set(worker, caseId);
    const change = { kind: 'CONTACT', dueOn: dayAhead(4), status: 'IN_PROGRESS' };
    expect((await worker.put(`/api/tasks/${body.id}`, change, { version: body.version })).body.status).toBe('IN_PROGRESS');
    const late = await coordinator.put(`/api/tasks/${body.id}`, { ...change, dueOn: dayAhead(5) }, { version: body.version });
    expect(late.body).toMatchObject({ status: 412, facts: { changed: ['dueOn'] } });
  });

  it('lies sealed: no word of it is read in the database', async () => {
    const { caseId } = await opened();
    const { body } = await set(worker, caseId, { title: 'Qvxztitle' });
    const [row] = await house.sql<{ text: string }>(`select t::text || encode(sealed, 'escape') as text from task t where id = $1`, [
      body.id,
    ]);
    expect(row?.text).not.toContain('Qvxztitle');
  });

  it('rests while its case is on hold, but for safety, and is due later by as long as it rested', async () => {
    const { caseId } = await opened();
    await house.sql(`update case_file set state = 'ACTIVE' where id = $1`, [caseId]);
    const { body } = await set(worker, caseId);
    await asJob(house, (work) => raiseAsJob(work, { kind: 'RISK_REVIEW', caseId, dueOn: dayAhead(1) }));
    await coordinator.post(`/api/cases/${caseId}/hold`, { holdReason: 'TRAVEL', reviewOn: dayAhead(20) });
    expect(await lineOf(worker, body.id)).toBeUndefined();
    expect((await dayOf(worker)).filter(({ kind }) => kind === 'SAFETY_TASK').length).toBeGreaterThan(0);
    await house.sql(`update task set paused_on = paused_on - 10 where id = $1`, [body.id]);
    await coordinator.post(`/api/cases/${caseId}/resumption`, {});
    expect((await worker.get(`/api/tasks/${body.id}`)).body).toMatchObject({ dueOn: dayAhead(12), pausedOn: null });
  });

  it('of the primary worker follows the next primary worker; of one who is closed off it goes back', async () => {
    const file = await opened();
    const { body } = await set(worker, file.caseId);
    const next = await house.as('CASEWORKER');
    await worker.post(`/api/cases/${file.caseId}/team`, { staffId: next.id, role: 'CASEWORKER', reason: 'HANDOVER' });
    const [row] = await house.sql<{ id: string }>('select id from case_team where case_id = $1 and staff_id = $2', [file.caseId, next.id]);
    await next.post(`/api/team-questions/${row?.id}/answer`, { answer: 'NO_TIE' });
    await worker.post(`/api/cases/${file.caseId}/team/${row?.id}/client-answer`, { answer: 'NO_OBJECTION' });
    const own = (await set(worker, file.caseId, { ownerId: next.id })).body;
    await worker.post(`/api/cases/${file.caseId}/blocks`, { staffId: next.id, kind: 'DISPUTE', source: 'CLIENT_STATED' });
    expect((await worker.get(`/api/tasks/${own.id}`)).body.owner.id).toBe(worker.id);
    expect((await next.get(`/api/tasks/${body.id}`)).status).toBe(404);
  });
});

describe('a reminder', () => {
  it('comes in the office’s morning, not before, and never on its weekend', async () => {
    const { caseId } = await opened();
    const { body } = await set(worker, caseId, { dueOn: '2027-06-30', remindOn: '2027-06-14' });
    const reminded = async () => (await house.sql('select reminded_at from task where id = $1', [body.id]))[0]?.['reminded_at'];
    const run = (now: string) => house.app.get(Jobs).runNow('remind-of-tasks', { now });
    await run('2027-06-12T10:00:00Z');
    await run('2027-06-14T04:30:00Z');
    expect([await reminded(), await lineOf(worker, body.id)]).toEqual([null, undefined]);
    await run('2027-06-14T07:30:00Z');
    expect(await reminded()).not.toBeNull();
    expect((await lineOf(worker, body.id))?.kind).toBe('TASK');
  });

  it('R-CA-03 a task late for five working days is the coordinator’s too, once, until it is done', async () => {
    const { caseId } = await opened();
    const { body } = await set(worker, caseId, { dueOn: dayAhead(1) });
    const run = (days: number) => house.app.get(Jobs).runNow('remind-of-tasks', { now: monday(days) });
    await run(1);
    const raised = async () => (await tasksOf(coordinator, caseId)).filter(({ kind }: Line) => kind === 'TASK_OVERDUE');
    expect(await raised()).toEqual([]);
    await run(21);
    await run(22);
    expect(await raised()).toHaveLength(1);
    await worker.post(`/api/tasks/${body.id}/completion`, {});
    expect(await raised()).toEqual([]);
  });
});

/** A Monday noon at least so many days ahead. */
function monday(ahead: number): string {
  const day = new Date(Date.now() + ahead * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7));
  return `${day.toISOString().slice(0, 10)}T12:00:00Z`;
}

describe('an appointment', () => {
  const agree = (caseId: string, more: object = {}) =>
    worker.post(`/api/cases/${caseId}/appointments`, { kind: 'LEGAL', on: '2027-07-15', at: '10:00', minutes: 45, ...more });

  it('is at the time a clock in the office shows, or one elsewhere, summer and winter', async () => {
    const { caseId } = await opened();
    expect((await agree(caseId)).body).toMatchObject({
      startsAt: '2027-07-15T08:00:00.000Z',
      timeZone: 'Europe/Tirane',
      on: '2027-07-15',
      at: '10:00',
    });
    expect((await agree(caseId, { on: '2027-12-15' })).body.startsAt).toBe('2027-12-15T09:00:00.000Z');
    // New York changes its clocks two weeks before Tirana
    expect((await agree(caseId, { on: '2027-03-16', timeZone: 'America/New_York' })).body).toMatchObject({
      startsAt: '2027-03-16T14:00:00.000Z',
      at: '10:00',
    });
  });

  it('is not at a time that the clock leaves out, nor in a zone that is none, nor yesterday', async () => {
    const { caseId } = await opened();
    expect((await agree(caseId, { on: '2027-03-28', at: '02:30' })).body).toMatchObject({
      status: 422,
      code: 'no-such-time',
      fields: { at: ['no-such-time'] },
    });
    for (const timeZone of ['Europe/Nowhere', '+05:00', '__proto__'])
      expect((await agree(caseId, { timeZone })).body.fields).toEqual({ timeZone: ['unknown'] });
    expect((await agree(caseId, { on: dayAhead(-2) })).body.fields).toEqual({ on: ['in-past'] });
    expect((await worker.get(`/api/cases/${caseId}/appointments`)).body.items).toEqual([]);
  });

  it('R-AC-03 has a place that is sealed and in no list; it is shown for a reason, which the log keeps', async () => {
    const { caseId } = await opened();
    const { body } = await agree(caseId, { place: 'Qvxzplace 7', persons: 'An interpreter' });
    expect(body).toMatchObject({ hasPlace: true, persons: 'An interpreter' });
    expect((await worker.get(`/api/cases/${caseId}/appointments`)).text).not.toContain('Qvxzplace');
    expect((await worker.post(`/api/appointments/${body.id}/place`, {})).status).toBe(422);
    expect((await worker.post(`/api/appointments/${body.id}/place`, { reason: 'CONTACT_CLIENT' })).body).toEqual({ place: 'Qvxzplace 7' });
    const [line] = await house.sql(
      `select reason, field_classes from audit_event where word = 'appointment:reveal' and subject_id = $1 and outcome = 'DONE'`,
      [body.id],
    );
    expect(line).toMatchObject({ reason: 'CONTACT_CLIENT', field_classes: expect.arrayContaining(['LOCATION']) });
  });

  it('is held or missed once it began, and moved before; its place stays when nothing else is said', async () => {
    const { caseId } = await opened();
    const { body } = await agree(caseId, { place: 'The small room' });
    expect((await worker.post(`/api/appointments/${body.id}/result`, { state: 'HELD' })).body.code).toBe('appointment-ahead');
    const moved = await worker.put(
      `/api/appointments/${body.id}`,
      { kind: 'LEGAL', on: '2027-07-16', at: '11:00', minutes: 30 },
      { version: body.version },
    );
    expect(moved.body).toMatchObject({ startsAt: '2027-07-16T09:00:00.000Z', hasPlace: true });
    expect((await worker.post(`/api/appointments/${body.id}/place`, { reason: 'CHECK_RECORD' })).body.place).toBe('The small room');
    await house.sql(`update appointment set starts_at = now() - interval '1 hour' where id = $1`, [body.id]);
    expect((await worker.post(`/api/appointments/${body.id}/result`, { state: 'HELD' })).body.state).toBe('HELD');
    expect((await worker.post(`/api/appointments/${body.id}/result`, { state: 'CANCELLED' })).status).toBe(409);
  });

  it('is called to mind on the working day before', async () => {
    const { caseId } = await opened();
    // a Monday
    const { body } = await agree(caseId, { on: '2027-07-19' });
    const reminded = async () => (await house.sql('select reminded_at from appointment where id = $1', [body.id]))[0]?.['reminded_at'];
    const run = (now: string) => house.app.get(Jobs).runNow('remind-of-tasks', { now });
    await run('2027-07-15T09:00:00Z');
    expect(await reminded()).toBeNull();
    await run('2027-07-16T09:00:00Z');
    expect(await reminded()).not.toBeNull();
  });
});

describe('R-CA-10 an absence', () => {
  const away = (by: Person, more: object = {}) =>
    by.post('/api/absences', { officeId: house.offices.north.id, from: dayAhead(0), until: dayAhead(13), ...more });

  it('of more than three working days asks the coordinator for a deputy; a short one does not', async () => {
    const absent = await house.as('CASEWORKER');
    const short = await away(absent, { until: dayAhead(1) });
    expect(short.body.deputyMissing).toBe(false);
    const long = await away(absent);
    expect(long.body).toMatchObject({ deputyMissing: true, person: { id: absent.id } });
    expect((await lineOf(coordinator, long.body.id))?.kind).toBe('DEPUTY_NEEDED');
    expect((await away(absent, { until: dayAhead(-1) })).status).toBe(422);
    expect((await away(absent, { from: '9999-12-30', until: '9999-12-31' })).body.fields).toEqual({ from: ['too-far'] });
  });

  it('is said of another by a coordinator of that office alone, and only a coordinator names the deputy', async () => {
    const absent = await house.as('CASEWORKER');
    expect((await away(worker, { staffId: absent.id })).status).toBe(404);
    const { body } = await away(coordinator, { staffId: absent.id });
    expect((await absent.post(`/api/absences/${body.id}/deputy`, { deputyId: worker.id })).status).toBe(403);
    expect((await coordinator.post(`/api/absences/${body.id}/deputy`, { deputyId: absent.id })).body.code).toBe('own-deputy');
    const south = await house.as('COORDINATOR', house.offices.south);
    expect((await south.post(`/api/absences/${body.id}/deputy`, { deputyId: worker.id })).status).toBe(404);
  });

  it('shows the deputy the tasks of the absent, on cases where both questions are answered; on others both are asked', async () => {
    const [absent, deputy] = [await house.as('CASEWORKER'), await house.as('CASEWORKER')];
    const known = await admittedFile(house, coordinator, absent);
    const unknown = await admittedFile(house, coordinator, absent);
    const [seen, hidden] = [(await set(absent, known.caseId)).body.id, (await set(absent, unknown.caseId)).body.id];
    await absent.post(`/api/cases/${known.caseId}/team`, { staffId: deputy.id, role: 'CASEWORKER', reason: 'COVER' });
    const [row] = await house.sql<{ id: string }>('select id from case_team where case_id = $1 and staff_id = $2', [
      known.caseId,
      deputy.id,
    ]);
    await deputy.post(`/api/team-questions/${row?.id}/answer`, { answer: 'NO_TIE' });
    await absent.post(`/api/cases/${known.caseId}/team/${row?.id}/client-answer`, { answer: 'NO_OBJECTION' });
    const { body } = await away(absent);
    expect(await lineOf(deputy, seen)).toBeUndefined();
    const named = await coordinator.post(`/api/absences/${body.id}/deputy`, { deputyId: deputy.id });
    expect(named.body).toMatchObject({ deputy: { id: deputy.id }, deputyMissing: false, casesOpen: 1, casesAsked: 1 });
    expect(await lineOf(deputy, seen)).toMatchObject({ kind: 'TASK', standsInFor: absent.name });
    expect(await lineOf(deputy, hidden)).toBeUndefined();
    expect((await dayOf(deputy)).filter(({ kind }) => kind === 'TEAM_QUESTION')).toHaveLength(1);
    await absent.post(`/api/absences/${body.id}/end`, {});
    expect(await lineOf(deputy, seen)).toBeUndefined();
  });
});

describe('My day', () => {
  it('begins with what is about safety, then what is due, then what waits', async () => {
    const own = await house.as('CASEWORKER');
    const { caseId } = await admittedFile(house, coordinator, own);
    await set(own, caseId, { dueOn: dayAhead(1) });
    await asJob(house, (work) => raiseAsJob(work, { kind: 'SAFETY_PLAN', caseId, dueOn: dayAhead(3) }));
    const agreed = { kind: 'MEETING', on: dayAhead(2), at: '10:00', minutes: 30 };
    await own.post(`/api/cases/${caseId}/appointments`, agreed);
    const groups = (await dayOf(own)).map(({ group, kind }) => `${group} ${kind}`);
    expect(groups).toEqual(['DANGER SAFETY_TASK', 'DUE TASK', 'DUE APPOINTMENT']);
    expect((await own.get('/api/day')).body.items[2].appointment).toMatchObject({ at: '10:00', timeZone: 'Europe/Tirane', minutes: 30 });
  });

  it('shows nothing of a client who is closed to the reader since', async () => {
    const own = await house.as('CASEWORKER');
    const file = await admittedFile(house, coordinator, own);
    const { body } = await set(own, file.caseId);
    await coordinator.post(`/api/cases/${file.caseId}/blocks`, { staffId: own.id, kind: 'DISPUTE', source: 'SAFETY' });
    expect(await lineOf(own, body.id)).toBeUndefined();
  });
});
