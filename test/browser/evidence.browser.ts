import { consentMethod, consentPurpose, freeChoiceCheck } from '@panah/domain/vocabulary/consents';
import { expect, test } from '../support/browser-story';
import { look, sitDown } from '../support/desk';
import { firstRecord } from '../support/first-record';
import { choose } from '../support/page-acts';
import * as papers from '../support/papers';
import { whole } from '../support/whole-page';

for (const reader of [
  { lang: 'en', theme: 'light' },
  { lang: 'fa', theme: 'dark' },
] as const) {
  const { lang } = reader;

  test(`a file hangs on an incident: brought in, looked at drawn anew, taken off with a reason (${lang})`, async ({ browser, app }) => {
    test.setTimeout(90_000);
    const desk = await sitDown(browser, app.url, 'caseworker', reader);
    const { page, say } = desk;
    const incidentId = await firstRecord(page, '/api/incidents?limit=1');
    await page.goto(`/incidents/${incidentId}`);
    await page.getByRole('button', { name: say('incidents.addFile', 'A file') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles({ name: 'sent.jpg', mimeType: 'image/jpeg', buffer: papers.photograph() });
    const what = lang === 'en' ? 'The picture that was sent' : 'عکسی که فرستاده شد';
    await dialog.getByLabel(say('incidents.evidenceWhat', 'What it is')).fill(what);
    const taken = dialog.locator('app-moment-input');
    await taken.locator('app-date-input input').fill(lang === 'en' ? '02/01/2026' : '1404/10/12');
    await taken.getByLabel(say('platform.clock', 'Time, 24 hours')).fill(lang === 'en' ? '1030' : '۲۲:۰۵');
    await look(desk, 'evidence-dialog');
    await dialog.getByRole('button', { name: say('documents.save', 'Seal and keep') }).click();
    const line = page.locator('app-evidence-list li.row').filter({ hasText: what });
    await expect(line).toBeVisible();
    await line.getByRole('button', { name: say('documents.look', 'Look') }).click();
    await expect.poll(() => page.locator('canvas').evaluate((drawn: HTMLCanvasElement) => drawn.width)).toBe(16);
    await page.getByRole('button', { name: say('documents.close', 'Close') }).click();
    await look(desk, 'evidence-list');
    await line.getByRole('button', { name: say('incidents.remove', 'Take off') }).click();
    await page
      .getByRole('dialog')
      .locator('textarea, input')
      .last()
      .fill(lang === 'en' ? 'It shows somebody else' : 'کس دیگری را نشان می‌دهد');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('incidents.remove', 'Take off') })
      .click();
    await expect(page.getByText(say('incidents.removed', 'Taken off the list'))).toBeVisible();
    await expect(page.getByText(what)).toHaveCount(0);
    await look(desk, 'evidence-removed');
    await desk.leave();
  });

  test(`a yes shows its signed paper, also when it was taken back; a tab stays where one is (${lang})`, async ({ browser, app }) => {
    test.setTimeout(90_000);
    const desk = await sitDown(browser, app.url, 'caseworker', reader);
    const { page, say } = desk;
    const caseId = await firstRecord(page, `/api/cases?state=ACTIVE&risk=${lang === 'en' ? 'LOW' : 'MEDIUM'}&limit=1`);
    await page.goto(`/cases/${caseId}/consents`);
    await page
      .getByRole('button', { name: consentPurpose.label('C16_STATS', lang) })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await choose(page, say('consents.method', 'How it was given'), consentMethod.label('WRITTEN', lang));
    await choose(page, say('consents.freeChoice', 'Who was there'), freeChoiceCheck.label('ALONE', lang));
    await dialog
      .locator('app-paper-choice input[type=file]')
      .setInputFiles({ name: 'form.pdf', mimeType: 'application/pdf', buffer: papers.pdf() });
    await expect(dialog.locator('app-paper-choice select')).not.toHaveValue('');
    await look(desk, 'consent-paper');
    await dialog.getByRole('button', { name: say('consents.record', 'Record') }).click();
    await expect(dialog).toHaveCount(0);
    const given = page
      .locator('li')
      .filter({ hasText: consentPurpose.label('C16_STATS', lang) })
      .first();
    await given.locator('summary').click();
    await expect(given.getByText(say('consents.document', 'The document that shows it'))).toBeVisible();
    await look(desk, 'consent-shown');
    await given.getByRole('button', { name: say('documents.look', 'Look') }).click();
    await expect.poll(() => page.locator('canvas').evaluate((drawn: HTMLCanvasElement) => drawn.width)).toBe(1400);
    await page.getByRole('button', { name: say('documents.close', 'Close') }).click();

    const safety = page.locator('nav.tabs a', { hasText: say('cases.tabSafety', 'Safety') });
    await safety.click();
    await expect(safety).toHaveAttribute('aria-current', 'page');
    await page.goto(`/cases/${caseId}/safety/plan`);
    await expect(safety).toHaveAttribute('aria-current', 'page');
    await page.locator('app-field[name="measures"] select, select.input').first().selectOption({ index: 2 });
    await page.locator('.measure input').first().fill('The person');
    await page.locator('textarea').last().fill('A friend next door');
    await page.keyboard.press('Control+Enter');
    await expect(page).toHaveURL(new RegExp(`/cases/${caseId}/safety$`));
    await whole(page);
    await expect(safety).toHaveAttribute('aria-current', 'page');
    await look(desk, 'tab-after-saving');
    await desk.leave();
  });

  test(`a turn of duty is changed and ended; an enquiry in danger stands on the duty screen until one has it (${lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(90_000);
    const desk = await sitDown(browser, app.url, 'coordinator', reader);
    const { page, say } = desk;
    // a turn of its own: who is on duty now stays so, for whoever calls later
    await page.evaluate(async () => {
      const { user } = (await (await fetch('/api/session')).json()) as { user: { id: string; offices: { id: string }[] } };
      const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
      await fetch('/api/duty/turns', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-requested-with': 'office', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({
          officeId: user.offices[0]?.id,
          staffId: user.id,
          startsAt: inDays(40),
          endsAt: inDays(41),
          telephone: '+355 69 111 1111',
        }),
      });
    });
    await page.goto('/duty');
    const own = page.locator('app-duty-page li.row').filter({ hasText: '+355 69 111 1111' });
    await own.getByRole('button', { name: say('duty.edit', 'Change') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('duty.telephone', 'Telephone')).fill('+355 69 777 7777');
    await look(desk, 'turn-dialog');
    await dialog.getByRole('button', { name: say('platform.save', 'Save') }).click();
    await expect(page.locator('app-duty-page').getByText('+355 69 777 7777').first()).toBeVisible();
    await look(desk, 'duty-list');

    const worker = await sitDown(browser, app.url, 'caseworker', reader);
    const made = await worker.page.evaluate(async () => {
      const answer = await fetch('/api/enquiries', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-requested-with': 'office', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({
          name: 'Somebody',
          asked: 'Has to leave',
          source: 'SELF',
          language: 'fa',
          immediateDanger: 'YES',
          callbackSafe: true,
        }),
      });
      return (await answer.json()) as { id: string };
    });
    await worker.page.goto('/');
    await expect(
      worker.page.locator('app-duty-strip').getByText(say('duty.nobody', 'Nobody has seen this yet: telephone now')).first(),
    ).toBeVisible();
    await look(worker, 'enquiry-nobody-yet');
    await page.goto('/cases');
    const line = page.locator('app-duty-strip app-enquiry-line', { has: page.locator(`a[href*="${made.id}"]`) });
    await expect(line).toBeVisible();
    await look(desk, 'enquiry-on-duty');
    await line.getByRole('button', { name: say('duty.take', 'I have it') }).click();
    await expect(line).toHaveCount(0);
    await worker.page.goto('/cases');
    await expect(worker.page.locator('app-duty-strip').locator(`a[href*="${made.id}"]`)).toBeVisible();
    await expect(worker.page.locator('app-duty-strip').getByText(say('duty.hasIt', 'Has it:')).first()).toBeVisible();

    await page.goto('/duty');
    const ended = page.locator('app-duty-page li.row').filter({ hasText: '+355 69 777 7777' }).first();
    const end = ended
      .getByRole('button', { name: say('duty.endNow', 'End now') })
      .or(ended.getByRole('button', { name: say('duty.withdraw', 'Take off') }));
    await end.click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('duty.endNow', 'End now') })
      .or(page.getByRole('dialog').getByRole('button', { name: say('duty.withdraw', 'Take off') }))
      .click();
    await expect(page.locator('app-duty-page li.row').filter({ hasText: '+355 69 777 7777' })).toHaveCount(0);
    await worker.leave();
    await desk.leave();
  });
}
