import { incidentSeverity, incidentType } from '@panah/domain/vocabulary/incidents';
import { expect, test } from '../support/browser-story';
import { look, sitDown } from '../support/desk';
import { choose, recordIn } from '../support/page-acts';

const inTirane = (minutesFromNow: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Tirane', hour: '2-digit', minute: '2-digit' }).format(
    new Date(Date.now() + minutesFromNow * 60_000),
  );

for (const reader of [
  { lang: 'en', theme: 'light' },
  { lang: 'fa', theme: 'dark' },
] as const) {
  const { lang } = reader;

  test(`what concerns the office is reported without a file, calls whoever is on duty, and is nowhere on paper (${lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(60_000);
    const worker = await sitDown(browser, app.url, 'caseworker', reader);
    const { page, say } = worker;
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('incidents.reportTitle', 'Report an incident') })
      .click();
    await page.getByLabel(say('incidents.type', 'What kind')).selectOption('PROPERTY');
    await expect(page.locator('option', { hasText: incidentType.label('MISSING', lang) })).toHaveCount(0);
    await page.getByLabel(say('platform.clock', 'Time, 24 hours')).fill(lang === 'en' ? '730' : '۷:۳۰');
    const words = lang === 'en' ? 'The lock of the back door was broken' : 'قفل در پشتی شکسته شد';
    await page.getByLabel(say('incidents.description', 'What happened')).fill(words);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(say('incidents.ruleTouched', 'Say whom or what it touched, or name a case below'))).toBeVisible();
    await expect(page.getByLabel(say('incidents.description', 'What happened'))).toHaveValue(words);
    await page.getByLabel(say('incidents.touchedWhat', 'Whom or what it touched')).fill(lang === 'en' ? 'The back door' : 'در پشتی');
    await look(worker, 'office-incident-form');
    await page.keyboard.press('Control+Enter');
    await expect(page).toHaveURL(/\/incidents\/[0-9a-f-]{36}$/);
    const id = recordIn(page, 'incidents');
    await expect(page.locator('header .sub')).toContainText(say('incidents.theOffice', 'The office'));
    await look(worker, 'office-incident-page');
    await worker.leave();

    const coordinator = await sitDown(browser, app.url, 'coordinator', reader);
    const desk = coordinator.page;
    await desk.goto('/incidents');
    await expect(
      desk
        .getByRole('row')
        .filter({ hasText: say('incidents.theOffice', 'The office') })
        .first(),
    ).toBeVisible();
    await look(coordinator, 'office-incident-list');
    await desk.goto(`/incidents/${id}`);
    await desk.getByRole('button', { name: lang === 'en' ? 'Set the severity' : 'تعیین شدت' }).click();
    await choose(desk, say('incidents.severity', 'Severity'), incidentSeverity.label('I3', lang));
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: say('platform.save', 'Save') })
      .click();
    await desk.goto('/duty');
    const danger = desk.locator('app-duty-strip li').filter({ hasText: say('duty.ofOffice', 'at the office') });
    await expect(danger).toBeVisible();
    await look(coordinator, 'office-incident-duty');
    await desk.emulateMedia({ media: 'print' });
    await expect(desk.locator('app-duty-strip')).toBeHidden();
    await desk.goto('/board');
    await expect(danger).toBeAttached();
    await expect(desk.locator('app-duty-strip')).toBeHidden();
    await desk.emulateMedia({ media: 'screen' });
    await danger.getByRole('button', { name: say('duty.take', 'I have it') }).click();
    await expect(danger).toHaveCount(0);
    await coordinator.leave();
  });

  test(`a turn of duty is planned on the clock of the office, of 24 hours, wherever the laptop is (${lang})`, async ({ browser, app }) => {
    const far = await sitDown(browser, app.url, 'coordinator', { lang, timeZone: 'America/New_York' });
    const { page, say } = far;
    await page.goto('/duty');
    await page.getByRole('button', { name: say('duty.plan', 'Add a turn') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('duty.who', 'Who')).selectOption({ index: 1 });
    const clocks = dialog.getByLabel(say('platform.clock', 'Time, 24 hours'));
    expect([inTirane(-2), inTirane(-1), inTirane(0)]).toContain(await clocks.first().inputValue());
    await clocks.first().fill('22:05');
    await clocks.last().fill(lang === 'en' ? '2310' : '۲۳:۱۰');
    await dialog
      .locator('app-date-input input')
      .last()
      .fill(await dialog.locator('app-date-input input').first().inputValue());
    await dialog.getByLabel(say('duty.telephone', 'Telephone')).fill('+44 7700 900303');
    await look(far, 'turn-dialog');
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/api/duty'));
    await page.keyboard.press('Control+Enter');
    const { startsAt, endsAt } = (await sent).postDataJSON() as { startsAt: string; endsAt: string };
    const clock = (instant: string) => inTirane((Date.parse(instant) - Date.now()) / 60_000);
    expect([clock(startsAt), clock(endsAt)]).toEqual(['22:05', '23:10']);
    await far.leave();
  });
}
