import { KeyRing } from '../apps/api/src/platform/sealing/key-ring';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { bring, taken } from './support/brought';
import { onTeam } from './support/file-on-paper';
import { type House, openHouse, type Person } from './support/house';
import * as papers from './support/papers';
import { incident } from './support/risk-words';

let house: House;
let worker: Person;
let coordinator: Person;
let file: AdmittedFile;
let incidentId: string;

beforeAll(async () => {
  house = await openHouse();
  [worker, coordinator] = [await house.as('CASEWORKER'), await house.as('COORDINATOR')];
});
afterAll(() => house.close());
beforeEach(async () => {
  file = await admittedFile(house, coordinator, worker);
  incidentId = await reported();
});

const reported = async (): Promise<string> => (await worker.post(`/api/cases/${file.caseId}/incidents`, incident())).body.id as string;
const told = (more: object = {}) => ({ what: 'What they sent', capturedAt: new Date().toISOString(), fileName: 'photo.jpg', ...more });
const add = (more: object = {}, content = papers.photograph(), by = worker, id = incidentId) =>
  bring(by, `/api/incidents/${id}/evidence-files`, content, told(more));
const one = async (by: Person = worker) => (await by.get(`/api/incidents/${incidentId}`)).body.evidence[0];
const at = (id: string, path: string) => `/api/incident-evidence/${id}/${path}`;
const left = () =>
  house.sql(
    'select (select count(*) from incident_evidence) as pieces, (select count(*) from stored_file) as files, (select count(*) from stored_chunk) as chunks',
  );

describe('a file as evidence of an incident (model 2.16)', () => {
  it('comes in, stands in the list with its sum, and leaves as it was, without what it told of place and maker', async () => {
    const { status, body } = await add({ url: 'https://example.org/post/1' });
    expect([status, body.id]).toEqual([201, incidentId]);
    expect(body.evidence).toMatchObject([
      {
        what: 'What they sent',
        url: 'https://example.org/post/1',
        addedBy: { name: worker.name },
        removed: null,
        file: { kind: 'JPEG', state: 'UNSCANNED', original: null },
        actions: ['look', 'download', 'remove'],
      },
    ]);
    const { id, file: kept } = body.evidence[0];
    expect((await taken(house, worker, at(id, 'file'))).status).toBe(422);
    const { status: given, bytes, headers } = await taken(house, worker, at(id, 'file?warning=seen'));
    expect([given, bytes.equals(papers.plainJpeg()), bytes.length]).toEqual([200, true, kept.bytes]);
    expect(headers['content-disposition']).toBe(`attachment; filename="${id}.jpg"`);
    expect((await taken(house, worker, at(id, 'content'))).bytes.equals(papers.plainJpeg())).toBe(true);
    expect((await taken(house, worker, at(id, 'original?warning=seen'))).status).toBe(404);
  });

  it('is kept as it came only where somebody chose so', async () => {
    const { id, file: kept, actions } = (await add({ keepAsItCame: true })).body.evidence[0];
    expect(actions).toEqual(['look', 'download', 'original', 'remove']);
    const { bytes } = await taken(house, worker, at(id, 'original?warning=seen'));
    expect([bytes.equals(papers.photograph()), bytes.length]).toEqual([true, kept.original.bytes]);
    expect(bytes.toString('latin1')).toContain(papers.PLACE);
    expect((await taken(house, worker, at(id, 'file?warning=seen'))).bytes.toString('latin1')).not.toContain(papers.PLACE);
  });

  it('lies under the incident’s own key: without it nothing opens, and the client’s file does', async () => {
    const { id } = (await add()).body.evidence[0];
    const subjects = await house.sql<{ subject_id: string }>('select distinct subject_id from stored_file where client_id = $1', [
      file.clientId,
    ]);
    expect(subjects).toEqual([{ subject_id: incidentId }]);
    const lying = await house.sql<{ text: string }>('select c::text as text from stored_chunk c where client_id = $1', [file.clientId]);
    expect(lying.some(({ text }) => text.includes(papers.plainJpeg().subarray(0, 40).toString('hex')))).toBe(false);
    await house.app.get(KeyRing).destroy(incidentId);
    expect((await taken(house, worker, at(id, 'content'))).status).toBeGreaterThanOrEqual(400);
    expect((await worker.get(`/api/cases/${file.caseId}/file`)).status).toBe(200);
  });

  it('is refused with the field and the reason, and nothing of it is kept', async () => {
    const before = await left();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const refusals = [
      [{ fileName: 'letter.pdf' }, papers.photograph(), { file: ['name-says-otherwise'] }],
      [{ fileName: 'a.jpg' }, Buffer.from('MZ\x90\0\x03\0\0\0'), { file: ['unknown-kind'] }],
      [{ capturedAt: tomorrow }, papers.photograph(), { capturedAt: ['in-future'] }],
      [{ what: '' }, papers.photograph(), { what: ['isLength'] }],
    ] as const;
    for (const [more, content, fields] of refusals) {
      const { status, body } = await add(more, content);
      expect([status, body.fields]).toEqual([422, fields]);
    }
    expect(await left()).toEqual(before);
  });

  it('is read by whoever reads the incident and by nobody else, whatever they know', async () => {
    const { id } = (await add({ keepAsItCame: true })).body.evidence[0];
    const [lawyer, housing, outsider] = [await house.as('LEGAL'), await house.as('HOUSING'), await house.as('CASEWORKER')];
    for (const member of [lawyer, housing]) await onTeam(house, file, member);
    for (const path of ['content', 'file?warning=seen', 'original?warning=seen']) {
      const answers = await Promise.all([worker, coordinator, lawyer, housing, outsider].map((by) => taken(house, by, at(id, path))));
      expect([path, answers.map(({ status }) => status)]).toEqual([path, [200, 200, 200, 403, 404]]);
    }
    expect((await one(lawyer)).actions).toEqual(['look', 'download', 'original']);
    for (const by of [lawyer, outsider])
      expect([403, 404]).toContain((await by.post(at(id, 'removal'), { why: 'I do not like it' })).status);
    expect((await add({}, papers.photograph(), lawyer)).status).toBe(403);
  });

  it('of an incident that was opened in silence is for coordinators alone', async () => {
    await worker.post(`/api/cases/${file.caseId}/heard`);
    const [{ id: silent }] = await house.sql<{ id: string }>('select id from incident where case_id = $1 and silent', [file.caseId]);
    const { id } = (await add({}, papers.photograph(), coordinator, silent)).body.evidence[0];
    expect((await taken(house, coordinator, at(id, 'content'))).status).toBe(200);
    expect((await taken(house, worker, at(id, 'content'))).status).toBe(404);
    expect((await worker.post(at(id, 'removal'), { why: 'What is this' })).status).toBe(404);
  });

  it('is taken off the list with who and why, opens to nobody any more, and is kept', async () => {
    const { id } = (await add()).body.evidence[0];
    const before = await left();
    expect((await worker.post(at(id, 'removal'), { why: '' })).body.fields).toEqual({ why: ['isLength'] });
    const { status, body } = await worker.post(at(id, 'removal'), { why: 'It shows somebody else' });
    expect([status, body.evidence]).toMatchObject([
      200,
      [{ id, what: '', file: null, actions: [], removed: { why: 'It shows somebody else', by: { name: worker.name } } }],
    ]);
    expect((await taken(house, worker, at(id, 'content'))).status).toBe(404);
    expect((await worker.post(at(id, 'removal'), { why: 'Once more' })).status).toBe(404);
    expect(await left()).toEqual(before);
    const [{ text }] = await house.sql<{ text: string }>('select r::text as text from incident_evidence_removal r where evidence_id = $1', [
      id,
    ]);
    expect(text).not.toContain('somebody else');
  });

  it('is never changed, not even past the app; a closed incident takes no more of it', async () => {
    const { id } = (await add()).body.evidence[0];
    await expect(house.sql('update incident_evidence set captured_at = now() where id = $1', [id])).rejects.toThrow('never changed');
    await house.sql(`update incident set state = 'CLOSED', severity = 'I1', closed_at = now(), closed_by = $2 where id = $1`, [
      incidentId,
      coordinator.id,
    ]);
    expect([(await add()).body.code, (await worker.post(at(id, 'removal'), { why: 'Too late' })).body.code]).toEqual([
      'not-open',
      'not-open',
    ]);
    expect((await taken(house, worker, at(id, 'content'))).status).toBe(200);
  });

  it('is one line in the log for each act, by its number alone', async () => {
    const { id } = (await add()).body.evidence[0];
    await taken(house, worker, at(id, 'file?warning=seen'));
    await worker.post(at(id, 'removal'), { why: 'It shows somebody else' });
    const lines = await house.sql<{ word: string; subject_type: string; text: string }>(
      `select word, subject_type, a::text as text from audit_event a where client_id = $1 and (subject_id = $2 or subject_id = $3) order by at desc limit 3`,
      [file.clientId, id, incidentId],
    );
    expect(lines.map(({ word }) => word).reverse()).toEqual(['incident:edit', 'incident:read', 'incident:edit']);
    expect(lines.map(({ text }) => text).join()).not.toMatch(/somebody else|What they sent|jpg/);
  });
});
