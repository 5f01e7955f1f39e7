import { test as base } from '@playwright/test';
import { startApp, type RunningApp } from './running-app';

/** `test` for browser stories: `app` is the demo, started once per worker; `page.goto('/')` goes to it. */
export const test = base.extend<object, { app: RunningApp }>({
  app: [
    async ({}, use) => {
      const app = await startApp({ demo: true });
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
});

export { expect } from '@playwright/test';
