import path from 'node:path';
import { test as base } from '@playwright/test';
import { startEmbeddedPostgres } from '@panah/embedded-postgres/embedded-postgres';
import { passingFolder, removePassing } from './passing-folder';
import { startApp, type RunningApp } from './running-app';

/** `test` for browser stories: `app` is the demo, started once per worker on a database that no screen asks to be durable; `page.goto('/')` goes to it. */
export const test = base.extend<object, { app: RunningApp }>({
  app: [
    async ({}, use) => {
      const folder = passingFolder('office-screens');
      const postgres = await startEmbeddedPostgres({ dir: path.join(folder, 'postgres'), fast: true });
      const app = await startApp({ demo: true, env: { DATABASE_URL: postgres.url } });
      await use(app);
      await app.stop();
      await postgres.stop();
      removePassing(folder);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
});

export { expect } from '@playwright/test';
