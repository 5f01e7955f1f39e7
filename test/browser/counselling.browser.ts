import {
  counsellingService,
  counsellingSource,
  counsellingUrgency,
  riskChecked,
  sessionStatus,
} from '@panah/domain/vocabulary/counselling';
import { expect, test } from '../support/browser-story';
import { type Desk, sitDown } from '../support/desk';

const SHOTS = process.env.SHOTS;

/** A picture to look at, when a folder for them is named. */
const look = async ({ page }: Desk, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

const WORDS = {
  en: {
    ask: 'Ask for counselling',
    act: 'Ask',
    question: 'What for, in neutral words',
    triage: 'Triage',
    asked: 'were asked',
    give: 'Give to a counsellor',
    respected: 'gender, language and ties are as the client wished',
    counsellor: 'Counsellor',
    supervisor: 'Supervised by',
    session: 'Record a session',
    attendance: 'Attendance',
    save: 'Save',
    write: 'Write',
    note: 'Note',
    kind: 'Kind of note',
    sign: 'Sign',
    form: 'Enter a form',
    instrument: 'Form',
    reckon: 'Keep and reckon',
    notDiagnosis: 'Screening, not diagnosis',
    share: 'Summary for the case team',
    summary: 'Summary',
    signed: 'signed',
    tab: 'Counselling',
    appointment: 'Appointment',
  },
  fa: {
    ask: 'درخواست مشاوره',
    act: 'درخواست',
    question: 'برای چه، با واژه‌های بی‌نام',
    triage: 'اولویت‌بندی',
    asked: 'پرسیده شد',
    give: 'سپردن به مشاور',
    respected: 'جنسیت، زبان و پیوند همان است که مراجع خواسته',
    counsellor: 'مشاور',
    supervisor: 'زیر نظر',
    session: 'ثبت جلسه',
    attendance: 'حضور',
    save: 'ثبت',
    write: 'نوشتن',
    note: 'متن یادداشت',
    kind: 'نوع یادداشت',
    sign: 'امضا',
    form: 'وارد کردن یک فرم',
    instrument: 'فرم',
    reckon: 'ثبت و محاسبه',
    notDiagnosis: 'غربالگری است، نه تشخیص',
    share: 'خلاصه برای تیم پرونده',
    summary: 'خلاصه',
    signed: 'امضاشده',
    tab: 'مشاوره',
    appointment: 'قرار',
  },
} as const;

for (const lang of ['en', 'fa'] as const) {
  const words = WORDS[lang];

  test(`R-CN-02, R-CN-05: counselling from the request to sessions, a signed note and scores; each reader of the file sees their part (${lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(180_000);
    const worker = await sitDown(browser, app.url, 'caseworker', { lang });
    const lead = await sitDown(browser, app.url, 'counsellor', { lang });
    const counsellor = await sitDown(browser, app.url, 'counsellor2', { lang });
    const own = counsellor.page;
    for (const { page } of [worker, lead, counsellor]) page.setDefaultTimeout(15_000);
    const answerOf = async ({ page }: Desk, path: string, body: object) =>
      page.evaluate(
        async ([url, sent]) =>
          (
            await fetch(String(url), {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'x-requested-with': 'office', 'idempotency-key': crypto.randomUUID() },
              body: JSON.stringify(sent),
            })
          ).json(),
        [path, body] as const,
      );
    const { items } = await worker.page.evaluate(async () => (await fetch('/api/cases?state=ACTIVE&limit=50')).json());
    const caseId: string = (items as { id: string }[])[lang === 'en' ? 0 : 1]?.id ?? '';

    await test.step('somebody of the case team asks, the client agrees, and a counsellor takes the request up', async () => {
      const me = await counsellor.page.evaluate(async () => (await fetch('/api/session')).json());
      await answerOf(worker, `/api/cases/${caseId}/consents`, {
        purpose: 'C07_COUNSELLING',
        recipients: [],
        decision: 'GIVEN',
        method: 'VERBAL_REMOTE',
        capacity: 'YES',
        freeChoice: 'ALONE',
        language: 'fa',
      });
      await answerOf(worker, `/api/cases/${caseId}/specialist-requests`, {
        specialty: 'COUNSELLOR',
        urgency: 'ROUTINE',
        question: 'Would like to talk with somebody',
        clientAgreesTo: [me.user.id],
      });
      const queue = await counsellor.page.evaluate(async () => (await fetch('/api/specialist-requests')).json());
      for (const { id } of queue.items as { id: string }[])
        await answerOf(counsellor, `/api/specialist-requests/${id}/taking-up`, { answer: 'NO_TIE' });
      await worker.page.goto(`${app.url}/cases/${caseId}/counselling`);
      await worker.page.getByRole('button', { name: words.ask }).click();
      const dialog = worker.page.getByRole('dialog');
      await dialog.getByRole('combobox').first().selectOption('GRIEF');
      await dialog.getByLabel(counsellingSource.label('SELF', lang), { exact: true }).check();
      await dialog
        .getByLabel(words.question)
        .fill(lang === 'en' ? 'Wants to talk about the years that passed.' : 'می‌خواهد دربارهٔ سال‌های گذشته گفت‌وگو کند.');
      await look(worker, `counselling-request-${lang}`);
      await dialog.getByRole('button', { name: words.act, exact: true }).click();
      await expect(dialog).toBeHidden();
    });

    await test.step('triage, and the lead gives it to a counsellor', async () => {
      await lead.page.goto(`${app.url}/counselling`);
      await expect(lead.page.locator('#desk-requests')).toBeVisible();
      await look(lead, `counselling-desk-${lang}`);
      const file = await worker.page.evaluate(async (id) => (await fetch(`/api/cases/${id}/counselling`)).json(), caseId);
      await lead.page.goto(`${app.url}/counselling/${String(file.episodes[0].id)}`);
      await lead.page.getByRole('button', { name: words.triage, exact: true }).click();
      await lead.page.getByRole('dialog').getByLabel(counsellingUrgency.label('ROUTINE', lang), { exact: true }).check();
      await lead.page.getByRole('dialog').getByLabel(words.asked, { exact: true }).check();
      await lead.page.getByRole('dialog').getByRole('button', { name: words.triage, exact: true }).click();
      await lead.page.getByRole('button', { name: words.give, exact: true }).click();
      const dialog = lead.page.getByRole('dialog');
      await dialog.getByLabel(words.counsellor, { exact: true }).selectOption({ index: 1 });
      await dialog.getByLabel(words.supervisor, { exact: true }).selectOption({ label: 'Roya Daneshpour' });
      await dialog.getByLabel(words.respected, { exact: true }).check();
      await look(lead, `counselling-allocation-${lang}`);
      await dialog.getByRole('button', { name: words.give, exact: true }).click();
      await expect(dialog).toBeHidden();
    });

    await test.step('the counsellor records a session, signs a note, enters a form, tells the team', async () => {
      await own.goto(`${app.url}/cases/${caseId}/counselling`);
      await own.getByRole('button', { name: words.session }).first().click();
      let dialog = own.getByRole('dialog');
      await dialog.getByLabel(words.attendance, { exact: true }).selectOption({ label: sessionStatus.label('ATTENDED', lang) });
      await dialog.getByLabel(riskChecked.label('YES', lang), { exact: true }).check();
      await look(counsellor, `counselling-session-${lang}`);
      await dialog.getByRole('button', { name: words.save, exact: true }).click();
      await expect(dialog).toBeHidden();
      await own.getByRole('button', { name: words.write, exact: true }).click();
      await own.getByLabel(words.kind).selectOption('ASSESSMENT');
      await own.getByLabel(words.note, { exact: true }).fill('What belongs into the record.');
      await own.getByRole('button', { name: words.sign, exact: true }).click();
      await own.getByRole('dialog').getByRole('button', { name: words.sign, exact: true }).click();
      await expect(own.getByText(words.signed, { exact: true }).first()).toBeVisible();
      await own.getByRole('button', { name: words.form }).click();
      dialog = own.getByRole('dialog');
      await dialog.getByLabel(words.instrument, { exact: true }).selectOption('PHQ9');
      const answers = dialog.locator('.answers select');
      await expect(answers).toHaveCount(9);
      for (const at of Array.from({ length: 9 }, (_, index) => index)) await answers.nth(at).selectOption(at === 8 ? '0' : '1');
      await look(counsellor, `counselling-form-${lang}`);
      await dialog.getByRole('button', { name: words.reckon, exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(own.getByText(words.notDiagnosis).first()).toBeVisible();
      await own.getByRole('button', { name: words.share, exact: true }).first().click();
      dialog = own.getByRole('dialog');
      await dialog.getByLabel(words.summary, { exact: true }).fill('Comes each week.');
      await dialog.getByRole('button', { name: words.share, exact: true }).click();
      await expect(dialog).toBeHidden();
      await look(counsellor, `counselling-episode-${lang}`);
    });

    await test.step('the caseworker sees attendance and the summary, the coordinator attendance, the legal adviser no tab', async () => {
      await worker.page.goto(`${app.url}/cases/${caseId}/counselling`);
      await expect(worker.page.getByText('Comes each week.')).toBeVisible();
      await expect(worker.page.getByText(words.appointment, { exact: true }).first()).toBeVisible();
      await expect(worker.page.getByText('What belongs into the record.')).toHaveCount(0);
      await expect(worker.page.getByText(counsellingService.label('GRIEF', lang))).toHaveCount(0);
      await look(worker, `counselling-caseworker-${lang}`);
      const coordinator = await sitDown(browser, app.url, 'coordinator', { lang });
      await coordinator.page.goto(`${app.url}/cases/${caseId}/counselling`);
      await expect(coordinator.page.getByText(words.appointment, { exact: true }).first()).toBeVisible();
      await expect(coordinator.page.getByText('Comes each week.')).toHaveCount(0);
      await look(coordinator, `counselling-coordinator-${lang}`);
      const legal = await sitDown(browser, app.url, 'legal', { lang });
      const theirs = await legal.page.evaluate(async () => (await fetch('/api/cases?limit=50')).json());
      await legal.page.goto(`${app.url}/cases/${String(theirs.items[0].id)}`);
      await expect(legal.page.locator('nav.tabs')).toBeVisible();
      await expect(legal.page.locator('nav.tabs').getByText(words.tab, { exact: true })).toHaveCount(0);
    });
  });
}
