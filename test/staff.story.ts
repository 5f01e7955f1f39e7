import { codeOf } from '../apps/api/src/platform/session/second-factor';
import { type Answer, type House, openHouse, type Person } from './support/house';

const PASSWORD = 'four lanterns by the wide river';
const SAMPLE = { language: 'en', displayName: 'Robin Sample' };

let house: House;
let admin: Person;
let auditor: Person;
let coordinator: Person;

beforeAll(async () => {
  house = await openHouse();
  [admin, auditor, coordinator] = [await house.as('ADMIN'), await house.as('AUDITOR'), await house.as('COORDINATOR')];
});
afterAll(() => house.close());

let logins = 0;
const newLogin = (): string => `robin.${(logins += 1)}@example.org`;

async function invite(
  by: Person,
  role: string,
  login = newLogin(),
  officeId: string | undefined = house.offices.north.id,
): Promise<Answer> {
  return by.post('/api/staff', {
    ...SAMPLE,
    login,
    roles: [{ role, officeId: ['ADMIN', 'AUDITOR'].includes(role) ? undefined : officeId, duties: [] }],
  });
}

/** Sets password and authenticator. `secret` is what the phone keeps. */
async function activate(code: string, password = PASSWORD): Promise<{ answer: Answer; secret: string }> {
  const { secret } = (await house.stranger.post('/api/activation/look', { code })).body;
  return { answer: await house.stranger.post('/api/activation', { code, password, secondFactor: codeOf(secret) }), secret };
}

const laterCode = (secret: string): string => codeOf(secret, Date.now() + 30_000);
const signIn = (login: string, secret: string, password = PASSWORD): Promise<Answer> =>
  house.stranger.post('/api/session', { login, password, code: laterCode(secret) });

async function colleague(role = 'CASEWORKER'): Promise<{ id: string; login: string; secret: string }> {
  const login = newLogin();
  const { body } = await invite(admin, role, login);
  const { answer, secret } = await activate(body.activationCode);
  await coordinator.post(`/api/staff/${body.id}/confirmation`, { digits: answer.body.digits });
  return { id: body.id, login, secret };
}

describe('a new account', () => {
  it('opens nothing until a coordinator has typed the digits that stand on the invited person’s screen', async () => {
    const login = newLogin();
    const invited = await invite(admin, 'CASEWORKER', login);
    expect(invited).toMatchObject({ status: 201, body: { state: 'INVITED', waitsFor: null } });
    const { answer, secret } = await activate(invited.body.activationCode);
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'ACTIVATED', waitsFor: 'COORDINATOR', digits: expect.stringMatching(/^\d{6}$/) },
    });
    expect(answer.headers['set-cookie']).toBeUndefined();

    const early = await signIn(login, secret);
    expect(early).toMatchObject({ status: 401, body: { code: 'awaiting-confirmation', facts: { digits: answer.body.digits } } });
    const wrong = String((Number(answer.body.digits) + 1) % 1_000_000).padStart(6, '0');
    expect(await coordinator.post(`/api/staff/${invited.body.id}/confirmation`, { digits: wrong })).toMatchObject({
      status: 422,
      body: { code: 'digits-refused' },
    });

    const confirmed = await coordinator.post(`/api/staff/${invited.body.id}/confirmation`, { digits: answer.body.digits });
    expect(confirmed).toMatchObject({ status: 200, body: { state: 'ACTIVE', roles: [{ confirmedHow: 'SECOND_PERSON' }] } });
    const entered = await house.stranger.post('/api/session', { login, password: PASSWORD, code: answer.body.recoveryCodes[0] });
    expect(entered).toMatchObject({
      status: 200,
      body: { state: 'OPEN', user: { displayName: SAMPLE.displayName, roles: ['CASEWORKER'] } },
    });
  });

  it('is not confirmed by the one who invited, nor from another office, nor by an admin', async () => {
    const invited = await invite(coordinator, 'CASEWORKER');
    const { answer } = await activate(invited.body.activationCode);
    const confirm = (who: Person): Promise<Answer> =>
      who.post(`/api/staff/${invited.body.id}/confirmation`, { digits: answer.body.digits });
    expect(await confirm(coordinator)).toMatchObject({ status: 422, body: { code: 'same-person' } });
    expect((await confirm(await house.as('COORDINATOR', house.offices.south))).status).toBe(404);
    expect((await confirm(await house.as('COORDINATOR', house.offices.elsewhere))).status).toBe(404);
    expect((await confirm(admin)).status).toBe(403);
    expect((await confirm(await house.as('COORDINATOR'))).status).toBe(200);
  });

  it('of a coordinator is confirmed by the auditor, not by another coordinator', async () => {
    const invited = await invite(admin, 'COORDINATOR');
    const { answer } = await activate(invited.body.activationCode);
    expect(answer.body.waitsFor).toBe('AUDITOR');
    const by = (who: Person): Promise<Answer> => who.post(`/api/staff/${invited.body.id}/confirmation`, { digits: answer.body.digits });
    expect(await by(coordinator)).toMatchObject({ status: 422, body: { code: 'not-confirmer', facts: { needs: 'AUDITOR' } } });
    expect((await by(auditor)).status).toBe(200);
  });

  it('takes a code that works once, and not at all when a newer one was made', async () => {
    const invited = await invite(admin, 'CASEWORKER');
    const renewed = await admin.post(`/api/staff/${invited.body.id}/invitation`);
    expect((await house.stranger.post('/api/activation/look', { code: invited.body.activationCode })).body.code).toBe('code-refused');
    expect((await activate(renewed.body.activationCode.toLowerCase().replaceAll('-', ' '))).answer.status).toBe(200);
    expect((await house.stranger.post('/api/activation/look', { code: renewed.body.activationCode })).body.code).toBe('code-refused');
    expect((await admin.get(`/api/staff/${invited.body.id}`)).body.activationCode).toBeNull();
  });

  it('has the authenticator that its owner set up, not one that somebody looked up before', async () => {
    const { body } = await invite(admin, 'CASEWORKER');
    const seenByAnother = (await house.stranger.post('/api/activation/look', { code: body.activationCode })).body.secret;
    const seenByOwner = (await house.stranger.post('/api/activation/look', { code: body.activationCode })).body.secret;
    const by = (secret: string): Promise<Answer> =>
      house.stranger.post('/api/activation', { code: body.activationCode, password: PASSWORD, secondFactor: codeOf(secret) });
    expect(await by(seenByAnother)).toMatchObject({ status: 422, body: { code: 'second-factor-refused' } });
    expect((await by(seenByOwner)).status).toBe(200);
  });

  it.each([
    ['short', 'too-short'],
    ['passwordpassword1', 'too-usual'],
  ])('refuses the password "%s"', async (password, why) => {
    const { body } = await invite(admin, 'CASEWORKER');
    const { answer } = await activate(body.activationCode, password);
    expect(answer).toMatchObject({ status: 422, body: { code: 'password', fields: { password: [why] } } });
    expect((await activate(body.activationCode)).answer.status).toBe(200);
  });

  it('has a sign-in name that is nobody else’s', async () => {
    const login = newLogin();
    await invite(admin, 'CASEWORKER', login);
    expect(await invite(admin, 'LEGAL', login.toUpperCase())).toMatchObject({
      status: 409,
      body: { code: 'already-there', facts: { constraint: 'staff_login_once' } },
    });
  });

  it('is invited by a coordinator into their own office only', async () => {
    expect((await invite(coordinator, 'CASEWORKER', newLogin(), house.offices.south.id)).status).toBe(404);
    expect((await invite(coordinator, 'ADMIN')).status).toBe(404);
    expect((await invite(await house.as('CASEWORKER'), 'CASEWORKER')).status).toBe(403);
    expect((await invite(coordinator, 'CASEWORKER')).status).toBe(201);
  });

  it('is made once however often the request is sent, and the code is not told twice', async () => {
    const key = crypto.randomUUID();
    const body = { ...SAMPLE, login: newLogin(), roles: [{ role: 'CASEWORKER', officeId: house.offices.north.id, duties: [] }] };
    const first = await admin.post('/api/staff', body, { key });
    const again = await admin.post('/api/staff', body, { key });
    expect([again.status, again.body.id, again.body.activationCode]).toEqual([201, first.body.id, null]);
  });
});

describe('roles', () => {
  it('R-AC-05: admin and auditor hold no other role', async () => {
    const both = {
      ...SAMPLE,
      login: newLogin(),
      roles: [
        { role: 'ADMIN', duties: [] },
        { role: 'CASEWORKER', officeId: house.offices.north.id, duties: [] },
      ],
    };
    expect(await admin.post('/api/staff', both)).toMatchObject({ status: 422, body: { code: 'roles-do-not-fit' } });
    const refused = await admin.post(`/api/staff/${auditor.id}/roles`, {
      role: 'CASEWORKER',
      officeId: house.offices.north.id,
      duties: [],
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'roles-do-not-fit' } });
  });

  it('a new role opens nothing until a second person confirms it with the digits of the account page', async () => {
    const worker = await house.as('CASEWORKER');
    await admin.post(`/api/staff/${worker.id}/roles`, { role: 'LEGAL', officeId: house.offices.north.id, duties: [] });
    const account = await worker.get('/api/account');
    expect(account.body).toMatchObject({ waitsFor: 'COORDINATOR', digits: expect.stringMatching(/^\d{6}$/) });
    expect((await worker.get('/api/session')).body.user.roles).toEqual(['CASEWORKER']);
    expect((await coordinator.post(`/api/staff/${worker.id}/confirmation`, { digits: account.body.digits })).body.roles).toHaveLength(2);
    expect((await worker.get('/api/account')).status).toBe(401);
  });

  it('R-AC-07: a role that ends is gone with the next request', async () => {
    const worker = await house.as('CASEWORKER');
    const { roles } = (await coordinator.get(`/api/staff/${worker.id}`)).body;
    expect((await worker.get('/api/account')).status).toBe(200);
    expect((await coordinator.post(`/api/staff/${worker.id}/roles/${roles[0].id}/end`)).status).toBe(200);
    expect((await worker.get('/api/account')).status).toBe(401);
  });

  it('duties go with the roles that have them', async () => {
    const other = await house.as('COORDINATOR');
    const { roles } = (await admin.get(`/api/staff/${other.id}`)).body;
    const set = (duties: string[]): Promise<Answer> => admin.post(`/api/staff/${other.id}/roles/${roles[0].id}/duties`, { duties });
    expect((await set(['DUTY_LIST'])).body.roles[0].duties).toEqual(['DUTY_LIST']);
    expect(await set(['LEAD'])).toMatchObject({ status: 422, body: { code: 'roles-do-not-fit' } });
  });
});

describe('leaving, resting, beginning anew', () => {
  it('a suspended colleague is out with the next request, and in again after reinstatement', async () => {
    const { id, login, secret } = await colleague();
    expect((await coordinator.post(`/api/staff/${id}/suspension`, { reason: 'long leave' })).body.state).toBe('SUSPENDED');
    expect(await signIn(login, secret)).toMatchObject({ status: 401, body: { code: 'sign-in-refused' } });
    expect(await coordinator.post(`/api/staff/${id}/suspension`, { reason: 'again' })).toMatchObject({
      status: 409,
      body: { code: 'not-open' },
    });
    expect((await coordinator.post(`/api/staff/${id}/reinstatement`, { reason: 'back' })).body.state).toBe('ACTIVE');
    expect((await signIn(login, secret)).status).toBe(200);
  });

  it('nobody suspends themself', async () => {
    expect(await coordinator.post(`/api/staff/${coordinator.id}/suspension`, { reason: 'tired' })).toMatchObject({
      status: 422,
      body: { code: 'same-person' },
    });
  });

  it('who has left signs in no more and has no role', async () => {
    const { id, login, secret } = await colleague();
    expect((await admin.post(`/api/staff/${id}/end`, { reason: 'moved away' })).body).toMatchObject({ state: 'ENDED', roles: [] });
    expect((await signIn(login, secret)).body.code).toBe('sign-in-refused');
    expect((await coordinator.get(`/api/staff/${id}`)).body.state).toBe('ENDED');
  });

  it('a reset takes password, authenticator and every confirmation; the second person is asked again', async () => {
    const { id, login, secret } = await colleague();
    const reset = await admin.post(`/api/staff/${id}/reset`, { reason: 'telephone lost' });
    expect(reset.body).toMatchObject({ state: 'INVITED', roles: [{ confirmedAt: null }] });
    expect((await signIn(login, secret)).body.code).toBe('sign-in-refused');
    const again = await activate(reset.body.activationCode, 'seven kettles on a slow stove');
    expect(again.answer.body.state).toBe('ACTIVATED');
    await coordinator.post(`/api/staff/${id}/confirmation`, { digits: again.answer.body.digits });
    expect((await signIn(login, again.secret, 'seven kettles on a slow stove')).status).toBe(200);
  });
});

describe('the last admin and the last auditor', () => {
  it('are not ended, suspended, reset, or relieved of the role; with another one active, they are', async () => {
    const where = house.offices.elsewhere;
    const [chief, reader] = [await house.as('ADMIN', where), await house.as('AUDITOR', where)];
    const steps = ['suspension', 'reset', 'end'].map((step) => `/api/staff/${reader.id}/${step}`);
    const roleOf = async ({ id }: Person): Promise<string> => (await chief.get(`/api/staff/${id}`)).body.roles[0].id;
    const relieve = async (who: Person): Promise<Answer> => chief.post(`/api/staff/${who.id}/roles/${await roleOf(who)}/end`);
    for (const url of steps)
      expect(await chief.post(url, { reason: 'moves away' })).toMatchObject({
        status: 422,
        body: { code: 'last-of-its-kind', facts: { role: 'AUDITOR' } },
      });
    expect((await relieve(reader)).body).toMatchObject({ code: 'last-of-its-kind', facts: { role: 'AUDITOR' } });
    expect((await relieve(chief)).body).toMatchObject({ code: 'last-of-its-kind', facts: { role: 'ADMIN' } });

    const [nextReader, nextChief] = [await house.as('AUDITOR', where), await house.as('ADMIN', where)];
    expect((await chief.post(`/api/staff/${reader.id}/suspension`, { reason: 'long leave' })).body.state).toBe('SUSPENDED');
    expect((await relieve(nextReader)).body.code).toBe('last-of-its-kind');
    expect((await chief.post(`/api/staff/${reader.id}/end`, { reason: 'moves away' })).body.state).toBe('ENDED');
    expect((await nextChief.post(`/api/staff/${chief.id}/end`, { reason: 'moves away' })).body.state).toBe('ENDED');
    expect((await nextChief.get('/api/account')).status).toBe(200);
  });

  it('do not leave at the same moment: one of the two stays', async () => {
    const where = house.offices.elsewhere;
    const chiefs = [await house.as('ADMIN', where), await house.as('ADMIN', where)] as const;
    await house.sql(`update staff_role set ended_at = now() where role = 'ADMIN' and org_id = $1 and not (staff_id = any($2::uuid[]))`, [
      where.orgId,
      chiefs.map(({ id }) => id),
    ]);
    const end = (by: Person, { id }: Person): Promise<Answer> => by.post(`/api/staff/${id}/end`, { reason: 'moves away' });
    const answers = await Promise.all([end(chiefs[0], chiefs[1]), end(chiefs[1], chiefs[0])]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('R-AC-14: a tie to the group or to a state', () => {
  it('once declared closes every client until a coordinator decides; never the one who declared it', async () => {
    const worker = await house.as('COORDINATOR');
    expect((await worker.post('/api/account/tie', { answer: 'DECLARED', words: 'a cousin works there' })).body.tie).toBe('DECLARED');
    expect((await worker.post('/api/account/tie', { answer: 'NONE' })).status).toBe(409);
    const decide = (who: Person): Promise<Answer> =>
      who.post(`/api/staff/${worker.id}/tie-decision`, { decision: 'CLEARED', reason: 'distant, and told in time' });
    expect((await decide(worker)).body.code).toBe('same-person');
    expect((await decide(admin)).status).toBe(403);
    expect((await decide(coordinator)).body.tie).toBe('CLEARED');
    expect(await house.sql('select reason from audit_event where word = $1 and outcome = $2', ['staff:decide-tie', 'DONE'])).toEqual([
      { reason: 'CLEARED' },
    ]);
  });
});

describe('one’s own account', () => {
  it('a new password ends every other session and needs a recent sign-in', async () => {
    const { login, secret } = await colleague();
    const cookie = String((await signIn(login, secret)).headers['set-cookie']).split(';')[0] ?? '';
    const change = (): Promise<Answer> =>
      house.stranger.post('/api/account/password', { newPassword: 'seven kettles on a slow stove' }, { headers: { cookie } });
    await house.sql(`update session set fresh_at = now() - interval '6 minutes'`);
    expect(await change()).toMatchObject({ status: 403, body: { code: 'fresh-sign-in-needed' } });
    await house.stranger.post('/api/session/freshness', { password: PASSWORD }, { headers: { cookie } });
    expect((await change()).status).toBe(200);
    expect((await house.stranger.get('/api/account', { headers: { cookie } })).status).toBe(200);
  });

  it('remembers the language one chose, and says it at the next sign-in', async () => {
    const { login, secret } = await colleague();
    const entered = await signIn(login, secret);
    expect(entered.body.user.language).toBe('en');
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
    const choose = (language: string): Promise<Answer> =>
      house.stranger.post('/api/account/language', { language }, { headers: { cookie } });
    expect((await choose('fa')).body.language).toBe('fa');
    expect((await choose('xx')).status).toBe(422);
    expect((await house.stranger.get('/api/session', { headers: { cookie } })).body.user.language).toBe('fa');
  });

  it('recovery codes are ten, and new ones take the place of the old', async () => {
    const worker = await house.as('CASEWORKER');
    expect((await worker.post('/api/account/recovery-codes')).body.codes).toHaveLength(10);
    expect((await worker.get('/api/account')).body.recoveryCodesLeft).toBe(10);
  });
});

describe('offices', () => {
  const OFFICE = { name: 'Harbour', timeZone: 'Europe/Berlin', weekendDays: [6, 7], holidays: ['2026-12-25'] };

  it('are made by an admin and kept by their coordinators, on the version they read', async () => {
    expect((await coordinator.post('/api/offices', OFFICE)).status).toBe(403);
    expect((await admin.post('/api/offices', OFFICE)).body).toMatchObject(OFFICE);
    const url = `/api/offices/${house.offices.north.id}`;
    const { version } = (await coordinator.get(url)).body;
    expect((await coordinator.put(url, OFFICE, { version })).body).toMatchObject(OFFICE);
    expect(await coordinator.put(url, { ...OFFICE, name: 'Quay' }, { version })).toMatchObject({
      status: 412,
      body: { facts: { changed: ['name'] } },
    });
    expect((await coordinator.put(`/api/offices/${house.offices.south.id}`, OFFICE, { version: 1 })).status).toBe(404);
  });

  it.each([
    ['a time zone nobody knows', { timeZone: 'Nowhere/Town' }],
    ['a week without work', { weekendDays: [1, 2, 3, 4, 5, 6, 7] }],
    ['a day that is none', { holidays: ['2026-02-30'] }],
  ])('refuse %s', async (_, wrong) => {
    expect(await admin.post('/api/offices', { ...OFFICE, ...wrong })).toMatchObject({ status: 422, body: { code: 'office-calendar' } });
  });

  it('say which acts need more people than they have', async () => {
    const lonely = (await admin.post('/api/offices', { ...OFFICE, name: 'Lonely' })).body.id;
    const acts = async (id: string): Promise<string[]> =>
      (await admin.get(`/api/offices/${id}/acts-out-of-reach`)).body.items.map(({ act }: { act: string }) => act);
    expect(await acts(lonely)).toContain('APPROVE_CLOSURE');
    await house.as('CASEWORKER');
    expect(await acts(house.offices.north.id)).not.toContain('APPROVE_CLOSURE');
  });
});

describe('who sees whom', () => {
  it('colleagues see each other by name; another organisation sees nobody', async () => {
    const [worker, stranger] = [await house.as('CASEWORKER'), await house.as('ADMIN', house.offices.elsewhere)];
    const names = (answer: Answer): string[] => answer.body.items.map((item: { displayName: string }) => item.displayName);
    expect(names(await worker.get('/api/staff?limit=100'))).toContain(coordinator.name);
    const seen = names(await stranger.get('/api/staff?limit=100'));
    expect([seen.includes(stranger.name), seen.includes(coordinator.name)]).toEqual([true, false]);
    expect((await stranger.get(`/api/staff/${worker.id}`)).status).toBe(404);
  });

  it('the list goes on where it ended, and filters by role', async () => {
    const first = await admin.get('/api/staff?limit=2');
    const second = await admin.get(`/api/staff?limit=2&cursor=${first.body.next}`);
    const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(4);
    const auditors = await admin.get('/api/staff?role=AUDITOR');
    expect(auditors.body).toMatchObject({ total: 1, items: [{ id: auditor.id }] });
  });

  it('no name lies plain in the database or in the audit log', async () => {
    const rows = await house.sql<{ line: string }>(
      'select s::text as line from staff_member s union all select a::text from audit_event a',
    );
    expect(rows.map(({ line }) => line).join()).not.toContain(SAMPLE.displayName);
  });
});
