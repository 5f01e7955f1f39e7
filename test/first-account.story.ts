import { CodeGate } from '../apps/api/src/staff/code-gate';
import { codeOf } from '../apps/api/src/platform/session/second-factor';
import { type Answer, type House, openHouse } from './support/house';

const PASSWORD = 'four lanterns by the wide river';
const OFFICE = { organisation: 'Harbour Help', name: 'Harbour', timeZone: 'Europe/Berlin', weekendDays: [6, 7], holidays: [] };
const PERSON = { displayName: 'Robin Sample', login: 'robin', language: 'en' };

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.sql('delete from office; delete from org');
});
afterAll(() => house.close());

const consoleCode = (): Promise<string> => house.app.get(CodeGate).codeOfTheHouse();

async function activate(code: string): Promise<Answer> {
  const { secret } = (await house.stranger.post('/api/activation/look', { code })).body;
  return house.stranger.post('/api/activation', { code, password: PASSWORD, secondFactor: codeOf(secret) });
}

describe('an empty house', () => {
  it('takes its first account only from somebody who reads the console', async () => {
    expect((await house.stranger.get('/api/session')).body.needsFirstAccount).toBe(true);
    const wrong = await house.stranger.post('/api/first-account', { ...OFFICE, ...PERSON, code: 'AAAA-BBBB-CCCC' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'code-refused' } });

    const code = await consoleCode();
    expect(await house.stranger.post('/api/first-account', { ...OFFICE, ...PERSON, code })).toMatchObject({
      status: 201,
      body: { login: 'robin' },
    });
    expect((await house.stranger.post('/api/first-account', { ...OFFICE, ...PERSON, code })).body.code).toBe('first-account-begun');

    const inside = await activate(code);
    expect(inside).toMatchObject({ status: 200, body: { state: 'ACTIVE', digits: null } });
    expect(inside.body.recoveryCodes).toHaveLength(10);
    const cookie = String(inside.headers['set-cookie']).split(';')[0] ?? '';
    expect((await house.stranger.get('/api/session', { headers: { cookie } })).body).toMatchObject({
      state: 'OPEN',
      user: { roles: ['ADMIN'] },
    });
    expect((await house.stranger.post('/api/first-account', { ...OFFICE, ...PERSON, code })).body.code).toBe('first-account-made');

    await theFirstOfEachIsExcepted(cookie);
  });

  it('shows in the log for good that nobody confirmed the first of each', async () => {
    const lines = await house.sql<{ count: number }>(
      `select count(*)::int as count from audit_event where reason = 'FIRST_OF_ITS_KIND' and outcome = 'DONE'`,
    );
    expect(lines[0]?.count).toBe(3);
  });
});

async function theFirstOfEachIsExcepted(cookie: string): Promise<void> {
  const { items } = (await house.stranger.get('/api/offices', { headers: { cookie } })).body;
  const invite = async (role: string, login: string): Promise<string> => {
    const roles = [{ role, officeId: role === 'COORDINATOR' ? items[0].id : undefined, duties: [] }];
    return (await house.stranger.post('/api/staff', { displayName: 'Kim Sample', login, language: 'fa', roles }, { headers: { cookie } }))
      .body.activationCode;
  };
  const states = [];
  for (const [role, login] of [
    ['AUDITOR', 'a-1'],
    ['COORDINATOR', 'c-1'],
    ['AUDITOR', 'a-2'],
    ['COORDINATOR', 'c-2'],
  ] as const)
    states.push((await activate(await invite(role, login))).body.state);
  expect(states).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVATED', 'ACTIVATED']);
}
