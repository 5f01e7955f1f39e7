import './support/patience';
import { classesFor } from '@panah/domain/cases/team-classes';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { type House, openHouse, type Person } from './support/house';

let house: House;
let coordinator: Person;
let worker: Person;
let lawyer: Person;
beforeAll(async () => {
  house = await openHouse();
  [coordinator, worker, lawyer] = [await house.as('COORDINATOR'), await house.as('CASEWORKER'), await house.as('LEGAL')];
});
afterAll(() => house.close());

const QUESTION = 'Papers ran out last month: which office is asked first?';
const opened = (): Promise<AdmittedFile> => admittedFile(house, coordinator, worker);
const ask = ({ caseId }: AdmittedFile, more: object = {}) =>
  worker.post(`/api/cases/${caseId}/specialist-requests`, { specialty: 'LEGAL', urgency: 'URGENT', question: QUESTION, ...more });
const asked = async (more: object = {}): Promise<AdmittedFile & { request: string }> => {
  const file = await opened();
  const { body } = await ask(file, more);
  return { ...file, request: body.items[0].id };
};
const takeUp = (by: Person, request: string, answer: object = { answer: 'NO_TIE' }) =>
  by.post(`/api/specialist-requests/${request}/taking-up`, answer);
const waitsFor = async (who: Person, request: string): Promise<boolean> =>
  (await who.get('/api/specialist-requests')).body.items.some(({ id }: { id: string }) => id === request);
const teamOf = async ({ caseId }: AdmittedFile, staffId: string) =>
  (await worker.get(`/api/cases/${caseId}/team`)).body.members.find((row: { staffId: string }) => row.staffId === staffId);

describe('a request to a specialty', () => {
  it('puts reference, language, urgency and the question into the queue of that office, and nothing else', async () => {
    const file = await asked();
    const { body, text } = await lawyer.get('/api/specialist-requests');
    const line = body.items.find(({ id }: { id: string }) => id === file.request);
    expect(line).toEqual({
      id: file.request,
      specialty: 'LEGAL',
      caseRef: file.caseRef,
      language: 'fa',
      urgency: 'URGENT',
      question: QUESTION,
      askedAt: expect.any(String),
    });
    for (const secret of [file.name, file.clientId, file.caseId]) expect(text).not.toContain(secret);
    expect((await lawyer.get(`/api/cases/${file.caseId}`)).status).toBe(404);
    const [row] = await house.sql<{ text: string }>('select r::text as text from specialist_request r where id = $1', [file.request]);
    expect(row?.text).not.toContain('Papers');
  });

  it('is seen by whoever holds the specialty in that office: no other specialty, no other office, no caseworker', async () => {
    const { request } = await asked();
    expect(await waitsFor(lawyer, request)).toBe(true);
    expect(await waitsFor(await house.as('HOUSING'), request)).toBe(false);
    expect(await waitsFor(await house.as('LEGAL', house.offices.south), request)).toBe(false);
    expect((await worker.get('/api/specialist-requests')).status).toBe(403);
    expect((await takeUp(await house.as('HOUSING'), request)).status).toBe(404);
    expect((await takeUp(await house.as('LEGAL', house.offices.south), request)).status).toBe(404);
  });

  it('stands in the day of the specialty without a name, and leads to the queue', async () => {
    const file = await asked();
    const { body, text } = await lawyer.get('/api/day');
    expect(body.items.find(({ id }: { id: string }) => id === file.request)).toMatchObject({
      kind: 'SPECIALIST_REQUEST',
      caseRef: file.caseRef,
      caseId: null,
      name: null,
      pseudonym: null,
    });
    expect(text).not.toContain(file.clientId);
  });

  it('R-CA-11 is asked in neutral words, once at a time, by the case team', async () => {
    const file = await opened();
    expect((await ask(file, { question: `Can ${file.name} get a permit?` })).body).toMatchObject({
      code: 'title-not-neutral',
      fields: { question: ['names-a-person'] },
    });
    expect((await ask(file)).status).toBe(201);
    expect((await ask(file)).body.code).toBe('already-asked');
    expect((await ask(file, { specialty: 'HOUSING' })).status).toBe(201);
    const stranger = await house.as('CASEWORKER');
    const other = { specialty: 'LEGAL', urgency: 'ROUTINE', question: QUESTION };
    expect((await stranger.post(`/api/cases/${file.caseId}/specialist-requests`, other)).status).toBe(404);
    expect((await ask(file, { specialty: 'COUNSELLOR', clientAgreesTo: [lawyer.id] })).body.fields).toEqual({
      clientAgreesTo: ['notSuitable'],
    });
  });

  it('is withdrawn by the team, and then waits for nobody', async () => {
    const file = await asked();
    const withdrawn = await worker.post(`/api/cases/${file.caseId}/specialist-requests/${file.request}/withdrawal`);
    expect(withdrawn.body.items[0]).toMatchObject({ state: 'WITHDRAWN', actions: [] });
    expect(await waitsFor(lawyer, file.request)).toBe(false);
    expect((await takeUp(lawyer, file.request)).body).toMatchObject({ code: 'not-open', facts: { state: 'WITHDRAWN' } });
    expect((await ask(file)).status).toBe(201);
  });

  it('is declined with a reason, which the asker reads', async () => {
    const file = await asked();
    expect((await lawyer.post(`/api/specialist-requests/${file.request}/refusal`, {})).body.fields).toHaveProperty('reason');
    const refusal = { reason: 'NO_CAPACITY', words: 'From March on again' };
    expect((await lawyer.post(`/api/specialist-requests/${file.request}/refusal`, refusal)).status).toBe(200);
    const isInDay = async () => (await worker.get('/api/day')).body.items.some(({ id }: { id: string }) => id === file.request);
    expect(await isInDay()).toBe(true);
    const read = await worker.get(`/api/cases/${file.caseId}/specialist-requests`);
    expect(read.body.items[0]).toMatchObject({
      state: 'DECLINED',
      declineReason: 'NO_CAPACITY',
      declineWords: 'From March on again',
      answeredBy: { name: lawyer.name },
      actions: ['note_refusal'],
    });
    await worker.post(`/api/cases/${file.caseId}/specialist-requests/${file.request}/refusal-reading`);
    expect(await isInDay()).toBe(false);
    expect((await teamOf(file, lawyer.id)) ?? null).toBeNull();
  });
});

describe('taking a request up', () => {
  it('R-AC-13 writes the place with the classes of the specialty; it opens when the client has been told of them', async () => {
    const file = await asked();
    const taken = await takeUp(lawyer, file.request);
    expect(taken.body).toEqual({ id: file.request, state: 'TAKEN_UP', place: 'ASKED', caseId: null });
    expect((await lawyer.get(`/api/cases/${file.caseId}`)).status).toBe(404);
    const place = await teamOf(file, lawyer.id);
    expect(place).toMatchObject({
      role: 'LEGAL',
      reason: 'SPECIALIST',
      memberAnswer: 'NO_TIE',
      state: 'ASKED',
      classes: classesFor('LEGAL'),
    });
    await worker.post(`/api/cases/${file.caseId}/team/${place.id}/client-answer`, { answer: 'NO_OBJECTION' });
    expect((await lawyer.get(`/api/cases/${file.caseId}`)).status).toBe(200);
  });

  it('opens the file at once to somebody whom the client was told of before', async () => {
    const file = await asked({ clientAgreesTo: [lawyer.id] });
    expect((await takeUp(lawyer, file.request)).body).toMatchObject({ place: 'MEMBER', caseId: file.caseId });
    expect((await lawyer.get(`/api/cases/${file.caseId}`)).status).toBe(200);
    const place = await teamOf(file, lawyer.id);
    expect(place).toMatchObject({ state: 'MEMBER', clientAnswer: 'NO_OBJECTION', endsAt: expect.any(String) });
    const timeline = await worker.get(`/api/cases/${file.caseId}/timeline?kind=CASE`);
    const steps = timeline.body.items.flatMap(({ step }: { step: { subject: string; action: string } | null }) => step ?? []);
    expect(
      steps.filter(({ subject }: { subject: string }) => subject === 'specialist_request').map(({ action }: { action: string }) => action),
    ).toEqual(['take_up', 'ask']);
  });

  it('R-AC-13 asks first for a tie, by a pseudonym and neutral facts; R-AC-01 a tie closes the client, and the request waits for a colleague', async () => {
    const file = await asked();
    const question = await lawyer.get(`/api/specialist-requests/${file.request}/question`);
    expect(question.body).toMatchObject({ pseudonym: expect.any(String), country: 'AL', languages: ['fa'], streams: ['HOUSING'] });
    for (const secret of [file.name, file.caseRef, file.clientId, file.caseId]) expect(question.text).not.toContain(secret);
    expect((await takeUp(lawyer, file.request, { answer: 'TIE' })).body.code).toBe('kind-missing');
    expect((await takeUp(lawyer, file.request, { answer: 'TIE', kind: 'RELATIVE' })).body).toMatchObject({
      state: 'REQUESTED',
      place: null,
    });
    expect(await waitsFor(lawyer, file.request)).toBe(false);
    expect((await takeUp(lawyer, file.request)).status).toBe(404);
    expect((await lawyer.get('/api/day')).body.items.map(({ id }: { id: string }) => id)).not.toContain(file.request);
    const colleague = await house.as('LEGAL');
    expect(await waitsFor(colleague, file.request)).toBe(true);
    expect((await takeUp(colleague, file.request)).status).toBe(200);
  });

  it('R-AC-01 whoever is closed off from the client finds no request; R-AC-14 nor does anybody with a declared tie', async () => {
    const file = await asked();
    const [blocked, tied] = [await house.as('LEGAL'), await house.as('LEGAL')];
    await coordinator.post(`/api/cases/${file.caseId}/blocks`, { staffId: blocked.id, kind: 'DISPUTE', source: 'CLIENT_STATED' });
    await house.sql(`update staff_member set tie_state = 'DECLARED' where id = $1`, [tied.id]);
    for (const person of [blocked, tied]) {
      expect(await waitsFor(person, file.request)).toBe(false);
      expect((await takeUp(person, file.request)).status).toBe(404);
      expect((await person.get(`/api/specialist-requests/${file.request}/question`)).status).toBe(404);
    }
    expect((await takeUp(lawyer, file.request)).status).toBe(200);
  });

  it('R-CN-09 the counsellor is not the primary worker, by the queue or by being asked', async () => {
    const file = await asked({ specialty: 'COUNSELLOR' });
    await house.sql(
      `insert into staff_role (id, org_id, staff_id, office_id, role, confirmed_at, confirmed_how) values (gen_random_uuid(), $1, $2, $3, 'COUNSELLOR', now(), 'FIRST_OF_ITS_KIND')`,
      [house.offices.north.orgId, worker.id, house.offices.north.id],
    );
    expect(await waitsFor(worker, file.request)).toBe(true);
    expect((await takeUp(worker, file.request)).body.code).toBe('counsellor-is-primary-worker');
    const proposal = { staffId: worker.id, role: 'COUNSELLOR', reason: 'SPECIALIST' };
    expect((await coordinator.post(`/api/cases/${file.caseId}/team`, proposal)).body.code).toBe('counsellor-is-primary-worker');
    expect((await takeUp(await house.as('COUNSELLOR'), file.request)).status).toBe(200);
    await house.sql(`update staff_role set ended_at = now() where staff_id = $1 and role = 'COUNSELLOR'`, [worker.id]);
  });

  it('of two who take it up at once, one does; the other is told that it is gone', async () => {
    const file = await asked();
    const lawyers = await Promise.all([1, 2, 3, 4].map(() => house.as('LEGAL')));
    const answers = await Promise.all(lawyers.map((one) => takeUp(one, file.request)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'not-open', facts: { state: 'TAKEN_UP' } });
    const rows = await house.sql('select 1 from case_team where case_id = $1 and role = $2', [file.caseId, 'LEGAL']);
    expect(rows).toHaveLength(1);
  });

  it('is the only way to write a place for oneself: the database refuses any other', async () => {
    const file = await asked();
    const { Client } = await import('pg');
    const runtime = new Client(house.urls.app);
    await runtime.connect();
    const place = `insert into case_team (id, org_id, office_id, client_id, case_id, staff_id, role, classes, reason, proposed_by)
      select place_id, org_id, office_id, client_id, case_id, '${lawyer.id}', 'LEGAL', array['PERSON'], 'SPECIALIST', asked_by from specialist_request where id = '${file.request}'`;
    const asLawyer = async (...statements: string[]): Promise<string> => {
      await runtime.query('begin');
      await runtime.query(
        `select set_config('app.org_id', $1, true), set_config('app.staff_id', $2, true), set_config('app.member', $2, true)`,
        [house.offices.north.orgId, lawyer.id],
      );
      try {
        for (const statement of statements) await runtime.query(statement);
        return 'written';
      } catch (thrown) {
        return (thrown as { code: string }).code;
      } finally {
        await runtime.query('rollback');
      }
    };
    const taken = `update specialist_request set state = 'TAKEN_UP', answered_by = '${lawyer.id}', answered_at = now() where id = '${file.request}'`;
    expect(await asLawyer(place)).toBe('42501');
    expect(await asLawyer(taken, place.replace(`'LEGAL', array`, `'CASEWORKER', array`))).toBe('42501');
    expect(await asLawyer(taken, place.replace('select place_id,', 'select gen_random_uuid(),'))).toBe('42501');
    expect(await asLawyer(taken, place)).toBe('written');
    await runtime.end();
  });
});
