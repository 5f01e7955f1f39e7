import type { Page } from '@playwright/test';
import type { CaseListView } from '@panah/contracts/cases.contract';
import type { FamilyLinksView } from '@panah/contracts/family-links.contract';
import { consentMethod, consentPurpose, freeChoiceCheck } from '@panah/domain/vocabulary/consents';
import { kinRelation } from '@panah/domain/vocabulary/family';
import { expect, test } from '../support/browser-story';
import { type Desk, look, readAs, type Reader, sitDown } from '../support/desk';
import { ScreenCheck } from '../support/screen-check';

const READERS: readonly Reader[] = [
  { lang: 'en', theme: 'light' },
  { lang: 'fa', theme: 'dark' },
];
const PRESSES = { allow: 5, end: 2 };
const NAME = 'Mina Rahimi';

/** Looks at a page as a person does, wide and narrow, and at its faults. */
async function faultless(desk: Desk, name: string): Promise<void> {
  const { page, say } = desk;
  const banner = say('platform.demo', 'Demonstration: enter no real person');
  expect(await new ScreenCheck(page, { banner, secrets: [NAME] }).look()).toEqual([]);
  await look(desk, name);
  await page.setViewportSize({ width: 360, height: 800 });
  await look(desk, `${name}-360`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** A case on which both the worker and the officer are. */
async function sharedCase(worker: Desk, officer: Desk): Promise<string> {
  const [theirs, ours] = await Promise.all(
    [worker, officer].map((desk) => readAs<CaseListView>(desk, '/api/cases?limit=100&state=ACTIVE')),
  );
  const shared = theirs?.items.find(({ id }) => ours?.items.some((each) => each.id === id));
  if (!shared) throw new Error('The demonstration has no case on which both are.');
  return shared.id;
}

async function noteAWish({ page, say, reader }: Desk, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/family`);
  await page.getByRole('link', { name: say('family.noteWish', 'Note a wish') }).click();
  await page.getByLabel(say('family.names', 'Names'), { exact: true }).fill(NAME);
  await page.getByLabel(say('family.relation', 'Relation')).selectOption({ label: kinRelation.label('SISTER', reader.lang) });
  await page.getByLabel(say('family.wish', 'What they wish, in their words')).fill('I want to know whether she is well.');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/family\/[0-9a-f-]{36}$/);
}

/** What the client allows: five presses at the most. */
async function allow({ page, say, reader }: Desk, purpose: 'C08_TRACING' | 'C09_DISCLOSE_REL'): Promise<void> {
  const presses = [
    page
      .getByRole('listitem')
      .filter({ hasText: consentPurpose.label(purpose, reader.lang) })
      .getByRole('button', { name: say('family.ask', 'Ask') }),
    page.getByRole('dialog').getByRole('radio', { name: consentMethod.label('VERBAL_RECORDED', reader.lang) }),
    page.getByRole('dialog').getByRole('radio', { name: freeChoiceCheck.label('ALONE', reader.lang) }),
    page.getByRole('dialog').getByRole('button', { name: say('consents.record', 'Record') }),
  ];
  for (const press of presses) await press.click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(presses.length).toBeLessThanOrEqual(PRESSES.allow);
}

async function readTheWarning({ page, say }: Desk): Promise<void> {
  await page.getByRole('button', { name: say('family.warn', 'Read it out') }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('blockquote')).toBeVisible();
  await dialog.getByLabel(say('family.understood', 'They said that they understood')).check();
  await dialog.getByRole('button', { name: say('consents.record', 'Record') }).click();
  await expect(dialog).toBeHidden();
}

/** What a pointer drawn over the whole column takes along. */
async function selectedOf(page: Page, column: string): Promise<string> {
  return page.evaluate(`(() => {
    const range = document.createRange();
    const found = document.querySelector('app-link-side[aria-label=${JSON.stringify(column)}]');
    getSelection().removeAllRanges();
    range.selectNodeContents(found);
    getSelection().addRange(range);
    return getSelection().toString();
  })()`);
}

for (const reader of READERS) {
  test(`a wish begins, and its officer reads both sides (${reader.lang})`, async ({ browser, app }) => {
    test.setTimeout(180_000);
    const worker = await sitDown(browser, app.url, 'caseworker', reader);
    const officer = await sitDown(browser, app.url, 'links', reader);
    const { page, say } = worker;
    const caseId = await sharedCase(worker, officer);
    await noteAWish(worker, caseId);
    await faultless(worker, 'family-wish-noted');
    await allow(worker, 'C08_TRACING');
    await allow(worker, 'C09_DISCLOSE_REL');
    await readTheWarning(worker);
    await page.getByRole('button', { name: say('family.begin', 'Begin') }).click();
    await expect(page.getByRole('heading', { name: say('family.answerTitle', 'What can be said') })).toBeVisible();
    await faultless(worker, 'family-wish-begun');
    await page.getByRole('link', { name: say('family.sheet', 'Page for the person') }).click();
    await expect(page.getByRole('article')).not.toContainText(NAME);
    await faultless(worker, 'family-sheet');

    await officer.page.goto('/family-links');
    await faultless(officer, 'family-board');
    const { items } = await readAs<FamilyLinksView>(officer, '/api/family-links?limit=100');
    const link = items.find(({ relativeName, state }) => relativeName === NAME && state === 'OPEN');
    await officer.page.goto(`/family-links/${link?.id ?? ''}`);
    const theirs = say('family.relativeSide', 'Relative side');
    await expect(officer.page.getByRole('region', { name: theirs })).toContainText(NAME);
    await faultless(officer, 'family-link');
    expect(await selectedOf(officer.page, theirs)).toBe('');
    expect(await selectedOf(officer.page, say('family.clientSide', 'Client side'))).not.toBe('');
    await end(worker, caseId);
    await Promise.all([worker.leave(), officer.leave()]);
  });
}

/** Two presses, and nobody asks why. */
async function end({ page, say }: Desk, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/family`);
  await page.getByRole('link', { name: NAME }).first().click();
  const name = say('family.end', 'End it');
  const presses = [page.getByRole('button', { name }), page.getByRole('dialog').getByRole('button', { name })];
  for (const press of presses) await press.click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(presses).toHaveLength(PRESSES.end);
}
