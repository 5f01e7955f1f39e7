import type { Page } from '@playwright/test';
import { approvalKind, overdueKind } from '@panah/domain/vocabulary/board';
import { expect, test } from '../support/browser-story';
import { type Desk, look, sitDown } from '../support/desk';
import { whole } from '../support/whole-page';

const WIDER = 'I want to see my children every week';

for (const lang of ['en', 'fa'] as const) {
  test(`what waits is approved in one press each, with what it changes before one’s eyes (${lang})`, async ({ browser, app }) => {
    test.setTimeout(180_000);
    const sit = (login: string) => sitDown(browser, app.url, login, { lang, theme: lang === 'fa' ? 'dark' : 'light' });
    const worker = await sit('caseworker');
    const plan = await test.step('a plan in force is written anew and submitted', () => planAnew(worker.page, lang === 'en' ? 0 : 1));
    const coordinator = await sit('coordinator');
    const { page, say } = coordinator;
    const nav = page.getByRole('navigation', { name: say('platform.main', 'Main') });
    await nav.locator('a[href="/approvals"]').click();
    await expect(page.getByRole('heading', { level: 1, name: say('board.approvals', 'Approvals') })).toBeVisible();

    await test.step('a level set low: from which to which, and every factor that changed', async () => {
      const first = page.locator('app-approval-line').first();
      await expect(first.locator('app-risk-decision del').first()).toBeVisible();
      await look({ page }, 'board-risk');
      const waiting = await waitingLines(coordinator);
      const confirm = first.getByRole('button', { name: say('risk.confirm', 'Confirm') });
      await confirm.click();
      await expect(page.getByText(say('risk.saidConfirmed', 'Confirmed. The level counts from now on.'))).toBeVisible();
      await expect(page.locator('app-approval-line')).toHaveCount(waiting - 1);
      // the next is open, and has the focus
      await expect(page.locator('app-approval-line').first().locator('.head-of-line')).toBeFocused();
      await expect(page.locator('app-approval-line').first().locator('.decision')).toBeVisible();
    });

    await test.step('the plan: what is different from the version in force, and one press', async () => {
      const line = page
        .locator('app-approval-line')
        .filter({ hasText: plan.caseRef })
        .filter({ hasText: `${approvalKind.label('PLAN_APPROVAL', lang)} ·` });
      await line.locator('.head-of-line').click();
      await expect(line.getByText(WIDER, { exact: true })).toBeVisible();
      await expect(line.getByText(say('plans.changed', 'Changed'), { exact: true }).first()).toBeVisible();
      await expect(line.locator('del').filter({ hasText: plan.statement }).first()).toBeVisible();
      await look({ page }, 'board-plan');
      await line.getByRole('button', { name: say('plans.approve', 'Approve') }).click();
      await expect(page.getByText(say('plans.saidApproved', 'The plan is in force.'))).toBeVisible();
      await expect(line).toHaveCount(0);
      expect(await stateOf(page, plan.caseId)).toBe('ACTIVE');
    });

    await test.step('what is to be told without consent: to whom, what, why', async () => {
      const line = page
        .locator('app-approval-line')
        .filter({ hasText: approvalKind.label('LEGAL_BASIS', lang) })
        .first();
      await line.locator('.head-of-line').click();
      await expect(line.getByText(say('consents.decideWhat', 'What, and nothing else'))).toBeVisible();
      await look({ page }, 'board-basis');
    });

    await test.step('a closure, by keyboard: what it rests on and what ends with it', async () => {
      const line = page
        .locator('app-approval-line')
        .filter({ hasText: approvalKind.label('CLOSURE_APPROVAL', lang) })
        .first();
      const ref = await line.locator('.ref').first().innerText();
      await line.locator('.head-of-line').focus();
      await page.keyboard.press('Enter');
      await expect(line.getByText(say('cases.closureNote', 'The decision it rests on'))).toBeVisible();
      await look({ page }, 'board-closure');
      await page.keyboard.press('a');
      await expect(page.getByText(say('cases.saidClosed', 'The case is closed.'))).toBeVisible();
      await expect(page.locator('app-approval-line').filter({ hasText: ref })).toHaveCount(0);
    });
    await coordinator.leave();
    await worker.leave();
  });

  test(`whoever asked is shown no button to approve it (${lang})`, async ({ browser, app }) => {
    const asker = await sitDown(browser, app.url, 'coordinator2', { lang });
    await asker.page.goto('/approvals');
    const own = asker.page.locator('section').filter({ has: asker.page.locator('#for-others') });
    await expect(own.getByText(approvalKind.label('LEGAL_BASIS', lang)).first()).toBeVisible();
    await whole(asker.page);
    await expect(own.getByRole('button')).toHaveCount(0);
    await asker.leave();
  });

  test(`the list of what is late leads to the case (${lang})`, async ({ browser, app }) => {
    const coordinator = await sitDown(browser, app.url, 'coordinator', { lang });
    const { page, say } = coordinator;
    await page.goto('/board');
    const late = page.locator('section').filter({ has: page.locator('#late') });
    await expect(late.getByRole('row').nth(1)).toBeVisible();
    await late.getByLabel(say('board.kind', 'Kind')).selectOption('CONTACT');
    await expect(page).toHaveURL(/kind=CONTACT/);
    await expect(late.getByRole('cell', { name: overdueKind.label('CONTACT', lang) }).first()).toBeVisible();
    await look({ page }, 'board');
    const row = late
      .getByRole('row')
      .filter({ has: page.locator('a[href$="/safety"]') })
      .first();
    const ref = await row.locator('.ref').first().innerText();
    await row.getByRole('link').click();
    await expect(page).toHaveURL(/\/cases\/[0-9a-f-]+\/safety/);
    await expect(page.getByText(ref).first()).toBeVisible();
    await coordinator.leave();
  });

  test(`each number of the reports on late work leads to the list behind it (${lang})`, async ({ browser, app }) => {
    const coordinator = await sitDown(browser, app.url, 'coordinator', { lang });
    const { page } = coordinator;
    await page.goto('/reports');
    const report = page.locator('section').filter({ has: page.locator('#report-overdue') });
    const row = report.getByRole('row').filter({ hasText: overdueKind.label('PLAN_REVIEW', lang) });
    const said = await row.getByRole('link').innerText();
    await look({ page }, 'reports');
    await row.getByRole('link').click();
    await expect(page).toHaveURL(/\/board\?kind=PLAN_REVIEW/);
    const late = page.locator('section').filter({ has: page.locator('#late') });
    await expect(late.getByRole('status').first()).toContainText(said);
    await coordinator.leave();
  });
}

const waitingLines = async ({ page }: Desk): Promise<number> => {
  await expect(page.locator('app-approval-line').first()).toBeVisible();
  await whole(page);
  return page.locator('app-approval-line').count();
};

const stateOf = async (page: Page, caseId: string): Promise<string> =>
  ((await (await page.request.get(`/api/cases/${caseId}`)).json()) as { state: string }).state;

/** A worker's plan in force is revised: its first goal says something else. Gives what stood there. */
async function planAnew(page: Page, at: number): Promise<{ caseId: string; caseRef: string; statement: string }> {
  const { items } = (await (await page.request.get('/api/cases?state=ACTIVE&limit=8')).json()) as {
    items: { id: string; caseRef: string }[];
  };
  const file = items[at + 4];
  if (!file) throw new Error('This worker has no such case.');
  const statement = await page.evaluate(
    async ([id, wider]) => {
      type Plan = { inHand: { version: number; goals: { statement: string }[] } };
      const send = async <Body>(method: string, path: string, body?: object, version?: number): Promise<Body> => {
        const headers: Record<string, string> = { 'content-type': 'application/json', 'x-requested-with': 'office' };
        if (version) headers['if-match'] = `"${version}"`;
        else headers['idempotency-key'] = crypto.randomUUID();
        const answer = await fetch(`/api/cases/${id}/${path}`, { method, headers, body: body && JSON.stringify(body) });
        if (!answer.ok) throw new Error(await answer.text());
        return (await answer.json()) as Body;
      };
      const note = await send<{ id: string }>('POST', 'notes', {
        type: 'DECISION',
        happenedAt: new Date().toISOString(),
        body: 'Something that matters has changed.',
      });
      await send('POST', 'plan-revision', { note: note.id });
      const { inHand } = (await (await fetch(`/api/cases/${id}/plan`)).json()) as Plan;
      const [first, ...rest] = inHand.goals.map((goal) => plain(goal));
      const stood = String(first?.['statement']);
      const goals = [{ ...first, statement: wider }, ...rest];
      await send('PUT', 'plan-draft', { participation: 'FULL', agreement: 'AGREED', copyGiven: 'NO', goals }, inHand.version);
      await send('POST', 'plan-submission', {});
      return stood;

      function plain(goal: object): Record<string, unknown> {
        const {
          progress: _progress,
          actions,
          ...kept
        } = goal as { progress: unknown; actions: { owner: { id: string } | null; progress: unknown }[] };
        return { ...kept, actions: actions.map(({ owner, progress: _gone, ...action }) => ({ ...action, ownerId: owner?.id ?? null })) };
      }
    },
    [file.id, WIDER] as const,
  );
  return { caseId: file.id, caseRef: file.caseRef, statement };
}
