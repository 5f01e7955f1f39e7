import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { onTeam } from './support/file-on-paper';
import { type House, openHouse, type Person } from './support/house';
import { assessment } from './support/risk-words';

let house: House;
let worker: Person;
let coordinator: Person;
let second: Person;
let file: AdmittedFile;

const TELEPHONE = '+355 69 000 1234';
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
const turn = (who: Person, from = -1, to = 12) => ({
  officeId: house.offices.north.id,
  staffId: who.id,
  startsAt: hours(from),
  endsAt: hours(to),
  telephone: TELEPHONE,
});
const plan = (who: Person, from?: number, to?: number) => coordinator.post('/api/duty/turns', turn(who, from, to));
const strip = async (who: Person) => (await who.get('/api/duty/strip')).body;
const raise = (by: Person = worker) => by.post(`/api/cases/${file.caseId}/dangers`, { words: 'Somebody is at her door' });
const ids = (dangers: { id: string }[]) => dangers.map(({ id }) => id);

beforeAll(async () => {
  house = await openHouse();
  worker = await house.as('CASEWORKER');
  coordinator = await house.as('COORDINATOR', house.offices.north, 'Coordinator one', ['DUTY_LIST']);
  second = await house.as('COORDINATOR', house.offices.north, 'Coordinator two', ['DUTY_LIST']);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.sql('truncate danger, duty_turn');
  file = await admittedFile(house, coordinator, worker);
});

describe('the duty list', () => {
  it('says who, from and to; everybody who works here finds whom to telephone', async () => {
    expect((await plan(coordinator)).status).toBe(201);
    const { turns, numbers } = (await worker.get('/api/duty')).body;
    expect(turns).toMatchObject([{ person: { name: coordinator.name }, isNow: true, telephone: null, actions: [] }]);
    expect(numbers).toMatchObject([{ name: coordinator.name, telephone: TELEPHONE, onDuty: true }]);
    expect((await coordinator.get('/api/duty')).body.turns[0]).toMatchObject({ telephone: TELEPHONE, actions: ['edit', 'withdraw'] });
  });

  it('takes only coordinators who stand on it, of one’s own office; no turn that ends before it begins', async () => {
    const refused = await plan(worker);
    expect([refused.status, refused.body.fields]).toEqual([422, { staffId: ['not-on-duty-list'] }]);
    const backwards = await plan(coordinator, 5, 4);
    expect([backwards.status, backwards.body.fields]).toEqual([422, { endsAt: ['not-after-beginning'] }]);
    expect((await worker.post('/api/duty/turns', turn(coordinator))).status).toBe(403);
    const southern = await house.as('COORDINATOR', house.offices.south, 'South', ['DUTY_LIST']);
    expect((await southern.post('/api/duty/turns', turn(southern))).status).toBe(404);
    expect((await coordinator.get('/api/duty/candidates')).body.items.map(({ name }: { name: string }) => name).sort()).toEqual([
      coordinator.name,
      second.name,
    ]);
  });

  it('is changed and taken back; a partner, an auditor and an admin have no word for it', async () => {
    const [{ id, version }] = (await plan(second)).body.turns;
    const edited = await coordinator.put(`/api/duty/turns/${id}`, { ...turn(second), telephone: '+355 69 111 1111' }, { version });
    expect(edited.body.turns[0].telephone).toBe('+355 69 111 1111');
    expect((await coordinator.put(`/api/duty/turns/${id}`, turn(second), { version })).status).toBe(412);
    const handed = await coordinator.put(`/api/duty/turns/${id}`, turn(coordinator, -2, 3), { version: version + 1 });
    expect(handed.body.turns).toMatchObject([{ id, person: { name: coordinator.name }, telephone: TELEPHONE, isNow: true }]);
    const wrong = await coordinator.put(`/api/duty/turns/${id}`, turn(worker), { version: version + 2 });
    expect([wrong.status, wrong.body.fields]).toEqual([422, { staffId: ['not-on-duty-list'] }]);
    expect((await coordinator.post(`/api/duty/turns/${id}/withdrawal`)).body.turns).toEqual([]);
    for (const role of ['PARTNER', 'AUDITOR', 'ADMIN'] as const) expect((await (await house.as(role)).get('/api/duty')).status).toBe(403);
  });

  it('names a number that can be dialled, in the digits of any script', async () => {
    const words = await coordinator.post('/api/duty/turns', { ...turn(coordinator), telephone: 'at my desk' });
    expect([words.status, words.body.fields]).toEqual([422, { telephone: ['matches'] }]);
    expect((await coordinator.post('/api/duty/turns', { ...turn(coordinator), telephone: '۰۶۹ ۱۲۳ ۴۵۶۷' })).status).toBe(201);
  });

  it('keeps the numbers sealed', async () => {
    await plan(coordinator);
    const [{ text }] = await house.sql<{ text: string }>('select t::text as text from duty_turn t');
    expect(text).not.toContain('000 1234');
  });
});

describe('a danger', () => {
  it('stands on the screen of whoever is on duty until one has it; until then whoever raised it reads whom to telephone', async () => {
    await plan(coordinator);
    const { id } = (await raise()).body;
    expect([ids((await strip(coordinator)).open), ids((await strip(second)).open)]).toEqual([[id], []]);
    const waiting = await strip(worker);
    expect([waiting.raised[0].state, waiting.numbers[0].telephone]).toEqual(['OPEN', TELEPHONE]);
    const taken = await coordinator.post(`/api/dangers/${id}/taking`);
    expect([taken.status, taken.body.state, taken.body.takenBy.name]).toEqual([200, 'TAKEN', coordinator.name]);
    const seen = await strip(worker);
    expect([seen.raised[0].takenBy.name, seen.numbers, (await strip(coordinator)).open]).toEqual([coordinator.name, [], []]);
  });

  it('a risk that rises to high puts the client there, by itself', async () => {
    await plan(coordinator);
    await worker.post(`/api/cases/${file.caseId}/risk-assessments`, assessment({ TH1: 'PRESENT' }, 'HIGH'));
    expect((await strip(coordinator)).open).toMatchObject([{ kind: 'RISK_HIGH', caseRef: file.caseRef, raisedBy: { name: worker.name } }]);
    await worker.post(`/api/cases/${file.caseId}/risk-assessments`, assessment({ TH1: 'PRESENT' }, 'HIGH'));
    expect((await strip(coordinator)).open).toHaveLength(1);
    await worker.post(`/api/cases/${file.caseId}/risk-assessments`, assessment({ SH2: 'PRESENT' }, 'IMMINENT'));
    expect((await strip(coordinator)).open.map(({ kind }: { kind: string }) => kind)).toEqual(['RISK_HIGH', 'RISK_IMMINENT']);
  });

  it('is taken by one: the second is told that somebody else was quicker', async () => {
    const { id } = (await raise()).body;
    expect((await coordinator.post(`/api/dangers/${id}/taking`)).status).toBe(200);
    const late = await second.post(`/api/dangers/${id}/taking`);
    expect([late.status, late.body.code]).toEqual([409, 'not-open']);
  });

  it('when nobody is on duty it stands on every coordinator’s screen; so it does when who is on duty is shut out from the client', async () => {
    const { id } = (await raise()).body;
    expect([ids((await strip(coordinator)).open), ids((await strip(second)).open)]).toEqual([[id], [id]]);
    await plan(coordinator);
    expect(ids((await strip(second)).open)).toEqual([]);
    const { orgId, id: officeId } = house.offices.north;
    await house.sql(
      `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) values ($1, $2, $3, $4, $5, 'RELATIVE', 'SAFETY')`,
      [crypto.randomUUID(), orgId, officeId, file.clientId, coordinator.id],
    );
    expect([ids((await strip(coordinator)).open), ids((await strip(second)).open)]).toEqual([[], [id]]);
  });

  it('without anybody on duty the numbers are those of the list', async () => {
    await plan(second, 20, 30);
    await raise();
    expect((await strip(worker)).numbers).toMatchObject([{ name: second.name, telephone: TELEPHONE, onDuty: false }]);
  });

  it('goes back to the screen when whoever took it cannot go on', async () => {
    const { id } = (await raise()).body;
    await coordinator.post(`/api/dangers/${id}/taking`);
    const refused = await second.post(`/api/dangers/${id}/hand-back`, {});
    expect([refused.status, refused.body.code]).toEqual([422, 'not-yours']);
    await coordinator.post(`/api/dangers/${id}/hand-back`, { words: 'My line is down' });
    expect(ids((await strip(second)).open)).toEqual([id]);
    expect((await strip(worker)).raised[0].state).toBe('OPEN');
  });

  it('R-RI-09: is not settled by whoever raised it, past the app neither; by another it is', async () => {
    const { id } = (await raise(coordinator)).body;
    await coordinator.post(`/api/dangers/${id}/taking`);
    const refused = await coordinator.post(`/api/dangers/${id}/settlement`, { words: 'All is well' });
    expect([refused.status, refused.body.code]).toEqual([422, 'same-person']);
    await expect(
      house.sql(`update danger set state = 'SETTLED', settled_by = raised_by, settled_at = now() where id = $1`, [id]),
    ).rejects.toThrow('danger_second_person');
    const settled = await second.post(`/api/dangers/${id}/settlement`, { words: 'All is well' });
    expect([settled.status, settled.body.state, settled.body.settlement]).toEqual([200, 'SETTLED', 'All is well']);
  });

  it('is seen on the file by its team, and by nobody outside', async () => {
    const { id } = (await raise()).body;
    const member = await house.as('HOUSING');
    await onTeam(house, file, member);
    expect((await member.get(`/api/dangers/${id}`)).body.words).toBe('Somebody is at her door');
    expect((await (await house.as('CASEWORKER')).get(`/api/dangers/${id}`)).status).toBe(404);
    expect((await (await house.as('COORDINATOR', house.offices.south)).get(`/api/dangers/${id}`)).status).toBe(404);
    expect((await worker.post(`/api/dangers/${id}/taking`)).status).toBe(403);
  });
});

describe('an enquiry in danger', () => {
  const enquiry = (more: object = {}) => ({
    name: 'Somebody',
    asked: 'Has to leave tonight',
    source: 'SELF',
    language: 'fa',
    immediateDanger: 'YES',
    callbackSafe: true,
    ...more,
  });
  const receive = async (more: object = {}) => (await worker.post('/api/enquiries', enquiry(more))).body;
  const take = (by: Person, id: string) => by.post(`/api/enquiries/${id}/danger-taking`);
  beforeEach(() => house.sql(`update enquiry set state = 'DECLINED', case_ref = 'X' || id, decline_reason = 'OTHER', declined_at = now()`));

  it('stands on the screen of whoever is on duty until one has it; whoever took it down sees whether anyone has', async () => {
    await plan(coordinator);
    const { id } = await receive();
    const calm = await receive({ immediateDanger: 'NO' });
    expect([ids((await strip(coordinator)).enquiries), ids((await strip(second)).enquiries)]).toEqual([[id], []]);
    expect((await strip(worker)).takenDown).toMatchObject([{ id, takenBy: null }]);
    expect((await strip(worker)).numbers).toMatchObject([{ telephone: TELEPHONE }]);
    expect(JSON.stringify(await strip(coordinator))).not.toContain('leave tonight');
    expect([(await take(coordinator, calm.id)).status, (await take(worker, id)).status]).toEqual([404, 403]);
    expect((await take(coordinator, id)).body).toMatchObject({ id, takenBy: { name: coordinator.name }, actions: [] });
    const late = await take(second, id);
    expect([late.status, late.body.code]).toEqual([409, 'not-open']);
    expect((await strip(coordinator)).enquiries).toEqual([]);
    expect((await strip(worker)).takenDown).toMatchObject([{ id, takenBy: { name: coordinator.name } }]);
    expect((await worker.get(`/api/enquiries/${id}`)).body.history.map(({ action }: { action: string }) => action)).toContain(
      'take_danger',
    );
  });

  it('stands on every coordinator’s screen while nobody is on duty, and on nobody’s of another office', async () => {
    const { id } = await receive();
    const southern = await house.as('COORDINATOR', house.offices.south, 'South too', ['DUTY_LIST']);
    expect([ids((await strip(coordinator)).enquiries), ids((await strip(second)).enquiries), (await strip(southern)).enquiries]).toEqual([
      [id],
      [id],
      [],
    ]);
    expect((await take(southern, id)).status).toBe(404);
  });

  it('in danger once more calls once more', async () => {
    const { id, version } = await receive();
    await take(coordinator, id);
    const calmed = await worker.put(`/api/enquiries/${id}`, enquiry({ immediateDanger: 'NO' }), { version: version + 1 });
    expect((await strip(coordinator)).enquiries).toEqual([]);
    await worker.put(`/api/enquiries/${id}`, enquiry(), { version: calmed.body.version });
    expect(ids((await strip(coordinator)).enquiries)).toEqual([id]);
  });
});

describe('R-RI-10: a word of duress is heard', () => {
  const heard = () => worker.post(`/api/cases/${file.caseId}/heard`);
  const incidents = async (who: Person) => (await who.get(`/api/cases/${file.caseId}/incidents`)).body.items;

  it('one act opens a critical incident, holds what would be sent, and calls whoever is on duty', async () => {
    await plan(coordinator);
    expect((await heard()).body).toEqual({ id: file.caseId });
    expect((await strip(coordinator)).open).toMatchObject([{ kind: 'DURESS', caseRef: file.caseRef }]);
    expect(await incidents(coordinator)).toMatchObject([{ severity: 'I4', state: 'REPORTED' }]);
    const [{ outgoing_held_at }] = await house.sql<{ outgoing_held_at: Date | null }>('select outgoing_held_at from client where id = $1', [
      file.clientId,
    ]);
    expect(outgoing_held_at).not.toBeNull();
  });

  it('shows nothing on the screen: strip, file, incidents, history and log of the file are as before', async () => {
    const screen = async () =>
      JSON.stringify([
        await strip(worker),
        (await worker.get(`/api/cases/${file.caseId}/safety`)).body,
        await incidents(worker),
        (await worker.get(`/api/cases/${file.caseId}/history`)).body,
        (await worker.get(`/api/clients/${file.clientId}/header`)).body,
        (await worker.get(`/api/cases/${file.caseId}`)).body,
      ]);
    const before = await screen();
    await heard();
    expect(await screen()).toBe(before);
    const [{ words }] = await house.sql<{ words: string }>(
      `select string_agg(word || coalesce(reason, '') || array_to_string(changed_fields, ','), ' ') as words from audit_event where client_id = $1`,
      [file.clientId],
    );
    expect(words).toContain('contact:heard');
    expect(words).not.toMatch(/duress|incident:report|danger/i);
  });

  it('whoever heard it finds, where they look for it, whether anybody has it; a colleague on the team does not', async () => {
    await plan(coordinator);
    await heard();
    const colleague = await house.as('CASEWORKER');
    await onTeam(house, file, colleague);
    const { raised, numbers } = (await worker.get('/api/duty')).body;
    expect([raised[0].kind, raised[0].state, numbers[0].telephone]).toEqual(['DURESS', 'OPEN', TELEPHONE]);
    expect((await colleague.get(`/api/dangers/${raised[0].id}`)).status).toBe(404);
    await coordinator.post(`/api/dangers/${raised[0].id}/taking`);
    expect((await worker.get('/api/duty')).body.raised[0].takenBy.name).toBe(coordinator.name);
  });

  it('pressed twice it is heard once; once it is settled, what was held goes out again', async () => {
    await heard();
    await heard();
    const [danger, ...more] = (await coordinator.get('/api/duty')).body.open;
    expect(more).toEqual([]);
    await coordinator.post(`/api/dangers/${danger.id}/taking`);
    await coordinator.post(`/api/dangers/${danger.id}/settlement`, { words: 'Met her, she is safe' });
    const [{ outgoing_held_at }] = await house.sql<{ outgoing_held_at: Date | null }>('select outgoing_held_at from client where id = $1', [
      file.clientId,
    ]);
    expect(outgoing_held_at).toBeNull();
  });
});
