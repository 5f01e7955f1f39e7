import './support/patience';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { stock } from './support/closing';
import { type House, openHouse, type Person } from './support/house';

let house: House;
let coordinator: Person;
let worker: Person;
let counsellor: Person;
beforeAll(async () => {
  house = await openHouse();
  [coordinator, worker, counsellor] = [await house.as('COORDINATOR'), await house.as('CASEWORKER'), await house.as('COUNSELLOR')];
});
afterAll(() => house.close());

const opened = (): Promise<AdmittedFile> => admittedFile(house, coordinator, worker);
const propose = (by: Person, { caseId }: AdmittedFile, member: Person, more: object = {}) =>
  by.post(`/api/cases/${caseId}/team`, { staffId: member.id, role: member.role, reason: 'SPECIALIST', ...more });
const questionTo = async (member: Person): Promise<string> => (await member.get('/api/team-questions')).body.items.at(-1).id;
const memberSays = (member: Person, id: string, answer: object) => member.post(`/api/team-questions/${id}/answer`, answer);
const clientSays = ({ caseId }: AdmittedFile, id: string, answer: string) =>
  worker.post(`/api/cases/${caseId}/team/${id}/client-answer`, { answer });
const join = async (file: AdmittedFile, member: Person): Promise<string> => {
  await propose(worker, file, member);
  const id = await questionTo(member);
  await memberSays(member, id, { answer: 'NO_TIE' });
  await clientSays(file, id, 'NO_OBJECTION');
  return id;
};

describe('R-AC-13 joining a case team', () => {
  it('opens nothing before both have answered, whoever answers first', async () => {
    for (const memberFirst of [true, false]) {
      const file = await opened();
      await propose(worker, file, counsellor);
      const id = await questionTo(counsellor);
      const answers = [() => memberSays(counsellor, id, { answer: 'NO_TIE' }), () => clientSays(file, id, 'NO_OBJECTION')];
      for (const answer of memberFirst ? answers : answers.reverse()) {
        expect((await counsellor.get(`/api/cases/${file.caseId}`)).status).toBe(404);
        expect((await answer()).status).toBe(200);
      }
      expect((await counsellor.get(`/api/cases/${file.caseId}`)).status).toBe(200);
    }
  });

  it('the one who is asked is shown a pseudonym and neutral facts: no name, no reference, no id of the client', async () => {
    const file = await opened();
    await propose(worker, file, counsellor);
    const { text, body } = await counsellor.get('/api/team-questions');
    expect(body.items.at(-1)).toMatchObject({
      country: 'AL',
      languages: ['fa'],
      streams: ['HOUSING'],
      role: 'COUNSELLOR',
      askedBy: worker.name,
    });
    for (const secret of [file.name, file.caseRef, file.clientId, file.caseId]) expect(text).not.toContain(secret);
    const rows = await house.sql<{ text: string }>('select case_team::text as text from case_team');
    expect(rows.map(({ text: row }) => row).join()).not.toContain(body.items.at(-1).pseudonym);
  });

  it('a question is answered by the one who is asked, once', async () => {
    const file = await opened();
    await propose(worker, file, counsellor);
    const id = await questionTo(counsellor);
    expect((await memberSays(await house.as('COUNSELLOR'), id, { answer: 'NO_TIE' })).status).toBe(404);
    expect((await memberSays(counsellor, id, { answer: 'NO_TIE' })).status).toBe(200);
    expect((await memberSays(counsellor, id, { answer: 'TIE', kind: 'RELATIVE' })).body.code).toBe('already-answered');
  });

  it('R-AC-01 a tie closes the client to them at once and for good; the one who asked learns that there is one, not which', async () => {
    const file = await opened();
    const member = await house.as('COUNSELLOR');
    await propose(worker, file, member);
    const id = await questionTo(member);
    expect((await memberSays(member, id, { answer: 'TIE' })).body.code).toBe('kind-missing');
    expect((await memberSays(member, id, { answer: 'TIE', kind: 'DISPUTE' })).status).toBe(200);
    const team = await worker.get(`/api/cases/${file.caseId}/team`);
    expect(team.body.members.find((row: { id: string }) => row.id === id)).toMatchObject({ state: 'ENDED', endReason: 'MEMBER_TIE' });
    expect(team.text).not.toContain('DISPUTE');
    expect((await propose(worker, file, member)).body.code).toBe('not-suitable');
    expect((await coordinator.get(`/api/cases/${file.caseId}/blocks`)).body.items[0]).toMatchObject({
      staffId: member.id,
      kind: 'DISPUTE',
      source: 'USER_DECLARED',
    });
  });

  it('an objection of the client keeps them out', async () => {
    const file = await opened();
    await propose(worker, file, counsellor);
    const id = await questionTo(counsellor);
    await memberSays(counsellor, id, { answer: 'NO_TIE' });
    expect((await clientSays(file, id, 'OBJECTION')).body.members.find((row: { id: string }) => row.id === id)).toMatchObject({
      state: 'ENDED',
      endReason: 'CLIENT_OBJECTION',
    });
    expect((await counsellor.get(`/api/cases/${file.caseId}`)).status).toBe(404);
  });

  it('nobody adds themself, or somebody without that role in the office', async () => {
    const file = await opened();
    expect((await propose(coordinator, file, coordinator, { role: 'COORDINATOR' })).body.code).toBe('same-person');
    expect((await propose(worker, file, counsellor, { role: 'LEGAL' })).body.code).toBe('not-suitable');
    expect((await propose(worker, file, await house.as('COUNSELLOR', house.offices.south))).body.code).toBe('not-suitable');
    const outsider = await house.as('CASEWORKER');
    expect((await propose(outsider, file, counsellor)).status).toBe(404);
  });

  it('the runtime login itself cannot write a team row for the one who is asking', async () => {
    const policies = await house.sql<{ cmd: string }>(
      `select cmd from pg_policies where tablename = 'case_team' and qual like '%staff_id = %' and cmd in ('ALL', 'INSERT') and policyname like 'case_team_your_own%'`,
    );
    expect(policies).toEqual([]);
  });
});

describe('a place on a team', () => {
  it('R-AC-08 ends after ninety days, and can be renewed by another', async () => {
    const file = await opened();
    const id = await join(file, counsellor);
    await house.sql(`update case_team set ends_at = now() - interval '1 second' where id = $1`, [id]);
    expect((await counsellor.get(`/api/cases/${file.caseId}`)).status).toBe(404);
    expect((await worker.get(`/api/cases/${file.caseId}/team`)).body.members.find((row: { id: string }) => row.id === id)).toMatchObject({
      state: 'ENDED',
      endReason: 'EXPIRED',
    });
    expect((await propose(worker, file, counsellor)).status).toBe(201);
  });

  it('R-AC-07 ends with the next request when one leaves or is let go', async () => {
    for (const leave of [true, false]) {
      const file = await opened();
      const id = await join(file, counsellor);
      const answer = leave
        ? await counsellor.post(`/api/cases/${file.caseId}/team/${id}/departure`)
        : await worker.post(`/api/cases/${file.caseId}/team/${id}/end`);
      expect([200, 204]).toContain(answer.status);
      expect((await counsellor.get(`/api/cases/${file.caseId}`)).status).toBe(404);
    }
  });

  it('R-CA-01 the primary worker does not leave before another is named', async () => {
    const file = await opened();
    const { members } = (await worker.get(`/api/cases/${file.caseId}/team`)).body;
    expect((await worker.post(`/api/cases/${file.caseId}/team/${members[0].id}/departure`)).body.code).toBe('primary-worker-stays');
  });

  it('opens only what its classes name', async () => {
    const file = await opened();
    await propose(worker, file, counsellor, { classes: ['CASE'] });
    const id = await questionTo(counsellor);
    await memberSays(counsellor, id, { answer: 'NO_TIE' });
    await clientSays(file, id, 'NO_OBJECTION');
    const { items } = (await counsellor.get('/api/cases')).body;
    expect(items.find(({ caseRef }: { caseRef: string }) => caseRef === file.caseRef)).toMatchObject({ client: null });
    expect((await counsellor.get(`/api/cases/${file.caseId}`)).status).toBe(200);
    expect((await counsellor.get(`/api/cases/${file.caseId}/notes`)).status).not.toBe(500);
  });

  it('a caseworker’s role elsewhere does not count on this case', async () => {
    const file = await opened();
    await join(file, counsellor);
    const { actions } = (await counsellor.get(`/api/cases/${file.caseId}`)).body;
    expect(actions).toEqual(expect.not.arrayContaining(['request_closure', 'submit_plan', 'edit', 'propose', 'block']));
    expect((await counsellor.post(`/api/cases/${file.caseId}/closure-request`, stock(file.caseId))).status).toBe(403);
  });
});

describe('who is told that a counsellor stands on a team (model 5.1, class 16)', () => {
  const inAnHour = () => {
    const [on, at] = new Date(Date.now() + 30 * 86_400_000).toISOString().split('T');
    return { on, at: at?.slice(0, 5), timeZone: 'UTC', minutes: 45 };
  };
  const everythingOf = async (who: Person, { caseId }: AdmittedFile): Promise<string> => {
    const paths = ['team', 'timeline?limit=100', 'appointments', 'tasks', 'journey', 'history', ''];
    const answers: string[] = [];
    for (const path of paths) {
      const { status, text } = await who.get(`/api/cases/${caseId}/${path}`.replace(/\/$/, ''));
      expect([who.role, path, status]).toEqual([who.role, path, 200]);
      answers.push(text);
    }
    return answers.join('\n');
  };

  it('whoever may not know sees nobody of that role and no name of theirs: in the list, the timeline, the header, appointments, tasks and history', async () => {
    const file = await opened();
    const [housing, lawyer] = [await house.as('HOUSING'), await house.as('LEGAL')];
    for (const member of [counsellor, housing, lawyer]) await join(file, member);
    for (const ownerId of [counsellor.id, housing.id]) {
      const agreed = { ...inAnHour(), kind: ownerId === counsellor.id ? 'COUNSELLING' : 'HOUSING', ownerId };
      expect((await counsellor.post(`/api/cases/${file.caseId}/appointments`, agreed)).status).toBe(201);
      const task = { kind: 'FOLLOW_UP', dueOn: agreed.on, title: 'Call back', ownerId };
      expect((await counsellor.post(`/api/cases/${file.caseId}/tasks`, task)).status).toBe(201);
    }
    for (const outsider of [housing, lawyer]) {
      const seen = await everythingOf(outsider, file);
      const tasks = (await outsider.get(`/api/cases/${file.caseId}/tasks`)).body.items;
      const hidden = tasks.find(({ owner }: { owner: object | null }) => owner === null);
      const moved = { kind: 'OTHER', dueOn: hidden.dueOn, status: 'OPEN' };
      expect((await outsider.put(`/api/tasks/${hidden.id}`, moved, { version: hidden.version })).body.code).toBe('not-open');
      for (const word of [counsellor.name, counsellor.id, 'COUNSELLOR', '"kind":"COUNSELLING"', '"step":"COUNSELLING"'])
        expect([outsider.role, word, seen.includes(word)]).toEqual([outsider.role, word, false]);
      expect(seen).toContain(outsider.name);
    }
    for (const insider of [worker, coordinator, counsellor]) {
      const seen = await everythingOf(insider, file);
      for (const word of [counsellor.name, counsellor.id, '"role":"COUNSELLOR"', '"kind":"COUNSELLING"', '"step":"COUNSELLING"'])
        expect([insider.role, word, seen.includes(word)]).toEqual([insider.role, word, true]);
    }
  });

  it('an appointment of theirs is still an appointment for the others: when, and whether it took place; nobody who may not know changes it', async () => {
    const file = await opened();
    const housing = await house.as('HOUSING');
    for (const member of [counsellor, housing]) await join(file, member);
    const agreed = {
      ...inAnHour(),
      kind: 'MEETING',
      title: 'First talk',
      persons: 'An interpreter',
      place: 'Room 4',
      ownerId: counsellor.id,
    };
    await counsellor.post(`/api/cases/${file.caseId}/appointments`, agreed);
    const [seen] = (await housing.get(`/api/cases/${file.caseId}/appointments`)).body.items;
    expect(seen).toMatchObject({
      kind: 'OTHER',
      title: null,
      persons: null,
      hasPlace: false,
      owner: null,
      state: 'PLANNED',
      on: agreed.on,
      actions: [],
    });
    const at = `/api/appointments/${seen.id}`;
    const other = { ...inAnHour(), kind: 'HOUSING', title: 'Somewhere else', place: 'Room 9' };
    for (const refused of [housing.put(at, other, { version: seen.version }), housing.post(`${at}/result`, { state: 'CANCELLED' })])
      expect(await refused).toMatchObject({ status: 409, body: { code: 'not-open', facts: { open: [] } } });
    expect((await housing.post(`${at}/place`, { reason: 'CONTACT_CLIENT' })).body).toEqual({ place: null });
    expect((await worker.post(`${at}/place`, { reason: 'CONTACT_CLIENT' })).body).toEqual({ place: 'Room 4' });
    const [known] = (await worker.get(`/api/cases/${file.caseId}/appointments`)).body.items;
    expect(known).toMatchObject({
      state: 'PLANNED',
      version: seen.version,
      kind: 'MEETING',
      title: 'First talk',
      owner: { id: counsellor.id },
    });
    expect((await housing.get(`/api/cases/${file.caseId}/appointments`)).body.owners.map(({ id }: { id: string }) => id)).not.toContain(
      counsellor.id,
    );
  });
});
