import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { caseNoteType } from '@panah/domain/vocabulary/notes';
import { expect, test } from '../support/browser-story';
import { screenFor, sitDown } from '../support/desk';
import { Hands } from '../support/hands';

const SCRIPT_OF_SIGN_IN = 120_000;
const PRESSES = 2;
const SAID = 'The appointment is on Tuesday at nine, with an interpreter.';

for (const lang of ['en', 'fa'] as const) {
  test(`a case opens in two presses, and a contact is logged in two (${lang})`, async ({ browser, app }) => {
    const { page, say, leave } = await sitDown(browser, app.url, 'caseworker', { lang });
    const known = await oneCase(page);

    const finding = new Hands(page);
    await finding.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await finding.type(known.client.pseudonym);
    await expect(page.getByRole('option').first()).toContainText(known.caseRef);
    await finding.press('Enter');
    await page.waitForURL(`**/cases/${known.id}`);
    expect(finding.presses).toBe(PRESSES);

    await expect(page.getByRole('form', { name: say('notes.newEntry', 'New entry') })).toBeVisible();
    const logging = new Hands(page);
    await logging.press('c');
    await logging.type(SAID);
    await logging.press('Control+Enter');
    await expect(page.getByRole('article', { name: caseNoteType.label('CONTACT', lang) }).first()).toContainText(SAID);
    expect(logging.presses).toBe(PRESSES);
    await leave();
  });

  test(`the sign-in page loads little script (${lang})`, async ({ browser, app }) => {
    const context = await screenFor(browser, app.url, { lang });
    const page = await context.newPage();
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (answer) => {
      if (answer.request().resourceType() === 'script') scripts.push(answer.body());
    });
    await page.goto('/');
    await expect(page.locator('#login')).toBeVisible();
    await page.waitForLoadState('networkidle');
    const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    test.info().annotations.push({ type: 'script, gzip', description: `${String(total)} bytes in ${String(sizes.length)} files` });
    expect(sizes.length).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(SCRIPT_OF_SIGN_IN);
    await context.close();
  });
}

interface KnownCase {
  id: string;
  caseRef: string;
  client: { pseudonym: string };
}

/** A case of the reader's own caseload, as the list shows it. */
async function oneCase(page: Page): Promise<KnownCase> {
  const { items } = (await (await page.request.get('/api/cases?limit=1')).json()) as { items: KnownCase[] };
  const [first] = items;
  if (!first) throw new Error('The caseload of the demonstration is empty.');
  return first;
}
