import type { Page } from '@playwright/test';
import { consentPurpose } from '@panah/domain/vocabulary/consents';
import { timelineKind } from '@panah/domain/vocabulary/timeline';
import { expect, test } from '../support/browser-story';
import { sitDown } from '../support/desk';

const SAID = { en: 'She asks whether the room is still free.', fa: 'می‌پرسد اتاق هنوز خالی است یا نه.' };

for (const lang of ['en', 'fa'] as const) {
  test(`what is being written stays while the timeline is narrowed, and stands in one place only (${lang})`, async ({ browser, app }) => {
    const words = SAID[lang];
    const { page, say, leave } = await sitDown(browser, app.url, 'caseworker', { lang });
    await page.goto(`/cases/${await fileWithNotes(page)}`);
    const box = page.getByLabel(say('notes.text', 'What was said and agreed'));
    await box.fill(words);
    // the writer looks at something else: what is written is kept at once
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/note-drafts'));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await kept;

    const show = page.getByRole('combobox', { name: say('notes.show', 'Show') });
    for (const kind of ['CONSENT', 'SAFETY', 'PLAN'] as const) {
      await show.selectOption({ label: timelineKind.label(kind, lang) });
      await expect(page.locator('app-note-entry')).toHaveCount(0);
      await expect(page.locator('.timeline .entry').first()).toBeVisible();
      await expect(box).toHaveValue(words);
    }
    await show.selectOption({ label: timelineKind.label('CONSENT', lang) });
    const purposes = consentPurpose.codes.map((code) => consentPurpose.label(code, lang));
    const told = (): Promise<string[]> => page.locator('.timeline .entry').allInnerTexts();
    await expect.poll(async () => (await told()).some((line) => purposes.some((purpose) => line.includes(purpose)))).toBe(true);
    await show.selectOption('');
    await expect(page.locator('app-note-entry').first()).toBeVisible();
    await expect(page.getByText(words)).toHaveCount(0); // only in the box
    await expect(box).toHaveValue(words);

    const entries = page.locator('.timeline .entry');
    const before = await entries.count();
    await page.getByRole('button', { name: say('notes.older', 'Show older entries') }).click();
    await expect.poll(() => entries.count()).toBeGreaterThan(before);
    expect(new URL(page.url()).search).toBe('');

    await box.press('Control+Enter');
    await expect(page.getByRole('article').filter({ hasText: words }).first()).toBeVisible();
    await expect(box).toHaveValue('');
    await leave();
  });
}

interface Told {
  items: { note: object | null }[];
  next: string | null;
}

/** A file whose newest entries hold a note, and which has older ones: other stories write on files too. */
async function fileWithNotes(page: Page): Promise<string> {
  const { items } = (await (await page.request.get('/api/cases?state=ACTIVE')).json()) as { items: { id: string }[] };
  for (const { id } of items) {
    const told = (await (await page.request.get(`/api/cases/${id}/timeline`)).json()) as Told;
    if (told.next && told.items.some(({ note }) => note)) return id;
  }
  throw new Error('No file has a note among its newest entries, and older ones.');
}
