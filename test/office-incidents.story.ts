import { Client } from 'pg';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { bring, taken } from './support/brought';
import { type House, openHouse, type Person } from './support/house';
import * as papers from './support/papers';
import { databaseUrl } from './support/postgres';
import { incident, officeIncident } from './support/risk-words';
import { officeDay } from './support/office-day';

let house: House;
let worker: Person;
let colleague: Person;
let counsellor: Person;
let coordinator: Person;
let safety: Person;
let far: Person;

beforeAll(async () => {
  house = await openHouse();
  worker = await house.as('CASEWORKER');
  colleague = await house.as('CASEWORKER');
  counsellor = await house.as('COUNSELLOR');
  coordinator = await house.as('COORDINATOR');
  safety = await house.as('COORDINATOR', house.offices.north, 'On the list', ['DUTY_LIST']);
  far = await house.as('COORDINATOR', house.offices.south, 'Far away', ['DUTY_LIST']);
});
afterAll(() => house.close());
beforeEach(() => house.sql('truncate danger'));

const told = (more: object = {}) => officeIncident(house.offices.north.id, more);
const report = async (more: object = {}, by: Person = worker): Promise<string> => {
  const { status, body, text } = await by.post('/api/incidents', told(more));
  expect([status, text]).toEqual([201, text]);
  return body.id as string;
};
const at = (id: string, path = '') => `/api/incidents/${id}${path}`;
const assess = (id: string, severity: string) => coordinator.post(at(id, '/assessment'), { severity, confidence: 'REPORTED' });
const dueTomorrow = () => officeDay(1);
const deed = (ownerId: string) => ({ text: 'Change the lock', ownerId, dueOn: dueTomorrow() });
const openDangers = async (by: Person) => (await by.get('/api/duty')).body.open;

describe('an incident of the office (2.16: no client and no case)', () => {
  it('is reported without a file, and read by whoever reported it and by the coordinators of the office (5.1 row 28)', async () => {
    const id = await report();
    for (const reader of [worker, coordinator, safety]) {
      const { status, body } = await reader.get(at(id));
      expect([status, body.caseId, body.caseRef, body.affected, body.affectedOthers]).toEqual([200, null, null, [], 'The back door']);
      expect((await reader.get('/api/incidents')).body.items.map((each: { id: string }) => each.id)).toContain(id);
    }
    for (const outsider of [colleague, counsellor, far, await house.as('CASEWORKER', house.offices.elsewhere)]) {
      expect((await outsider.get(at(id))).status).toBe(404);
      expect((await outsider.get('/api/incidents')).body.items.map((each: { id: string }) => each.id)).not.toContain(id);
    }
    for (const role of ['AUDITOR', 'ADMIN', 'PARTNER'] as const) expect((await (await house.as(role)).get(at(id))).status).toBe(403);
  });

  it('is reported by those whom row 28 names: housing reports and does not read, a lawyer does not report', async () => {
    const [housing, lawyer, links] = [await house.as('HOUSING'), await house.as('LEGAL'), await house.as('FAMILY_LINKS')];
    const ofHousing = await report({}, housing);
    expect((await housing.get(at(ofHousing))).status).toBe(403);
    expect((await coordinator.get(at(ofHousing))).status).toBe(200);
    expect((await lawyer.post('/api/incidents', told())).status).toBe(403);
    const ofLinks = await report({}, links);
    const { body } = await links.get(at(ofLinks));
    expect([body.id, body.actions]).toEqual([ofLinks, []]);
    expect((await links.post(at(ofLinks, '/actions'), deed(links.id))).status).toBe(403);
  });

  it('is not reported in an office where one does not work', async () => {
    const { status } = await worker.post('/api/incidents', officeIncident(house.offices.south.id));
    const never = await worker.post('/api/incidents', officeIncident('019a0000-0000-7000-8000-000000000000'));
    expect([status, never.status]).toEqual([404, 404]);
  });

  it('R-AC-14: a tie that is not cleared closes it, also to whoever reported it', async () => {
    const tied = await house.as('CASEWORKER');
    const id = await report({}, tied);
    await house.sql(`update staff_member set tie_state = 'DECLARED' where id = $1`, [tied.id]);
    expect((await tied.get(at(id))).status).toBe(404);
    expect((await tied.post('/api/incidents', told())).status).toBe(404);
    await house.sql(`update staff_member set tie_state = 'NONE' where id = $1`, [tied.id]);
    expect((await tied.get(at(id))).status).toBe(200);
  });

  it('says whom or what it touched; somebody who is missing is a client', async () => {
    const nobody = await worker.post('/api/incidents', told({ affectedOthers: '  ' }));
    expect([nobody.status, nobody.body.fields]).toEqual([422, { affectedOthers: ['missing'] }]);
    const missing = await worker.post('/api/incidents', told({ type: 'MISSING' }));
    expect([missing.status, missing.body.fields]).toEqual([422, { type: ['needs-client'] }]);
    const tomorrow = await worker.post('/api/incidents', told({ occurred: { originalText: dueTomorrow(), calendar: 'GREGORIAN' } }));
    expect([tomorrow.status, Object.keys(tomorrow.body.fields)]).toEqual([422, ['occurred']]);
  });

  it('goes its way without a client to tell; a serious one calls whoever is on duty and is closed by another (3.11, separation of duties 11)', async () => {
    const id = await report({}, safety);
    expect((await assess(id, 'I3')).body.state).toBe('ASSESSED');
    expect(await openDangers(coordinator)).toMatchObject([
      { kind: 'INCIDENT', caseId: null, caseRef: null, incidentId: id, pseudonym: null },
    ]);
    expect(await openDangers(far)).toEqual([]);
    await safety.post(at(id, '/actions'), deed(coordinator.id));
    expect((await safety.post(at(id, '/action'))).body.state).toBe('ACTION');
    const [{ id: actionId }] = (await coordinator.get(at(id))).body.actionsTaken;
    await coordinator.post(at(id, '/action-completion'), { actionId });
    expect((await safety.post(at(id, '/monitoring'), { reviewOn: dueTomorrow() })).body.state).toBe('MONITORING');
    const closing = { clientInformed: false, words: 'A better lock' };
    const own = await safety.post(at(id, '/closure'), closing);
    expect([own.status, own.body.code]).toEqual([422, 'same-person']);
    const another = await house.as('COORDINATOR', house.offices.north, 'Another on the list', ['DUTY_LIST']);
    expect((await another.post(at(id, '/closure'), closing)).body).toMatchObject({ state: 'CLOSED', lessons: 'A better lock' });
  });

  it('the danger it raises is taken and settled like any other, and R-RI-09 holds', async () => {
    const id = await report();
    await assess(id, 'I4');
    const [danger] = await openDangers(safety);
    const took = await safety.post(`/api/dangers/${danger.id}/taking`);
    expect([took.status, took.body.state]).toEqual([200, 'TAKEN']);
    const own = await coordinator.post(`/api/dangers/${danger.id}/settlement`, { words: 'It is over' });
    expect([own.status, own.body.code]).toEqual([422, 'same-person']);
    const settled = await safety.post(`/api/dangers/${danger.id}/settlement`, { words: 'It is over' });
    expect([settled.status, settled.body.settlement]).toEqual([200, 'It is over']);
  });

  it('R-RI-04: clients whom it touched are named by their cases; their risk is looked at again, and they are told how it ended', async () => {
    const file: AdmittedFile = await admittedFile(house, coordinator, worker);
    const id = await report({ type: 'DATA_BREACH', affectedOthers: null, affectedCaseRefs: [file.caseRef] });
    expect((await worker.get(at(id))).body.affected).toEqual([{ caseId: file.caseId, caseRef: file.caseRef }]);
    await assess(id, 'I3');
    const reviews = await house.sql(`select 1 from task where case_id = $1 and kind = 'RISK_REVIEW' and status = 'OPEN'`, [file.caseId]);
    expect(reviews).toHaveLength(1);
    await house.sql(`update incident set state = 'MONITORING' where id = $1`, [id]);
    const untold = await safety.post(at(id, '/closure'), { clientInformed: false, words: 'Lists are locked away' });
    expect([untold.status, untold.body.fields]).toEqual([422, { clientInformed: ['missing'] }]);
    // the file of a client says nothing of an incident of the office
    expect((await worker.get(`/api/cases/${file.caseId}/incidents`)).body.total).toBe(0);
    expect((await worker.get(`/api/cases/${file.caseId}/timeline`)).text).not.toContain(id);
  });

  it('what has to be done is asked of somebody who reads it, stands in their day, and is gone when it is done', async () => {
    const id = await report();
    const shut = await worker.post(at(id, '/actions'), deed(colleague.id));
    expect([shut.status, shut.body.fields]).toEqual([422, { ownerId: ['may-not-read'] }]);
    const may = (await worker.get(at(id))).body.mayOwnActions.map((one: { id: string }) => one.id);
    expect([may.includes(worker.id), may.includes(coordinator.id), may.includes(colleague.id)]).toEqual([true, true, false]);
    await worker.post(at(id, '/actions'), deed(coordinator.id));
    const mine = async (by: Person) =>
      (await by.get('/api/day')).body.items.filter((item: { incidentId: string | null }) => item.incidentId === id);
    expect(await mine(coordinator)).toMatchObject([{ kind: 'INCIDENT_ACTION', group: 'DANGER', caseId: null, task: null }]);
    for (const other of [worker, safety, colleague]) expect(await mine(other)).toEqual([]);
    const [task] = await house.sql<{ id: string }>(`update task set due_on = current_date - 3 where incident_id = $1 returning id`, [id]);
    const late = async (by: Person) =>
      (await by.get('/api/board/overdue?kind=INCIDENT_ACTION&limit=100')).body.items.filter((row: { id: string }) => row.id === task?.id);
    expect(await late(coordinator)).toMatchObject([{ incidentId: id, caseId: null, taskKind: 'INCIDENT_ACTION' }]);
    expect(await late(far)).toEqual([]);
    // it is opened where its incident is, not as a task of a file
    expect((await coordinator.get(`/api/tasks/${task?.id ?? ''}`)).status).toBe(404);
    const [{ id: actionId }] = (await worker.get(at(id))).body.actionsTaken;
    await worker.post(at(id, '/action-completion'), { actionId });
    expect([await mine(coordinator), await late(coordinator)]).toEqual([[], []]);
  });

  it('its evidence lies under its own key, and is seen by whoever sees it', async () => {
    const id = await report();
    const what = { what: 'The lock', capturedAt: new Date().toISOString(), fileName: 'photo.jpg' };
    const { status, body } = await bring(coordinator, at(id, '/evidence-files'), papers.photograph(), what);
    expect([status, body.evidence.length]).toEqual([201, 1]);
    const evidence = `/api/incident-evidence/${body.evidence[0].id}`;
    expect((await taken(house, worker, `${evidence}/content`)).bytes.equals(papers.plainJpeg())).toBe(true);
    for (const outsider of [colleague, far]) expect((await outsider.get(`${evidence}/content`)).status).toBe(404);
    expect(await house.sql('select distinct subject_id from stored_file where client_id is null')).toEqual([{ subject_id: id }]);
    expect((await house.keysSql('select 1 from subject_key where subject_id = $1', [id])).length).toBe(1);
    expect((await worker.post(`${evidence}/removal`, { why: 'It shows somebody else' })).body.evidence[0].removed.by.id).toBe(worker.id);
  });

  it('whoever asked not to be named is known to coordinators alone', async () => {
    const id = await report({ reporterHidden: true });
    expect((await coordinator.get(at(id))).body.reportedBy.name).toBe(worker.name);
    expect((await worker.get(at(id))).body.reportedBy.name).toBe(worker.name);
  });
});

describe('row security of what concerns the office', () => {
  const TABLES = ['incident', 'incident_evidence', 'incident_evidence_removal', 'danger', 'task', 'stored_file', 'stored_chunk'] as const;

  it('is a wall of its own: plain SQL shows it to whoever reported it and to its coordinators, and to nobody else', async () => {
    const id = await report();
    await assess(id, 'I3');
    await coordinator.post(at(id, '/actions'), deed(coordinator.id));
    const what = { what: 'The lock', capturedAt: new Date().toISOString(), fileName: 'photo.jpg' };
    const { body } = await bring(worker, at(id, '/evidence-files'), papers.photograph(), what);
    await worker.post(`/api/incident-evidence/${body.evidence[0].id}/removal`, { why: 'It shows somebody else' });
    const root = new Client(databaseUrl(new URL(house.urls.app).pathname.slice(1)));
    await root.connect();
    const seenBy = async (context: Record<string, string>): Promise<number[]> => {
      await root.query('begin');
      await root.query('set local role panah_app');
      for (const [name, value] of Object.entries({ org_id: house.offices.north.orgId, ...context }))
        await root.query('select set_config($1, $2, true)', [`app.${name}`, value]);
      const counts: number[] = [];
      for (const table of TABLES)
        counts.push((await root.query<{ n: number }>(`select count(*)::int as n from ${table} where client_id is null`)).rows[0]?.n ?? 0);
      const steps = await root.query(`select 1 from process_step where subject_id = $1`, [id]);
      await root.query('rollback');
      return [...counts, steps.rowCount ?? 0];
    };
    const north = house.offices.north.id;
    const member = (person: Person) => ({ staff_id: person.id, member: person.id, enquiry_offices: north, roles: 'CASEWORKER' });
    const inside = await seenBy({ staff_id: coordinator.id, coordinated_offices: north, enquiry_offices: north, roles: 'COORDINATOR' });
    expect(inside.every((count) => count > 0)).toBe(true);
    const reporter = await seenBy(member(worker));
    expect(TABLES.map((table, index) => [table, (reporter[index] ?? 0) > 0])).toEqual(TABLES.map((table) => [table, table !== 'danger']));
    const none = [...TABLES.map(() => 0), 0];
    expect(await seenBy(member(colleague))).toEqual(none);
    expect(await seenBy({ ...member(worker), member: '' })).toEqual([...none.slice(0, 5), 1, 1, 0]);
    const south = house.offices.south.id;
    expect(await seenBy({ staff_id: far.id, coordinated_offices: south, enquiry_offices: south, roles: 'COORDINATOR' })).toEqual(none);
    expect(await seenBy({ staff_id: coordinator.id, coordinated_offices: north, org_id: house.offices.elsewhere.orgId })).toEqual(none);
    await root.end();
  });

  it('keeps the shapes apart: a case without its client, a silent one, a danger of another kind are refused by the tables', async () => {
    const id = await report();
    const file = await admittedFile(house, coordinator, worker);
    const reported = await worker.post(`/api/cases/${file.caseId}/incidents`, incident());
    for (const [statement, constraint] of [
      [`update incident set client_id = '${file.clientId}' where id = '${id}'`, 'incident_about'],
      [`update incident set case_id = null where id = '${String(reported.body.id)}'`, 'incident_about'],
      [`update incident set silent = true where id = '${id}'`, 'incident_of_office'],
      [`update incident set type = 'MISSING' where id = '${id}'`, 'incident_of_office'],
      [
        `insert into danger (id, org_id, office_id, kind, source_id, state, raised_by) values (gen_random_uuid(), '${house.offices.north.orgId}', '${house.offices.north.id}', 'RAISED', '${id}', 'OPEN', '${worker.id}')`,
        'danger_of_office',
      ],
      [
        `insert into task (id, org_id, office_id, kind, owner_id, due_on) values (gen_random_uuid(), '${house.offices.north.orgId}', '${house.offices.north.id}', 'OTHER', '${worker.id}', current_date)`,
        'task_about',
      ],
    ])
      await expect(house.sql(statement ?? '')).rejects.toThrow(constraint);
  });
});
