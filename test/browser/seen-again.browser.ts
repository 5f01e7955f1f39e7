import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-story';
import { sitDown } from '../support/desk';
import { firstRecord } from '../support/first-record';
import { assessment } from '../support/risk-words';
import { whole } from '../support/whole-page';
import { officeDay } from '../support/office-day';

const inDays = (days: number): string => officeDay(days);

/** As a colleague at another screen: a call of the API that this page does not know of. */
function elsewhere<Body>(page: Page, method: string, path: string, body: object, version?: number): Promise<Body> {
  return page.evaluate(
    async ([verb, address, content, known]) => {
      const headers: Record<string, string> = { 'content-type': 'application/json', 'x-requested-with': 'office' };
      if (known) headers['if-match'] = `"${known}"`;
      else headers['idempotency-key'] = crypto.randomUUID();
      const answer = await fetch(address, { method: verb, headers, body: JSON.stringify(content) });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as Body;
    },
    [method, path, body, version ?? null] as const,
  );
}

for (const lang of ['en', 'fa'] as const) {
  test(`a task that a colleague changed meanwhile: what was typed stays, what changed is named, and saving goes on (${lang})`, async ({
    browser,
    app,
  }) => {
    const { page, say, leave } = await sitDown(browser, app.url, 'caseworker', { lang });
    const caseId = await firstRecord(page, '/api/cases?limit=1&state=ACTIVE');
    const first = { kind: 'FOLLOW_UP', title: 'First words', dueOn: inDays(5), priority: 'P3' };
    const task = await elsewhere<{ id: string; version: number }>(page, 'POST', `/api/cases/${caseId}/tasks`, first);
    await page.goto(`/cases/${caseId}/plan`);
    const row = page.locator('app-case-tasks li.row').filter({ hasText: first.title });
    await row.getByRole('button', { name: say('tasks.edit', 'Change') }).click();
    const title = page.getByLabel(say('tasks.title', 'In a few words'));
    await title.fill('My own words');
    const theirs = { ...first, title: 'Words of another', priority: 'P2', status: 'OPEN' };
    await elsewhere(page, 'PUT', `/api/tasks/${task.id}`, theirs, task.version);
    await page.keyboard.press('Control+Enter');

    const both = page.getByRole('dialog').filter({ hasText: say('platform.staleTitle', 'Somebody else saved this meanwhile') });
    await expect(both.getByText('Words of another')).toBeVisible();
    await expect(both.getByText('My own words')).toBeVisible();
    await both.getByRole('button', { name: say('platform.staleTake', 'Take these') }).click();
    await expect(title).toHaveValue('My own words');
    await expect(page.locator('app-together')).toContainText(say('tasks.priority', 'How pressing'));
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(say('tasks.saidSaved', 'Saved.'), { exact: true })).toBeVisible();
    const now = (await (await page.request.get(`/api/tasks/${task.id}`)).json()) as object;
    expect(now).toMatchObject({ title: 'My own words', priority: 'P2' });
    await leave();
  });

  test(`a draft of an assessment that was kept at another screen meanwhile is put together (${lang})`, async ({ browser, app }) => {
    const { page, say, leave } = await sitDown(browser, app.url, 'caseworker', { lang });
    const caseId = await firstRecord(page, `/api/cases?limit=1&state=ACTIVE&risk=${lang === 'en' ? 'LOW' : 'MEDIUM'}`);
    const first = assessment({}, 'LOW', { worries: 'The first words' });
    const draft = await elsewhere<{ id: string; version: number }>(page, 'POST', `/api/cases/${caseId}/risk-drafts`, first);
    await page.goto(`/cases/${caseId}/safety/assess`);
    const worries = page.getByLabel(say('risk.worries', 'What worries the person most'));
    await expect(worries).toHaveValue('The first words');
    await worries.fill('My own words');
    const theirs = { ...first, worries: 'Words at another screen', protective: 'A friend next door' };
    await elsewhere(page, 'PUT', `/api/risk-assessments/${draft.id}`, theirs, draft.version);
    const keep = page.getByRole('button', { name: say('risk.keep', 'Keep as draft') });
    await keep.click();

    const both = page.getByRole('dialog').filter({ hasText: say('platform.staleTitle', 'Somebody else saved this meanwhile') });
    await expect(both.getByText('Words at another screen')).toBeVisible();
    await expect(both.getByText('My own words')).toBeVisible();
    await both.getByRole('button', { name: say('platform.staleTake', 'Take these') }).click();
    await expect(worries).toHaveValue('My own words');
    await expect(page.locator('app-together')).toContainText(say('risk.protective', 'What protects them'));
    await keep.click();
    await expect(page.getByText(say('risk.saidKept', 'Kept, sealed. Nobody else sees it until it is final.'))).toBeVisible();
    const now = (await (await page.request.get(`/api/risk-assessments/${draft.id}`)).json()) as object;
    expect(now).toMatchObject({ worries: 'My own words', protective: 'A friend next door' });
    await leave();
  });
}

test('My day says that a filter leaves nothing, and never that nothing waits', async ({ browser, app }) => {
  const { page, say, leave } = await sitDown(browser, app.url, 'caseworker', { lang: 'en' });
  // of a day on which nothing is late
  await page.route('**/api/day', async (route) => {
    const answer = await route.fetch();
    const view = (await answer.json()) as { items: object[] };
    await route.fulfill({ response: answer, json: { ...view, items: view.items.map((item) => ({ ...item, late: false })) } });
  });
  await page.reload();
  await page.getByRole('button', { name: say('day.lateOnly', 'Late only') }).press('Space');
  await expect(page.getByText(say('day.noneSuch', 'Nothing like this here'))).toBeVisible();
  await expect(page.getByText(say('day.none', 'Nothing waits for you'))).toHaveCount(0);
  await page.getByRole('button', { name: say('day.showAll', 'Show everything') }).press('Enter');
  await expect(page.locator('app-day-line').first()).toBeVisible();
  await leave();
});

test('the header of a file is small once it was scrolled past on a telephone, and the page does not jump', async ({ browser, app }) => {
  const { page, leave } = await sitDown(browser, app.url, 'caseworker', { lang: 'en' });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/cases/${await firstRecord(page, '/api/cases?limit=1&state=ACTIVE')}`);
  const header = page.locator('header.file');
  await expect(page.locator('.entry').first()).toBeAttached();
  await whole(page);
  const heightOf = async (): Promise<number> => (await header.boundingBox())?.height ?? 0;
  const full = await heightOf();
  expect(full).toBeGreaterThan(100);
  const long = await page.evaluate('document.documentElement.scrollHeight');
  await page.evaluate('scrollTo(0, 700)');
  await expect(header).toHaveClass(/slim/);
  await expect.poll(heightOf).toBeLessThan(100);
  expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(long);
  await expect(header.getByRole('heading', { level: 1 })).toBeInViewport();
  await page.evaluate('scrollTo(0, 0)');
  await expect.poll(heightOf).toBe(full);
  await leave();
});
