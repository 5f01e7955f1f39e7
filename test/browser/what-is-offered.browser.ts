import type { Page } from '@playwright/test';
import { contactDirection } from '@panah/domain/vocabulary/notes';
import { dayKind } from '@panah/domain/vocabulary/day';
import { expect, test } from '../support/browser-story';
import { look, sitDown } from '../support/desk';
import { firstRecord } from '../support/first-record';

const UNSAFE = 'TELEGRAM';

for (const lang of ['en', 'fa'] as const) {
  const theme = lang === 'fa' ? 'dark' : 'light';

  test(`R-RI-07: a way of contact that is not safe is not offered to go out by, and says why (${lang})`, async ({ browser, app }) => {
    const { page, say, leave } = await sitDown(browser, app.url, 'caseworker', { lang, theme });
    const caseId = await firstRecord(page, '/api/cases?state=ACTIVE');
    await page.goto(`/cases/${caseId}`);
    const way = page.getByRole('combobox', { name: say('notes.channel', 'How'), exact: true });
    const option = way.locator(`option[value="${UNSAFE}"]`);
    await expect(way).toBeVisible();
    await unsafeWay(page, caseId);
    await page.reload();
    await expect(option).toBeDisabled();
    await expect(option).toContainText(say('notes.ruleNotSafe', 'Not safe for this client'));
    await look({ page }, 'ways');
    // whoever came by it came by it; turned round, the composer says why not
    const direction = page.getByRole('combobox', { name: say('notes.direction', 'Who contacted whom') });
    await direction.selectOption({ label: contactDirection.label('INCOMING', lang) });
    await expect(option).toBeEnabled();
    await way.selectOption(UNSAFE);
    await direction.selectOption({ label: contactDirection.label('OUTGOING', lang) });
    const reason = page.locator('.composer .error').filter({ hasText: say('notes.ruleNotSafe', 'Not safe for this client') });
    await expect(reason).toBeVisible();
    await look({ page }, 'way-not-safe');
    await leave();
  });

  test(`2.6: an enquiry in danger is due now (${lang})`, async ({ browser, app }) => {
    const { page, say, leave } = await sitDown(browser, app.url, 'coordinator', { lang, theme });
    const line = page
      .locator('app-day-line')
      .filter({ hasText: dayKind.label('ENQUIRY_IN_DANGER', lang) })
      .first();
    await expect(line.locator('.when')).toContainText(say('day.now', 'Now'));
    await look({ page }, 'day-danger');
    await leave();
  });
}

/** As somebody says it on the tab of the person. */
async function unsafeWay(page: Page, caseId: string): Promise<void> {
  const status = await page.evaluate(
    async ({ id, channel }) => {
      const { clientId } = (await (await fetch(`/api/cases/${id}`)).json()) as { clientId: string };
      const body = JSON.stringify({ channel, value: '@somebody', safety: 'UNSAFE', preferred: false });
      const headers = { 'content-type': 'application/json', 'x-requested-with': 'office', 'idempotency-key': crypto.randomUUID() };
      return (await fetch(`/api/clients/${clientId}/contact-points`, { method: 'POST', headers, body })).status;
    },
    { id: caseId, channel: UNSAFE },
  );
  expect(status).toBe(201);
}
