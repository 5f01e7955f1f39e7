import type { Page } from '@playwright/test';
import { clientAgreement, clientParticipation } from '@panah/domain/vocabulary/plans';
import { expect, test } from '../support/browser-story';
import { type Desk, look, sitDown } from '../support/desk';
import { choose } from '../support/page-acts';
import { whole } from '../support/whole-page';

const WISH = 'I want to see my children every week';
const BACK = 'Say by when the first visit is';

for (const lang of ['en', 'fa'] as const) {
  test(`a plan is written, sent back, and approved by another (${lang})`, async ({ browser, app }) => {
    test.setTimeout(120_000);
    const sit = (login: string) => sitDown(browser, app.url, login, { lang });
    const worker = await sit('caseworker');
    const caseId = await test.step('planning begins again', () => planningAgain(worker.page, lang));
    await test.step('it is written with the person', () => write(worker, caseId));
    await look(worker, 'plan-written');
    await worker.page.getByRole('button', { name: worker.say('plans.submit', 'Submit') }).click();
    await expect(worker.page.getByRole('button', { name: worker.say('plans.submit', 'Submit') })).toBeHidden();

    const coordinator = await sit('coordinator');
    await test.step('a coordinator finds it in her day, sees what is different, and sends it back', () => sendBack(coordinator, caseId));
    await coordinator.leave();
    await test.step('its author finds the words, and a task', () => mend(worker, caseId));

    const second = await sit('coordinator2');
    await second.page.goto(`/cases/${caseId}/plan`);
    await second.page.getByRole('button', { name: second.say('plans.approve', 'Approve') }).click();
    await expect(second.page.getByRole('heading', { name: inForce(second) })).toBeVisible();
    await look(second, 'plan-approved');
    await second.leave();
    await worker.leave();
  });

  test(`My day is emptied by keyboard (${lang})`, async ({ browser, app }) => {
    test.setTimeout(120_000);
    const { page, say, leave } = await sitDown(browser, app.url, lang === 'en' ? 'caseworker2' : 'caseworker3', { lang });
    await expect(page.getByRole('heading', { level: 1, name: say('day.title', 'My day') })).toBeVisible();
    const done = page.getByRole('button', { name: say('tasks.finish', 'Done'), exact: true });
    await expect(done.first()).toBeVisible();
    await look({ page }, 'day-full');
    // the next one is set for a day that is offered: two presses
    await page.keyboard.press('d');
    await expect(page.getByRole('group', { name: say('tasks.next', 'The next one') })).toBeVisible();
    await look({ page }, 'day-next');
    await page.keyboard.press('Enter');
    await expect(page.getByText(say('tasks.saidNext', 'Done, and the next one is set.'))).toBeVisible();
    await whole(page);
    for (let left = await done.count(), tries = 0; left > 0 && tries < 120; left = await done.count(), tries++) {
      await page.keyboard.press('d');
      const chips = page.getByRole('group', { name: say('tasks.next', 'The next one') });
      await expect(chips).toBeVisible();
      await page.keyboard.press('d');
      await expect(chips).toBeHidden();
      await whole(page);
    }
    await expect(done).toHaveCount(0);
    await look({ page }, 'day-empty');
    await leave();
  });
}

/** A signed decision, and a step of the case that rests on it. The first of the worker's cases is for the first language, the next for the other. */
async function planningAgain(page: Page, lang: 'en' | 'fa'): Promise<string> {
  const { items } = (await (await page.request.get('/api/cases?state=ACTIVE&limit=5')).json()) as { items: { id: string }[] };
  const caseId = items[lang === 'en' ? 0 : 1]?.id ?? '';
  await page.evaluate(async (id) => {
    const post = async (path: string, body: object): Promise<{ id: string }> => {
      const headers = { 'content-type': 'application/json', 'x-requested-with': 'office', 'idempotency-key': crypto.randomUUID() };
      const answer = await fetch(`/api/cases/${id}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as { id: string };
    };
    const note = await post('notes', {
      type: 'DECISION',
      happenedAt: new Date().toISOString(),
      body: 'Something that matters has changed.',
    });
    await post('plan-revision', { note: note.id });
  }, caseId);
  return caseId;
}

async function write({ page, say, reader: { lang } }: Desk, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/plan`);
  await page.getByRole('link', { name: say('plans.write', 'Write'), exact: true }).click();
  const words = page.getByLabel(say('plans.statement', 'In their words'));
  await words.first().fill(WISH);
  await choose(page, say('plans.participation', 'The person’s part'), clientParticipation.label('FULL', lang));
  await choose(page, say('plans.agreement', 'Their agreement'), clientAgreement.label('AGREED', lang));
  await look({ page }, 'plan-form');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: WISH })).toBeVisible();
}

async function sendBack({ page, say }: Desk, caseId: string): Promise<void> {
  await expect(page.locator(`a[href$="/cases/${caseId}/plan"]`).first()).toBeVisible();
  await page.goto(`/cases/${caseId}/plan`);
  await expect(page.getByText(say('plans.changed', 'Changed'), { exact: true }).first()).toBeVisible();
  await look({ page }, 'plan-difference');
  await page.getByRole('button', { name: say('plans.sendBack', 'Send back') }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(BACK);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(BACK)).toBeVisible();
}

async function mend({ page, say }: Desk, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/plan`);
  await expect(page.getByText(BACK)).toBeVisible();
  await look({ page }, 'plan-sent-back');
  await page.getByRole('link', { name: say('plans.write', 'Write'), exact: true }).click();
  await page.getByLabel(say('plans.statement', 'In their words')).first().fill(`${WISH}, from March on`);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: say('plans.submit', 'Submit') }).click();
  await expect(page.getByRole('button', { name: say('plans.submit', 'Submit') })).toBeHidden();
}

const inForce = ({ reader: { lang } }: Desk): RegExp => (lang === 'en' ? /Plan in force, version 2/ : /برنامهٔ در جریان، نسخهٔ/);
