import { riskFactor, riskFactorRating, riskSource, safetyMeasure } from '@panah/domain/vocabulary/risk';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { expect, test } from '../support/browser-story';
import { look, sitDown } from '../support/desk';
import { firstRecord } from '../support/first-record';
import { whole } from '../support/whole-page';

for (const lang of ['en', 'fa'] as const) {
  const words =
    lang === 'en'
      ? {
          iHaveIt: 'I have it',
          nobody: 'Nobody has seen this yet: telephone now',
          hasIt: 'Has it:',
          heard: 'Heard',
          now: 'Danger: one of you',
        }
      : { iHaveIt: 'به عهدهٔ من', nobody: 'هنوز کسی این را ندیده است', hasIt: 'به عهدهٔ:', heard: 'شنیدم', now: 'خطر: یکی از شما' };

  test(`R-RI-01, R-RI-03: a risk that rises to high stands on the duty screen until one has it, and gets a safety plan (${lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(90_000);
    const worker = await sitDown(browser, app.url, 'caseworker', { lang });
    const caseId = await firstRecord(worker.page, `${app.url}/api/cases?risk=${lang === 'en' ? 'LOW' : 'MEDIUM'}&state=ACTIVE`);

    await test.step('the caseworker rates what is there; the floor rises', async () => {
      await worker.page.goto(`${app.url}/cases/${caseId}/safety`);
      await expect(worker.page.locator('#risk-title')).toBeVisible();
      await look(worker, 'safety-tab');
      await worker.page.goto(`${app.url}/cases/${caseId}/safety/assess`);
      await expect(worker.page.locator('#factor-TH1')).toBeVisible();
      await whole(worker.page);
      await worker.page.locator('#factor-TH1').selectOption({ label: riskFactorRating.label('PRESENT', lang) });
      const note = worker.page.getByLabel(riskFactor.label('TH1', lang)).last();
      await note.fill('A letter with a date in it');
      for (const factor of ['TH4', 'IS1'] as const) {
        const word = worker.page.locator(`#factor-${factor}`).locator('xpath=../../input');
        if (await word.count()) await word.fill('As before');
      }
      // whom it rests on is said anew each time
      const person = worker.page.getByRole('checkbox', { name: riskSource.label('SELF', lang), exact: true });
      await expect(person).not.toBeChecked();
      await person.check();
      await expect(worker.page.locator('.notice app-state-mark')).toContainText(riskLevel.label('HIGH', lang));
      await worker.page.locator('app-field[name="ownScale"] input, input[type="number"]').first().fill('8');
      await worker.page.getByRole('radio', { name: riskLevel.label('HIGH', lang), exact: true }).check();
      await worker.page.locator('textarea').last().fill('The letter came yesterday');
      await look(worker, 'risk-form');
      await worker.page.keyboard.press('Control+Enter');
      await expect(worker.page).toHaveURL(new RegExp(`/cases/${caseId}/safety$`));
    });

    await test.step('until somebody has it, the one who called reads whom to telephone', async () => {
      await expect(worker.page.getByText(words.nobody).first()).toBeVisible();
      await expect(worker.page.locator('app-duty-strip a[href^="tel:"]').first()).toBeVisible();
      await look(worker, 'nobody-yet');
    });

    const coordinator = await sitDown(browser, app.url, 'coordinator', { lang });
    await test.step('it stands at the top of the duty person’s screen, wherever they are, and is taken', async () => {
      for (const place of ['/', '/cases', '/duty']) {
        await coordinator.page.goto(`${app.url}${place}`);
        await expect(coordinator.page.locator('app-duty-strip').getByText(words.now)).toBeVisible();
      }
      await look(coordinator, 'duty');
      const line = coordinator.page.locator('app-duty-strip app-danger-line', { has: coordinator.page.locator(`a[href*="${caseId}"]`) });
      await line.getByRole('button', { name: words.iHaveIt }).click();
      await expect(line).toHaveCount(0);
      await worker.page.goto(`${app.url}/cases/${caseId}/safety`);
      await expect(worker.page.locator('app-duty-strip').getByText(words.hasIt).first()).toBeVisible();
    });

    await test.step('it gets a safety plan', async () => {
      await worker.page.goto(`${app.url}/cases/${caseId}/safety/plan`);
      await expect(worker.page.locator('app-field[name="measures"]')).toBeVisible();
      await whole(worker.page);
      await worker.page
        .locator('app-field[name="measures"] select, select.input')
        .first()
        .selectOption({
          label: safetyMeasure.label('ALT_STAY', lang),
        });
      // what was agreed before stands there too
      for (const measure of await worker.page.locator('.measure').all()) await measure.locator('input').first().fill('The person');
      await worker.page.locator('textarea').last().fill('A friend next door');
      await look(worker, 'plan-form');
      await worker.page.keyboard.press('Control+Enter');
      await expect(worker.page).toHaveURL(new RegExp(`/cases/${caseId}/safety$`));
      await expect(worker.page.getByText(safetyMeasure.label('ALT_STAY', lang))).toBeVisible();
      await look(worker, 'with-plan');
    });
  });

  test(`R-RI-10: a word of duress is heard by one press, and the screen stays as it was (${lang})`, async ({ browser, app }) => {
    test.setTimeout(60_000);
    const worker = await sitDown(browser, app.url, 'caseworker', { lang });
    const caseId = await firstRecord(worker.page, `${app.url}/api/cases?risk=LOW&state=ACTIVE`);
    await worker.page.goto(`${app.url}/cases/${caseId}/safety`);
    const shown = async (): Promise<string> => {
      for (const part of ['#risk-title', '#incidents-title']) await expect(worker.page.locator(part)).toBeVisible();
      await whole(worker.page);
      return worker.page.locator('main').innerText();
    };
    const before = await shown();
    const sent = worker.page.waitForResponse((answer) => answer.url().endsWith('/heard'));
    await worker.page.getByRole('button', { name: words.heard, exact: true }).click();
    expect((await sent).status()).toBe(200);
    expect(await shown()).toBe(before);
    await worker.page.reload();
    expect(await shown()).toBe(before);
    const coordinator = await sitDown(browser, app.url, 'coordinator', { lang });
    await expect(coordinator.page.locator(`app-duty-strip a[href*="${caseId}"]`).first()).toBeVisible();
    await look(coordinator, 'duress');
  });
}
