import { addDays, partsOf } from '@panah/domain/dates/calendar-days';
import { expect, test } from '../support/browser-story';
import { type Desk, sitDown } from '../support/desk';
import { firstRecord } from '../support/first-record';
import { officeDay } from '../support/office-day';

const PLACE = 'Room 4, Harbour Street';
const today = officeDay();

for (const lang of ['en', 'fa'] as const) {
  const talk = lang === 'en' ? 'The talk at the school' : 'گفت‌وگو در مدرسه';
  const typed = (day: string): string => {
    const { year, month, day: number } = partsOf(lang === 'fa' ? 'JALALI' : 'GREGORIAN', day);
    return (lang === 'fa' ? [year, month, number] : [number, month, year]).map((value) => String(value).padStart(2, '0')).join('/');
  };

  test(`an appointment is on the office's clock wherever the laptop is, its place shown for a reason; who is away has a deputy (${lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(120_000);
    const worker = await sitDown(browser, app.url, 'caseworker', { lang, timeZone: 'Asia/Tehran' });
    const { page, say } = worker;
    page.setDefaultTimeout(15_000);
    const dialog = page.getByRole('dialog');
    const fillDay = (desk: Desk, id: string, english: string, day: string) =>
      desk.page
        .getByRole('dialog')
        .getByRole('textbox', { name: say(id, english) })
        .first()
        .fill(typed(day));
    const save = async ({ page: at }: Desk): Promise<void> => {
      await at
        .getByRole('dialog')
        .getByRole('button', { name: say('platform.save', 'Save'), exact: true })
        .click();
      await expect(at.getByRole('dialog')).toHaveCount(0);
    };

    await test.step('an appointment is agreed on by one key', async () => {
      await page.goto(`/cases/${await firstRecord(page, '/api/cases?limit=1&state=ACTIVE')}/plan`);
      await expect(page.getByRole('button', { name: say('appointments.newTitle', 'New appointment') })).toBeVisible();
      await page.keyboard.press('a');
      await dialog.getByLabel(say('tasks.title', 'In a few words')).fill(talk);
      await fillDay(worker, 'appointments.on', 'Day', addDays(today, 2));
      await dialog.getByLabel(say('appointments.at', 'Time'), { exact: true }).fill('09:30');
      await dialog.getByLabel(say('appointments.place', 'Where')).fill(PLACE);
      await save(worker);
      const line = page.locator('li.row', { hasText: talk });
      await expect(line.getByText(lang === 'fa' ? '۰۹:۳۰' : '09:30')).toBeVisible();
      await expect(line.getByText(PLACE)).toHaveCount(0);
      await line.getByRole('button', { name: say('appointments.where', 'Where') }).click();
      await dialog.getByRole('button', { name: say('appointments.show2', 'Show for 2 minutes') }).click();
      await expect(line.getByText(PLACE)).toBeVisible();
      await page.screenshot({ path: test.info().outputPath('appointment.png') });
      await line.getByRole('button', { name: say('appointments.hide', 'Hide') }).click();
      await expect(line.getByText(PLACE)).toHaveCount(0);
      await line.getByRole('button', { name: say('appointments.cancel', 'Call off') }).click();
      await expect(line.locator('app-state')).toBeVisible();
    });

    await test.step('two weeks away need a deputy; a coordinator names one, who is asked about ties to each file', async () => {
      await page.goto('/absences');
      await page.getByRole('button', { name: say('absences.record', 'Record an absence') }).click();
      await fillDay(worker, 'absences.from', 'First day', today);
      await fillDay(worker, 'absences.until', 'Last day', addDays(today, 14));
      await save(worker);
      const coordinator = await sitDown(browser, app.url, 'coordinator', { lang });
      await coordinator.page.goto('/absences');
      const line = coordinator.page.locator('li.row', { hasText: 'Mina Sabeti' });
      await expect(line.getByText(say('absences.missing', 'Deputy missing'))).toBeVisible();
      await line.getByRole('button', { name: say('absences.name', 'Name a deputy') }).click();
      await coordinator.page
        .getByRole('dialog')
        .getByLabel(say('absences.who', 'Who'), { exact: true })
        .selectOption({ label: 'Lindita Shala' });
      await save(coordinator);
      await expect(line.getByText('Lindita Shala')).toBeVisible();
      await coordinator.page.screenshot({ path: test.info().outputPath('absence.png') });
      const deputy = await sitDown(browser, app.url, 'caseworker3', { lang });
      // a file on whose team they do not stand opens when both questions about ties are answered
      await deputy.page.goto('/cases/questions');
      await expect(deputy.page.locator('#content').getByRole('listitem').first()).toBeVisible();
      await deputy.page.screenshot({ path: test.info().outputPath('deputy.png') });
      for (const desk of [deputy, coordinator]) await desk.leave();
    });

    await test.step('back again: nobody stands in any more', async () => {
      await page.reload();
      const line = page.locator('li.row', { hasText: 'Lindita Shala' });
      await line.getByRole('button', { name: say('absences.back', 'Back again') }).click();
      await expect(line).toHaveCount(0);
    });
    await worker.leave();
  });
}
