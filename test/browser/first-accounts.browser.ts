import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test as base } from '@playwright/test';
import { codeOf } from '../../apps/api/src/platform/session/second-factor';
import { startApp, type RunningApp } from '../support/running-app';

/** An installation without anybody in it. */
const test = base.extend<object, { app: RunningApp }>({
  app: [
    async ({}, use) => {
      const app = await startApp({ demo: false });
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
});

const ONE_TIME_CODE = /\b([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\b/;
const PASSWORD = 'four lanterns by the wide river';

async function expectNoViolations(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
}

async function setUp(page: Page): Promise<void> {
  const shown = page.locator('.secret');
  await expect(shown).toHaveText(/\w/);
  const secret = (await shown.innerText()).replaceAll(' ', '');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Six digits from your authenticator').fill(codeOf(secret));
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is set up' })).toBeVisible();
}

test('the one who reads the console makes the first account, and invites the next', async ({ page, browser, app }) => {
  const code = ONE_TIME_CODE.exec(app.logs())?.[1] ?? '';
  await page.goto('/');
  await page.getByRole('link', { name: 'Make the first account' }).click();
  await page.getByLabel('Code from the console').fill(code);
  await page.getByLabel('Name of the organisation').fill('Harbour Help');
  await page.getByLabel('Name of the first office').fill('Harbour');
  await page.getByLabel('Your name').fill('Robin Sample');
  await page.getByLabel('You sign in as').fill('robin');
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await setUp(page);
  await page.getByRole('button', { name: 'go in' }).click();
  await expect(page.getByRole('heading', { name: 'Staff' })).toBeVisible();

  await page.getByRole('link', { name: 'Invite somebody' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Kim Sample');
  await page.getByLabel('Signs in as').fill('kim');
  await page.getByLabel('Role', { exact: true }).selectOption('CASEWORKER');
  await page.getByRole('button', { name: /^Invite/ }).click();
  const handed = page.locator('.dialog .code');
  await expect(handed).toHaveText(ONE_TIME_CODE);
  const invitation = await handed.innerText();

  const other = await (await browser.newContext()).newPage();
  await other.goto(`${app.url}/activate`);
  await other.getByLabel('Your one-time code').fill(invitation);
  await other.getByRole('button', { name: 'Go on' }).click();
  await setUp(other);
  await expect(other.locator('.digits')).toHaveText(/^\d{6}$/);
});
