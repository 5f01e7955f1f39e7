import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-story';
import { type Reader, sitDown } from '../support/desk';
import { firstRecord } from '../support/first-record';
import { whole } from '../support/whole-page';

const FOLDER = path.resolve(__dirname, '../../docs/shots');

interface Shot {
  login: string;
  reader: Reader;
  /** An address, or where the first record's address is found. */
  at: (page: Page) => Promise<string> | string;
}

const SHOTS: Readonly<Record<string, Shot>> = {
  'my-day-en': { login: 'caseworker', reader: { lang: 'en' }, at: () => '/' },
  'client-file-en': { login: 'caseworker', reader: { lang: 'en' }, at: fullFile },
  'client-file-fa': { login: 'caseworker', reader: { lang: 'fa' }, at: fullFile },
  'reports-dark': { login: 'coordinator', reader: { lang: 'en', theme: 'dark' }, at: () => '/reports' },
  'intake-en': { login: 'caseworker', reader: { lang: 'en' }, at: openIntake },
};

for (const [name, { login, reader, at }] of Object.entries(SHOTS)) {
  test(name, async ({ browser, app }) => {
    const { page, leave } = await sitDown(browser, app.url, login, reader);
    await page.goto(await at(page));
    await expect(page.locator('h1').first()).toBeVisible();
    await whole(page);
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });
    await leave();
  });
}

/** An active case of the caseload, with a past. */
async function fullFile(page: Page): Promise<string> {
  return `/cases/${await firstRecord(page, '/api/cases?limit=1&state=ACTIVE')}`;
}

async function openIntake(page: Page): Promise<string> {
  return `/enquiries/${await firstRecord(page, '/api/enquiries?limit=1&state=INTAKE')}/intake/situation`;
}
