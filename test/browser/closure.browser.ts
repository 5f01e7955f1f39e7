import { closureReason } from '@panah/domain/vocabulary/cases';
import { closureCheck } from '@panah/domain/vocabulary/closures';
import { approvalKind } from '@panah/domain/vocabulary/board';
import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import { outcomeAnswer, reviewPoint } from '@panah/domain/vocabulary/reintegration';
import { expect, test } from '../support/browser-story';
import { type Desk, sitDown } from '../support/desk';

interface Listed {
  items: { id: string; caseRef: string; riskLevel: string | null }[];
}

for (const lang of ['en', 'fa'] as const) {
  test(`life is looked at once more, the closure is asked for with all that it takes stock of, and another approves it (${lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(120_000);
    const worker = await sitDown(browser, app.url, 'caseworker', { lang });
    const { page, say } = worker;
    page.setDefaultTimeout(15_000);
    const { id, caseRef } = await calmFile(worker);

    await test.step('the twelve parts of a life at the end', async () => {
      await page.goto(`${app.url}/cases/${id}/independence/review`);
      await page.getByLabel(say('reintegration.point', 'Point')).selectOption({ label: reviewPoint.label('CLOSURE', lang) });
      const levels = page.getByRole('combobox', { name: say('reintegration.level', 'Level'), exact: true });
      await expect(levels).toHaveCount(outcomeDomain.codes.length);
      for (const level of await levels.all()) await level.selectOption({ label: outcomeAnswer.label('3', lang) });
      // where a level moved far, a few words say why
      for (const why of await page.locator('.domains textarea').all()) await why.fill('A year of work on it.');
      await page.getByRole('button', { name: say('reintegration.keep', 'Keep the review') }).click();
      await expect(page.locator('app-outcome-picture')).toBeVisible();
    });

    await test.step('a closure without its reasons is refused at each field; what was chosen stays', async () => {
      await page.goto(`${app.url}/cases/${id}/closure`);
      const ask = page.getByRole('button', { name: say('cases.closureTitle', 'Ask for the closure') });
      await page
        .getByLabel(say('cases.fieldWhy', 'Why'), { exact: true })
        .selectOption({ label: closureReason.label('GOALS_ACHIEVED', lang) });
      await ask.click();
      await expect(page.locator('.error').first()).toBeVisible();
      await page.getByLabel(say('cases.fieldNote', 'Signed note')).selectOption({ index: 1 });
      await page.locator('[formcontrolname], app-choices').first().waitFor();
      const choices = page.locator('app-choices');
      await choices.nth(0).locator('input').first().check();
      await choices.nth(1).locator('input').last().check();
      for (const code of closureCheck.codes) await page.getByLabel(closureCheck.label(code, lang)).check();
      await ask.click();
      await expect(page).toHaveURL(new RegExp(`/cases/${id}$`));
    });

    await test.step('a coordinator who did not ask for it closes the case', async () => {
      const coordinator = await sitDown(browser, app.url, 'coordinator', { lang });
      await coordinator.page.goto(`${app.url}/approvals`);
      const line = coordinator.page
        .locator('app-approval-line')
        .filter({ hasText: approvalKind.label('CLOSURE_APPROVAL', lang) })
        .filter({ hasText: caseRef });
      await line.locator('.head-of-line').click();
      await expect(line.getByText(outcomeDomain.label('D01', lang)).first()).toBeVisible();
      await coordinator.page.keyboard.press('a');
      await expect(coordinator.page.getByText(say('cases.saidClosed', 'The case is closed.'))).toBeVisible();
      await coordinator.leave();
    });
    await worker.leave();
  });
}

/** A file of the caseworker's at low risk, with a note to rest on and nothing that still runs. */
async function calmFile({ page }: Desk): Promise<{ id: string; caseRef: string }> {
  const { items } = (await (await page.request.get('/api/cases?limit=60&state=ACTIVE')).json()) as Listed;
  const nothingIn = async (url: string, key: string): Promise<boolean> => {
    const answer = await page.request.get(url);
    return answer.ok() && ((await answer.json()) as Record<string, unknown[]>)[key]?.length === 0;
  };
  for (const { id, caseRef } of items.filter(({ riskLevel }) => riskLevel === 'LOW'))
    if (
      (await nothingIn(`/api/cases/${id}/claims`, 'claims')) &&
      (await nothingIn(`/api/cases/${id}/housing`, 'placements')) &&
      (await nothingIn(`/api/cases/${id}/counselling`, 'episodes'))
    )
      return { id, caseRef };
  throw new Error('On each file something still runs.');
}
