import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { onTeam } from './support/file-on-paper';
import { type House, openHouse, type Person } from './support/house';
import { assessment, incident } from './support/risk-words';
import { officeDay } from './support/office-day';

let house: House;
let worker: Person;
let safety: Person;
let coordinator: Person;
let file: AdmittedFile;

beforeAll(async () => {
  house = await openHouse();
  worker = await house.as('CASEWORKER');
  coordinator = await house.as('COORDINATOR');
  safety = await house.as('COORDINATOR', house.offices.north, 'On the list', ['DUTY_LIST']);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.sql('truncate danger');
  file = await admittedFile(house, coordinator, worker);
});

const report = async (more: object = {}, by: Person = worker) => {
  const { status, body } = await by.post(`/api/cases/${file.caseId}/incidents`, incident(more));
  expect(status).toBe(201);
  return body.id as string;
};
const at = (id: string, path = '') => `/api/incidents/${id}${path}`;
const assess = (id: string, severity: string, by: Person = coordinator) =>
  by.post(at(id, '/assessment'), { severity, confidence: 'REPORTED' });
const finish = async (id: string) => {
  const [deed] = (await worker.get(at(id))).body.actionsTaken;
  return worker.post(at(id, '/action-completion'), { actionId: deed.id });
};
const dueTomorrow = () => officeDay(1);
const reviewAt = async (caseId: string) =>
  (await house.sql<{ at: Date | null }>('select risk_review_at as at from case_file where id = $1', [caseId]))[0]?.at ?? null;

describe('an incident', () => {
  it('is reported by the team and read with what was alleged; its source is never a finding', async () => {
    const id = await report({ occurred: { originalText: '1404-08-30', calendar: 'JALALI' }, occurredTime: '21:30' });
    const { body } = await worker.get(at(id));
    expect([body.state, body.allegedSource, body.reportedBy.name, body.occurred.from]).toEqual([
      'REPORTED',
      'UNKNOWN',
      worker.name,
      '2025-11-21',
    ]);
    expect((await worker.get(`/api/cases/${file.caseId}/incidents`)).body).toMatchObject({ total: 1, actions: ['report'] });
  });

  it('does not happen tomorrow, and says what happened', async () => {
    const tomorrow = incident({ occurred: { originalText: dueTomorrow(), calendar: 'GREGORIAN' } });
    const refused = await worker.post(`/api/cases/${file.caseId}/incidents`, tomorrow);
    expect([refused.status, Object.keys(refused.body.fields)]).toEqual([422, ['occurred']]);
    const empty = await worker.post(`/api/cases/${file.caseId}/incidents`, incident({ description: '' }));
    expect([empty.status, Object.keys(empty.body.fields)]).toEqual([422, ['description']]);
  });

  it('goes its way: assessed, acted upon, watched, closed by another than who reported it (3.11)', async () => {
    const id = await report({}, safety);
    expect((await assess(id, 'I3')).body.state).toBe('ASSESSED');
    const early = await safety.post(at(id, '/action'));
    expect([early.status, early.body.fields]).toEqual([422, { actions: ['owner-missing'] }]);
    await worker.post(at(id, '/actions'), { text: 'Change the locks', ownerId: worker.id, dueOn: dueTomorrow() });
    const notSafety = await coordinator.post(at(id, '/action'));
    expect([notSafety.status, notSafety.body.code]).toEqual([422, 'not-on-duty-list']);
    expect((await safety.post(at(id, '/action'))).body.state).toBe('ACTION');
    const undone = await safety.post(at(id, '/monitoring'), { reviewOn: dueTomorrow() });
    expect([undone.status, undone.body.fields]).toEqual([422, { actions: ['not-done'] }]);
    await finish(id);
    expect((await safety.post(at(id, '/monitoring'), { reviewOn: dueTomorrow() })).body.state).toBe('MONITORING');
    const closing = { clientInformed: true, words: 'Two locks from now on' };
    const own = await safety.post(at(id, '/closure'), closing);
    expect([own.status, own.body.code]).toEqual([422, 'same-person']);
    const another = await house.as('COORDINATOR', house.offices.north, 'Another on the list', ['DUTY_LIST']);
    const untold = await another.post(at(id, '/closure'), { ...closing, clientInformed: false });
    expect([untold.status, untold.body.fields]).toEqual([422, { clientInformed: ['missing'] }]);
    expect((await another.post(at(id, '/closure'), closing)).body).toMatchObject({ state: 'CLOSED', lessons: 'Two locks from now on' });
    expect((await coordinator.post(at(id, '/reopening'), { words: 'They came back' })).body.state).toBe('ACTION');
  });

  it('what has to be done is a task of whoever has to do it, and gone when it is done', async () => {
    const id = await report();
    await worker.post(at(id, '/actions'), { text: 'Change the locks', ownerId: worker.id, dueOn: dueTomorrow() });
    const open = () =>
      house.sql(`select owner_id from task where case_id = $1 and kind = 'INCIDENT_ACTION' and status = 'OPEN'`, [file.caseId]);
    expect(await open()).toEqual([{ owner_id: worker.id }]);
    await finish(id);
    expect(await open()).toEqual([]);
  });

  it('R-RI-04: a serious one calls whoever is on duty, and the risk of each client whom it touched is looked at within 24 hours', async () => {
    const other = await admittedFile(house, coordinator, worker);
    await worker.post(`/api/cases/${file.caseId}/risk-assessments`, assessment());
    const id = await report({ affectedCaseRefs: [other.caseRef] });
    await assess(id, 'I2');
    expect([(await safety.get('/api/duty')).body.open, await reviewAt(other.caseId)]).toEqual([[], null]);
    const serious = await report({ affectedCaseRefs: [other.caseRef.toLowerCase()] });
    await assess(serious, 'I3');
    expect((await safety.get('/api/duty')).body.open).toMatchObject([{ kind: 'INCIDENT', caseRef: file.caseRef }]);
    for (const caseId of [file.caseId, other.caseId])
      expect(((await reviewAt(caseId))?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(86_400_000);
    const tasks = await house.sql(`select case_id from task where kind = 'RISK_REVIEW' and status = 'OPEN' and case_id = any($1::uuid[])`, [
      [file.caseId, other.caseId],
    ]);
    expect(tasks).toHaveLength(2);
  });

  it('R-RI-04: a client who is missing puts the review within 24 hours, at once', async () => {
    await report({ type: 'MISSING' });
    expect((await safety.get('/api/duty')).body.open).toMatchObject([{ kind: 'MISSING' }]);
    expect(await reviewAt(file.caseId)).not.toBeNull();
  });

  it('a reference out of reach reads like one that never was', async () => {
    const foreign = await admittedFile(house, coordinator, await house.as('CASEWORKER'));
    const answers = await Promise.all(
      [foreign.caseRef, 'ZZZZZZ-6'].map((ref) => worker.post(`/api/cases/${file.caseId}/incidents`, incident({ affectedCaseRefs: [ref] }))),
    );
    for (const { status, body } of answers) expect([status, body.fields]).toEqual([422, { affectedCaseRefs: ['not-in-reach'] }]);
  });

  it('whoever reported is not named when they asked for it; a coordinator knows', async () => {
    const id = await report({ reporterHidden: true });
    const colleague = await house.as('CASEWORKER');
    await onTeam(house, file, colleague);
    expect((await colleague.get(at(id))).body.reportedBy).toBeNull();
    expect((await coordinator.get(at(id))).body.reportedBy.name).toBe(worker.name);
  });

  it('housing reports and does not read; a lawyer reads and does not report; outsiders find nothing', async () => {
    const [housing, lawyer] = [await house.as('HOUSING'), await house.as('LEGAL')];
    for (const member of [housing, lawyer]) await onTeam(house, file, member);
    const id = await report({}, housing);
    expect((await housing.get(at(id))).status).toBe(403);
    expect((await lawyer.get(at(id))).status).toBe(200);
    expect((await lawyer.post(`/api/cases/${file.caseId}/incidents`, incident())).status).toBe(403);
    expect((await (await house.as('CASEWORKER')).get(at(id))).status).toBe(404);
  });
});

describe('evidence', () => {
  it('is sealed under the incident’s own key: destroying that one leaves the client’s file open', async () => {
    const id = await report();
    const evidence = {
      what: 'A voice message',
      capturedAt: new Date().toISOString(),
      url: 'https://example.org/x',
      sha256: 'a'.repeat(64),
    };
    const { body } = await worker.post(at(id, '/evidence'), evidence);
    expect(body.evidence).toMatchObject([{ what: 'A voice message', sha256: 'a'.repeat(64), addedBy: { name: worker.name } }]);
    const keys = await house.keysSql<{ subject_id: string }>(`select * from subject_key where subject_id = $1`, [id]);
    expect(keys).toHaveLength(1);
    const [{ text }] = await house.sql<{ text: string }>('select e::text as text from incident_evidence e where incident_id = $1', [id]);
    expect(text).not.toContain('example.org');
    await house.keysSql('delete from subject_key where subject_id = $1', [id]);
    expect((await worker.get(`/api/cases/${file.caseId}/file`)).status).toBe(200);
  });

  it('is not from tomorrow, and is never changed, not even past the app', async () => {
    const id = await report();
    const refused = await worker.post(at(id, '/evidence'), {
      what: 'A picture',
      capturedAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    expect([refused.status, refused.body.fields]).toEqual([422, { capturedAt: ['in-future'] }]);
    const grants = await house.sql<{ p: string }>(
      `select privilege_type as p from information_schema.table_privileges where grantee = 'panah_app' and table_name = 'incident_evidence' order by 1`,
    );
    expect(grants.map(({ p }) => p)).toEqual(['INSERT', 'SELECT']);
  });
});
