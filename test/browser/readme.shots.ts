import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-story';
import { HOUSING_WANTED, madeReferrals } from '../support/browser-referrals';
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

test('referral-preview-en', async ({ browser, app }) => {
  const worker = await sitDown(browser, app.url, 'caseworker', { lang: 'en' });
  const [ready] = await madeReferrals(worker, 'Partner Association (AL)', 1);
  await worker.page.goto(`/cases/${ready?.caseId ?? ''}/referrals/${ready?.id ?? ''}`);
  await expect(worker.page.getByRole('article')).toContainText(HOUSING_WANTED);
  await whole(worker.page);
  await worker.page.screenshot({ path: path.join(FOLDER, 'referral-preview-en.png'), animations: 'disabled' });
  await worker.leave();
});

/** An active case of the caseload, with a past. */
async function fullFile(page: Page): Promise<string> {
  return `/cases/${await firstRecord(page, '/api/cases?limit=1&state=ACTIVE')}`;
}

async function openIntake(page: Page): Promise<string> {
  return `/enquiries/${await firstRecord(page, '/api/enquiries?limit=1&state=INTAKE')}/intake/situation`;
}
