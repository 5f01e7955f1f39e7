import { ALLOW, PUBLIC } from '../apps/api/src/platform/access/allow';
import { BootCheck } from '../apps/api/src/platform/access/boot-check';
import { type House, openHouse } from './support/house';

describe('the boot check', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('lets a house boot whose every route has its word', () => {
    expect(() => house.app.get(BootCheck).check()).not.toThrow();
    expect(house.app.get(BootCheck).routes().length).toBeGreaterThan(15);
  });

  it('refuses, for each route in turn, when its word is taken away', () => {
    const check = house.app.get(BootCheck);
    const routes = check.routes();
    for (const route of routes) {
      const key = route.word === null ? PUBLIC : ALLOW;
      const was: unknown = Reflect.getMetadata(key, route.handler);
      Reflect.deleteMetadata(key, route.handler);
      expect(() => check.check()).toThrow(route.name);
      Reflect.defineMetadata(key, was, route.handler);
    }
    expect(() => check.check()).not.toThrow();
  });

  it('refuses a word that has no row in the access table, and a route with both', () => {
    const check = house.app.get(BootCheck);
    const route = check.routes().find(({ word }) => word !== null);
    if (!route) throw new Error('no route has a word');
    Reflect.defineMetadata(ALLOW, 'client:browse-all', route.handler);
    expect(() => check.check()).toThrow('no row in the access table');
    Reflect.defineMetadata(ALLOW, route.word, route.handler);
    Reflect.defineMetadata(PUBLIC, 'by mistake', route.handler);
    expect(() => check.check()).toThrow('exactly one');
    Reflect.deleteMetadata(PUBLIC, route.handler);
  });

  it('keeps the open routes few and known', () => {
    const open = house.app
      .get(BootCheck)
      .routes()
      .filter(({ publicReason }) => publicReason !== null);
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toMatchSnapshot();
  });

  it('refuses every route but the open ones to somebody who is not signed in', async () => {
    const closed = house.app
      .get(BootCheck)
      .routes()
      .filter(({ word }) => word !== null);
    for (const { method, path } of closed) {
      const url = path.replace(/:[a-zA-Z]+/g, '01900000-0000-7000-8000-000000000000');
      const answer =
        method === 'GET'
          ? await house.stranger.get(url)
          : method === 'PUT'
            ? await house.stranger.put(url)
            : await house.stranger.post(url);
      expect([method, url, answer.status]).toEqual([method, url, method === 'DELETE' || method === 'PATCH' ? answer.status : 401]);
    }
  });

  it('carries the header map on every answer', async () => {
    const caseworker = await house.as('CASEWORKER');
    for (const answer of [
      await house.stranger.get('/api/health'),
      await caseworker.get('/api/partners'),
      await caseworker.get('/api/nothing'),
      await house.stranger.post('/api/session', {}),
    ]) {
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(answer.headers['content-security-policy']).toMatch(
        /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'; require-trusted-types-for 'script'/,
      );
    }
  });
});
