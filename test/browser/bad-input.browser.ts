import type { Locator } from '@playwright/test';
import { consentMethod, consentPurpose, freeChoiceCheck } from '@panah/domain/vocabulary/consents';
import { expect, test } from '../support/browser-story';
import { look, sitDown } from '../support/desk';
import { firstRecord } from '../support/first-record';
import { choose } from '../support/page-acts';
import * as papers from '../support/papers';

/** In sight, and nothing lies over it: what is said about a field is read without looking for it. */
const seen = (words: Locator): Promise<void> =>
  expect
    .poll(() =>
      words.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return there !== null && (element.contains(there) || there.contains(element));
      }),
    )
    .toBe(true);

/** As a hand does it that is tired: at the upper edge, down, a moment, up in the same place. */
async function pressSlowly(target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('Nothing is there to be pressed.');
  const mouse = target.page().mouse;
  await mouse.move(box.x + box.width / 2, box.y + 2);
  await mouse.down();
  await target.page().waitForTimeout(200);
  await mouse.up();
}

for (const { lang, theme } of [
  { lang: 'en', theme: 'light' },
  { lang: 'fa', theme: 'dark' },
] as const)
  test(`what is refused names the field, and what was typed stays on the screen (${lang})`, async ({ browser, app }) => {
    test.setTimeout(90_000);
    const { page, say, leave } = await sitDown(browser, app.url, 'caseworker', { lang, theme });
    const caseId = await firstRecord(page, '/api/cases?state=ACTIVE&limit=1');

    await test.step('a consent that ends before it begins', async () => {
      await page.goto(`/cases/${caseId}/consents`);
      await page
        .getByRole('button', { name: consentPurpose.label('C07_COUNSELLING', lang) })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await choose(page, say('consents.method', 'How it was given'), consentMethod.label('WRITTEN', lang));
      const paper = dialog.getByLabel(say('consents.evidence', 'Where the signed paper lies'));
      await paper.fill('In the grey folder');
      await choose(page, say('consents.freeChoice', 'Who was there'), freeChoiceCheck.label('ALONE', lang));
      const ends = dialog.locator('app-date-input input').first();
      await ends.fill(lang === 'en' ? '2020-01-02' : '1398-10-12');
      await ends.blur();
      const sent = page.waitForResponse((answer) => answer.url().endsWith('/consents') && answer.request().method() === 'POST');
      await dialog.getByRole('button', { name: say('consents.record', 'Record') }).click();
      expect((await sent).status()).toBe(422);
      await seen(dialog.getByText(say('consents.ruleBefore', 'It cannot end before it begins')));
      await expect(paper).toHaveValue('In the grey folder');
      await look({ page }, 'bad-consent');
      await dialog.getByRole('button', { name: say('platform.cancel', 'Cancel') }).click();
    });

    await test.step('a press that takes its time meets what it was meant for, though what it left has something to say', async () => {
      await page.goto(`/cases/${caseId}/team`);
      await page.getByRole('button', { name: say('specialists.ask', 'Ask a specialty') }).click();
      const dialog = page.getByRole('dialog');
      const [first, second] = [dialog.getByRole('radio').first(), dialog.getByRole('radio').nth(1)];
      await first.focus();
      await pressSlowly(second);
      await expect(second).toBeChecked();
      const reason = dialog.getByRole('textbox').first();
      await reason.focus();
      const colleague = dialog.getByRole('checkbox').first();
      await pressSlowly(colleague);
      await expect(colleague).toBeChecked();
      await expect(reason).toHaveAttribute('aria-invalid', 'true');
      await page.getByRole('button', { name: say('platform.cancel', 'Cancel') }).click();
    });

    await test.step('a document whose content is not what its name says', async () => {
      await page.goto(`/cases/${caseId}/documents`);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: papers.photograph() });
      const title = page.getByLabel(say('documents.title', 'Title'), { exact: true });
      await title.fill('A letter of the office');
      await page.getByRole('button', { name: say('documents.save', 'Seal and keep') }).click();
      await expect(page.locator('app-file-faults')).toContainText(
        say('documents.fileLies', 'The content of this file is not what its name says. Ask where it comes from.'),
      );
      await expect(title).toHaveValue('A letter of the office');
      await expect(page.getByText('letter.pdf')).toBeVisible();
      await look({ page }, 'bad-document');
      await page.getByRole('button', { name: say('platform.cancel', 'Cancel') }).click();
    });

    await test.step('an incident that lies ahead', async () => {
      await page.goto(`/cases/${caseId}/safety/incident`);
      const what = page.getByLabel(say('incidents.description', 'What happened'));
      await what.fill('Two people waited at the door');
      await page.getByLabel(say('incidents.wishes', 'What the client wants')).fill('To move');
      await page.locator('app-field[name="type"] select').selectOption('APPROACH');
      await page
        .locator('app-partial-date input')
        .first()
        .fill(lang === 'en' ? '2099-01-01' : '1478-01-01');
      await page.keyboard.press('Control+Enter');
      await seen(page.locator('app-field[name="occurred"] .error span').first());
      await expect(what).toHaveValue('Two people waited at the door');
      await look({ page }, 'bad-incident');
    });
    await leave();
  });
