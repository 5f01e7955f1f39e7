import { DemoHouse } from '../apps/api/src/demo/demo-house';
import { DEMO_PASSWORD } from '../apps/api/src/demo/demo-staff';
import { Sealer } from '../apps/api/src/platform/sealing/sealer';
import { secondFactorPlace } from '../apps/api/src/platform/session/credentials';
import { codeOf, newSecret } from '../apps/api/src/platform/session/second-factor';
import { type House, openHouse } from './support/house';

describe('a session', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('says who is here, and what they may do', async () => {
    const mina = await house.as('CASEWORKER', house.offices.north, 'Mina S.');
    const { body } = await mina.get('/api/session');
    expect(body).toMatchObject({ state: 'OPEN', user: { displayName: 'Mina S.', roles: ['CASEWORKER'] } });
    expect(body.words).toContain('case:list');
    expect(body.words).not.toContain('case:approve_closure');
  });

  it('locks on the server: nothing opens until it is proven who is there', async () => {
    const mina = await house.as('CASEWORKER');
    expect((await mina.post('/api/session/lock')).body.state).toBe('LOCKED');
    expect((await mina.get('/api/partners')).body).toMatchObject({ status: 401, code: 'session-locked' });
    expect((await mina.get('/api/session')).body).toMatchObject({ state: 'LOCKED', user: null, words: [] });
  });

  it('ends with the next request when its owner ends it elsewhere', async () => {
    const mina = await house.as('CASEWORKER');
    const { items } = (await mina.get('/api/sessions')).body;
    expect((await mina.post(`/api/sessions/${items[0].id}/end`)).status).toBe(200);
    expect((await mina.get('/api/partners')).status).toBe(401);
  });

  it('is nobody else’s to end', async () => {
    const [mina, arta] = [await house.as('CASEWORKER'), await house.as('CASEWORKER')];
    const { items } = (await arta.get('/api/sessions')).body;
    expect((await mina.post(`/api/sessions/${items[0].id}/end`)).status).toBe(404);
    expect((await arta.get('/api/partners')).status).toBe(200);
  });

  it('is over after fifteen minutes without a request, and after ten hours whatever happens', async () => {
    const mina = await house.as('CASEWORKER');
    await house.sql(`update session set last_seen_at = now() - interval '15 minutes 1 second' where staff_id = $1`, [mina.id]);
    expect((await mina.get('/api/partners')).status).toBe(401);
    const arta = await house.as('CASEWORKER');
    await house.sql(`update session set ends_at = now() where staff_id = $1`, [arta.id]);
    expect((await arta.get('/api/partners')).status).toBe(401);
  });

  it('refuses a state change that comes from another site', async () => {
    const mina = await house.as('CASEWORKER');
    const signs: Record<string, string>[] = [
      { 'x-requested-with': '' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of signs)
      expect((await mina.post('/api/session/lock', {}, { headers })).body).toMatchObject({ status: 403, code: 'cross-site' });
    expect((await mina.get('/api/session')).body.state).toBe('OPEN');
  });

  it('refuses a request under a name that is not ours', async () => {
    expect((await house.stranger.get('/api/health', { headers: { host: 'rebound.example' } })).status).toBe(421);
    expect((await house.stranger.get('/api/health', { headers: { host: '127.0.0.1:3000' } })).status).toBe(200);
  });

  it('leaves a line for each request, done or refused, and no name in any', async () => {
    const mina = await house.as('CASEWORKER', house.offices.north, 'Canary Name');
    await mina.get('/api/partners');
    await mina.post('/api/partners', {});
    const lines = await house.sql<{ word: string; outcome: string; status: number }>(
      'select word, outcome, status from audit_event where actor_id = $1 order by at',
      [mina.id],
    );
    expect(lines).toEqual([
      { word: 'partner:list', outcome: 'DONE', status: 200 },
      { word: 'partner:create', outcome: 'REFUSED', status: 403 },
    ]);
    const all = await house.sql<{ text: string }>('select audit_event::text as text from audit_event');
    expect(all.map(({ text }) => text).join()).not.toContain('Canary');
  });

  it('answers nothing when the line cannot be written', async () => {
    const mina = await house.as('CASEWORKER');
    await house.sql('revoke insert on audit_event from panah_app');
    expect((await mina.get('/api/partners')).body).toMatchObject({ status: 503, code: 'not-recorded' });
    await house.sql('grant insert on audit_event to panah_app');
    expect((await mina.get('/api/partners')).status).toBe(200);
  });
});

describe('signing in', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ DEMO: '1' });
    await house.app.get(DemoHouse).fill();
  });
  afterAll(() => house.close());

  const signIn = (login: string, password: string, more: object = {}) => house.stranger.post('/api/session', { login, password, ...more });

  it('opens a session for a right password, under a cookie that scripts cannot read', async () => {
    const answer = await signIn('Caseworker ', DEMO_PASSWORD);
    expect(answer.body).toMatchObject({ state: 'OPEN', demo: true, user: { displayName: 'Mina Sabeti' } });
    expect(answer.headers['set-cookie']).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('says the same for a wrong password and an unknown name', async () => {
    const [wrong, unknown] = [await signIn('caseworker', 'not this one at all'), await signIn('nobody at all', 'not this one at all')];
    const told = ({ body }: typeof wrong) => ({ ...body, requestId: '' });
    expect(wrong.body).toMatchObject({ status: 401, code: 'sign-in-refused' });
    expect(told(wrong)).toEqual(told(unknown));
  });

  it('says which field is missing', async () => {
    expect((await signIn('', DEMO_PASSWORD)).body).toMatchObject({ status: 422, fields: { login: ['isLength'] } });
    expect((await house.stranger.post('/api/session', { login: 'caseworker' })).body).toMatchObject({
      status: 422,
      fields: { password: expect.arrayContaining(['isLength']) },
    });
  });

  it('is slowed after ten wrong tries on one account, and other accounts are not', async () => {
    for (let n = 0; n < 10; n++) await signIn('legal', `wrong ${n} wrong wrong`);
    expect((await signIn('legal', DEMO_PASSWORD)).body).toMatchObject({ status: 429, code: 'too-many-tries' });
    expect((await signIn('housing', DEMO_PASSWORD)).status).toBe(200);
    expect((await house.sql('select account, address from sign_in_failure')).length).toBeGreaterThan(9);
  });
});

describe('guessing', () => {
  const SECRET = newSecret();
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ DEMO: '1' });
    await house.app.get(DemoHouse).fill();
    const [account] = await house.sql<{ id: string; org_id: string }>(
      `select s.id, s.org_id from staff_member s join staff_role r on r.staff_id = s.id where r.role = 'LEGAL'`,
    );
    if (!account) throw new Error('the demonstration has a legal adviser');
    const sealed = await house.app.get(Sealer).seal(secondFactorPlace(account.id), { secret: SECRET });
    await house.sql('update staff_member set second_factor = $2, second_factor_required = true where id = $1', [account.id, sealed]);
  });
  afterAll(() => house.close());

  const signIn = (password: string, code?: string) =>
    house.stranger.post('/api/session', { login: 'legal', password, ...(code ? { code } : {}) });
  const wrong = (): string => String((Number(codeOf(SECRET)) + 1) % 1_000_000).padStart(6, '0');

  it('others’ wrong passwords never lock out a right password with its second factor', async () => {
    for (let n = 0; n < 12; n++) await signIn(`not the password ${n}`);
    expect((await signIn(DEMO_PASSWORD)).body).toMatchObject({ status: 429 });
    expect((await signIn('not the password', codeOf(SECRET))).body).toMatchObject({ status: 429 });
    expect((await signIn(DEMO_PASSWORD, codeOf(SECRET))).status).toBe(200);
  });

  it('a code works once', async () => {
    await house.sql('update staff_member set second_factor_step = 0');
    const code = codeOf(SECRET);
    expect((await signIn(DEMO_PASSWORD, code)).status).toBe(200);
    expect((await signIn(DEMO_PASSWORD, code)).status).toBe(401);
  });

  it('five wrong codes after a right password, and codes rest; a wrong password cannot bring that about', async () => {
    await house.sql('delete from sign_in_failure');
    await house.sql('update staff_member set second_factor_step = 0');
    for (let n = 0; n < 6; n++) await signIn('not the password', wrong());
    expect((await signIn(DEMO_PASSWORD, codeOf(SECRET))).status).toBe(200);
    for (let n = 0; n < 5; n++) expect((await signIn(DEMO_PASSWORD, wrong())).status).toBe(401);
    await house.sql('update staff_member set second_factor_step = 0');
    expect((await signIn(DEMO_PASSWORD, codeOf(SECRET))).body).toMatchObject({ status: 429, code: 'too-many-tries' });
  });
});
